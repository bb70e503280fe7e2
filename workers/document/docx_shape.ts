/**
 * WordprocessingML as mammoth reads it: what it would drop is unwrapped, what it would read twice stands once, and of
 * drawings only the text of their boxes stays.
 *
 * @module
 */
import { attribute, decode, type Tag, tagsOf } from "./docx_tags.ts";
import { TooComplexError } from "./zip.ts";

/** A part, and what else was seen in it. */
export interface Shaped {
  xml: string;
  /** A picture or a coloured shape behind the text, large enough to be its ground. */
  hasBackdrop: boolean;
  /** Targets of links that are fields. */
  links: string[];
}

/** Name of the attribute of a text box that holds its fill: six hexadecimal digits, or `?` where that is unknown. */
export const GROUND = "ground";

/** Elements whose tags go and whose content stays. */
const transparent = new Set([
  ...["w:fldSimple", "w:customXml", "w:dir", "w:bdo", "w:moveTo", "w:ruby", "w:rubyBase"],
  ...["mc:AlternateContent", "mc:Choice", "mc:Fallback"],
]);
/** Elements that go with their content: text that was moved away, and how to pronounce a text. */
const dropped = new Set(["w:moveFrom", "w:rt"]);
const drawings = new Set(["w:drawing", "w:pict", "w:object"]);
/** EMU (914,400 to the inch) from which on both sides of a shape make it a ground: 5 cm. */
const BACKDROP_MIN = 1_800_000;

/** Elements in one another; tables in tables in text boxes have fewer than 100. */
const DEPTH_MAX = 1000;

interface Drawing {
  depth: number;
  /** Where its open text box is; `null` between them. */
  box: number | null;
  fill: string | null;
  /** Explicit fills win over those of a style. */
  isFixed: boolean;
  outline: number | null;
  isLarge: boolean;
  isBehind: boolean;
  hasText: boolean;
}

/**
 * Shapes a part; linear in its length.
 *
 * @throws {TooComplexError} Where elements are nested deeper than any reader goes.
 */
export function shaped(xml: string): Shaped {
  const walk = new Shaper(xml);
  for (const tag of tagsOf(xml)) walk.step(tag);
  return walk.done();
}

class Shaper {
  readonly #xml: string;
  readonly #links: string[] = [];
  #out = "";
  #from = 0;
  #depth = 0;
  #hasBackdrop = false;
  #drawings: Drawing[] = [];
  /** Alternatives that are open, and whether one of each has had a text. */
  #alternatives: { depth: number; hasText: boolean }[] = [];
  #skip: number | null = null;

  constructor(xml: string) {
    this.#xml = xml;
  }

  step(tag: Tag): void {
    if (tag.isClosing) this.#close(tag);
    else this.#open(tag);
    this.#from = tag.end;
  }

  done(): Shaped {
    this.#keep(this.#xml.length);
    return { xml: this.#out, hasBackdrop: this.#hasBackdrop, links: this.#links };
  }

  get #isKept(): boolean {
    const drawing = this.#drawings.at(-1);
    return this.#skip === null && (drawing === undefined || drawing.box !== null);
  }

  #keep(to: number): void {
    if (this.#isKept) this.#out += this.#xml.slice(this.#from, to);
  }

