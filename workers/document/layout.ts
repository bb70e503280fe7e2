/**
 * From words on a page to lines in reading order: columns and sidebars are read one after the other, rows of a table
 * and dates at the margin stay with their line.
 *
 * The page is cut recursively: a gutter that no text crosses over several rows splits them into two columns, unless
 * one side only annotates the rows of the other (a margin of dates or labels). What lies above and below is cut on
 * its own. A table with a border is read row by row, its cells one after the other where they have several lines.
 *
 * @module
 */
import type { Box } from "./canvas.ts";
import type { Word } from "./glyphs.ts";
import { centredRows, isNotes, withMarginHeadings, withNotes, withWholeCells } from "./notes.ts";
import {
  dominantSize,
  HEADING_RATIO,
  type Line,
  median,
  type Row,
  type Segment,
  textOf,
  toLine,
  toRows,
} from "./rows.ts";
import { type RuledRow, type RuledTable, tablesIn } from "./ruled.ts";

/** A page's lines, and whether the cut into columns was a close call. */
export interface PageLayout {
  lines: Line[];
  uncertain: boolean;
}

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
/** A name is larger than all that stands beside it by this. */
const TITLE_RATIO = 1.3;
const DEPTH_MAX = 6;
/** Points by which a word may stick out of its table. */
const EDGE_PT = 2;

/** Where reading a page has got to. */
interface State {
  uncertain: boolean;
  /** Of the page, in points from the left. */
  middle: number;
}

/** Puts the visible words of a page of that width, with those lines on it, into reading order. */
export function layOut(words: readonly Word[], width: number, rules: readonly Box[]): PageLayout {
  const state = { uncertain: false, middle: width / 2 };
  const lines: Line[] = [];
  let rest = words;
  for (const table of tablesIn(rules)) {
    const cells = cellsOf(table, rest);
    if (cells === null) continue;
    const top = table.rows[0]!.y0;
    lines.push(...readRegion(toRows(rest.filter((word) => middleOf(word) < top)), state, 0));
    for (const row of cells) {
      const isLine = row.every((cell) => cell.length <= 1);
      const parts = isLine ? [toRows(row.flat().flatMap(wordsOf))] : row;
      for (const part of parts) lines.push(...readRegion(part, state, 0));
    }
    rest = rest.filter((word) => middleOf(word) > table.rows.at(-1)!.y1);
  }
  lines.push(...readRegion(toRows(rest), state, 0));
  return { lines, uncertain: state.uncertain };
}

const middleOf = ({ y, size }: Word) => y - 0.3 * size;
const wordsOf = ({ segments }: Row) => segments.flatMap(({ words }) => words);

/**
 * The rows of each cell of a table, row by row.
 *
 * @returns `null` where a row is a line, as all others are read, or where something stands beside the table.
 */
function cellsOf({ x0, x1, rows }: RuledTable, words: readonly Word[]): Row[][][] | null {
  const [top, bottom] = [rows[0]!.y0, rows.at(-1)!.y1];
  const inside = words.filter((word) => middleOf(word) >= top && middleOf(word) <= bottom);
  if (inside.some((word) => word.x0 < x0 - EDGE_PT || word.x1 > x1 + EDGE_PT)) return null;
  const cells = rows.map((row) => cellsOfRow(row, inside));
  return cells.some((row) => row.length > 1 && row.some((cell) => cell.length > 1)) ? cells : null;
}

/** Of the cells that hold something. */
function cellsOfRow({ y0, y1, edges }: RuledRow, words: readonly Word[]): Row[][] {
  const ofRow = words.filter((word) => middleOf(word) >= y0 && middleOf(word) < y1);
  return edges.slice(1).flatMap((right, i) => {
    const isHere = ({ x0, x1 }: Word) => (x0 + x1) / 2 >= edges[i]! && (x0 + x1) / 2 < right;
    const cell = toRows(ofRow.filter(isHere));
    return cell.length > 0 ? [cell] : [];
  });
}

function readRegion(rows: Row[], state: State, depth: number): Line[] {
  const cut = depth < DEPTH_MAX ? bestCut(rows, state) : null;
  if (!cut) return withNotes(withWholeCells(withMarginHeadings(rows))).map(toLine);
  const { from, to, x } = cut;
  const side = (keep: (segment: Segment) => boolean) =>
    rows.slice(from, to).map((row) => ({ ...row, segments: row.segments.filter(keep) }))
      .filter(({ segments }) => segments.length > 0);
  const columns = [side(({ x0 }) => x0 < x), side(({ x0 }) => x0 >= x)];
  if (isTitled(columns[1]!, columns[0]!)) columns.reverse();
  return [rows.slice(0, from), ...columns, rows.slice(to)].flatMap((part) => readRegion(part, state, depth + 1));
}

/** Whether a column begins with what is by far the largest on both: the name, which a sidebar must not come before. */
function isTitled(column: Row[], other: Row[]): boolean {
  const largest = (rows: Row[]) =>
    Math.max(...rows.flatMap(({ segments }) => segments.flatMap(({ words }) => words.map(({ size }) => size))));
  return largest(column.slice(0, 2)) > TITLE_RATIO * largest(other);
}

interface Cut {
  /** Rows [from, to) are split at x. */
  from: number;
  to: number;
  x: number;
}

/** The gutter past the most rows that separates two columns. */
function bestCut(rows: Row[], state: State): Cut | null {
  if (rows.length < COLUMN_ROWS_MIN) return null;
  const leftEdges = rows.flatMap(({ segments }) => segments.map(({ x0 }) => Math.round(x0)));
  const farLeft = Math.min(...leftEdges);
  const candidates = [...new Set(leftEdges)].filter((x) => x > farLeft + 20).map((x) => x - 1);
  const centred = centredRows(rows, state.middle);
  let best: Cut | null = null;
  let bestWeight = 0;
  for (const x of candidates) {
    for (const { from, to } of uncrossedRuns(rows, x, centred)) {
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

/** Longest runs of rows that have nothing on x; centred rows belong to neither side of it. */
function uncrossedRuns(rows: Row[], x: number, centred: ReadonlySet<Row>): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const crossed = i === rows.length || centred.has(rows[i]!) ||
      rows[i]!.segments.some(({ x0, x1 }) => x0 < x && x1 > x - 2);
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
  const shared = new Set(lefts).intersection(new Set(rights)).size;
  const leftIsSparse = lefts.length <= rights.length;
  const [sparse, dense] = leftIsSparse ? [lefts, rights] : [rights, lefts];
  const share = shared / sparse.length;
  const density = sparse.length / dense.length;
  const chars = sparse.map(({ segments }) =>
    textOf(segments.filter(({ x0 }) => x0 < x === leftIsSparse).flatMap(({ words }) => words)).length
  );
  const labels = chars.filter((n) => n <= LABEL_CHARS).length / chars.length;
  if (isNotes(rows, x)) return "no";
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
