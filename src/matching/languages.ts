/**
 * Languages a person speaks, with the level they give.
 *
 * @module
 */
import { cellsOf, folded, type TextLine } from "./text.ts";
import type { Found } from "./types.ts";

/** A language by its English name, with the level as printed. */
export type SpokenLanguage = Found<string> & { level: string | null };

const codes =
  "en de fr es pt it nl id ms zh ja ko ru ar hi bn ur pa ta te mr gu kn ml tr pl cs sk hu ro bg el he fa sv da no nb fi et lv lt uk sr hr bs sl sq mk ca eu gl ga cy is mt th vi tl km lo my ne si sw am af zu xh yo ig ha so hy ka az kk uz mn la eo lb be br fy gd fo yi ky tg ku ps sd rm ast ber oc ceb jv su"
    .split(" ");
const displayIn = ["en", "de", "fr", "es", "pt", "it", "nl", "id"];
let names: Map<string, string> | null = null;

/** English names by their folded names in eight languages and their own. */
function languageNames(): Map<string, string> {
  if (names) return names;
  names = new Map();
  const english = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  const displays = displayIn.map((code) => new Intl.DisplayNames([code], { type: "language", fallback: "none" }));
  for (const code of codes) {
    const name = english.of(code);
    if (!name) continue;
    const own = new Intl.DisplayNames([code], { type: "language", fallback: "none" });
    for (const display of [...displays, own]) {
      const printed = display.of(code);
      if (printed && !names.has(folded(printed))) names.set(folded(printed), name);
    }
  }
  for (
    const [other, name] of Object.entries({
      mandarin: "Chinese",
      cantonese: "Cantonese",
      farsi: "Persian",
      tagalog: "Filipino",
      flemish: "Dutch",
      castilian: "Spanish",
      castellano: "Spanish",
      castellan: "Spanish",
      bahasa: "Indonesian",
      "bahasa indonesia": "Indonesian",
      "bahasa inggris": "English",
      brasileiro: "Portuguese",
      punjabi: "Punjabi",
      hochdeutsch: "German",
      moldovan: "Romanian",
    })
  ) names.set(other, name);
  return names;
}

const level =
  /(?<!\p{L})(?:native(?: speaker| or bilingual(?: proficiency)?| proficiency)?|mother tongue|bilingual(?: proficiency)?|fluent(?:ly)?|full professional(?: proficiency)?|professional(?: working)?(?: proficiency)?|limited working(?: proficiency)?|working (?:knowledge|proficiency)|elementary(?: proficiency)?|proficient|advanced|upper[- ]intermediate|intermediate|conversational|business(?: fluent| level)?|basics?(?: knowledge)?|beginner|good|very good|excellent|[abc][12]\+?|muttersprach(?:e|lich|ler)|verhandlungssicher|flie(?:ß|ss)end|sehr gut(?:e kenntnisse)?|gute? kenntnisse|gut|grundkenntnisse|konversationssicher|langue maternelle|courant|bilingue|lu,? (?:ecrit|écrit),? parlé|interm[ée]diaire|notions|scolaire|d[ée]butant|nativ[oa]|lengua materna|fluido|flu[ií]do|alto|medio|b[áa]sico|avanzado|intermedio|avan[çc]ado|intermedi[áa]rio|fluente|l[ií]ngua materna|madrelingua|fluente|ottimo|buono|discreto|scolastico|avanzato|base|moedertaal|vloeiend|uitstekend|goed|redelijk|matig|basis|aktif|pasif|fasih|lancar|penutur asli|dasar|menengah|mahir)(?!\p{L})/iu;

/** Languages as the tags of the web have them: "EN (C1)". */
const shortCodes = new Set("EN DE FR ES IT NL PT PL RU ZH AR SV DA FI CS TR JA KO RO HU EL".split(" "));
const ownNames = new Intl.DisplayNames(["en"], { type: "language" });

/** The language that a word, or a word and the next, name. */
function languageAt(text: string): { name: string; printed: string } | null {
  const known = languageNames();
  const [first = ""] = text.split(" ");
  if (shortCodes.has(first)) {
    return { name: languageNames().get(folded(ownNames.of(first.toLowerCase()) ?? "")) ?? first, printed: first };
  }
  for (const printed of [text, first]) {
    const name = known.get(folded(printed));
    if (name) return { name, printed };
  }
  return null;
}

/** Whether a text is the name of a language. */
export function isLanguage(text: string): boolean {
  return languageNames().has(folded(text.trim()));
}

/** A text of the same length with commas for "and". */
function listed(text: string): string {
  return text.replace(/\s(?:and|AND|und|et|y|e|en|dan|&)(?=\s)/gu, (and) => ",".padEnd(and.length));
}

