/**
 * Which passwords are refused because everybody tries them first. No rules of composition: length is what counts.
 *
 * @module
 */

/** Longest password, in characters. */
export const PASSWORD_LENGTH_MAX = 256;

/** What fits this service, or is longer than the lists of others, besides {@link commonPasswords}. */
const ours =
  `pword toor login supersecret qwertz qwertzuiop instagram twitter linkedin netflix fortnite recruiter recruiting
  recruitment jobmatch hiring hiringmanager resources abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij
  abcdefghijkl correcthorsebatterystaple pleaseletmein mypasswordis yourpassword thepassword oldpassword adminadmin
  administratoradmin rootroot testingtesting welcomewelcome qwertyqwerty secretsecret iloveyousomuch iloveyouforever
  thisispassword thisismypassword ihavenopassword nothingtosee`.split(/\s+/);

let common: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that leaked most often, in small letters, by zxcvbn-ts. Unpacked when first asked for: 30 ms. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set([...dictionary["passwords-common"], ...ours]);
}

/** Digits and signs that stand for letters. */
const lookalikes: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  "$": "s",
  "!": "i",
};

/** Runs of the keyboard and the alphabet, of which a part alone is no password. */
const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789012345",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
].flatMap((run) => [run, [...run].reverse().join("")]);

/**
 * Says why a password is easily guessed, or `null`. Its length is the schema's business.
 *
 * @param email Whose password it is: no password either.
 */
export async function passwordProblem(password: string, email: string): Promise<string | null> {
  const folded = password.normalize("NFKC").toLowerCase();
  const [local = ""] = email.split("@");
  if (folded === email || (local !== "" && folded.replace(/[^a-z]+$/, "") === local)) {
    return "Invalid input: expected something else than the e-mail address";
  }
  if (isRepetition(folded) || runs.some((run) => run.includes(folded))) {
    return "Invalid input: expected more than a run or a repetition";
  }
  const plain = [...folded].map((char) => lookalikes[char] ?? char).join("");
  const forms = [folded, plain].flatMap((form) => [
    form.replace(/[^\p{L}]/gu, ""),
    form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""),
    folded.replace(/[\d\W_]+$/, "").replace(/./g, (char) => lookalikes[char] ?? char),
  ]);
  const known = await (common ??= commonPasswords());
  return [folded, plain, ...forms].some((form) => known.has(form))
    ? "Invalid input: this is one of the commonest passwords"
    : null;
}

/** Whether it is up to four characters over and over: "aaaaaaaaaaaa", "abcabcabcabc". */
function isRepetition(folded: string): boolean {
  return [1, 2, 3, 4].some((length) => {
    const piece = folded.slice(0, length);
    return folded === piece.repeat(Math.ceil(folded.length / length)).slice(0, folded.length);
  });
}
