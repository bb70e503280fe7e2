/**
 * Where every glyph of a PDF page stands, read off the drawing operators: position, size, colour, and whether a
 * reader of the page can see it.
 *
 * @module
 */
import type { PDFPageProxy } from "unpdf/pdfjs";
import {
  boundsOf,
  type Box,
  type Colour,
  IDENTITY,
  inverse,
  isAlike,
  type Matrix,
  mix,
  multiply,
  parseColour,
  WHITE,
} from "./canvas.ts";
import { Cover } from "./cover.ts";
import { Ground, type Layer } from "./ground.ts";
import { isFlat, type Operators, type Picture, pictureOf, shadingColour, stencilOf, unpackImages } from "./images.ts";
import { isRule } from "./ruled.ts";
import { boxShape, isIn, linesOf, overlap, type Shape, shapeOf } from "./shape.ts";

/** A word as drawn: glyphs without a gap between them. */
export interface Word {
  text: string;
  /** Left and right edge and baseline in points; y grows downwards from the top of the page. */
  x0: number;
  x1: number;
  y: number;
  /** Font size in points as it appears on the page. */
  size: number;
  bold: boolean;
  /** Why nobody sees it; `null` for visible text. */
  hidden: string | null;
}

/** What is drawn on one page. */
export interface PageGlyphs {
  words: Word[];
  /** Lines along the page's edges. */
  rules: Box[];
  width: number;
  height: number;
  /** Glyphs whose font does not say which character they are, and all glyphs. */
  unmapped: number;
  glyphs: number;
  hasLargeImage: boolean;
}

interface State {
  ctm: Matrix;
  font: string;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Of fills and of strokes, each. */
  colour: Colour | null;
  strokeColour: Colour | null;
  /** What fills leaves nothing out, as a tiling may. */
  isWhole: boolean;
  alpha: number;
  strokeAlpha: number;
  lineWidth: number;
  /** Of the group that is open, as a whole. */
  groupAlpha: number;
  /** How colours mix with what is below, in the words of a canvas. */
  blend: string;
  /** What is drawn shows as far as a mask lets it, which is not known. */
  isMasked: boolean;
  /** Outside of it nothing is drawn; `null` = the page. */
  clip: Clip | null;
}

interface Clip {
  box: Box;
  /** What is not the whole of a box, the last few. */
  shapes: Shape[];
}

interface Group {
  matrix?: Matrix | null;
  bbox?: ArrayLike<number> | null;
  smask?: unknown;
}

interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

interface FontInfo {
  unit: number;
  bold: boolean;
  /** Draws pictures whose character codes mean nothing. */
  icons: boolean;
}

/** Text below this size cannot be read on paper. */
const SIZE_PT_MIN = 3;
/** Letters squeezed to less than this part of their width cannot be read. */
const WIDTH_MIN = 0.1;
/** Print fainter than this is not seen on any ground. */
const ALPHA_MIN = 0.1;
/** A gap wider than this part of the font size separates words. */
const WORD_GAP_EM = 0.18;
/** The same before a capital that follows a small letter: large print sets names closely. */
const NAME_GAP_EM = 0.08;
/** By the place in TeX's fonts (OT1 and T1), which is all that some files tell. */
const TEX_LIGATURES: Readonly<Record<string, string>> = {
  ...{ "\x0b": "ff", "\x0c": "fi", "\x0d": "fl", "\x0e": "ffi", "\x0f": "ffl" },
  ...{ "\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl" },
};
/** Part of a page that an image covers when the page is a scan. */
const LARGE_IMAGE = 0.5;

/** Reason of words that an image was drawn over. */
export const BEHIND_IMAGE = "behind an image";
/** Reason of words that a shape was drawn over. */
const COVERED = "covered";
/** Shapes that are no boxes and cut the drawing within one another, up to which all count. */
const CLIPS_MAX = 8;
/** Points around a place of a picture within which it must have one colour to be told. */
const FLAT_PT = 1.5;
/** Heights above the baseline, in font sizes, that are all outside where a glyph is cut off. */
const CUT_HEIGHTS_EM = [0.05, 0.3, 0.6];
/** Ways of mixing in which white, or black, hides what is below. */
const hidesInWhite = new Set(["screen", "lighten", "color-dodge", "hard-light"]);
const hidesInBlack = new Set(["multiply", "darken", "color-burn", "hard-light"]);

const BLACK: Colour = [0, 0, 0];

