/**
 * What a drawing in a DOCX puts behind text: the fill of its shapes, for the text in them, and itself, for the text of
 * the page that may stand on it.
 *
 * @module
 */
import type { Attribute } from "./docx_xml.ts";

/** EMU (914,400 to the inch) from which on both sides of a shape make it a ground: 5 cm. */
const BACKDROP_MIN = 1_800_000;

/** EMU in a point. */
const EMU_PT = 12_700;
/** Opacity, in thousandths of a per cent, below which a fill is taken for none. */
const OPACITY_MIN = 50_000;

/** A drawing behind text. */
export interface Backdrop {
  /** Six hexadecimal digits, or several between `|`; `?` where it is a picture. */
  ground: string;
  /** In points. */
  height: number;
}

/** A drawing that is being read. */
export class Drawing {
  /**
   * Of the shape that is open: six hexadecimal digits, several between `|` where it changes, `?` where it is unknown,
   * `null` where there is none.
   */
  fill: string | null = null;
  hasText = false;
  /** Explicit fills win over those of a style. */
  #isFixed = false;
  #isGradient = false;
  #isAnchored = false;
  #isBehind = false;
  #height = 0;
  #isLarge = false;

  /**
   * What text of the page may stand on; `null` where that is nothing.
   *
   * @param isMargin Whether it is in a page header or footer, all of which is behind the text of the page.
   */
  backdrop(isMargin: boolean): Backdrop | null {
    if (!this.#isLarge || this.hasText || !(this.#isBehind || (isMargin && this.#isAnchored))) return null;
    return { ground: this.fill ?? "?", height: this.#height };
  }

  /** A tag outside text boxes and outlines. */
  open(name: string, attribute: Attribute): void {
    switch (name) {
      case "wp:anchor":
        this.#isAnchored = true;
        this.#isBehind = /^(?:1|true|on)$/.test(attribute("behindDoc") ?? "");
        break;
      case "wp:extent":
        this.#height = Number(attribute("cy")) / EMU_PT;
        this.#isLarge = ["cx", "cy"].every((side) => Number(attribute(side)) >= BACKDROP_MIN);
        break;
      case "wps:wsp":
        [this.fill, this.#isFixed, this.#isGradient] = [null, false, false];
        break;
      case "a:noFill":
        this.#fix(null);
        break;
      case "a:solidFill":
        this.#isGradient = false;
        break;
      case "a:srgbClr":
        this.#fix(this.#isGradient && this.fill ? `${this.fill}|${attribute("val")}` : attribute("val"));
        break;
      case "a:alpha":
        if (Number(attribute("val")) < OPACITY_MIN) this.fill = null;
        break;
      case "a:schemeClr":
        if (this.#isGradient) this.#fix("?");
        else if (!this.#isFixed) this.fill = /^(?:bg1|lt1)$/.test(attribute("val") ?? "") ? null : "?";
        break;
      case "a:gradFill":
        this.#fix(null);
        this.#isGradient = true;
        break;
      case "a:blipFill":
      case "a:pattFill":
        this.#fix("?");
        break;
      case "v:shape":
      case "v:rect":
      case "v:roundrect": {
        const [fill, filled] = [attribute("fillcolor"), attribute("filled")];
        const isNone = fill === null || /^(?:f|false)$/.test(filled ?? "");
        this.#fix(isNone ? null : /^#([\da-f]{6})/i.exec(fill)?.[1] ?? "?");
      }
    }
  }

  #fix(fill: string | null): void {
    [this.fill, this.#isFixed] = [fill, true];
  }
}
