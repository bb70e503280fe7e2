/**
 * The language of a text, by a vote of its commonest words.
 *
 * @module
 */

const common: Record<string, string> = {
  en:
    "the and of to in for with on by as at from an is was that using this team work experience skills education university",
  de:
    "und der die das mit für von im den auf zu bei als eine einer des dem sowie zur kenntnisse berufserfahrung ausbildung",
  fr: "et de la le les des du en pour dans avec une sur au aux par un compétences expérience formation",
  es: "y de la el los las en para con del por una un al como experiencia formación habilidades",
  pt: "e de da do das dos em para com na no uma um ao por experiência formação competências não",
  it: "e di il la che per con del della nel dei delle in una un alla esperienza formazione competenze gli",
  nl: "en van de het een in voor met op bij als aan te zijn naar werkervaring opleiding vaardigheden",
  id: "dan di yang untuk dengan dari pada dalam sebagai ke oleh pengalaman pendidikan kemampuan kerja",
  pl: "i w na z do oraz dla się od przez doświadczenie wykształcenie umiejętności",
  sv: "och i på att för med av som en till är erfarenhet utbildning",
  da: "og i på at for med af som en til er erfaring uddannelse",
  tr: "ve ile için bir bu olarak deneyim eğitim beceriler",
  cs: "a v na se do pro s od vzdělání zkušenosti dovednosti",
  ro: "și de la în cu pentru din pe un o experiență educație",
};
const byWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(common)) {
  for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), language]);
}

/** Scripts that are read by few languages, the commonest of them. */
const scripts: [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
];

/** Languages whose headings and dates are known. */
export const supportedLanguages: ReadonlySet<string> = new Set(["en", "de", "fr", "es", "pt", "it", "nl", "id"]);

/** BCP-47 primary language; "und" where a text is too short or too mixed to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return "und";
  for (const [language, script] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (language === "ja" ? 0.1 : 0.3)) return language;
  }
  const votes = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const language of byWord.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 3 || (second && second[1] > first[1] * 0.95)) return "und";
  return first[0];
}