/** Reads the lines of the sections of languages. */
export function languagesIn(lines: readonly TextLine[]): SpokenLanguage[] {
  const found = new Map<string, SpokenLanguage>();
  let last: SpokenLanguage | null = null;
  /** Languages that share a line, whose levels may stand below them. */
  let row: SpokenLanguage[] = [];
  for (const line of lines) {
    if (line.text.length > 300) continue;
    const cells = cellsOf(line.text, line.start);
    if (row.length > 1 && row.every((one) => one.level === null) && cells.length === row.length) {
      const levels = cells.map(({ text }) => level.exec(text)?.[0] ?? null);
      if (levels.every((one) => one !== null)) {
        for (const [i, one] of row.entries()) one.level = levels[i]!;
        row = [];
        continue;
      }
    }
    row = [];
    /** "Fluent: English, Spanish". */
    let shared: string | null = null;
    let isNamed = false;
    for (const cell of cells) {
      for (const match of listed(cell.text).matchAll(/[^,;|•·/]+/gu)) {
        const piece = match[0];
        const label = /^\s*(?<level>[^:]{2,40}):/u.exec(piece)?.groups?.level;
        if (label !== undefined && level.test(label) && languageAt(label.trim()) === null) {
          shared = level.exec(label)?.[0] ?? null;
        }
        for (const word of piece.matchAll(/(?<!\p{L})\p{L}[\p{L}\p{M}]+(?=(?<next> \p{L}+)?)/gu)) {
          const language = languageAt(word[0] + (word.groups?.next ?? ""));
          if (!language || found.has(language.name)) continue;
          const start = cell.start + match.index + word.index;
          const after = piece.slice(word.index + language.printed.length);
          last = {
            value: language.name,
            level: level.exec(after)?.[0] ?? level.exec(piece.slice(0, word.index))?.[0] ?? shared,
            start,
            end: start + language.printed.length,
            confidence: 0.9,
          };
          found.set(language.name, last);
          row.push(last);
          isNamed = true;
          break;
        }
        if (!isNamed || last?.level === null) {
          const after = level.exec(piece)?.[0];
          if (after && last && last.level === null && row.length < 2) last.level = after;
          else if (after && last && last.level === null && languageAt(piece.trim()) === null) last.level = after;
        }
      }
    }
  }
  return [...found.values()];
}

const languageLabel =
  /(?:^|[|•·;.]\s*|\s{2,})(?:(?:spoken|foreign|human|natural|other) )?(?:languages?(?: skills| spoken| known| proficiency)?|sprachen|sprachkenntnisse|fremdsprachen|langues(?: parl[ée]es| [ée]trang[èe]res)?|idiomas|lenguas|l[ií]nguas|lingue(?: straniere| parlate)?|talen(?:kennis)?|bahasa yang dikuasai)\s*(?:[:：]|\s[–—-])\s*/iu;
const levelWords =
  "(?:fluent(?:ly)?|native(?: or bilingual)?|bilingual|trilingual|conversational|proficient|flie(?:ß|ss)end(?:es)?|verhandlungssicher(?:es)?|muttersprachler(?:in)?|courant|couramment|bilingue|fluido|fluente|nativ[oa]|madrelingua|vloeiend|tweetalig|fasih)";
const spoken = new RegExp(
  `(?<!\\p{L})(?<level>${levelWords})(?:\\s+(?:in|en|em|both|speaker of|command of|knowledge of|(?:written and )?spoken|spoken and written|speakers?|l['’]|de|di))*\\s+(?<list>\\p{L}+(?:(?:\\s*,\\s*|\\s+(?:and|&|und|et|y|e|en|dan)\\s+|\\s*,\\s*and\\s+)\\p{L}+){0,4})`,
  "giu",
);
const bracketed = new RegExp(
  `(?<list>\\p{L}{4,})\\s*\\(\\s*(?<level>${levelWords}|mother tongue|muttersprache|langue maternelle|[abc][12]\\+?)[^()]{0,30}\\)`,
  "giu",
);

/**
 * Reads languages out of lines of other sections: after a label ("Languages: German (native), English C1"), and where a
 * sentence gives their level ("fluent in French and Dutch"). A language that is only named ("taught English") is none.
 */
export function languagesBeside(lines: readonly TextLine[]): SpokenLanguage[] {
  const found = new Map<string, SpokenLanguage>();
  const add = (language: SpokenLanguage) => {
    const known = found.get(language.value);
    if (!known) found.set(language.value, language);
    else known.level ??= language.level;
  };
  for (const line of lines) {
    if (line.text.length > 400) continue;
    const label = languageLabel.exec(line.text);
    if (label) {
      const from = label.index + label[0].length;
      const rest = line.text.slice(from).split(/\.\s|\s{3,}|(?<=[;|•·])\s*\p{L}[\p{L} ]{2,20}:/u)[0]!;
      for (const one of languagesIn([{ ...line, text: rest, start: line.start + from }])) {
        add({ ...one, confidence: 0.8 });
      }
    }
    for (const cell of label ? [] : cellsOf(line.text, line.start)) {
      // "Deutsch, Englisch" and nothing else.
      const pieces = [...listed(cell.text).matchAll(/[^,;|•·/]+/gu)].filter((piece) => piece[0].trim() !== "");
      if (pieces.length < 2 || !pieces.every((piece) => isLanguage(piece[0]))) continue;
      for (const one of languagesIn([{ ...line, text: cell.text, start: cell.start }])) {
        add({ ...one, confidence: 0.8 });
      }
    }
    for (const form of [spoken, bracketed]) {
      for (const match of line.text.matchAll(form)) {
        const { level = "", list = "" } = match.groups ?? {};
        const at = match.index + match[0].indexOf(list);
        for (const word of list.matchAll(/\p{L}+/gu)) {
          const name = languageNames().get(folded(word[0]));
          const start = line.start + at + word.index;
          if (name) add({ value: name, level, start, end: start + word[0].length, confidence: 0.7 });
        }
      }
    }
  }
  return [...found.values()];
}
