/**
 * Where every glyph of a PDF page stands, read off the drawing operators: position, size, colour, and whether a
 * reader of the page can see it.
 *
 * @module
 */
import type { PDFPageProxy } from "unpdf/pdfjs";

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

type Matrix = [number, number, number, number, number, number];
type Operators = Record<string, number>;

/** A filled shape and what stands on it. */
interface Area {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** sRGB, 0–255; `null` where it is an image or a pattern. */
  colour: Colour | null;
}

type Colour = [number, number, number];

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

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const WHITE: Colour = [255, 255, 255];
/** Text below this size cannot be read on paper. */
const SIZE_PT_MIN = 3;
/** WCAG contrast below which text is taken to be the colour of its ground; faint print is about 1.5. */
const CONTRAST_MIN = 1.1;
const ALPHA_MIN = 0.1;
/** A gap wider than this part of the font size separates words. */
const WORD_GAP_EM = 0.18;
/** Part of a page that an image covers when the page is a scan. */
const LARGE_IMAGE = 0.5;

const isBlank = (text: string) => text === " " || /^\s*$/.test(text);

/** Reads the drawing operators of a page. */
export async function readGlyphs(page: PDFPageProxy, ops: Operators): Promise<PageGlyphs> {
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const turned = page.rotate % 180 !== 0;
  const width = turned ? top - bottom : right - left;
  const height = turned ? right - left : top - bottom;
  const viewport = page.getViewport({ scale: 1 });
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
    const image = () => this.#paintImage();
    const unknownColour = () => this.#state.colour = null;
    const fills = new Set(
      ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"].map((name) => ops[name]),
    );
    return {
      save: () => this.#stack.push({ ...this.#state }),
      restore: () => this.#state = this.#stack.pop() ?? this.#state,
      transform: (args) => this.#state.ctm = multiply(this.#state.ctm, args as Matrix),
      paintFormXObjectBegin: ([matrix]) => {
        this.#stack.push({ ...this.#state });
        if (matrix) this.#state.ctm = multiply(this.#state.ctm, matrix as Matrix);
      },
      paintFormXObjectEnd: () => this.#state = this.#stack.pop() ?? this.#state,
      setFillRGBColor: ([colour]) => this.#state.colour = parseColour(colour),
      setFillColorN: unknownColour,
      setFillTransparent: unknownColour,
      setGState: ([entries]) => {
        for (const [key, value] of entries as [string, unknown][]) {
          if (key === "ca" && typeof value === "number") this.#state.alpha = value;
        }
      },
      constructPath: ([op, , box]) => {
        if (fills.has(op as number) && box) this.#fill(Array.from(box as ArrayLike<number>));
      },
      shadingFill: () => this.#areas.push({ x0: 0, y0: 0, x1: this.#width, y1: this.#height, colour: null }),
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageXObjectRepeat: image,
      paintImageMaskXObject: image,
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

  #fill(box: number[]): void {
    const area = boundsOf(this.#state.ctm, box);
    if (this.#state.alpha < 0.5 || area.x1 - area.x0 < 1 || area.y1 - area.y0 < 1) return;
    this.#areas.push({ ...area, colour: this.#state.colour });
  }

  #paintImage(): void {
    const area = boundsOf(this.#state.ctm, [0, 0, 1, 1]);
    this.#areas.push({ ...area, colour: null });
    const covered = (area.x1 - area.x0) * (area.y1 - area.y0);
    if (covered > LARGE_IMAGE * this.#width * this.#height) this.hasLargeImage = true;
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
    const text = glyph.unicode;
    this.glyphs++;
    if (/^[\ufffd\p{Cc}]+$/u.test(text)) this.unmapped++;
    const x0 = Math.min(m[4], m[4] + m[0] * inked);
    const x1 = Math.max(m[4], m[4] + m[0] * inked);
    const y = m[5];
    const size = Math.hypot(m[2], m[3]) * Math.abs(fontSize);
    const hidden = this.#reasonHidden(x0, x1, y, size);
    const word = this.#word;
    const joins = word !== null && word.hidden === hidden && Math.abs(word.y - y) < 0.1 * size &&
      x0 - word.x1 < WORD_GAP_EM * size && x0 - word.x1 > -0.5 * size && Math.abs(word.size - size) < 0.35 * size;
    if (joins) {
      word.text += text;
      word.x1 = Math.max(word.x1, x1);
      return;
    }
    this.flush();
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

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function boundsOf(m: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[]): Omit<Area, "colour"> {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[0] * x + m[2] * y + m[4]));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[1] * x + m[3] * y + m[5]));
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

function parseColour(value: unknown): Colour | null {
  const digits = typeof value === "string" ? /^#([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  if (digits === undefined) return null;
  return [0, 2, 4].map((i) => parseInt(digits.slice(i, i + 2), 16)) as Colour;
}

/** WCAG 2 contrast ratio, 1 to 21. */
function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
