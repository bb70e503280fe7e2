/**
 * Which passwords are refused because everybody tries them first. No rules of composition: length is what counts.
 *
 * @module
 */

/** Longest password, in characters. */
export const PASSWORD_LENGTH_MAX = 256;

/** Letters of the commonest passwords, as they come before and between digits and signs. */
const common = new Set(
  `password passwort passw0rd pass word pword letmein welcome admin administrator root toor guest login user test
  testing default changeme changeit secret supersecret topsecret master access qwerty qwertyuiop qwertz qwertzuiop azerty
  azertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc iloveyou loveyou iloveu ilove
  lovely princess sunshine monkey dragon football baseball basketball soccer hockey superman batman spiderman
  ironman starwars pokemon naruto michael jordan jennifer jessica ashley daniel thomas charlie andrew joshua
  matthew robert anthony michelle nicole hannah amanda samantha william george maggie ginger pepper buster tigger
  shadow hunter ranger killer trustno freedom whatever nothing summer winter spring autumn monday friday sunday january february
  march april june july august september october november december computer internet samsung google facebook
  youtube instagram twitter linkedin microsoft windows apple iphone android amazon netflix minecraft fortnite hello helloworld
  hellohello goodbye hallo bonjour hola ciao flower butterfly chocolate cookie cheese banana orange purple yellow
  silver golden diamond angel angels heaven jesus jesuschrist blessed family forever friends friend mother father
  daddy mommy baby babygirl babyboy mustang ferrari porsche harley corvette mercedes yamaha liverpool arsenal
  chelsea barcelona realmadrid juventus manchester london paris berlin america canada mexico england corona
  thunder lightning phoenix matrix ninja samurai gandalf hogwarts harrypotter snoopy scooby mickey mickeymouse
  recruiter recruiting recruitment jobmatch company office manager hiring hiringmanager human resources resume
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij abcdefghijkl correcthorsebatterystaple opensesame
  letmeinnow pleaseletmein mypassword mypasswordis yourpassword thepassword newpassword oldpassword passwordpassword
  adminadmin administratoradmin rootroot testtest testingtesting welcomewelcome qwertyqwerty secretsecret
  iloveyousomuch iloveyouforever thisispassword thisismypassword ihavenopassword nopassword password nothingtosee`
    .split(/\s+/),
);

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
export function passwordProblem(password: string, email: string): string | null {
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
  return forms.some((form) => common.has(form)) ? "Invalid input: this is one of the commonest passwords" : null;
}

/** Whether it is up to four characters over and over: "aaaaaaaaaaaa", "abcabcabcabc". */
function isRepetition(folded: string): boolean {
  return [1, 2, 3, 4].some((length) => {
    const piece = folded.slice(0, length);
    return folded === piece.repeat(Math.ceil(folded.length / length)).slice(0, folded.length);
  });
}
