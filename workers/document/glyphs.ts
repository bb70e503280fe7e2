/**
 * Where every glyph of a PDF page stands, read off the drawing operators: position, size, colour, and whether a
 * reader of the page can see it.
 *
 * @module
 */
import type { PDFPageProxy } from "unpdf/pdfjs";
import {
  type Area,
  boundsOf,
  type Box,
  type Colour,
  contrast,
  IDENTITY,
  type Matrix,
  multiply,
  parseColour,
  WHITE,
} from "./canvas.ts";
import { alphaOf, type Operators, unpackImages } from "./images.ts";

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
  colour: Colour | null;
  alpha: number;
  /** Colours mix with what is below, as a highlighter's do. */
  blends: boolean;
  /** Outside of it nothing is drawn; `null` = the page. */
  clip: Box | null;
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
/** WCAG contrast below which text is taken to be the colour of its ground; faint print is about 1.5. */
const CONTRAST_MIN = 1.1;
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
/** Points that a shape must have to hide a word. */
const COVER_PT_MIN = 5;
/** Alpha, 0–255, from which a pixel hides what is behind it. */
const OPAQUE = 200;

const isBlank = (text: string) => text === " " || (/^\s*$/.test(text) && TEX_LIGATURES[text] === undefined);

/** Reads the drawing operators of a page. */
export async function readGlyphs(page: PDFPageProxy, ops: Operators): Promise<PageGlyphs> {
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const turned = page.rotate % 180 !== 0;
  const width = turned ? top - bottom : right - left;
  const height = turned ? right - left : top - bottom;
  const viewport = page.getViewport({ scale: 1 });
  await unpackImages(page, ops, list);
  const walk = new Walk(page, ops, viewport.transform as Matrix, width, height);
  for (const [i, op] of list.fnArray.entries()) walk.step(op, (list.argsArray[i] ?? []) as unknown[]);
  walk.flush();
  const { words, unmapped, glyphs, hasLargeImage } = walk;
  return { words, width, height, unmapped, glyphs, hasLargeImage };
}

class Walk {
  readonly words: Word[] = [];
  unmapped = 0;
  glyphs = 0;
  hasLargeImage = false;
  #areas: Area[] = [];
  #fonts = new Map<string, FontInfo>();
  #state: State;
  #stack: State[] = [];
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #word: Word | null = null;
  #colours: [Colour, Colour] = [WHITE, WHITE];
  #ratio = 1;
  /** Widest between the glyphs of the word. */
  #gap = 0;
  #clips = false;
  readonly #page: PDFPageProxy;
  readonly #width: number;
  readonly #height: number;
  readonly #handlers: Map<number, (args: unknown[]) => void>;

