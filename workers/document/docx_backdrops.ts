/**
 * Which paragraphs of a DOCX may stand on the pictures and shapes behind its text. Word lays pages out and a file does
 * not say how: what is further from a drawing's own paragraph than that is high cannot be on it.
 *
 * @module
 */
import type { Backdrop } from "./docx_drawing.ts";

/** A drawing behind the text, in the paragraph of that index. */
export interface Placed extends Backdrop {
  paragraph: number;
}

/** Points from which a drawing in a page header is a ground of whole pages: most of A4's or Letter's height. */
const PAGE_PT = 600;
/** Different grounds up to which each is told. */
const GROUNDS_MAX = 8;

/** The drawings of a page header as they lie behind the paragraphs of the body: at the top of its pages, or all over. */
export function ofPages(backdrops: readonly Placed[]): Placed[] {
  return backdrops.map((backdrop) => ({
    ...backdrop,
    paragraph: 0,
    height: backdrop.height >= PAGE_PT ? Infinity : backdrop.height,
  }));
}

/**
 * The grounds of each paragraph, between `|`: that of the page, and of what may be behind it. Linear in both.
 *
 * @param heights Of the paragraphs, in points.
 */
export function groundsOf(heights: readonly number[], backdrops: readonly Placed[], page: string): string[] {
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  const kinds = [...new Set(backdrops.map(({ ground }) => ground))];
  const changes = new Map<string, Int32Array>();
  for (const { ground, paragraph, height } of backdrops) {
    const kind = kinds.length > GROUNDS_MAX ? "?" : ground;
    const change = changes.get(kind) ?? new Int32Array(heights.length + 1);
    changes.set(kind, change);
    const top = tops[paragraph] ?? 0;
    change[firstFrom(tops, top - height)]! += 1;
    change[Math.min(heights.length, firstFrom(tops, top + height))]! -= 1;
  }
  const open = new Map<string, number>();
  return heights.map((_, i) => {
    for (const [ground, change] of changes) open.set(ground, (open.get(ground) ?? 0) + change[i]!);
    return [page, ...[...open].flatMap(([ground, count]) => count > 0 ? [ground] : [])].join("|");
  });
}

/** The first paragraph that begins at or below a height. */
function firstFrom(tops: readonly number[], height: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle]! >= height) high = middle;
    else low = middle + 1;
  }
  return low;
}
