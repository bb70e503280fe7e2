/**
 * PDF files to visible lines in reading order.
 *
 * @module
 */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { Hidden } from "../../src/matching/hidden.ts";
import type { DocumentFlag, DocumentLine, DocumentReply, DocumentText } from "../protocol.ts";
import { BEHIND_IMAGE, readGlyphs, type Word } from "./glyphs.ts";
import { planImages } from "./image_plan.ts";
import { layOut } from "./layout.ts";
import { linesToText, refuse, takeBullet } from "./lines.ts";
import type { Line } from "./rows.ts";

/** A resume is a few pages; what comes after is not read. */
const PAGES_READ_MAX = 50;
/** A file with more pages than this is not even opened further. */
const PAGES_MAX = 1000;
/** A4 at 600 dpi. */
const IMAGE_PIXELS_MAX = 35_000_000;
const CHARS_MAX = 200_000;
/** Share of characters without a meaning above which a font is called garbled. */
const UNMAPPED_MAX = 0.2;
/** Fewer visible characters than this on a page with a large image: a scan. */
const SCAN_CHARS = 40;
/** Part of the page height in which running headers and footers stand. */
const MARGIN = 0.09;

interface PageLines {
  lines: (Line & { page: number })[];
  height: number;
}

/** Reads a PDF; damaged, encrypted and scanned ones are refused. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentReply> {
  const plan = planImages(bytes);
  const reply = await readWith(plan.bytes, plan.pixelsMax);
  // What was left out may be a scan, or the ground of what seems to be hidden.
  const isSettled = plan.isComplete || (reply.ok ? reply.document.hidden.length === 0 : !isBlank(reply.code));
  return isSettled ? reply : await readWith(plan.bytes, IMAGE_PIXELS_MAX);
}

const isBlank = (code: string) => code === "scanned" || code === "empty";

/** @param imagePixelsMax Of each image that is unpacked; others are as if they were not there. */
async function readWith(bytes: Uint8Array, imagePixelsMax: number): Promise<DocumentReply> {
  const { OPS } = await getResolvedPDFJS();
  let pdf;
  try {
    pdf = await getDocumentProxy(bytes.slice(), {
      verbosity: 0,
      disableFontFace: true,
      maxImageSize: imagePixelsMax,
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      return refuse("encrypted", "Cannot read the file: it is encrypted; save it without a password");
    }
    return refuse("damaged", "Cannot read the file: it is not a valid PDF");
  }
  try {
    if (pdf.numPages > PAGES_MAX) {
      return refuse(
        "too_complex",
        `Cannot read the file: it has ${pdf.numPages} pages, at most ${PAGES_MAX} are taken`,
      );
    }
    return await readPages(pdf, OPS);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return refuse("damaged", "Cannot read the file: it is not a valid PDF");
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(
  pdf: Awaited<ReturnType<typeof getDocumentProxy>>,
  ops: Record<string, number>,
): Promise<DocumentReply> {
  const flags = new Set<DocumentFlag>();
  const hidden = new Hidden();
  const links = new Set<string>();
  const pages: PageLines[] = [];
  let [glyphs, unmapped, visible, chars, images] = [0, 0, 0, 0, 0];
  if (pdf.numPages > PAGES_READ_MAX) flags.add("truncated");
  const layers = await pdf.getOptionalContentConfig();
  for (let n = 1; n <= Math.min(pdf.numPages, PAGES_READ_MAX); n++) {
    const page = await pdf.getPage(n);
    const drawn = await readGlyphs(page, ops, (layer) => layers.isVisible(layer));
    for (const annotation of await page.getAnnotations()) {
      if (typeof annotation.url === "string" && /^(https?|mailto):/i.test(annotation.url)) links.add(annotation.url);
    }
    page.cleanup();
    glyphs += drawn.glyphs;
    unmapped += drawn.unmapped;
    if (drawn.hasLargeImage) images++;
    const shown = visibleWords(drawn.words, drawn.hasLargeImage, flags);
    const isShown = new Set(shown);
    for (const word of drawn.words) if (word.hidden !== null && !isShown.has(word)) hidden.add(word.hidden, word);
    visible += shown.reduce((sum, { text }) => sum + text.length, 0);
    const { lines, uncertain } = layOut(shown, drawn.width, drawn.rules);
    if (uncertain) flags.add("multi_column_uncertain");
    pages.push({ lines: lines.map((line) => ({ ...line, page: n - 1 })), height: drawn.height });
    chars += lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    if (chars > CHARS_MAX) {
      flags.add("truncated");
      break;
    }
  }
  if (visible === 0 || (images === pages.length && visible < SCAN_CHARS * pages.length)) {
    return images > 0
      ? refuse("scanned", "Cannot read the file: it is a scan without text; save it as a PDF with text")
      : refuse("empty", "Cannot read the file: it shows no text");
  }
  if (unmapped > UNMAPPED_MAX * glyphs) flags.add("garbled_fonts");
  const lines = linesToText(withoutRunning(pages).map((line) => toDocumentLine(line, hidden)), CHARS_MAX);
  if (hidden.parts.length > 0) flags.add("hidden_text");
  const document: DocumentText = {
    lines,
    pages: pdf.numPages,
    links: [...links],
    flags: [...flags],
    hidden: hidden.parts,
  };
  return lines.length === 0 ? refuse("empty", "Cannot read the file: it shows no text") : { ok: true, document };
}

/** A page whose text is all invisible, over its image, is a scan with recognised text: the reader sees the same words. */
function visibleWords(words: Word[], hasLargeImage: boolean, flags: Set<DocumentFlag>): Word[] {
  const shown = words.filter((word) => word.hidden === null);
  const invisible = words.filter((word) => word.hidden === "invisible" || word.hidden === BEHIND_IMAGE);
  if (!hasLargeImage || invisible.length < 20 || shown.length > invisible.length / 10) return shown;
  flags.add("scanned");
  return [...shown, ...invisible];
}

const PAGE_NUMBER =
  /^(.{0,60}\s)?(page|seite|p\.|página|pagina|halaman)?\s*\d{1,3}\s*((of|\/|von|de|di|van|dari|sur)\s*\d{1,3})?$/i;

/** "Ada Example – 1/2", which only a file of so many pages prints below its page. */
const PAGE_OF_PAGES = /^.{0,60}?(?<!\d)(\d{1,3})\s*(?:\/|of|von|de|di|van|dari|sur)\s*(\d{1,3})$/iu;

/** Leaves out page numbers, and lines that stand at the same margin of several pages after their first time. */
function withoutRunning(pages: PageLines[]): PageLines["lines"] {
  const seen = new Map<string, number>();
  const key = (line: Line) => `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, "#").toLowerCase()}`;
  const isMarginal = ({ y }: Line, height: number) => y < MARGIN * height || y > (1 - MARGIN) * height;
  for (const { lines, height } of pages) {
    for (const line of lines) if (isMarginal(line, height)) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  }
  return pages.flatMap(({ lines, height }, p) =>
    lines.filter((line) => {
      if (!isMarginal(line, height)) return true;
      if (
        line.y > height / 2 && PAGE_OF_PAGES.exec(line.text)?.slice(1).join() === `${p + 1},${pages.length}`
      ) return false;
      if (
        /^\W*(page|seite|página|pagina|halaman)?\W*\d{1,3}\W*((of|von|de|di|van|dari|sur)?\W*\d{1,3}\W*)?$/i.test(
          line.text,
        )
      ) {
        return false;
      }
      const repeats = (seen.get(key(line)) ?? 0) > 1;
      return !repeats || (p === 0 && line.y < MARGIN * height && !PAGE_NUMBER.test(line.text));
    })
  );
}

function toDocumentLine({ text, page, x, y, size, bold }: Line & { page: number }, hidden: Hidden): DocumentLine {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ...takeBullet(text, hidden),
    page,
    x: round(x),
    y: round(y),
    fontSize: round(size),
    bold,
    heading: false,
  };
}
