/**
 * Which words are no longer seen once something has been drawn over them, be it one shape or many that together leave
 * nothing of them.
 *
 * @module
 */
import { isIn } from "./shape.ts";
import type { Box } from "./canvas.ts";

/** A word that something may be drawn over. */
export interface Coverable {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  hidden: string | null;
}

/** A place in a word. */
interface Spot {
  x: number;
  y: number;
  /** Share of its light that comes through what lies over it. */
  through: number;
  of: { word: Coverable; left: number };
}

/** Heights above the baseline, in font sizes, that must all be covered: a line through a word leaves it readable. */
const HEIGHTS_EM = [0.15, 0.3, 0.45];
const COLUMNS_MAX = 8;
/** Share of light up to which black print on white is no longer seen: its contrast is then below 1.3. */
const THROUGH_MAX = 0.1;
/** Points by which tiles that meet may miss one another. */
const SEAM_PT = 0.25;
/** Points of height that are looked through together. */
const BAND_PT = 12;

/** The words of a page that are still seen. Each of their places is given up once covered, so that shapes stay cheap. */
export class Cover {
  readonly #bands = new Map<number, Spot[]>();
  readonly #words: readonly Coverable[];
  /** Words up to here are in the bands. */
  #placed = 0;
  #first = Infinity;
  #last = -Infinity;

  /** @param words Of the page in the order of drawing; grows as it is read. */
  constructor(words: readonly Coverable[]) {
    this.#words = words;
  }

  /**
   * Draws something over all words so far.
   *
   * @param opacityAt In [0, 1], at a place in or right beside the area.
   */
  lay(area: Box, reason: string, opacityAt: (x: number, y: number) => number): void {
    this.#place();
    const wide = { x0: area.x0 - SEAM_PT, x1: area.x1 + SEAM_PT, y0: area.y0 - SEAM_PT, y1: area.y1 + SEAM_PT };
    if (!(area.x1 > area.x0 && area.y1 > area.y0)) return;
    const last = Math.min(this.#last, Math.floor(wide.y1 / BAND_PT));
    for (let band = Math.max(this.#first, Math.floor(wide.y0 / BAND_PT)); band <= last; band++) {
      const spots = this.#bands.get(band) ?? [];
      for (let i = spots.length - 1; i >= 0; i--) {
        const spot = spots[i]!;
        if (!isIn(wide, spot.x, spot.y)) continue;
        spot.through *= 1 - opacityAt(spot.x, spot.y);
        if (spot.through > THROUGH_MAX) continue;
        spots[i] = spots.at(-1)!;
        spots.pop();
        if (--spot.of.left === 0) spot.of.word.hidden ??= reason;
      }
    }
  }

  #place(): void {
    for (; this.#placed < this.#words.length; this.#placed++) {
      const word = this.#words[this.#placed]!;
      if (word.hidden !== null) continue;
      const columns = Math.min(COLUMNS_MAX, Math.max(3, word.text.length));
      const of = { word, left: columns * HEIGHTS_EM.length };
      const inset = Math.min(1, (word.x1 - word.x0) / 4);
      for (const height of HEIGHTS_EM) {
        const y = word.y - height * word.size;
        const band = Math.floor(y / BAND_PT);
        [this.#first, this.#last] = [Math.min(this.#first, band), Math.max(this.#last, band)];
        const spots = this.#bands.get(band) ?? [];
        this.#bands.set(band, spots);
        for (let i = 0; i < columns; i++) {
          const x = word.x0 + inset + (word.x1 - word.x0 - 2 * inset) * i / (columns - 1);
          spots.push({ x, y, through: 1, of });
        }
      }
    }
  }
}
