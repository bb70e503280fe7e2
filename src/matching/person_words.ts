/**
 * Words of a résumé's prose that speak of the person: pronouns and parts of the name. They tell gender and origin, and
 * nothing of the work, so that no vector may see them.
 *
 * @module
 */
import type { Section, Span } from "./types.ts";

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
 * Third-person pronouns. Not sorted.
 *
 * @param language BCP-47 primary language of the text.
 */
export function pronounSpans(text: string, language: string): Span[] {
  const pattern = patterns.get(language);
  return pattern ? spansOf(text, pattern) : [];
}

/** The parts of a name that stand for somebody where they stand alone: neither particles nor initials. */
export function nameParts(name: string | null): string[] {
  return [...new Set(name?.split(/[\s.,]+/u) ?? [])]
    .filter((part) => part.length >= 3 && !particles.has(part.toLowerCase()));
}

/** What tells a gender before a name. "Dr." and "Prof." tell what somebody did. */
const titles =
  "mr|mrs|ms|miss|mx|madam|sir|herr|frau|monsieur|madame|mme|mlle|señor|señora|sr|sra|srta|signor|signora|sig|dhr|mevr|mevrouw|shri|smt";
const titleBefore = new RegExp(`(?<![\\p{L}\\p{N}])(?:${bothCases(titles)})\\.?\\s$`, "u");
/** As much as the longest of them takes, with its stop and a blank. */
const titleCharsMax = 12;

/** Names with the "Ms." that stands before them. */
export function withTitles(text: string, names: readonly Span[]): Span[] {
  return names.map(({ start, end }) => {
    const title = titleBefore.exec(text.slice(Math.max(0, start - titleCharsMax), start));
    return { start: start - (title?.[0].length ?? 0), end };
  });
}

/** First or last name where they stand alone, with the ’s after them. Not sorted. */
export function namePartSpans(text: string, parts: readonly string[]): Span[] {
  return parts.flatMap((part) => {
    // As printed in prose: "Ada", also where the heading says "ADA".
    const printed = part[0]!.toUpperCase() + part.slice(1).toLowerCase();
    const forms = [...new Set([part, printed])].map((form) => RegExp.escape(form)).join("|");
    return spansOf(text, new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?:['’]s)?(?![\\p{L}\\p{N}])`, "gu"));
  });
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: word }) => ({ start: index, end: index + word.length }));
}

/** What makes the first line of a résumé a title rather than a name. */
const role =
  /\b(?:developer|engineer|manager|analyst|architect|consultant|designer|specialist|administrator|programmer|scientist|lead|tester|teacher|nurse|accountant|assistant|director|officer|technician|chef|driver|intern|student|expert|certified|resume|cv)\b/i;

/** A first line longer than this holds more than a name. */
const nameCharsMax = 80;

/** The first line of the header where it is two to four capitalised words and no title: a name that nothing else tells. */
export function nameLine(text: string, [header]: readonly Section[]): Span | null {
  if (header?.name !== "header") return null;
  const head = text.slice(header.start, Math.min(header.end, header.start + 3 * nameCharsMax));
  const line = head.trimStart().split("\n", 1)[0]!.trimEnd();
  if (line.length > nameCharsMax || role.test(line)) return null;
  const words = line.split(/\s+/);
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))) return null;
  const start = header.start + head.length - head.trimStart().length;
  return { start, end: start + line.length };
}
