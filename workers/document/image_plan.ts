/**
 * Which images of a PDF are unpacked. To know what they hide all must be looked at, but unpacking takes longer than
 * all the rest: of large ones without transparency only the place counts.
 *
 * @module
 */

/** What to read instead of a file, and up to which size pdf.js is to unpack its images. */
export interface ImagePlan {
  bytes: Uint8Array;
  pixelsMax: number;
  /** No image is left out. */
  isComplete: boolean;
}

/** Pixels of all images together that are unpacked: a second's work. */
const UNPACKED_MAX = 8_000_000;
/** Pixels of what stands for an image whose place alone counts; no picture has this form. */
const [STUB_WIDTH, STUB_HEIGHT] = [1, 7];

/** Whether an image of that size stands for one that was not unpacked and hides what is behind it. */
export function isStub(width: unknown, height: unknown): boolean {
  return width === STUB_WIDTH && height === STUB_HEIGHT;
}

interface Found {
  /** Its dictionary in the file. */
  from: number;
  to: number;
  pixels: number;
  isOpaque: boolean;
}

/** Plans it, and writes over the dictionaries of large images without transparency. Linear in the file's length. */
export function planImages(bytes: Uint8Array): ImagePlan {
  const file = new TextDecoder("latin1").decode(bytes);
  const images = imagesIn(file);
  let left = images.reduce((sum, { pixels }) => sum + pixels, 0);
  const stubbed: Found[] = [];
  const kept: Found[] = [];
  for (const image of images.toSorted((a, b) => b.pixels - a.pixels)) {
    if (left > UNPACKED_MAX && image.isOpaque) {
      stubbed.push(image);
      left -= image.pixels;
    } else kept.push(image);
  }
  let pixelsMax = UNPACKED_MAX;
  for (const { pixels } of kept) {
    if (left <= UNPACKED_MAX) break;
    left -= pixels;
    pixelsMax = pixels - 1;
  }
  return {
    bytes: stubbed.length === 0 ? bytes : withStubs(bytes, file, stubbed),
    pixelsMax: Math.max(1, pixelsMax),
    isComplete: kept.every(({ pixels }) => pixels <= pixelsMax),
  };
}

/** Names may be written with escapes; none of these names needs any. */
const plain = (dictionary: string) =>
  dictionary.replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

function imagesIn(file: string): Found[] {
  const images: Found[] = [];
  for (let last = 0, at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", last)) {
    const start = last;
    last = at + "stream".length;
    const object = file.slice(start, at).lastIndexOf("obj");
    if (object < 0) continue;
    const from = start + object + "obj".length;
    const dictionary = plain(file.slice(from, at));
    if (!/\/Subtype\s*\/Image(?!\w)/.test(dictionary)) continue;
    const isMask = /\/ImageMask\s+true/.test(dictionary);
    const [width, height] = ["Width", "Height"].map((name) => sizeIn(dictionary, name));
    images.push({
      from,
      to: at,
      // A stencil has one bit a pixel.
      pixels: Math.ceil(width! * height! / (isMask ? 8 : 1)),
      isOpaque: !isMask && !/\/(?:SMask|Mask|SMaskInData)(?!\w)/.test(dictionary),
    });
  }
  return images;
}

/** A size that stands elsewhere may be any. */
function sizeIn(dictionary: string, name: string): number {
  const [, digits, isElsewhere] = new RegExp(`/${name}\\s+(\\d{1,9})(\\s+\\d+\\s+R)?`).exec(dictionary) ?? [];
  return isElsewhere === undefined ? Number(digits ?? 0) : 100_000;
}

/** Every place in the file stays where it is. The data is not unpacked: it is read as pixels. */
function withStubs(bytes: Uint8Array, file: string, images: readonly Found[]): Uint8Array {
  const out = bytes.slice();
  for (const { from, to } of images) {
    const dictionary = plain(file.slice(from, to))
      .replace(
        /\/(Width|Height)\s+\d+(?:\s+\d+\s+R)?/g,
        (whole, name) => `/${name} ${name === "Width" ? STUB_WIDTH : STUB_HEIGHT}`.padEnd(whole.length),
      )
      .replace(/\/Filter(?!\w)/g, "/Packed");
    out.set(Uint8Array.from(dictionary.padEnd(to - from), (letter) => letter.charCodeAt(0)), from);
  }
  return out;
}
