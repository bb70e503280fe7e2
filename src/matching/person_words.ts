/**
 * Words of a résumé's prose that speak of the person: pronouns and parts of the name. They tell gender and origin, and
 * nothing of the work, so that no vector may see them.
 *
 * @module
 */
import type { Span } from "./types.ts";

/** Third person, singular and the English plural that people choose; by language. */
const pronouns: Record<string, string> = {
  en: "he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|themself",
  de: "er|ihm|ihn|sein|seine|seinem|seinen|seiner|seines|sie|ihr|ihre|ihrem|ihren|ihrer|ihres",
  fr: "il|lui|elle|ils|elles",
  es: "él|ella|ellos|ellas",
  it: "lui|lei|egli|essa",
  pt: "ele|ela|dele|dela",
  nl: "hij|hem|zijn|zij|haar",
};

/** Parts of a name that are words of their own in too many texts. */
const particles = new Set([
  "de",
  "da",
  "di",
  "do",
  "del",
  "der",
  "van",
  "von",
  "zu",
  "la",
  "le",
  "al",
  "el",
  "ben",
  "bin",
]);

const patterns = new Map(
  Object.entries(pronouns).map(([language, words]) => [
    language,
    // "HIS" and "ER" are a hospital's; pronouns are never all capitals.
    new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${bothCases(words)})(?![\\p{L}\\p{N}]|['’-]\\p{L})`, "gu"),
  ]),
);

function bothCases(words: string): string {
  return words.split("|").map((word) => `[${word[0]}${word[0]!.toUpperCase()}]${word.slice(1)}`).join("|");
}

/**
 * Pronouns, and first or last name where they stand alone, with the ’s after them. Not sorted.
 *
 * @param name The person's, as read; `null` where none was.
 * @param language BCP-47 primary language of the text.
 */
export function personWords(text: string, name: string | null, language: string): Span[] {
  const spans: Span[] = [];
  const add = (pattern: RegExp) => {
    for (const { index, 0: word } of text.matchAll(pattern)) spans.push({ start: index, end: index + word.length });
  };
  const pattern = patterns.get(language);
  if (pattern) add(pattern);
  for (const part of new Set(name?.split(/[\s.,]+/u) ?? [])) {
    if (part.length < 3 || particles.has(part.toLowerCase())) continue;
    // As printed in prose: "Ada", also where the heading says "ADA".
    const printed = part[0]!.toUpperCase() + part.slice(1).toLowerCase();
    const forms = [...new Set([part, printed])].map((form) => RegExp.escape(form)).join("|");
    add(new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?:['’]s)?(?![\\p{L}\\p{N}])`, "gu"));
  }
  return spans;
}
