/**
 * Words to rows of a page, and rows to lines of text.
 *
 * @module
 */
import type { Word } from "./glyphs.ts";

/** A line of one column. */
export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
  bold: boolean;
}

/** Words of a row that stand together. */
export interface Segment {
  words: Word[];
  x0: number;
  x1: number;
}

/** What stands on one baseline. */
export interface Row {
  y: number;
  size: number;
  segments: Segment[];
}

/** Part of the font size by which baselines of one row may differ. */
const ROW_EM = 0.35;
/** A gap wider than this, in font sizes, may be a gutter. */
const GUTTER_EM = 0.9;
/** A heading is larger than the text by this. */
export const HEADING_RATIO = 1.15;

/** Rows from top to bottom, their words from left to right. */
export function toRows(words: readonly Word[]): Row[] {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: { y: number; size: number; words: Word[] }[] = [];
  for (const word of sorted) {
    // Superscripts and mixed sizes: a word may belong to any of the last rows.
    const row = rows.slice(-4).findLast((row) => Math.abs(row.y - word.y) <= ROW_EM * Math.min(row.size, word.size));
    if (row) {
      row.words.push(word);
      if (word.size > row.size) [row.size, row.y] = [word.size, word.y];
    } else rows.push({ y: word.y, size: word.size, words: [word] });
  }
  return rows.sort((a, b) => a.y - b.y).map(({ y, size, words }) => ({ y, size, segments: toSegments(words) }));
}

function toSegments(words: Word[]): Segment[] {
  const segments: Segment[] = [];
  for (const word of words.sort((a, b) => a.x0 - b.x0)) {
    const last = segments.at(-1);
    const size = Math.min(word.size, last?.words.at(-1)?.size ?? word.size);
    if (last && word.x0 - last.x1 <= GUTTER_EM * size) {
      last.words.push(word);
      last.x1 = Math.max(last.x1, word.x1);
    } else segments.push({ words: [word], x0: word.x0, x1: word.x1 });
  }
  return segments;
}

/** The middle of the values; 0 where there are none. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A row as one line; wide gaps are two spaces. */
export function toLine({ y, segments }: Row): Line {
  const words = segments.flatMap((segment) => segment.words);
  const chars = words.reduce((sum, { text }) => sum + text.length, 0);
  const boldChars = words.reduce((sum, { text, bold }) => sum + (bold ? text.length : 0), 0);
  const text = segments.map((segment) => textOf(segment.words)).filter((part) => part !== "").join("  ");
  return { text, x: segments[0]!.x0, y, size: dominantSize(words), bold: boldChars * 2 > chars };
}

/** The size most characters have. */
export function dominantSize(words: Word[]): number {
  const chars = new Map<number, number>();
  for (const { size, text } of words) chars.set(size, (chars.get(size) ?? 0) + text.length);
  return [...chars].reduce((best, next) => next[1] > best[1] ? next : best)[0];
}

/** Words joined by spaces; letters set apart ("S K I L L S") become words again. */
export function textOf(words: Word[]): string {
  if (words.length >= 5 && words.filter(({ text }) => text.length === 1).length >= words.length * 0.9) {
    return unspace(words);
  }
  const rtl = words.filter(({ text }) => /[\u0590-\u08ff]/.test(text)).length * 2 > words.length;
  const ordered = rtl ? words.toReversed() : words;
  return ordered.map(({ text }) => rtl && /[\u0590-\u08ff]/.test(text) ? [...text].reverse().join("") : text).join(" ");
}

function unspace(words: Word[]): string {
  const gaps = words.slice(1).map((word, i) => word.x0 - words[i]!.x1);
  const wide = 1.6 * Math.max(0.1, median(gaps));
  return words.map(({ text }, i) => i > 0 && gaps[i - 1]! > wide ? ` ${text}` : text).join("");
}
