/**
 * Where the parts of a résumé begin: heading texts, confirmed by how the document prints its headings.
 *
 * @module
 */
import { bareHeading, headingOf } from "./headings.ts";
import { isLanguage } from "./languages.ts";
import { isRoleWord } from "./roles.ts";
import { cellsOf, folded, type ResumeText, type TextLine, wordsOf } from "./text.ts";
import type { Section, SectionName } from "./types.ts";

interface Candidate {
  line: TextLine;
  name: SectionName;
  heading: string;
  exact: boolean;
  style: string;
  /** Stands out from running text: larger, bold, upper case, or marked as a heading by the format. */
  emphasised: boolean;
}

/**
 * Cuts a résumé into its sections. They follow one another and cover the whole text; the first is the header.
 *
 * A line is a heading when people use its text as one and it is printed as this document prints headings; a line of
 * unknown text is one (`other`) when it is printed exactly as the others and larger than the text.
 */
export function sectionsOf({ text, lines }: ResumeText): Section[] {
  const body = bodySize(lines);
  const candidates = lines.flatMap((line) => candidateOf(line, body) ?? []);
  const headings = withUnknown(withoutLabels(chosen(candidates)), lines, body);
  if (headings.length === 0) headings.push(...inlineHeadings(lines));
  const sections: Section[] = [{ name: "header", heading: null, start: 0, end: text.length }];
  for (const { line, name, heading } of headings) {
    const previous = sections.at(-1)!;
    if (line.start === 0) sections.pop();
    else previous.end = line.start;
    sections.push({ name, heading, start: line.start, end: text.length });
  }
  return sections;
}

/** The size most letters of the text are printed in; `null` where the format gives none. */
export function bodySize(lines: readonly TextLine[]): number | null {
  const letters = new Map<number, number>();
  for (const { fontSize, text } of lines) {
    if (fontSize !== null) letters.set(fontSize, (letters.get(fontSize) ?? 0) + text.length);
  }
  let best: number | null = null;
  for (const [size, count] of letters) if (best === null || count > letters.get(best)!) best = size;
  return best;
}

function isUpper(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function styleOf(line: TextLine): string {
  return `${Math.round((line.fontSize ?? 0) * 2)}|${line.bold}|${isUpper(line.text)}|${line.heading}`;
}

function isLarger({ fontSize }: TextLine, body: number | null, times = 1.06): boolean {
  return fontSize !== null && body !== null && fontSize > body * times;
}

function stands(line: TextLine, body: number | null): boolean {
  return line.heading || line.bold || isLarger(line, body) || isUpper(line.text);
}

function candidateOf(line: TextLine, body: number | null): Candidate | null {
  if (line.bullet || line.text.length > 90) return null;
  if (/[,;]$/u.test(line.text)) return null;
  const match = headingOf(line.text);
  if (match) {
    const { name, exact } = match;
    return { line, name, exact, heading: bareHeading(line.text), style: styleOf(line), emphasised: stands(line, body) };
  }
  // A heading in a left column, with the first entry to its right.
  const [first, second] = cellsOf(line.text);
  const label = first && second && headingOf(first.text);
  if (!first || !label?.exact || /[:,]$/u.test(first.text)) return null;
  if (isUpper(first.text) ? isUpper(second?.text ?? "") : !isLarger(line, body, 1.25)) return null;
  return {
    line,
    name: label.name,
    exact: true,
    heading: bareHeading(first.text),
    style: `cell|${line.bold}`,
    emphasised: true,
  };
}

/** Sections nearly every résumé has, under headings that mean little else. */
const anchors: ReadonlySet<SectionName> = new Set(["experience", "education", "skills"]);

function chosen(candidates: readonly Candidate[]): Candidate[] {
  const votes = new Map<string, number>();
  for (const { style, exact, name, emphasised } of candidates) {
    if (exact && anchors.has(name) && emphasised) votes.set(style, (votes.get(style) ?? 0) + 1);
  }
  if (votes.size === 0) return candidates.filter(({ exact, emphasised }) => exact || emphasised);
  // Emphasised headings exist, so a plain line that only reads like one is text; a weakly worded one needs their style.
  return candidates.filter(({ style, exact, emphasised }) => votes.has(style) || (exact && emphasised));
}

/** What heads the parts of an entry rather than of the résumé. */
const entryLabel =
  /^(?:(?:key |main |career |selected )?(?:highlights|achievements|accomplishments|responsibilities|duties|tasks|results)|summary|overview|description|technologies|tools|tech stack|environment|courses?|courses taken|coursework|relevant coursework|projects?|aufgaben|tatigkeiten|erfolge|missions?|realisations|logros|funciones|responsabilidades|atividades|attivita|mansioni|taken)$/u;

/** Leaves out labels that recur within entries ("Highlights" below each job), or stand in one printed unlike a heading. */
function withoutLabels(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const { heading } of candidates) counts.set(folded(heading), (counts.get(folded(heading)) ?? 0) + 1);
  const styles = new Set(candidates.filter(({ exact, name }) => exact && anchors.has(name)).map(({ style }) => style));
  let inside = false;
  return candidates.filter(({ heading, name, style }) => {
    const label = folded(heading);
    const isLabel = entryLabel.test(label) && (counts.get(label)! > 1 || (inside && !styles.has(style)));
    if (!isLabel) inside = name === "experience";
    return !isLabel;
  });
}

/** Adds the headings that no lexicon knows: printed as the others are, and larger than the text. */
function withUnknown(known: Candidate[], lines: readonly TextLine[], body: number | null): Candidate[] {
  const first = known[0];
  if (!first || body === null) return known;
  const counts = new Map<string, number>();
  for (const { style } of known) counts.set(style, (counts.get(style) ?? 0) + 1);
  const styles = new Set([...counts].filter(([, count]) => count >= 2).map(([style]) => style));
  const byLine = new Map(known.map((candidate) => [candidate.line.index, candidate]));
  let current: SectionName = "header";
  const all = lines.flatMap((line) => {
    const own = byLine.get(line.index);
    if (own) {
      current = own.name;
      return own;
    }
    const larger = (line.fontSize ?? 0) > body * 1.1;
    const style = styleOf(line);
    if (!larger || !styles.has(style) || line.bullet || line.text.length > 40) return [];
    if (line.index < 2 || !/^\p{Lu}/u.test(line.text) || /[\d@|,]|\s{2}/u.test(line.text)) return [];
    // Themes print the titles of jobs and the names of languages as they print headings.
    if (current === "experience" && wordsOf(line.text).some(isRoleWord)) return [];
    if (current === "languages" && isLanguage(line.text)) return [];
    current = "other";
    return { line, name: "other" as const, heading: bareHeading(line.text), exact: false, style, emphasised: true };
  });
  return all;
}

/** "Skills: Python, SQL": all that a résumé without headings may have. */
function inlineHeadings(lines: readonly TextLine[]): Candidate[] {
  return lines.flatMap((line) => {
    const label = /^[\p{L} &/]{3,30}(?=:\s)/u.exec(line.text)?.[0];
    const match = label && !line.bullet ? headingOf(label) : null;
    if (!label || !match?.exact || match.name === "header") return [];
    return { line, name: match.name, heading: label, exact: true, style: "inline", emphasised: false };
  });
}
