/**
 * The images of a PDF page, as pdf.js unpacks them.
 *
 * @module
 */
import type { PDFPageProxy } from "unpdf/pdfjs";

/** Numbers of drawing operators by name. */
export type Operators = Record<string, number>;

/** An unpacked image; four bytes a pixel where it has an alpha channel. */
interface Picture {
  width?: number;
  height?: number;
  data?: ArrayLike<number>;
}

/** Waits until the images of a page are unpacked: the operators come first. */
export async function unpackImages(
  page: PDFPageProxy,
  ops: Operators,
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] },
): Promise<void> {
  const names = new Set(
    fnArray.flatMap((op, i) => op === ops.paintImageXObject ? [argsArray[i]?.[0]] : []).filter((name) =>
      typeof name === "string"
    ),
  );
  for (const name of names) {
    const objs = name.startsWith("g_") ? page.commonObjs : page.objs;
    await new Promise((done) => objs.get(name, done));
  }
}

/** The alpha of an image at a place in it, both in [0, 1] from its top left; `null` where it was not unpacked. */
export function alphaOf(page: PDFPageProxy, picture: unknown): ((x: number, y: number) => number) | null {
  const objs = typeof picture === "string" && picture.startsWith("g_") ? page.commonObjs : page.objs;
  if (typeof picture === "string" && !objs.has(picture)) return null;
  const { width = 0, height = 0, data } = (typeof picture === "string" ? objs.get(picture) : picture) as Picture;
  if (!data || width === 0 || height === 0) return null;
  if (data.length !== width * height * 4) return () => 255;
  const at = (share: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(share * size)));
  return (x, y) => data[4 * (at(y, height) * width + at(x, width)) + 3] ?? 0;
}