const isBlank = (text: string) => text === " " || (/^\s*$/.test(text) && TEX_LIGATURES[text] === undefined);

/** Reads the drawing operators of a page. @param isShown Whether a layer, as pdf.js names it, is on. */
export async function readGlyphs(
  page: PDFPageProxy,
  ops: Operators,
  isShown: (layer: unknown) => boolean,
): Promise<PageGlyphs> {
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const turned = page.rotate % 180 !== 0;
  const width = turned ? top - bottom : right - left;
  const height = turned ? right - left : top - bottom;
  const viewport = page.getViewport({ scale: 1 });
  await unpackImages(page, ops, list);
  const walk = new Walk(page, ops, viewport.transform as Matrix, width, height, isShown);
  for (const [i, op] of list.fnArray.entries()) walk.step(op, (list.argsArray[i] ?? []) as unknown[]);
  walk.flush();
  const { words, rules, unmapped, glyphs, hasLargeImage } = walk;
  return { words, rules, width, height, unmapped, glyphs, hasLargeImage };
}

/** Whether a colour drawn in a way of mixing hides what is below it. */
function hides(blend: string, colour: () => Colour | null): boolean {
  if (blend === "source-over") return true;
  const drawn = colour();
  if (drawn === null) return false;
  return (hidesInWhite.has(blend) && isAlike(drawn, WHITE)) || (hidesInBlack.has(blend) && isAlike(drawn, BLACK));
}

class Walk {
  readonly words: Word[] = [];
  readonly rules: Box[] = [];
  unmapped = 0;
  glyphs = 0;
  hasLargeImage = false;
  readonly #ground = new Ground();
  readonly #cover = new Cover(this.words);
  #fonts = new Map<string, FontInfo>();
  #state: State;
  /** As a page, and each annotation on it, begins. */
  readonly #first: State;
  #stack: State[] = [];
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #word: Word | null = null;
  /** Of the glyph before: colour, alpha and ground, and whether it could be seen. */
  #seen: [ink: Colour, alpha: number, ground: Colour, isSeen: boolean] = [WHITE, 1, WHITE, false];
  /** Widest between the glyphs of the word. */
  #gap = 0;
  /** Whether the path that follows cuts what is drawn, and where it holds a place. */
  #clips: "by winding" | "even-odd" | null = null;
  /** Of each marked content that is open, whether it is a layer that is off. */
  readonly #marked: boolean[] = [];
  #off = 0;
  /** Groups that are open and only say where something else shows. */
  #masks = 0;
  readonly #isShown: (layer: unknown) => boolean;
  readonly #page: PDFPageProxy;
  readonly #width: number;
  readonly #height: number;
  readonly #handlers: Map<number, (args: unknown[]) => void>;

