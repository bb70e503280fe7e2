/**
 * From words on a page to lines in reading order: columns and sidebars are read one after the other, rows of a table
 * and dates at the margin stay with their line.
 *
 * The page is cut recursively: a gutter that no text crosses over several rows splits them into two columns, unless
 * one side only annotates the rows of the other (a margin of dates or labels). What lies above and below is cut on
 * its own.
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

/** A page's lines, and whether the cut into columns was a close call. */
export interface PageLayout {
  lines: Line[];
  uncertain: boolean;
}

/** Words of a row that stand together. */
interface Segment {
  words: Word[];
  x0: number;
  x1: number;
}

interface Row {
  y: number;
  size: number;
  segments: Segment[];
}

/** Part of the font size by which baselines of one row may differ. */
const ROW_EM = 0.35;
/** A gap wider than this, in font sizes, may be a gutter. */
const GUTTER_EM = 0.9;
/** Rows that a gutter must pass to split columns. */
const COLUMN_ROWS_MIN = 4;
/** Where this share of the sparser side's lines stands on rows of the other, it annotates them. */
const ANNOTATION_SHARE = 0.75;
/** Where the sparser side has fewer lines than this share of the other, it can be an annotation. */
const ANNOTATION_DENSITY = 0.6;
/** Characters up to which a line on the annotating side is a label or date. */
const LABEL_CHARS = 34;
/** Share of a column's lines at its left edge, and share of those that follow closely on the line before. */
const FLOWING_SHARE = 0.9;
const CLOSE_SHARE = 0.5;
/** Distance of baselines, in font sizes, up to which a line follows closely. */
const CLOSE_EM = 1.9;
/** A heading is larger than the text by this. */
const HEADING_RATIO = 1.15;
const DEPTH_MAX = 6;

/** Puts the visible words of a page into reading order. */
export function layOut(words: readonly Word[]): PageLayout {
  const state = { uncertain: false };
  const lines = readRegion(toRows(words), state, 0);
  return { lines, uncertain: state.uncertain };
}

function toRows(words: readonly Word[]): Row[] {
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
    if (last && word.x0 - last.x1 <= GUTTER_EM * word.size) {
      last.words.push(word);
      last.x1 = Math.max(last.x1, word.x1);
    } else segments.push({ words: [word], x0: word.x0, x1: word.x1 });
  }
  return segments;
}

function readRegion(rows: Row[], state: { uncertain: boolean }, depth: number): Line[] {
  const cut = depth < DEPTH_MAX ? bestCut(rows, state) : null;
  if (!cut) return rows.map(toLine);
  const { from, to, x } = cut;
  const side = (keep: (segment: Segment) => boolean) =>
    rows.slice(from, to).map((row) => ({ ...row, segments: row.segments.filter(keep) }))
      .filter(({ segments }) => segments.length > 0);
  return [
    ...readRegion(rows.slice(0, from), state, depth + 1),
    ...readRegion(side(({ x0 }) => x0 < x), state, depth + 1),
    ...readRegion(side(({ x0 }) => x0 >= x), state, depth + 1),
    ...readRegion(rows.slice(to), state, depth + 1),
  ];
}

interface Cut {
  /** Rows [from, to) are split at x. */
  from: number;
  to: number;
  x: number;
}

/** The gutter past the most rows that separates two columns. */
function bestCut(rows: Row[], state: { uncertain: boolean }): Cut | null {
  if (rows.length < COLUMN_ROWS_MIN) return null;
  const leftEdges = rows.flatMap(({ segments }) => segments.map(({ x0 }) => Math.round(x0)));
  const farLeft = Math.min(...leftEdges);
  const candidates = [...new Set(leftEdges)].filter((x) => x > farLeft + 20).map((x) => x - 1);
  let best: Cut | null = null;
  let bestWeight = 0;
  for (const x of candidates) {
    for (const { from, to } of uncrossedRuns(rows, x)) {
      const weight = Math.min(countSide(rows, from, to, x, true), countSide(rows, from, to, x, false));
      if (weight < COLUMN_ROWS_MIN || weight <= bestWeight) continue;
      const verdict = areColumns(rows.slice(from, to), x);
      if (verdict === "no") continue;
      if (verdict === "perhaps") state.uncertain = true;
      best = { from, to, x };
      bestWeight = weight;
    }
  }
  return best;
}

/** Longest runs of rows that have nothing on x. */
function uncrossedRuns(rows: Row[], x: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const crossed = i === rows.length || rows[i]!.segments.some(({ x0, x1 }) => x0 < x && x1 > x - 2);
    if (!crossed) continue;
    if (i - from >= COLUMN_ROWS_MIN) runs.push(trim(rows, { from, to: i }, x));
    from = i + 1;
  }
  return runs;
}

