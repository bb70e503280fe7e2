/**
 * The lines of a résumé that say who somebody is and how to reach them, cut into their parts.
 *
 * @module
 */
import type { ResumeText, TextLine } from "./text.ts";
import type { Section, Span } from "./types.ts";

/** A part of a line between separators ("|", "•", wide gaps). */
export interface Segment extends Span {
  text: string;
  line: TextLine;
}

const separators = /\s*[|•·▪◦⋄♦●■‧∙►❖–—]\s*|\s{2,}|\t|\s,\s|\s-\s|\s\/\s/gu;

/** Cuts a line where people separate contact details, and at the given spans. */
export function segmentsOf(line: TextLine, taken: readonly Span[]): Segment[] {
  const segments: Segment[] = [];
  const blank = [...line.text];
  for (const { start, end } of taken) {
    for (let at = Math.max(start, line.start); at < Math.min(end, line.end); at++) blank[at - line.start] = "\t";
  }
  const text = blank.join("");
  let from = 0;
  const push = (to: number) => {
    const piece = text.slice(from, to);
    const bare = piece.replace(/^[\s,;:()[\]]+|[\s,;:(|[]+$/gu, "");
    if (bare === "") return;
    const start = line.start + from + piece.indexOf(bare);
    segments.push({ text: bare, start, end: start + bare.length, line });
  };
  for (const match of text.matchAll(separators)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(text.length);
  return segments;
}

/** Each section with its lines, in one pass over both. */
export function sectionLines(
  lines: readonly TextLine[],
  sections: readonly Section[],
): { section: Section; lines: TextLine[] }[] {
  const groups = sections.map((section) => ({ section, lines: [] as TextLine[] }));
  let at = 0;
  for (const line of lines) {
    while (at + 1 < groups.length && line.start >= groups[at]!.section.end) at++;
    groups[at]?.lines.push(line);
  }
  return groups;
}

/** Lines of the header and of sections of contact and personal details. */
export function headerLines({ lines }: ResumeText, sections: readonly Section[]): TextLine[] {
  return sectionLines(lines, sections).flatMap(({ section, lines }) => (section.name === "header" ? lines : []));
}
