/**
 * The images and shadings of a PDF page, as pdf.js unpacks them.
 *
 * @module
 */
import type { PDFPageProxy } from "unpdf/pdfjs";
import { type Colour, parseColour } from "./canvas.ts";
import { isStub } from "./image_plan.ts";

/** Numbers of drawing operators by name. */
export type Operators = Record<string, number>;

/** What can be told of an image at a place in it, both in [0, 1] from its top left. */
export interface Picture {
  /** In [0, 1]. */
  opacityAt(u: number, v: number): number;
  /** `null` where it is not known. */
  colourAt(u: number, v: number): Colour | null;
}

/** An unpacked image. */
interface Pixels {
  width?: number;
  height?: number;
  data?: ArrayLike<number> | string;
  kind?: number;
}

/** Forms of pixels in pdf.js: black and white, colours, colours with alpha. */
const BYTES_OF_KIND: Readonly<Record<number, number>> = { 1: 1 / 8, 2: 3, 3: 4 };

/** Difference of red, green or blue that packing makes of one colour, and that no eye makes two of. */
const FLAT_MAX = 24;

/** Whether what has these colours looks as if it had one. */
export function isFlat([first, ...rest]: readonly Colour[]): boolean {
  return first !== undefined &&
    rest.every((colour) => colour.every((value, i) => Math.abs(value - first[i]!) <= FLAT_MAX));
}

/** The colour of a shading that has one all over; `null` for others. */
export function shadingColour(page: PDFPageProxy, name: unknown): Colour | null {
  if (typeof name !== "string") return null;
  const objs = name.startsWith("g_") ? page.commonObjs : page.objs;
  const [kind, , , stops] = (objs.has(name) ? objs.get(name) ?? [] : []) as [string?, unknown?, unknown?, unknown?];
  if (kind !== "RadialAxial" || !Array.isArray(stops)) return null;
  const colours = stops.map(([, colour]) => parseColour(colour)).filter((colour) => colour !== null);
  return colours.length === stops.length && isFlat(colours) ? colours[0]! : null;
}

/** Waits until the images of a page are unpacked: the operators come first. */
export async function unpackImages(
  page: PDFPageProxy,
  ops: Operators,
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] },
): Promise<void> {
  const kinds = new Set([
    ...[ops.paintImageXObject, ops.paintImageXObjectRepeat, ops.paintImageMaskXObject],
    ...[ops.paintImageMaskXObjectGroup, ops.paintImageMaskXObjectRepeat],
  ]);
  const names = new Set(
    fnArray.flatMap((op, i) => kinds.has(op) ? [argsArray[i]?.[0]].flat().map(nameOf) : [])
      .filter((name) => name !== null),
  );
  for (const name of names) {
    const objs = name.startsWith("g_") ? page.commonObjs : page.objs;
    await new Promise((done) => objs.get(name, done));
  }
}

function nameOf(argument: unknown): string | null {
  if (typeof argument === "string") return argument;
  const data = (argument as Pixels | null)?.data;
  return typeof data === "string" ? data : null;
}

function pixelsOf(page: PDFPageProxy, argument: unknown): Pixels | null {
  const name = nameOf(argument);
  if (name === null) return argument as Pixels;
  const objs = name.startsWith("g_") ? page.commonObjs : page.objs;
  return objs.has(name) ? objs.get(name) as Pixels | null : null;
}

const at = (share: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(share * size)));

/**
 * The picture that an operator draws.
 *
 * @param args Of the operator: name or pixels, then width and height.
 * @param part Of the pixels, where they hold several pictures.
 * @returns `null` where it was not unpacked.
 */
export function pictureOf(
  page: PDFPageProxy,
  args: readonly unknown[],
  part?: { x: number; y: number; w: number; h: number },
): Picture | null {
  const isBlind = isStub(args[1], args[2]);
  const pixels = pixelsOf(page, args[0]);
  if (isBlind) return { opacityAt: () => 1, colourAt: () => null };
  const { width = 0, height = 0, data, kind = 0 } = pixels ?? {};
  const bytes = BYTES_OF_KIND[kind];
  if (!data || typeof data === "string" || width === 0 || height === 0 || bytes === undefined) return null;
  const { x, y, w, h } = part ?? { x: 0, y: 0, w: width, h: height };
  const column = (u: number) => x + at(u, w);
  const row = (v: number) => y + at(v, h);
  return {
    opacityAt: (u, v) => kind === 3 ? (data[4 * (row(v) * width + column(u)) + 3] ?? 0) / 255 : 1,
    colourAt(u, v) {
      if (kind === 1) return isBitSet(data, width, column(u), row(v)) ? [255, 255, 255] : [0, 0, 0];
      const from = bytes * (row(v) * width + column(u));
      return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    },
  };
}

/** A stencil, whose pixels say where the colour of the page's state is drawn; `null` where it was not unpacked. */
export function stencilOf(page: PDFPageProxy, argument: unknown, colour: Colour | null): Picture | null {
  const { width = 0, height = 0, data } = pixelsOf(page, argument) ?? {};
  if (!data || typeof data === "string" || width === 0 || height === 0) return null;
  return {
    opacityAt: (u, v) => isBitSet(data, width, at(u, width), at(v, height)) ? 0 : 1,
    colourAt: () => colour,
  };
}

/** Rows of black and white begin at whole bytes. */
function isBitSet(data: ArrayLike<number>, width: number, x: number, y: number): boolean {
  return ((data[y * ((width + 7) >> 3) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}
