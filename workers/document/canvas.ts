/**
 * Matrices, rectangles and colours of a PDF page.
 *
 * @module
 */

/** a, b, c, d, e and f of a PDF transformation. */
export type Matrix = [number, number, number, number, number, number];

/** A part of a page in points from its top left. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
/** Red, green and blue, 0–255. */
export type Colour = [number, number, number];

/** What changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Paper. */
export const WHITE: Colour = [255, 255, 255];

/** What applies `b`, then `a`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** What takes back what a matrix does; `null` where that lays everything on a line. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const size = a * d - b * c;
  if (Math.abs(size) < 1e-9) return null;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}

/** The upright rectangle around a transformed one. */
export function boundsOf(m: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[]): Box {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[0] * x + m[2] * y + m[4]));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[1] * x + m[3] * y + m[5]));
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

/** A colour as pdf.js gives it; `null` where it is none. */
export function parseColour(value: unknown): Colour | null {
  const digits = typeof value === "string" ? /^#([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  if (digits === undefined) return null;
  return [0, 2, 4].map((i) => parseInt(digits.slice(i, i + 2), 16)) as Colour;
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG contrast below which nobody reads a print. */
const UNREADABLE = 1.1;
/** The same for print of nearly the hue of its ground: pale grey of 1.5 is a matter of taste, of 1.2 cannot be seen. */
const FAINT = 1.3;
/** Difference of red, green or blue up to which hues are nearly the same. */
const HUE_MAX = 48;

/** Whether print of a colour cannot be told from its ground. */
export function isAlike(ink: Colour, ground: Colour): boolean {
  const ratio = contrast(ink, ground);
  return ratio < UNREADABLE || (ratio < FAINT && ink.every((value, i) => Math.abs(value - ground[i]!) <= HUE_MAX));
}

/** Ways of mixing that work on red, green and blue each (ISO 32000-1, 11.3.5.2), all in [0, 1]. */
const blends: Readonly<Record<string, (over: number, under: number) => number>> = {
  multiply: (over, under) => over * under,
  screen: (over, under) => over + under - over * under,
  darken: Math.min,
  lighten: Math.max,
};

/** What a colour becomes over another in a way of mixing, in the words of a canvas; itself in those not known here. */
export function blended(over: Colour, under: Colour, blend: string): Colour {
  const channel = blends[blend];
  return channel ? over.map((value, i) => 255 * channel(value / 255, under[i]! / 255)) as Colour : over;
}

/** What shows where a colour is laid over another. @param alpha Of the upper one, in [0, 1]. */
export function mix(over: Colour, under: Colour, alpha: number): Colour {
  return over.map((value, i) => alpha * value + (1 - alpha) * under[i]!) as Colour;
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
