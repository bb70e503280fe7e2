/**
 * What a name looks like, and what people print around it.
 *
 * @module
 */
import { headingOf } from "./headings.ts";
import { isPlace } from "./places.ts";
import { folded } from "./text.ts";

const documentWords =
  /(?<!\p{L})(?:curriculum vit(?:a|ae|æ)|curr[ií]culum(?: vit[aæ]e?)?|curriculo|r[ée]sum[ée]|resumé|cv|c\.v\.|lebenslauf|bewerbung|daftar riwayat hidup|riwayat hidup|hoja de vida|profil)(?!\p{L})/giu;
const honorifics =
  /^(?:(?:dr\.? ?-? ?(?:ing|rer|med|phil|jur|h\. ?c|oec|sc)\. ?(?:nat\.|pol\.|publ\.|dent\.|vet\.)?|dipl\.? ?-? ?\p{L}{2,7}\.(?: ?\(fh\))?|mag\.|mgr\.|m\.?sc\.|b\.?sc\.|m\.?eng\.|b\.?eng\.)\s*|(?:dr|prof|mr|mrs|ms|miss|mx|herr|frau|ir|drs|dipl|ing|sr|sra|dott|dott\.ssa|eng|m|mme|dhr|mevr|adv|ca|rev|capt|shri|smt)\.\s?|(?:dr|prof|mr|mrs|ms|miss|herr|frau|ir|drs|mme|rer|nat)\s+|dipl\.-ing\.\s+)+/iu;
const suffixes =
  /(?:\s*,\s*|\s+)\(?(?:ph\.?\s?d\.?|m\.?b\.?a\.?|m\.?sc\.?|b\.?sc\.?|m\.?d\.?|r\.?n\.?|b\.?s\.?n\.?|m\.?s\.?n\.?|c\.?p\.?a\.?|p\.?m\.?p\.?|cfa|ccna|cissp|csm|phr|sphr|shrm-cp|shrm-scp|esq\.?|p\.?e\.?|jd|j\.d\.|llm|ll\.?m\.?|dds|dpt|lcsw|lpn|cna|rdn?|aia|fca|aca|acca|s\.?kom\.?|s\.?t\.?|s\.?e\.?|s\.?pd\.?|m\.?kom\.?|a\.?md\.?|m\.?eng\.?|b\.?eng\.?|m\.?a\.?|b\.?a\.?|m\.?s\.?|b\.?s\.?)\)?$/iu;
const pronouns =
  /\(?(?<!\p{L})(?:he|she|they|ze|xe|er|sie|il|elle|iel|él|ella|elle|ele|ela|lui|lei|hij|zij|hen)\s?[/|]\s?(?:him|her|hers|his|them|theirs|zir|xem|ihm|ihr|lui|la|le|él|ella|dele|dela|suo|sua|hem|haar|hun|he|she|they)(?:\s?[/|]\s?(?:his|hers|theirs|sein|ihr|their|her))?\)?(?!\p{L})/iu;
