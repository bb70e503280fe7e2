/**
 * The language of a text, by a vote of its commonest words and of letters that few languages have. Words with a capital
 * are left out: names, places, headings and products say nothing of the language of the prose around them.
 *
 * @module
 */

/** Function words, and what every résumé speaks of. None that is as common in English: it would vote for another language. */
const common: Record<string, string> = {
  en:
    "the and of to in for with on by as at from an is was that using this team work experience skills education university or be are i my we our has have had were who which also into over their it",
  de:
    "und der die das mit für von im den auf zu bei als eine einer des dem sowie zur kenntnisse berufserfahrung ausbildung",
  fr: "et de la le les des du en pour dans avec une sur au aux par un compétences expérience formation",
  es: "y de la el los las en para con del por una un al como experiencia formación habilidades",
  pt: "e de da do das dos em para com na no uma um ao por experiência formação competências não",
  it: "e di il la che per con del della nel dei delle in una un alla esperienza formazione competenze gli",
  nl: "en van de het een in voor met op bij als aan te zijn naar werkervaring opleiding vaardigheden",
  id:
    "dan di yang untuk dengan dari pada dalam sebagai ke oleh pengalaman pendidikan kemampuan kerja serta karena bahwa bisa perusahaan karyawan layanan manajemen proyek mengelola penjualan",
  ms:
    "dan di yang untuk dengan dari pada dalam sebagai ke oleh pengalaman pendidikan kemahiran kerja serta kerana bahawa boleh syarikat pekerja perkhidmatan khidmat pengurusan projek pasukan menguruskan jualan",
  pl: "oraz dla się od przez przy jest jako które także na nie ze doświadczenie wykształcenie umiejętności",
  sv: "och på att för av med som till är jag ett den har inom vid samt från erfarenhet utbildning",
  da: "og på at af med som til er jeg et den har inden ved samt fra efter erfaring uddannelse",
  no: "og på å av med som til er jeg et den har innen ved samt fra etter erfaring utdanning",
  tr: "ve ile için bir bu olarak olan daha gibi sonra deneyim eğitim beceriler",
  cs: "se na pro jsem při podle jako ve ke také nebo které byl jsou vzdělání zkušenosti dovednosti",
  sk: "sa na pre som pri podľa ako vo ku tiež alebo ktoré bol sú vzdelanie skúsenosti zručnosti",
  sl: "za sem pri kot ter tudi ali ki bil skupaj izobrazba izkušnje veščine",
  hr: "za sam pri kao te također ili koji bio su zajedno obrazovanje iskustvo vještine",
  ro: "și cu din pentru pe sau prin ca este fost la de un experiență educație competențe",
  fi: "ja oli sekä että kanssa myös olen olin kuin jossa mukaan joka kokemus koulutus taidot",
  hu: "és az hogy egy valamint volt vagy mint meg nem után között során részére tapasztalat végzettség",
  vi: "và của cho các với trong là có được những một theo tại để việc viên kinh nghiệm",
  lt: "ir su yra kad iš nuo bei kaip buvo už arba apie esu patirtis išsilavinimas įgūdžiai",
  lv: "un ar kas uz pie kā arī bija lai esmu līdz pieredze izglītība prasmes",
  et: "ja ning oli koos mis ka et kui või olen kohta eest juures kuni kogemus haridus oskused",
  tl: "ng sa ang mga na ay ako ko ito nang kasama hindi upang karanasan edukasyon",
  ca: "de la el els les amb per del dels una un al com vaig va que és estic experiència formació habilitats",
  eu: "eta da nituen zen bat batean ere dut izan egin bidez arte baina esperientzia",
  sq: "dhe të në për një nga si është që së janë përvojë arsim",
  sw: "na ya wa kwa katika ni za kama kazi uzoefu elimu pamoja vya",
  is: "og að við ég um til með sem var er fyrir af frá eða hef reynsla menntun",
};
const byWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(common)) {
  for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), language]);
}

/** Letters of the Latin script by the languages that alone use them, of those above. */
const letters: Record<string, string[]> = {
  "őű": ["hu"],
  "řěů": ["cs"],
  "ľĺŕ": ["sk"],
  "ť": ["cs", "sk"],
  "čšž": ["cs", "sk", "sl", "hr", "lt", "lv"],
  "đ": ["hr", "vi"],
  "ąę": ["pl", "lt"],
  "łżźśń": ["pl"],
  "ėųį": ["lt"],
  "āēīģķļņ": ["lv"],
  "ğı": ["tr"],
  "ş": ["tr", "ro"],
  "ățș": ["ro"],
  "ươạảấầậắằặẹẻếềểễệịỉọỏốồổộớờởợụủứừữựỳỷỹ": ["vi"],
  "ðþ": ["is"],
  "ý": ["cs", "sk", "is"],
  "å": ["sv", "da", "no"],
  "æø": ["da", "no"],
};
const byLetter = new Map<string, string[]>();
for (const [all, languages] of Object.entries(letters)) for (const letter of all) byLetter.set(letter, languages);

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
  ["hy", /\p{Script=Armenian}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["kn", /\p{Script=Kannada}/gu],
  ["ml", /\p{Script=Malayalam}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["si", /\p{Script=Sinhala}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["lo", /\p{Script=Lao}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
];

/** Languages whose headings and dates are known. */
export const supportedLanguages: ReadonlySet<string> = new Set(["en", "de", "fr", "es", "pt", "it", "nl", "id"]);

/** Words of prose: no address, and in the Latin script without a capital. */
const prose =
  /(?<![\p{L}\p{M}\p{N}@./+-])(?!\p{Lu}(?<=\p{Script=Latin}))\p{L}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}@+]|\.\p{L})/gu;

/** Some print everything in capitals. */
function isAllCapitals(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0, capital = text.match(/\p{Lu}/gu)?.length ?? 0;
  return small * 10 < capital;
}

/** Fewer votes tell no language. */
const votesMin = 3;
/** A language with a larger share of the first one's votes is as likely. */
const tieShare = 0.95;

/** BCP-47 primary language; "und" where a text is too short or too mixed to tell. */
export function languageOf(text: string): string {
  const start = text.slice(0, 20_000).normalize("NFC");
  const sample = isAllCapitals(start) ? start.toLowerCase() : start;
  const words = sample.match(prose) ?? [];
  const said = words.join("");
  if (said === "") return "und";
  for (const [language, script] of scripts) {
    const share = (said.match(script)?.length ?? 0) / said.length;
    if (share > (language === "ja" ? 0.1 : 0.3)) return language;
  }
  const votes = new Map<string, number>();
  const vote = (languages: readonly string[]) => {
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1);
  };
  for (const word of words) {
    vote(byWord.get(word) ?? []);
    for (const letter of word) vote(byLetter.get(letter) ?? []);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < votesMin) return "und";
  const isTie = second !== undefined && second[1] > first[1] * tieShare;
  // Between two languages that are not read it is all the same which one it is.
  if (isTie && (supportedLanguages.has(first[0]) || supportedLanguages.has(second[0]))) return "und";
  return first[0];
}
