/**
 * What a drawing in a DOCX puts behind text: the fill of its shapes, for the text in them, and itself, where it is large
 * enough to be the ground of a page.
 *
 * @module
 */
import type { Attribute } from "./docx_xml.ts";

/** EMU (914,400 to the inch) from which on both sides of a shape make it a ground: 5 cm. */
const BACKDROP_MIN = 1_800_000;

/** A drawing that is being read. */
export class Drawing {
  /** Of the shape that is open: six hexadecimal digits, `?` where it is unknown, `null` where there is none. */
  fill: string | null = null;
  hasText = false;
  /** Explicit fills win over those of a style. */
  #isFixed = false;
  #isLarge = false;
  #isBehind = false;

  /** Text of the page may stand on it. */
  get isBackdrop(): boolean {
    return this.#isLarge && !this.hasText && (this.#isBehind || this.fill !== null);
  }

  /** A tag outside text boxes and outlines. */
  open(name: string, attribute: Attribute): void {
    switch (name) {
      case "wp:anchor":
        this.#isBehind = attribute("behindDoc") === "1";
        break;
      case "wp:extent":
        this.#isLarge = ["cx", "cy"].every((side) => Number(attribute(side)) >= BACKDROP_MIN);
        break;
      case "wps:wsp":
        [this.fill, this.#isFixed] = [null, false];
        break;
      case "a:noFill":
        this.#fix(null);
        break;
      case "a:srgbClr":
        this.#fix(attribute("val"));
        break;
      case "a:schemeClr":
        if (!this.#isFixed) this.fill = /^(?:bg1|lt1)$/.test(attribute("val") ?? "") ? null : "?";
        break;
      case "a:gradFill":
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