  #open(tag: Tag): void {
    this.#keep(tag.start);
    const { name, isEmpty } = tag;
    const depth = this.#depth + 1;
    if (depth > DEPTH_MAX) throw new TooComplexError("too deep");
    if (!isEmpty) this.#depth = depth;
    if (this.#skip !== null) return;
    const drawing = this.#drawings.at(-1);
    if (name === "mc:AlternateContent" && !isEmpty) this.#alternatives.push({ depth, hasText: false });
    const isOther = name === "mc:Fallback" || name === "mc:Choice";
    if (!isEmpty && (dropped.has(name) || (isOther && this.#alternatives.at(-1)?.hasText))) this.#skip = depth;
    else if (drawings.has(name)) {
      if (!isEmpty) this.#openDrawing(depth);
    } else if (drawing && drawing.box === null) this.#inDrawing(tag, drawing, depth);
    else if (transparent.has(name)) this.#field(tag);
    else if (name === "w:cr") this.#out += "<w:br/>";
    else {
      if (name === "w:t" && !isEmpty) {
        for (const alternative of this.#alternatives) alternative.hasText = true;
        for (const open of this.#drawings) open.hasText = true;
      }
      this.#out += this.#xml.slice(tag.start, tag.end);
    }
  }

  #close(tag: Tag): void {
    this.#keep(tag.start);
    const depth = this.#depth--;
    if (this.#skip !== null) {
      if (this.#skip === depth) this.#skip = null;
      return;
    }
    if (this.#alternatives.at(-1)?.depth === depth) this.#alternatives.pop();
    const drawing = this.#drawings.at(-1);
    if (drawing?.depth === depth) {
      this.#drawings.pop();
      const isGround = drawing.isLarge && !drawing.hasText && (drawing.isBehind || drawing.fill !== null);
      this.#hasBackdrop ||= isGround;
      if (this.#isKept) this.#out += "</w:pict>";
    } else if (drawing?.box === depth) {
      drawing.box = null;
      this.#out += "</w:txbxContent>";
    } else if (drawing && drawing.box === null) {
      if (drawing.outline === depth) drawing.outline = null;
    } else if (!transparent.has(tag.name)) this.#out += this.#xml.slice(tag.start, tag.end);
  }

  #openDrawing(depth: number): void {
    if (this.#isKept) this.#out += "<w:pict>";
    const state = { box: null, fill: null, isFixed: false, outline: null };
    this.#drawings.push({ depth, ...state, isLarge: false, isBehind: false, hasText: false });
  }

  #inDrawing(tag: Tag, drawing: Drawing, depth: number): void {
    const { name, isEmpty } = tag;
    if (name === "w:txbxContent" && !isEmpty) {
      drawing.box = depth;
      this.#out += `<w:txbxContent${drawing.fill === null ? "" : ` ${GROUND}="${drawing.fill}"`}>`;
    } else if (name === "a:ln" && !isEmpty) drawing.outline = depth;
    else if (name === "wp:anchor") drawing.isBehind = attribute(tag, "behindDoc") === "1";
    else if (name === "wp:extent") {
      drawing.isLarge = ["cx", "cy"].every((side) => Number(attribute(tag, side)) >= BACKDROP_MIN);
    } else if (drawing.outline === null) takeFill(tag, drawing);
  }

  /** A link may be a field that stands around its text. */
  #field(tag: Tag): void {
    const target = tag.name === "w:fldSimple" ? linkOf(attribute(tag, "w:instr") ?? "") : null;
    if (target !== null) this.#links.push(target);
  }
}

function takeFill(tag: Tag, drawing: Drawing): void {
  const set = (fill: string | null, isFixed = true) => {
    if (drawing.isFixed && !isFixed) return;
    [drawing.fill, drawing.isFixed] = [fill, isFixed];
  };
  switch (tag.name) {
    case "wps:wsp":
      [drawing.fill, drawing.isFixed] = [null, false];
      break;
    case "a:noFill":
      set(null);
      break;
    case "a:srgbClr":
      set(attribute(tag, "val"));
      break;
    case "a:schemeClr":
      set(/^(?:bg1|lt1)$/.test(attribute(tag, "val") ?? "") ? null : "?", false);
      break;
    case "a:gradFill":
    case "a:blipFill":
    case "a:pattFill":
      set("?");
      break;
    case "v:shape":
    case "v:rect":
    case "v:roundrect": {
      const [fill, filled] = [attribute(tag, "fillcolor"), attribute(tag, "filled")];
      const isNone = fill === null || /^(?:f|false)$/.test(filled ?? "");
      [drawing.fill, drawing.isFixed] = [isNone ? null : /^#([\da-f]{6})/i.exec(fill)?.[1] ?? "?", true];
    }
  }
}

/** The target of a field's instruction: `HYPERLINK "https://…"`. */
function linkOf(instruction: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]*)"/i.exec(decode(instruction))?.[1] ?? null;
}