  constructor(page: PDFPageProxy, ops: Operators, base: Matrix, width: number, height: number) {
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
      alpha: 1,
      blends: false,
      clip: null,
    };
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
    const image = ([picture]: unknown[]) => this.#paintImage(picture);
    const clip = () => this.#clips = true;
    const unknownColour = () => this.#state.colour = null;
    const fills = new Set(
      ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"].map((name) => ops[name]),
    );
    return {
      save: () => this.#stack.push({ ...this.#state }),
      restore: () => this.#state = this.#stack.pop() ?? this.#state,
      transform: (args) => this.#state.ctm = multiply(this.#state.ctm, args as Matrix),
      paintFormXObjectBegin: ([matrix, box]) => {
        this.#stack.push({ ...this.#state });
        if (matrix) this.#state.ctm = multiply(this.#state.ctm, matrix as Matrix);
        if (box) this.#state.clip = this.#clipped(boundsOf(this.#state.ctm, Array.from(box as ArrayLike<number>)));
      },
      paintFormXObjectEnd: () => this.#state = this.#stack.pop() ?? this.#state,
      setFillRGBColor: ([colour]) => this.#state.colour = parseColour(colour),
      setFillColorN: unknownColour,
      setFillTransparent: unknownColour,
      setGState: ([entries]) => {
        for (const [key, value] of entries as [string, unknown][]) {
          if (key === "ca" && typeof value === "number") this.#state.alpha = value;
          if (key === "BM") this.#state.blends = value !== "source-over" && value !== "Normal";
        }
      },
      constructPath: ([op, , box]) => {
        if (!box) return;
        const area = boundsOf(this.#state.ctm, Array.from(box as ArrayLike<number>));
        if (fills.has(op as number)) this.#fill(area);
        if (this.#clips) this.#state.clip = this.#clipped(area);
        this.#clips = false;
      },
      clip,
      eoClip: clip,
      shadingFill: () => this.#areas.push({ x0: 0, y0: 0, x1: this.#width, y1: this.#height, colour: null }),
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageXObjectRepeat: image,
      paintImageMaskXObject: () => this.#paintImage(null),
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

  #move(x: number, y: number): void {
    this.#text = this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #clipped(area: Box): Box {
    const { clip } = this.#state;
    if (clip === null) return area;
    return {
      x0: Math.max(area.x0, clip.x0),
      x1: Math.min(area.x1, clip.x1),
      y0: Math.max(area.y0, clip.y0),
      y1: Math.min(area.y1, clip.y1),
    };
  }

  #fill(whole: Box): void {
    const area = this.#clipped(whole);
    const { alpha, blends, colour } = this.#state;
    if (alpha < 0.5 || area.x1 - area.x0 < 1 || area.y1 - area.y0 < 1) return;
    this.#areas.push({ ...area, colour });
    if (alpha === 1 && !blends && colour !== null) this.#cover(area, COVERED, () => true);
  }

  /** @param picture The name of the image, or the image itself; `null` for a stencil, which covers nothing for sure. */
  #paintImage(picture: unknown): void {
    const whole = boundsOf(this.#state.ctm, [0, 0, 1, 1]);
    const area = this.#clipped(whole);
    this.#areas.push({ ...area, colour: null });
    const covered = (area.x1 - area.x0) * (area.y1 - area.y0);
    if (covered > LARGE_IMAGE * this.#width * this.#height) this.hasLargeImage = true;
    if (picture === null || this.#state.alpha < 1 || this.#state.blends) return;
    const alphaAt = alphaOf(this.#page, picture);
    if (alphaAt === null) return;
    this.#cover(
      area,
      BEHIND_IMAGE,
      (x, y) => alphaAt((x - whole.x0) / (whole.x1 - whole.x0), (y - whole.y0) / (whole.y1 - whole.y0)) >= OPAQUE,
    );
  }

  /** Hides the words whose middle and ends lie below what is drawn over the area. */
  #cover(area: Box, reason: string, isOpaque: (x: number, y: number) => boolean): void {
    if (area.x1 - area.x0 < COVER_PT_MIN || area.y1 - area.y0 < COVER_PT_MIN) return;
    this.flush();
    for (const word of this.words) {
      const y = word.y - 0.3 * word.size;
      if (word.hidden !== null || y < area.y0 || y > area.y1) continue;
      const inset = Math.min(1, (word.x1 - word.x0) / 4);
      const points = [word.x0 + inset, (word.x0 + word.x1) / 2, word.x1 - inset];
      if (points.every((x) => x >= area.x0 && x <= area.x1 && isOpaque(x, y))) word.hidden = reason;
    }
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
    const hidden = this.#reasonHidden(x0, x1, y, size);
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
    const { mode, alpha, colour } = this.#state;
    if (mode === 3 || mode === 7) return "invisible";
    if (alpha < ALPHA_MIN) return "transparent";
    if (size < SIZE_PT_MIN) return "tiny";
    if (x1 < 0 || x0 > this.#width || y < 0 || y - size > this.#height) return "off the page";
    if (colour !== null && mode !== 1 && mode !== 2) {
      const ground = this.#groundAt((x0 + x1) / 2, y - 0.3 * size);
      if (ground !== null && this.#contrast(colour, ground) < CONTRAST_MIN) return "colour of its background";
    }
    return null;
  }

  /** Glyph after glyph has the same two colours. */
  #contrast(colour: Colour, ground: Colour): number {
    if (colour !== this.#colours[0] || ground !== this.#colours[1]) {
      this.#colours = [colour, ground];
      this.#ratio = contrast(colour, ground);
    }
    return this.#ratio;
  }

  #groundAt(x: number, y: number): Colour | null {
    for (let i = this.#areas.length - 1; i >= 0; i--) {
      const area = this.#areas[i]!;
      if (x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1) return area.colour;
    }
    return WHITE;
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