  constructor(
    page: PDFPageProxy,
    ops: Operators,
    base: Matrix,
    width: number,
    height: number,
    isShown: (layer: unknown) => boolean,
  ) {
    this.#isShown = isShown;
    this.#page = page;
    this.#width = width;
    this.#height = height;
    this.#state = {
      ctm: base,
      font: "",
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      colour: [0, 0, 0],
      strokeColour: [0, 0, 0],
      isWhole: true,
      alpha: 1,
      strokeAlpha: 1,
      lineWidth: 1,
      groupAlpha: 1,
      blend: "source-over",
      isMasked: false,
      clip: null,
    };
    this.#first = { ...this.#state };
    this.#handlers = new Map(
      Object.entries(this.#table(ops)).map(([name, handler]) => [ops[name] ?? -1, handler]),
    );
  }

  step(op: number, args: unknown[]): void {
    this.#handlers.get(op)?.(args);
  }

  flush(): void {
    const word = this.#word;
    this.#word = null;
    if (word && word.text.trim() !== "") this.words.push(word);
  }

  #table(ops: Operators): Record<string, (args: unknown[]) => void> {
    const page = this.#page;
    const unknownStroke = () => this.#state.strokeColour = null;
    const numbers = (...names: string[]) => new Set(names.map((name) => ops[name]));
    const fills = numbers("fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
    const evenOdd = numbers("eoFill", "eoFillStroke", "closeEOFillStroke");
    const strokes = numbers(
      "stroke",
      "closeStroke",
      "fillStroke",
      "eoFillStroke",
      "closeFillStroke",
      "closeEOFillStroke",
    );
    const leave = () => this.#state = this.#stack.pop() ?? this.#state;
    const enter = () => this.#stack.push({ ...this.#state });
    /** Stands at several places: x and y in turn. */
    const repeat = (form: unknown[], places: unknown, draw: (m: Matrix) => void) => {
      const [a, b, c, d] = form as number[];
      const at = places as ArrayLike<number>;
      for (let i = 0; i + 1 < at.length; i += 2) {
        draw(multiply(this.#state.ctm, [a!, b!, c!, d!, at[i]!, at[i + 1]!]));
      }
    };
    const stencil = (m: Matrix, argument: unknown) => this.#paint(m, stencilOf(page, argument, this.#state.colour));
    return {
      save: enter,
      restore: leave,
      transform: (args) => this.#state.ctm = multiply(this.#state.ctm, args as Matrix),
      beginGroup: ([group]) => {
        enter();
        const { matrix, bbox, smask } = group as Group;
        this.#masks += Number(Boolean(smask));
        const state = this.#state;
        if (bbox) this.#clip(boxShape(boundsOf(matrix ? multiply(state.ctm, matrix) : state.ctm, Array.from(bbox))));
        state.groupAlpha *= state.alpha;
        [state.alpha, state.strokeAlpha] = [1, 1];
      },
      endGroup: ([group]) => {
        this.#masks -= Number(Boolean((group as Group).smask));
        leave();
      },
      paintFormXObjectBegin: ([matrix, box]) => {
        enter();
        if (matrix) this.#state.ctm = multiply(this.#state.ctm, matrix as Matrix);
        if (box) this.#clip(boxShape(boundsOf(this.#state.ctm, Array.from(box as ArrayLike<number>))));
      },
      paintFormXObjectEnd: leave,
      setFillRGBColor: ([colour]) => [this.#state.colour, this.#state.isWhole] = [parseColour(colour), true],
      setFillColorN: ([kind, name]) => {
        const isShading = kind === "Shading";
        [this.#state.colour, this.#state.isWhole] = [isShading ? shadingColour(page, name) : null, isShading];
      },
      setFillTransparent: () => [this.#state.colour, this.#state.isWhole] = [null, false],
      setStrokeRGBColor: ([colour]) => this.#state.strokeColour = parseColour(colour),
      setStrokeColorN: unknownStroke,
      setStrokeTransparent: unknownStroke,
      setLineWidth: ([width]) => this.#state.lineWidth = width as number,
      setGState: ([entries]) => {
        for (const [key, value] of entries as [string, unknown][]) {
          if (key === "ca" && typeof value === "number") this.#state.alpha = value;
          if (key === "CA" && typeof value === "number") this.#state.strokeAlpha = value;
          if (key === "LW" && typeof value === "number") this.#state.lineWidth = value;
          if (key === "BM") this.#state.blend = value === "Normal" ? "source-over" : String(value);
          if (key === "SMask") this.#state.isMasked = value === true;
        }
      },
      constructPath: ([op, paths, box]) => {
        const clips = this.#clips;
        this.#clips = null;
        const path = (paths as ArrayLike<number>[] | null)?.[0];
        if (!box || !path) return;
        const bounds = Array.from(box as ArrayLike<number>);
        const { ctm } = this.#state;
        if (fills.has(op as number)) this.#fill(shapeOf(path, bounds, ctm, evenOdd.has(op as number)));
        if (strokes.has(op as number)) {
          for (const line of linesOf(path, ctm)) this.#stroke(line);
        }
        if (clips !== null) this.#clip(shapeOf(path, bounds, ctm, clips === "even-odd"));
      },
      clip: () => this.#clips = "by winding",
      eoClip: () => this.#clips = "even-odd",
      shadingFill: ([name]) => {
        const colour = shadingColour(page, name);
        const box = { x0: 0, y0: 0, x1: this.#width, y1: this.#height };
        this.#lay(box, COVERED, () => 1, () => colour, this.#state.alpha);
      },
      beginAnnotation: ([, box, transform, matrix]) => {
        enter();
        this.#state = { ...this.#first };
        if (box) this.#clip(boxShape(boundsOf(this.#state.ctm, Array.from(box as ArrayLike<number>))));
        for (const m of [transform, matrix]) if (m) this.#state.ctm = multiply(this.#state.ctm, m as Matrix);
      },
      endAnnotation: leave,
      paintImageXObject: (args) => this.#paint(this.#state.ctm, pictureOf(page, args)),
      paintInlineImageXObject: ([pixels]) => this.#paint(this.#state.ctm, pictureOf(page, [pixels])),
      paintInlineImageXObjectGroup: ([pixels, parts]) => {
        for (const part of parts as { transform: Matrix; x: number; y: number; w: number; h: number }[]) {
          this.#paint(multiply(this.#state.ctm, part.transform), pictureOf(page, [pixels], part));
        }
      },
      paintImageXObjectRepeat: ([name, a, d, places]) =>
        repeat([a, 0, 0, d], places, (m) => this.#paint(m, pictureOf(page, [name]))),
      paintImageMaskXObject: ([argument]) => stencil(this.#state.ctm, argument),
      paintImageMaskXObjectGroup: ([stencils]) => {
        for (const each of stencils as { transform: Matrix }[]) {
          stencil(multiply(this.#state.ctm, each.transform), each);
        }
      },
      paintImageMaskXObjectRepeat: ([argument, a, b, c, d, places]) =>
        repeat([a, b, c, d], places, (m) => stencil(m, argument)),
      paintSolidColorImageMask: () => {
        const { colour, ctm } = this.#state;
        this.#paint(ctm, { opacityAt: () => 1, colourAt: () => colour });
      },
      beginMarkedContent: () => this.#mark(false),
      beginMarkedContentProps: ([tag, layer]) => this.#mark(tag === "OC" && !this.#isShown(layer)),
      endMarkedContent: () => this.#off -= Number(this.#marked.pop() ?? false),
      beginText: () => {
        this.#text = this.#line = IDENTITY;
      },
      setFont: ([name, size]) => {
        this.#state.font = name as string;
        this.#state.fontSize = size as number;
      },
      setCharSpacing: ([value]) => this.#state.charSpacing = value as number,
      setWordSpacing: ([value]) => this.#state.wordSpacing = value as number,
      setHScale: ([value]) => this.#state.scale = (value as number) / 100,
      setLeading: ([value]) => this.#state.leading = -(value as number),
      setTextRise: ([value]) => this.#state.rise = value as number,
      setTextRenderingMode: ([value]) => this.#state.mode = value as number,
      moveText: ([x, y]) => this.#move(x as number, y as number),
      setLeadingMoveText: ([x, y]) => {
        this.#state.leading = y as number;
        this.#move(x as number, y as number);
      },
      nextLine: () => this.#move(0, this.#state.leading),
      setTextMatrix: ([matrix]) => {
        this.#text = this.#line = Array.from(matrix as ArrayLike<number>) as Matrix;
      },
      showText: ([glyphs]) => this.#show(glyphs as (Glyph | number | null)[]),
    };
  }

  #mark(isOff: boolean): void {
    this.#marked.push(isOff);
    this.#off += Number(isOff);
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #clip(shape: Shape): void {
    const { clip } = this.#state;
    const shapes = shape.isBox ? clip?.shapes ?? [] : [...clip?.shapes ?? [], shape].slice(-CLIPS_MAX);
    this.#state.clip = { box: clip === null ? shape.box : overlap(clip.box, shape.box), shapes };
  }

  #fill(shape: Shape): void {
    if (isRule(shape.box)) this.rules.push(shape.box);
    const { colour, isWhole } = this.#state;
    const isExact = isWhole && shape.holds(shape.box.x0, shape.box.y0) !== null;
    // A seam between two boxes is no hole.
    const isInside = shape.isBox ? () => true : (x: number, y: number) => shape.holds(x, y) !== false;
    this.#lay(shape.box, COVERED, (x, y) => isInside(x, y) ? 1 : 0, () => colour, this.#state.alpha, isExact);
  }

  /** Lines along the page's edges can be as wide as a box; of others it cannot be told what they cover. */
  #stroke(line: Box): void {
    const { x0, x1, y0, y1 } = line;
    const { lineWidth, ctm, strokeColour, strokeAlpha } = this.#state;
    const half = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2])) / 2;
    const [isUpright, isLevel] = [x1 - x0 < 0.1, y1 - y0 < 0.1];
    if (isUpright === isLevel) return;
    if (isRule(line)) this.rules.push(line);
    const box = isUpright ? { x0: x0 - half, x1: x1 + half, y0, y1 } : { x0, x1, y0: y0 - half, y1: y1 + half };
    this.#lay(box, COVERED, () => 1, () => strokeColour, strokeAlpha);
  }

  /** @param m From the picture's square, 1 by 1. @param picture `null` for one that was not unpacked. */
  #paint(m: Matrix, picture: Picture | null): void {
    const [whole, back] = [boundsOf(m, [0, 0, 1, 1]), inverse(m)];
    const area = this.#clipped(whole);
    if ((area.x1 - area.x0) * (area.y1 - area.y0) > LARGE_IMAGE * this.#width * this.#height) this.hasLargeImage = true;
    if (back === null) return;
    const u = (x: number, y: number) => back[0] * x + back[2] * y + back[4];
    const v = (x: number, y: number) => 1 - (back[1] * x + back[3] * y + back[5]);
    // What is drawn upright fills its box, and tiles of it have no seam.
    const isUpright = (m[0] === 0 && m[3] === 0) || (m[1] === 0 && m[2] === 0);
    const isInside = (x: number, y: number) => isUpright || isIn({ x0: 0, x1: 1, y0: 0, y1: 1 }, u(x, y), v(x, y));
    const colourAt = (x: number, y: number) => picture?.colourAt(u(x, y), v(x, y)) ?? null;
    this.#lay(
      whole,
      BEHIND_IMAGE,
      (x, y) => isInside(x, y) ? picture?.opacityAt(u(x, y), v(x, y)) ?? 1 : 0,
      (x, y) => {
        const colour = colourAt(x, y);
        if (colour === null) return null;
        const around = [[x - FLAT_PT, y], [x + FLAT_PT, y], [x, y - FLAT_PT], [x, y + FLAT_PT]] as const;
        return isFlat([colour, ...around.map(([nearX, nearY]) => colourAt(nearX, nearY) ?? colour)]) ? colour : null;
      },
      this.#state.alpha,
      picture !== null,
    );
  }

  #clipped(box: Box): Box {
    return this.#state.clip === null ? box : overlap(box, this.#state.clip.box);
  }

  /** Draws something; `isExact` where it is known to hide what is below. */
  #lay(
    whole: Box,
    reason: string,
    within: Layer["opacityAt"],
    colourAt: Layer["colourAt"],
    alpha: number,
    isExact = true,
  ): void {
    const box = this.#clipped(whole);
    if (this.#off > 0 || this.#masks > 0 || !(box.x1 > box.x0 && box.y1 > box.y0)) return;
    const { clip, blend, groupAlpha, isMasked } = this.#state;
    const shapes = clip?.shapes ?? [];
    const strength = alpha * groupAlpha;
    const opacityAt = (x: number, y: number) =>
      shapes.every((shape) => shape.holds(x, y) !== false) ? strength * within(x, y) : 0;
    this.#ground.add({ box, blend, opacityAt, colourAt: isMasked ? () => null : colourAt });
    if (!isExact || isMasked) return;
    const word = this.#word;
    if (word && word.x1 > box.x0 && word.x0 < box.x1 && word.y > box.y0 && word.y - word.size < box.y1) this.flush();
    this.#cover.lay(box, reason, (x, y) => hides(blend, () => colourAt(x, y)) ? opacityAt(x, y) : 0);
  }

  #show(glyphs: (Glyph | number | null)[]): void {
    const { fontSize, scale, charSpacing, wordSpacing, rise } = this.#state;
    const font = this.#font(this.#state.font);
    const { ctm } = this.#state;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === "number") {
        this.#advance(-glyph / 1000 * fontSize * scale);
        continue;
      }
      const advance = (glyph.width * font.unit * fontSize + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
      const inked = glyph.width * font.unit * fontSize * scale;
      if (font.icons || isBlank(glyph.unicode)) this.flush();
      else {
        const matrix = multiply(ctm, rise === 0 ? this.#text : multiply(this.#text, [1, 0, 0, 1, 0, rise]));
        this.#place(glyph, matrix, inked, fontSize, font.bold);
      }
      this.#advance(advance);
    }
  }

  #advance(tx: number): void {
    const [a, b, c, d, x, y] = this.#text;
    this.#text = [a, b, c, d, x + a * tx, y + b * tx];
  }

  #place(glyph: Glyph, m: Matrix, inked: number, fontSize: number, bold: boolean): void {
    // Some fonts call the hyphen that they draw a soft one, and TeX's have ligatures where others have controls.
    const drawn = inked > 0 ? glyph.unicode.replaceAll("\u00ad", "-") : glyph.unicode;
    const text = TEX_LIGATURES[drawn] ?? drawn;
    this.glyphs++;
    if (/^[\ufffd\p{Cc}]+$/u.test(text)) this.unmapped++;
    const x0 = Math.min(m[4], m[4] + m[0] * inked);
    const x1 = Math.max(m[4], m[4] + m[0] * inked);
    const y = m[5];
    const size = Math.hypot(m[2], m[3]) * Math.abs(fontSize);
    const isSqueezed = Math.hypot(m[0], m[1]) * Math.abs(this.#state.scale) < WIDTH_MIN * Math.hypot(m[2], m[3]);
    const hidden = this.#reasonHidden(x0, x1, y, isSqueezed ? 0 : size);
    const word = this.#word;
    const gap = word === null ? 0 : x0 - word.x1;
    const isName = gap > NAME_GAP_EM * size && gap > 3 * this.#gap && /\p{Ll}$/u.test(word?.text ?? "") &&
      /^\p{Lu}/u.test(text);
    const joins = word !== null && !isName && word.hidden === hidden && Math.abs(word.y - y) < 0.1 * size &&
      gap < WORD_GAP_EM * size && gap > -0.5 * size && Math.abs(word.size - size) < 0.35 * size;
    if (joins) {
      word.text += text;
      word.x1 = Math.max(word.x1, x1);
      this.#gap = Math.max(this.#gap, gap);
      return;
    }
    this.flush();
    this.#gap = 0;
    this.#word = { text, x0, x1, y, size, bold, hidden };
  }

  #reasonHidden(x0: number, x1: number, y: number, size: number): string | null {
    const { mode, groupAlpha, colour, strokeColour } = this.#state;
    if (this.#off > 0) return "on a layer that is off";
    if (mode === 3 || mode === 7) return "invisible";
    const [alpha, strokeAlpha] = [groupAlpha * this.#state.alpha, groupAlpha * this.#state.strokeAlpha];
    const [isFilled, isStroked] = [mode % 4 !== 1, mode % 4 === 1 || mode % 4 === 2];
    if ((!isFilled || alpha < ALPHA_MIN) && (!isStroked || strokeAlpha < ALPHA_MIN)) return "transparent";
    if (size < SIZE_PT_MIN) return "tiny";
    if (x1 < 0 || x0 > this.#width || y < 0 || y - size > this.#height) return "off the page";
    if (this.#isCutOff(x0, x1, y, size)) return "cut off";
    const ground = this.#ground.colourAt((x0 + x1) / 2, y - 0.3 * size);
    const isSeen = (isFilled && this.#isSeen(colour, alpha, ground)) ||
      (isStroked && this.#isSeen(strokeColour, strokeAlpha, ground));
    if (isSeen) return null;
    const isOpaque = this.#isSeen(isFilled ? colour : strokeColour, 1, ground);
    return isOpaque ? "transparent" : "colour of its background";
  }

  #isCutOff(x0: number, x1: number, y: number, size: number): boolean {
    const { clip } = this.#state;
    if (clip === null) return false;
    const { box, shapes } = clip;
    // Nearly every glyph.
    if (shapes.length === 0 && isIn(box, (x0 + x1) / 2, y - 0.3 * size)) return false;
    return CUT_HEIGHTS_EM.every((height) =>
      [x0, (x0 + x1) / 2, x1].every((x) => {
        const at = y - height * size;
        return !isIn(box, x, at) || shapes.some((shape) => shape.holds(x, at) === false);
      })
    );
  }

  /** Glyph after glyph has the same colours. */
  #isSeen(ink: Colour | null, alpha: number, ground: Colour | null): boolean {
    if (ink === null || ground === null) return true;
    const [lastInk, lastAlpha, lastGround, wasSeen] = this.#seen;
    if (ink === lastInk && alpha === lastAlpha && ground === lastGround) return wasSeen;
    const isSeen = !isAlike(alpha < 1 ? mix(ink, ground, alpha) : ink, ground);
    this.#seen = [ink, alpha, ground, isSeen];
    return isSeen;
  }

  #font(name: string): FontInfo {
    const known = this.#fonts.get(name);
    if (known) return known;
    const objs = name.startsWith("g_") ? this.#page.commonObjs : this.#page.objs;
    const font = objs.has(name)
      ? objs.get(name) as { name?: string; bold?: boolean; black?: boolean; fontMatrix?: number[] }
      : {};
    const info = {
      unit: font.fontMatrix?.[0] ?? 0.001,
      icons: /awesome|icon|fontello|glyphs?$/i.test(font.name ?? ""),
      bold: font.bold === true || font.black === true || /bold|black|heavy|semibold|demi/i.test(font.name ?? ""),
    };
    this.#fonts.set(name, info);
    return info;
  }
}
