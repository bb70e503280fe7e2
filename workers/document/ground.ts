/**
 * The colour behind a place of a PDF page, of all that was drawn there so far.
 *
 * @module
 */
import { blended, type Box, type Colour, mix, WHITE } from "./canvas.ts";
import { isIn } from "./shape.ts";

/** What is drawn on a part of a page, and others may stand on. */
export interface Layer {
  box: Box;
  /** How it mixes with what is below, in the words of a canvas. */
  blend: string;
  /** In [0, 1]; 0 beside it. */
  opacityAt(x: number, y: number): number;
  /** `null` where it is not known. */
  colourAt(x: number, y: number): Colour | null;
}

/** Layers on one another that are looked through. */
const DEPTH_MAX = 8;
/** Points of height whose layers stand together, and how many of these a layer is kept in. */
const BAND_PT = 12;
const BANDS_MAX = 16;

/** The layers of a page, those of a place found without looking at all. */
export class Ground {
  readonly #bands = new Map<number, { layer: Layer; order: number }[]>();
  /** Those that are high. */
  readonly #high: { layer: Layer; order: number }[] = [];
  #count = 0;

  /** Draws a layer over all others. */
  add(layer: Layer): void {
    const entry = { layer, order: this.#count++ };
    const [first, last] = [layer.box.y0, layer.box.y1].map((y) => Math.floor(y / BAND_PT));
    if (last! - first! >= BANDS_MAX) {
      this.#high.push(entry);
      return;
    }
    for (let band = first!; band <= last!; band++) {
      const entries = this.#bands.get(band) ?? [];
      this.#bands.set(band, entries);
      entries.push(entry);
    }
  }

  /** The colour that shows there; `null` where it is not known. */
  colourAt(x: number, y: number): Colour | null {
    const near = this.#bands.get(Math.floor(y / BAND_PT)) ?? [];
    const high = this.#high;
    const over: Paint[] = [];
    // From the last drawn to the first.
    for (let i = near.length - 1, k = high.length - 1; i >= 0 || k >= 0;) {
      const isHigh = i < 0 || (k >= 0 && high[k]!.order > near[i]!.order);
      const { layer } = isHigh ? high[k--]! : near[i--]!;
      if (!isIn(layer.box, x, y)) continue;
      const opacity = layer.opacityAt(x, y);
      if (opacity === 0) continue;
      const colour = layer.colourAt(x, y);
      if (colour === null || over.length === DEPTH_MAX) return null;
      if (opacity >= 1 && layer.blend === "source-over") return through(over, colour);
      over.push({ colour, opacity, blend: layer.blend });
    }
    return through(over, WHITE);
  }
}

interface Paint {
  colour: Colour;
  opacity: number;
  blend: string;
}

function through(over: readonly Paint[], ground: Colour): Colour {
  return over.reduceRight(
    (below, { colour, opacity, blend }) => mix(blended(colour, below, blend), below, opacity),
    ground,
  );
}