/** Small words within names. */
export const particles = new Set(
  "de da do dos das del della di du van von der den ten ter te la le el al bin binti bte bint ibn ben abu y e i zu zum af av ap mc mac st san santa dela delos lo los las abd ur ul"
    .split(
      " ",
    ),
);
/** Takes off "Resume of", "Dr.", ", PhD", "(she/her)" and undoes "J O H N". */
export function clean(text: string): string {
  if (/^(?:\p{Lu}\s{1,4}){4,}\p{Lu}$/u.test(text) && /\s{2}/u.test(text)) {
    return clean(text.split(/\s{2,}/u).map((word) => word.replaceAll(" ", "")).join(" "));
  }
  let name = text.replace(pronouns, "").replace(documentWords, " ").replace(/^\s*(?:of|for|von|de|di)\s/iu, " ");
  if (/^(?:\p{L}\.? ){3,}\p{L}\s*$/u.test(name.trim()) && !name.includes(".")) {
    name = name.replace(/(?<=\p{L}) (?=\p{L}(?: |$))/gu, "");
  }
  name = name.replace(/[“"(][^”")]{0,20}[”")]/gu, " ").replace(/\s+/gu, " ").trim();
  name = name.replace(/^[^\p{L}]+|[^\p{L}\p{M}.]+$/gu, "").replace(honorifics, "");
  for (let i = 0; i < 4 && suffixes.test(name) && name.replace(suffixes, "").includes(" "); i++) {
    name = name.replace(suffixes, "");
  }
  return name.replace(/[,;:]+$/u, "").trim();
}

/** Names of scripts that put no blank between family and given name. */
export const unspaced = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u;
/** "Résumé", "work experience" and such in scripts without capitals, and in Cyrillic and Greek. */
const foreignHeading =
  /^(?:السيرة الذاتية|سيرة ذاتية|(?:ال)?معلومات (?:ال)?شخصية|البيانات الشخصية|(?:ال)?خبر(?:ة|ات)(?: العملية| المهنية)?|التعليم|المهارات|اللغات|الملف الشخصي|نبذة(?: عني)?|رزومه|резюме|опыт(?: работы)?|образование|навыки|контакты|личные данные|о себе|языки|автобиография|curriculum|קורות חיים|ניסיון(?: תעסוקתי)?|השכלה|כישורים|פרטים אישיים|बायोडाटा|जीवनवृत्त|अनुभव|शिक्षा|ประวัติส่วนตัว|ประวัติย่อ|การศึกษา|ประสบการณ์(?:ทำงาน)?|βιογραφικό(?: σημείωμα)?|εκπαίδευση|εμπειρία)$/iu;
/** "Résumé", "personal details", "work experience" in those scripts. */
const unspacedHeading = /履歴|职务|職務|简历|簡歷|个人|個人|工作|经历|經歷|教育|技能|이력서|경력|학력|기술|자기소개/u;

/** Has capitals, which no name begins with. */
const georgian = /^[\p{Script=Georgian} ]+$/u;

const cased = /^\p{Lu}[\p{L}\p{M}'’.\-]*$/u;

/** Whether a text has the form of a name. */
export function isName(text: string): boolean {
  if (text.length < 2 || text.length > 48 || !/^[\p{L}\p{M}'’.\- ]+$/u.test(text)) return false;
  if (headingOf(text) || isPlace(text) || foreignHeading.test(text)) return false;
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana} ]+$/u.test(text)) {
    const letters = text.replace(/ /gu, "");
    return letters.length >= 2 && letters.length <= 8 && !unspacedHeading.test(letters);
  }
  const tokens = text.split(" ");
  if (tokens.length > 6 || text.replace(/[^\p{L}]/gu, "").length < 3) return false;
  const hasCase = /\p{Lu}|\p{Ll}/u.test(text) && !georgian.test(text);
  if (!hasCase) return tokens.length <= 5;
  if (/[a-z]\.(?!$| )/u.test(text)) return false;
  return tokens.every((token) =>
        cased.test(token) || particles.has(folded(token)) || /^[dlLD]['’]\p{Lu}/u.test(token)
      ) &&
      cased.test(tokens[0]!.replace(/^['’]/u, "")) || lowerName(tokens);
}

/** Two or three plain words in lower case, which are a name only where an address repeats them. */
export function lowerCased(text: string): boolean {
  return /^\p{Ll}{2,20}(?: \p{Ll}{2,20}){1,2}$/u.test(text) && !georgian.test(text) && !headingOf(text);
}

/** "van der Berg, anna" style particles first. */
function lowerName(tokens: readonly string[]): boolean {
  return particles.has(folded(tokens[0]!)) && tokens.length >= 3 && cased.test(tokens.at(-1)!) &&
    tokens.every((token) => cased.test(token) || particles.has(folded(token)));
}
