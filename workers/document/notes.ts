/**
 * What looks like a column of its own and is none: centred headings, dates in a margin, places at the right edge.
 *
 * @module
 */
import { startsWithBullet } from "./lines.ts";
import { HEADING_RATIO, median, type Row, type Segment, textOf } from "./rows.ts";

/** Points by which a centred line may miss the middle. */
const CENTRE_PT = 2.5;
/** Points within which edges are the same. */
const EDGE_PT = 2;
/** Characters up to which a text at the edge is a note. */
const NOTE_CHARS = 34;
/** A gap wider than this, in font sizes, sets a note apart. */
const NOTE_EM = 1.5;
/** Distance of baselines, in font sizes, of a line and the next. */
const LINE_EM = 2;
/** Share of a side's lines that must stand beside the other side, end at one edge, or say when. */
const BESIDE_SHARE = 0.6;
const FLUSH_SHARE = 0.8;
const DATED_SHARE = 0.5;
/** Share of a side's lines above which it is a margin of dates wherever they stand. */
const ALL_DATED_SHARE = 0.8;

const dated =
  /(?<!\d)(?:19|20)\d\d(?!\d)|(?:[-–—]|to|bis|à|al?|tot)\s*$|^(?:present|now|today|heute|aujourd|actual|oggi|heden|sekarang)/iu;

/** Rows that are one line around the middle of the page or of its text, and not by the chance of their length. */
export function centredRows(rows: readonly Row[], middle: number): Set<Row> {
  const all = rows.flatMap(({ segments }) => segments);
  const left = all.reduce((least, { x0 }) => Math.min(least, x0), Infinity);
  const right = all.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
  const middles = [middle, (left + right) / 2];
  const isCentred = ({ segments: [only, second] }: Row) =>
    only !== undefined && second === undefined && only.x0 > left + EDGE_PT &&
    middles.some((x) => Math.abs((only.x0 + only.x1) / 2 - x) < CENTRE_PT);
  const [centred, others] = [rows.filter(isCentred), rows.filter((row) => !isCentred(row))];
  const edges = new Set(others.flatMap(({ segments }) => segments.map(({ x0 }) => Math.round(x0))));
  return new Set(
    centred.filter(({ segments: [only] }) => [-1, 0, 1].every((off) => !edges.has(Math.round(only!.x0) + off))),
  );
}

/** Whether one side of x only notes when or where what stands on the other side was. */
export function isNotes(rows: readonly Row[], x: number): boolean {
  const isLeft = ({ segments }: Row) => segments.some(({ x0 }) => x0 < x);
  const isRight = ({ segments }: Row) => segments.some(({ x0 }) => x0 >= x);
  const size = median(rows.map((row) => row.size));
  // Headings stand at the edge of a margin of dates as well, and what follows the last entry under its dates.
  const body = rows.slice(rows.findIndex(isRight), rows.findLastIndex(isRight) + 1)
    .filter((row) => (isLeft(row) && isRight(row)) || row.size <= HEADING_RATIO * size);
  const [lefts, rights] = [body.filter(isLeft), body.filter(isRight)];
  if (lefts.length === 0 || rights.length === 0) return false;
  const shared = lefts.filter(isRight).length;
  const leftTexts = lefts.map(({ segments }) => sideText(segments.filter(({ x0 }) => x0 < x)));
  const rightTexts = rights.map(({ segments }) => sideText(segments.filter(({ x0 }) => x0 >= x)));
  if (areDates(leftTexts, ALL_DATED_SHARE) || areDates(rightTexts, ALL_DATED_SHARE)) return true;
  if (shared >= BESIDE_SHARE * lefts.length && areDates(leftTexts, DATED_SHARE)) return true;
  if (shared < BESIDE_SHARE * rights.length) {
    // Of several lines each, only the first of which has something beside it.
    return areDates(rightTexts, DATED_SHARE) && areFlushRight(rights) &&
      goingOn(body, isLeft, isRight) >= FLUSH_SHARE * rights.length;
  }
  return areDates(rightTexts, DATED_SHARE) || (areShort(rightTexts) && areFlushRight(rights));
}

/** Rows with something on the right that have something on the left, or follow closely on such a row. */
function goingOn(rows: readonly Row[], isLeft: (row: Row) => boolean, isRight: (row: Row) => boolean): number {
  let [count, last] = [0, -Infinity];
  for (const row of rows) {
    if (!isRight(row) || (!isLeft(row) && row.y - last > LINE_EM * row.size)) continue;
    count++;
    last = row.y;
  }
  return count;
}

const sideText = (segments: readonly Segment[]) => textOf(segments.flatMap(({ words }) => words));

const areShort = (texts: readonly string[]) =>
  texts.filter(({ length }) => length <= NOTE_CHARS).length >= FLUSH_SHARE * texts.length;

function areDates(texts: readonly string[], share: number): boolean {
  return areShort(texts) && texts.filter((text) => dated.test(text)).length >= share * texts.length;
}