/** Rows at either end that have only one side belong to what is above or below, if they are headings of both sides. */
function trim(rows: Row[], run: { from: number; to: number }, x: number): { from: number; to: number } {
  let { from, to } = run;
  const isRight = (row: Row) => row.segments.some(({ x0 }) => x0 >= x);
  // A sidebar may begin above or below the main column; only what is left of a right-hand column is given back.
  while (from < to && !rows.slice(from, from + 3).some(isRight)) from++;
  while (to > from && !rows.slice(Math.max(from, to - 40), to).some(isRight)) to--;
  return { from, to };
}

function countSide(rows: Row[], from: number, to: number, x: number, left: boolean): number {
  let n = 0;
  for (let i = from; i < to; i++) if (rows[i]!.segments.some(({ x0 }) => x0 < x === left)) n++;
  return n;
}

function areColumns(rows: Row[], x: number): "yes" | "perhaps" | "no" {
  const lefts = rows.filter(({ segments }) => segments.some(({ x0 }) => x0 < x));
  const rights = rows.filter(({ segments }) => segments.some(({ x0 }) => x0 >= x));
  const shared = lefts.filter((row) => rights.includes(row)).length;
  const leftIsSparse = lefts.length <= rights.length;
  const [sparse, dense] = leftIsSparse ? [lefts, rights] : [rights, lefts];
  const share = shared / sparse.length;
  const density = sparse.length / dense.length;
  const chars = sparse.map(({ segments }) =>
    textOf(segments.filter(({ x0 }) => x0 < x === leftIsSparse).flatMap(({ words }) => words)).length
  );
  const labels = chars.filter((n) => n <= LABEL_CHARS).length / chars.length;
  if (isFlowing(sparse, x, leftIsSparse) && hasHeading(dense, x, !leftIsSparse)) return "yes";
  if (share >= ANNOTATION_SHARE && density < ANNOTATION_DENSITY && labels > 0.7) return "no";
  // Every row has both sides and one of them is short: a table of labels and values.
  if (share >= 0.9 && density >= ANNOTATION_DENSITY && labels > 0.8 && median(chars) <= 14) return "no";
  return share >= ANNOTATION_SHARE && labels > 0.7 ? "perhaps" : "yes";
}

/** A column has a heading, and lines that follow closely at one left edge; dates and labels of a table do not. */
function isFlowing(rows: Row[], x: number, isLeft: boolean): boolean {
  const lines = sideLines(rows, x, isLeft);
  const size = median(lines.map((line) => line.size));
  const edge = median(lines.map(({ x0 }) => Math.round(x0)));
  const aligned = lines.filter(({ x0 }) => Math.abs(x0 - edge) < 2 * size).length;
  const close = lines.slice(1).filter(({ y }, i) => y - lines[i]!.y < CLOSE_EM * size).length;
  return aligned >= FLOWING_SHARE * lines.length && close >= CLOSE_SHARE * (lines.length - 1) &&
    hasHeading(rows, x, isLeft);
}

function hasHeading(rows: Row[], x: number, isLeft: boolean): boolean {
  const sizes = sideLines(rows, x, isLeft).map(({ size }) => size);
  return sizes.some((size) => size > HEADING_RATIO * median(sizes));
}

function sideLines(rows: Row[], x: number, isLeft: boolean): { y: number; x0: number; size: number }[] {
  return rows.map(({ y, segments }) => {
    const words = segments.filter(({ x0 }) => x0 < x === isLeft).flatMap(({ words }) => words);
    return { y, x0: words[0]!.x0, size: dominantSize(words) };
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function toLine({ y, segments }: Row): Line {
  const words = segments.flatMap((segment) => segment.words);
  const chars = words.reduce((sum, { text }) => sum + text.length, 0);
  const boldChars = words.reduce((sum, { text, bold }) => sum + (bold ? text.length : 0), 0);
  const text = segments.map((segment) => textOf(segment.words)).filter((part) => part !== "").join("  ");
  return { text, x: segments[0]!.x0, y, size: dominantSize(words), bold: boldChars * 2 > chars };
}

/** The size most characters have. */
function dominantSize(words: Word[]): number {
  const chars = new Map<number, number>();
  for (const { size, text } of words) chars.set(size, (chars.get(size) ?? 0) + text.length);
  return [...chars].reduce((best, next) => next[1] > best[1] ? next : best)[0];
}

/** Words joined by spaces; letters set apart ("S K I L L S") become words again. */
function textOf(words: Word[]): string {
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
