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
  "en de fr es pt it nl id ms zh ja ko ru ar hi bn ur pa ta te mr gu kn ml tr pl cs sk hu ro bg el he fa sv da no nb fi et lv lt uk sr hr bs sl sq mk ca eu gl ga cy is mt th vi tl km lo my ne si sw am af zu xh yo ig ha so hy ka az kk uz mn la eo lb be"
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

/** Reads the lines of the sections of languages. */
export function languagesIn(lines: readonly TextLine[]): SpokenLanguage[] {
  const known = languageNames();
  const found = new Map<string, SpokenLanguage>();
  let last: SpokenLanguage | null = null;
  for (const line of lines) {
    if (line.text.length > 200) continue;
    let isNamed = false;
    for (const cell of cellsOf(line.text, line.start)) {
      for (const match of cell.text.matchAll(/[^,;|•·/]+/gu)) {
        const piece = match[0];
        const at = /\p{L}[\p{L}\p{M}]+(?: \p{L}+)?/gu;
        for (const word of piece.matchAll(at)) {
          const name = known.get(folded(word[0])) ?? known.get(folded(word[0].split(" ")[0]!));
          if (!name || found.has(name)) continue;
          const start = cell.start + match.index + word.index;
          const printed = known.has(folded(word[0])) ? word[0] : word[0].split(" ")[0]!;
          last = {
            value: name,
            level: level.exec(piece.slice(word.index + printed.length))?.[0] ?? null,
            start,
            end: start + printed.length,
            confidence: 0.9,
          };
          found.set(name, last);
          isNamed = true;
          break;
        }
        if (!isNamed || last?.level === null) {
          const after = level.exec(piece)?.[0];
          if (after && last && last.level === null) last.level = after;
        }
      }
    }
  }
  return [...found.values()];
}
