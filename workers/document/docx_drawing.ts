/**
 * What a drawing in a DOCX does to text: the fill of its shapes is behind the text in them, and it is itself behind or
 * in front of the text of the page.
 *
 * @module
 */
import type { Attribute } from "./docx_xml.ts";

/** EMU (914,400 to the inch) from which on both sides of a shape make it a ground: 5 cm. */
const BACKDROP_MIN = 1_800_000;

/** EMU from a page's edge at which nothing is on any page: 55 cm, more than an A3 sheet is high. */
const FAR = 20_000_000;
/** Points from the left that a drawing must reach to lie over all of a line. */
const LINE_PT = 400;
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

/** Where a drawing is along one side of the page, in EMU. */
interface Place {
  /** What its offset is counted from. */
  from: string;
  /** `null` where it is told otherwise. */
  offset: number | null;
  extent: number;
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
  /** Text goes on under it as if it were not there. */
  #isFree = false;
  #picture: string | null = null;
  readonly #across: Place = { from: "", offset: null, extent: 0 };
  readonly #down: Place = { from: "", offset: null, extent: 0 };

  /** Whether what is in it is on no page. */
  get isOff(): boolean {
    return [this.#across, this.#down].some(({ from, offset, extent }) =>
      offset !== null && (Math.abs(offset) >= FAR || (from === "page" && offset + extent <= 0))
    );
  }

  /**
   * Points from the top of its paragraph in which it hides all that the paragraph says; 0 where that cannot be told.
   *
   * @param isOpaque Whether the picture of that relationship has no transparent parts.
   */
  covered(isOpaque: (picture: string) => boolean): number {
    const [{ from, offset: left }, { offset: top }] = [this.#across, this.#down];
    if (!this.#isAnchored || this.#isBehind || !this.#isFree || this.hasText || left === null || top === null) return 0;
    const isSolid = this.#picture === null ? /^[\da-f]{6}/i.test(this.fill ?? "") : isOpaque(this.#picture);
    const isOver = left <= 0 && left + this.#across.extent >= LINE_PT * EMU_PT && top <= 0 &&
      /^(?:page|margin|column|character|leftMargin)$/.test(from) && /^(?:paragraph|line)$/.test(this.#down.from);
    return isSolid && isOver ? (top + this.#down.extent) / EMU_PT : 0;
  }

  /**
   * What text of the page may stand on; `null` where that is nothing.
   *
   * @param isMargin Whether it is in a page header or footer, all of which is behind the text of the page.
   */
  backdrop(isMargin: boolean): Backdrop | null {
    const isLarge = [this.#across, this.#down].every(({ extent }) => extent >= BACKDROP_MIN);
    if (!isLarge || this.hasText || !(this.#isBehind || (isMargin && this.#isAnchored))) return null;
    return { ground: this.fill ?? "?", height: this.#down.extent / EMU_PT };
  }

  /** @param position The element that the offset is of. */
  offset(position: string, offset: string): void {
    (position === "wp:positionH" ? this.#across : this.#down).offset = Number(offset);
  }

  /** A tag outside text boxes and outlines. */
  open(name: string, attribute: Attribute): void {
    switch (name) {
      case "wp:anchor":
        this.#isAnchored = true;
        this.#isBehind = /^(?:1|true|on)$/.test(attribute("behindDoc") ?? "");
        break;
      case "wp:extent":
        [this.#across.extent, this.#down.extent] = [Number(attribute("cx")), Number(attribute("cy"))];
        break;
      case "wp:positionH":
        this.#across.from = attribute("relativeFrom") ?? "";
        break;
      case "wp:positionV":
        this.#down.from = attribute("relativeFrom") ?? "";
        break;
      case "wp:wrapNone":
        this.#isFree = true;
        break;
      case "a:blip":
        this.#picture = attribute("r:embed");
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