/** One right edge and many left ones. */
function areFlushRight(rows: readonly Row[]): boolean {
  const lasts = rows.map(({ segments }) => segments.at(-1)!);
  const right = Math.max(...lasts.map(({ x1 }) => x1));
  const flush = lasts.filter(({ x1 }) => right - x1 < EDGE_PT).length;
  const left = Math.min(...lasts.map(({ x0 }) => x0));
  const aligned = lasts.filter(({ x0 }) => x0 - left < EDGE_PT).length;
  return flush >= FLUSH_SHARE * rows.length && aligned < FLUSH_SHARE * rows.length;
}

/**
 * Notes of several lines at the right edge run past a short head, beside the bullets below it: they are read with the
 * head.
 */
export function withNotes(rows: readonly Row[]): Row[] {
  const right = rows.reduce((most, { segments }) => Math.max(most, segments.at(-1)!.x1), -Infinity);
  const out: Row[] = [];
  /** Where in `out` the next line of the note above goes; -1 where there is none. */
  let at = -1;
  let isBeside = false;
  /** Of the head and of its notes. */
  let [start, edge] = [0, 0];
  for (const row of rows) {
    const note = noteOf(row, right);
    const isAlone = row.segments.length === 1 && row.segments[0]!.x0 >= edge - row.size * NOTE_EM &&
      right - row.segments[0]!.x1 <= EDGE_PT;
    if (at >= 0 && isAlone && isBeside) {
      out.splice(at++, 0, row);
    } else if (note === null) {
      at = -1;
      out.push(row);
    } else if (at >= 0 && isBelow(row, isBeside ? start : Infinity)) {
      out.splice(at++, 0, { ...row, segments: [note] });
      out.push({ ...row, segments: row.segments.slice(0, -1) });
      isBeside = true;
      edge = Math.min(edge, note.x0);
    } else {
      out.push(row);
      at = out.length;
      isBeside = false;
      [start, edge] = [row.segments[0]!.x0, note.x0];
    }
  }
  return out;
}

/** Whether a row with a note is a bullet, or goes on with one further in than the head begins. */
function isBelow({ segments }: Row, start: number): boolean {
  return segments[0]!.x0 > start + EDGE_PT || startsWithBullet(sideText(segments.slice(0, -1)) + " .");
}

function noteOf({ segments, size }: Row, right: number): Segment | null {
  const [last, before] = [segments.at(-1), segments.at(-2)];
  if (!last || !before || right - last.x1 > EDGE_PT || last.x0 - before.x1 < NOTE_EM * size) return null;
  return sideText([last]).length <= NOTE_CHARS ? last : null;
}

/** A word cut at the end of a narrow cell goes on below it, alone: it is one word in its row. */
export function withWholeCells(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const whole = withRest(out.at(-1), row);
    if (whole) out[out.length - 1] = whole;
    else out.push(row);
  }
  return out;
}

function withRest(above: Row | undefined, { y, size, segments: [only, second] }: Row): Row | null {
  const rest = only && second === undefined && only.words.length === 1 ? only.words[0]!.text : "";
  if (!above || !only || !/^\p{Ll}+$/u.test(rest) || y - above.y > LINE_EM * size) return null;
  const cell = above.segments.find(({ x0 }) => Math.abs(x0 - only.x0) < EDGE_PT);
  const [first, ...others] = cell?.words ?? [];
  const isLast = others.length === 0 && cell === above.segments.at(-1);
  if (!cell || !first || isLast || !/\p{Ll}-$/u.test(first.text)) return null;
  const parts = [[{ ...first, text: first.text.slice(0, -1) + rest }], others].filter(({ length }) => length > 0)
    .map((words) => ({ words, x0: words[0]!.x0, x1: words.at(-1)!.x1 }));
  return { ...above, segments: above.segments.flatMap((segment) => segment === cell ? parts : segment) };
}

/** Share of all rows up to which those that begin at the left edge are headings. */
const MARGIN_HEADING_SHARE = 0.3;

/** Headings that stand left of what they head, in print of their own, are rows of their own. */
export function withMarginHeadings(rows: readonly Row[]): Row[] {
  const left = rows.reduce((least, { segments }) => Math.min(least, segments[0]!.x0), Infinity);
  const isBold = ({ words }: Segment) => words.every(({ bold }) => bold);
  const isLarge = ({ words }: Segment, { size }: Row) => words.every((word) => word.size >= size);
  const inMargin = rows.filter(({ segments }) => segments[0]!.x0 < left + EDGE_PT);
  const isHeading = (row: Row) => {
    const [label, next] = row.segments;
    const text = sideText([label!]);
    return next !== undefined && text.length <= NOTE_CHARS && /^\p{L}[^\d:]*$/u.test(text) && isLarge(label!, row) &&
      (isBold(label!) || label!.words[0]!.size > HEADING_RATIO * next.words[0]!.size);
  };
  if (inMargin.length < 2 || inMargin.length > MARGIN_HEADING_SHARE * rows.length || !inMargin.every(isHeading)) {
    return [...rows];
  }
  const starts = new Set(inMargin);
  return rows.flatMap((row) =>
    starts.has(row)
      ? [{ ...row, segments: row.segments.slice(0, 1) }, { ...row, segments: row.segments.slice(1) }]
      : [row]
  );
}
