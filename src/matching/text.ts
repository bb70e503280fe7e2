/**
 * The canonical text of a document, and its lines with their place in it.
 *
 * @module
 */
import type { DocumentLine } from "../../workers/protocol.ts";
import type { Span } from "./types.ts";

/** A line of the document with its offsets in the canonical text; `text` is the text between them. */
export interface TextLine extends Span, DocumentLine {
  index: number;
}

/** A document as the matching modules read it. */
export interface ResumeText {
  /** The lines joined by "\n". */
  text: string;
  lines: TextLine[];
}

/** A piece of a line that stands apart from its neighbours: a table cell, a date at the right edge. */
export interface Cell extends Span {
  text: string;
}

/** Joins the lines and gives each its offsets. */
export function textOf(lines: readonly DocumentLine[]): ResumeText {
  const placed: TextLine[] = [];
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const text = line.text.replaceAll("\n", " ");
    placed.push({ ...line, text, index, start: offset, end: offset + text.length });
    offset += text.length + 1;
  }
  return { text: placed.map((line) => line.text).join("\n"), lines: placed };
}

/** Words from which on a line may be one of several of a sentence, rather than an item of a list. */
const WRAPPED_WORDS_MIN = 4;

/** The text with a space for each line break inside a sentence: as long as before, every offset holds. */
export function flowingText({ text, lines }: ResumeText): string {
  let flowing = "";
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next || !isWrapped(line, next)) continue;
    flowing += `${text.slice(from, line.end)} `;
    from = line.end + 1;
  }
  return flowing + text.slice(from);
}

/** Whether a line breaks only because there was no room: the next goes on below it in the same print. */
function isWrapped(line: TextLine, next: TextLine): boolean {
  if (next.bullet || next.heading || line.heading || line.bold !== next.bold || line.fontSize !== next.fontSize) {
    return false;
  }
  if (line.x !== null && next.x !== null && (line.bullet ? next.x <= line.x : Math.abs(next.x - line.x) > 3)) {
    return false;
  }
  // Only what goes on with a bullet stands further in than it.
  const isInset = line.bullet && line.x !== null;
  if ((!isInset && !/^\p{Ll}/u.test(next.text)) || /[.!?:;]$/u.test(line.text)) return false;
  return line.text.split(" ", WRAPPED_WORDS_MIN).length === WRAPPED_WORDS_MIN;
}

/** The index of the line that an offset lies in, by halving. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts a text where two or more blanks, or a tab, part it. Offsets are relative to the text, plus `base`. */
export function cellsOf(text: string, base = 0): Cell[] {
  const cells: Cell[] = [];
  for (const match of text.matchAll(/\S+(?: \S+)*/gu)) {
    cells.push({ text: match[0], start: base + match.index, end: base + match.index + match[0].length });
  }
  return cells;
}

/** Lower case without accents, typographic quotes and dashes made plain: what lexicons are looked up with. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("ß", "ss").replaceAll("ı", "i").replaceAll("ł", "l").replaceAll("ø", "o").replaceAll("æ", "ae")
    .replace(/[‘’ʼ´`]/gu, "'").replace(/[‐‑–—−]/gu, "-");
}

/** The words of a folded text: runs of letters and digits, with inner apostrophes and hyphens split off. */
export function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
