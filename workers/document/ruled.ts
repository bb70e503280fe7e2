/**
 * Tables of a page by their lines: between two level lines of one width, with upright ones at both ends and in between,
 * stands a row of cells.
 *
 * @module
 */
import type { Box } from "./canvas.ts";

/** A table with a border. */
export interface RuledTable {
  x0: number;
  x1: number;
  /** From top to bottom, each right below the one before. */
  rows: RuledRow[];
}

/** A row of a table; its cells lie between neighbours of `edges`. */
export interface RuledRow {
  y0: number;
  y1: number;
  edges: number[];
}

/** Points up to which something drawn is a line, and from which it can be the side of a cell. */
const THIN_PT = 2;
const SIDE_PT = 6;
/** Points within which lines meet. */
const MEET_PT = 2;
/** Lines of a page up to which tables are looked for: more are drawings. */
const LINES_MAX = 2000;
const SPANS_MAX = 400;

/** Whether something that is drawn is a line along the page's edges. */
export function isRule({ x0, x1, y0, y1 }: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return (width <= THIN_PT && height >= SIDE_PT) || (height <= THIN_PT && width >= SIDE_PT);
}

/** A line: where it is across its direction, and from where to where it goes. */
interface Span {
  at: number;
  from: number;
  to: number;
}

/** The tables that these lines of a page draw, from top to bottom. */
export function tablesIn(rules: readonly Box[]): RuledTable[] {
  if (rules.length < 5 || rules.length > LINES_MAX) return [];
  const level = rules.filter(({ x0, x1, y0, y1 }) => x1 - x0 > y1 - y0);
  const upright = rules.filter(({ x0, x1, y0, y1 }) => x1 - x0 <= y1 - y0);
  const levels = joined(level.map(({ x0, x1, y0, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })));
  const uprights = joined(upright.map(({ x0, x1, y0, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })));
  if (levels.length > SPANS_MAX || uprights.length > SPANS_MAX) return [];
  const groups: Span[][] = [];
  for (const span of levels) {
    const group = groups.find(([first]) => isNear(first!.from, span.from) && isNear(first!.to, span.to));
    group ? group.push(span) : groups.push([span]);
  }
  return groups.flatMap((group) => tablesOf(group, uprights)).sort((a, b) => a.rows[0]!.y0 - b.rows[0]!.y0);
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= MEET_PT;

/** Lines that go on in one another as one, by where they are. */
function joined(spans: Span[]): Span[] {
  let at = -Infinity;
  const aligned = spans.toSorted((a, b) => a.at - b.at).map((span) => {
    if (span.at - at > MEET_PT) at = span.at;
    return { ...span, at };
  });
  const whole: Span[] = [];
  for (const span of aligned.sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = whole.at(-1);
    if (last?.at === span.at && span.from <= last.to + MEET_PT) last.to = Math.max(last.to, span.to);
    else whole.push(span);
  }
  return whole;
}

/** @param levels Of one width, from top to bottom. */
function tablesOf(levels: readonly Span[], uprights: readonly Span[]): RuledTable[] {
  const tables: RuledTable[] = [];
  for (const [i, { at: y1, from: x0, to: x1 }] of levels.entries()) {
    const y0 = levels[i - 1]?.at ?? y1;
    if (y1 - y0 < SIDE_PT) continue;
    const edges = uprights
      .filter(({ at, from, to }) =>
        at >= x0 - MEET_PT && at <= x1 + MEET_PT && from <= y0 + MEET_PT && to >= y1 - MEET_PT
      )
      .map(({ at }) => at);
    const isClosed = edges.length > 1 && isNear(edges[0]!, x0) && isNear(edges.at(-1)!, x1);
    if (!isClosed) continue;
    const above = tables.at(-1);
    if (above && above.rows.at(-1)!.y1 === y0) above.rows.push({ y0, y1, edges });
    else tables.push({ x0, x1, rows: [{ y0, y1, edges }] });
  }
  // One row alone may be the frame of a page with columns.
  return tables.filter(({ rows }) => rows.filter(({ edges }) => edges.length > 2).length > 1);
}
