/**
 * DOCX files to visible lines: body, tables, text boxes and notes through mammoth; headers and footers beside it.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import type { DocumentFlag, DocumentLine, DocumentReply } from "../protocol.ts";
import { withoutHiddenRuns } from "./docx_hidden.ts";
import { shaped } from "./docx_shape.ts";
import { stylesIn } from "./docx_styles.ts";
import { Hidden, linesToText, refuse, takeBullet } from "./lines.ts";
import { readXmlParts, TooComplexError } from "./zip.ts";

const CHARS_MAX = 200_000;

/** What mammoth reads a document into; only what is used here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  /** Of the document. */
  notes?: { _notes: Record<string, { body?: Node[] }> };
  styleName?: string | null;
  numbering?: unknown;
  isBold?: boolean;
  fontSize?: number | null;
  href?: string | null;
}

/** Reads a DOCX; one that unpacks to too much is refused before it is unpacked. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentReply> {
  let parts: Map<string, string>;
  try {
    parts = readXmlParts(bytes);
  } catch (error) {
    if (error instanceof TooComplexError) {
      return refuse("too_complex", "Cannot read the file: it unpacks to more than a resume can need");
    }
    return refuse("damaged", "Cannot read the file: it is not a valid DOCX");
  }
  if (!parts.has("word/document.xml")) return refuse("damaged", "Cannot read the file: it is not a valid DOCX");
  const hidden = new Hidden();
  const links = new Set<string>();
  let all: DocumentLine[];
  try {
    for (const target of makeReadable(parts, hidden)) if (isLink(target)) links.add(target);
    const read = await readBody(parts);
    const notes = Object.values(read.notes?._notes ?? {}).flatMap(({ body: of }) => of ?? []);
    const body = [...walk(read, links, hidden), ...notes.flatMap((note) => walk(note, links, hidden))];
    const header = await margins(parts, "header", links, hidden);
    all = [...header, ...body, ...await margins(parts, "footer", links, hidden)];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof TooComplexError) {
      return refuse("too_complex", "Cannot read the file: its elements are nested too deep");
    }
    return refuse("damaged", "Cannot read the file: it is not a valid DOCX");
  }
  const lines = linesToText(all, CHARS_MAX);
  if (lines.length === 0) return refuse("empty", "Cannot read the file: it holds no text");
  const flags: DocumentFlag[] = hidden.parts.length > 0 ? ["hidden_text"] : [];
  if (all.reduce((sum, { text }) => sum + text.length + 1, 0) > CHARS_MAX) flags.push("truncated");
  return { ok: true, document: { lines, pages: 1, links: [...links], flags, hidden: hidden.parts } };
}

const isLink = (target: string) => /^(https?|mailto):/i.test(target);

/** Shapes the parts that hold text, and cuts what they do not show. @returns Targets of links that are fields. */
function makeReadable(parts: Map<string, string>, hidden: Hidden): string[] {
  const text = [...parts].filter(([name]) =>
    /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)
  )
    .map(([name, xml]) => ({ name, ...shaped(xml) }));
  const isOnBackdrop = text.some(({ hasBackdrop }) => hasBackdrop) ||
    /<w:background [^>]*w:color="(?!FFFFFF|auto)/i.test(parts.get("word/document.xml")!.slice(0, 20_000));
  const page = { styles: stylesIn(parts.get("word/styles.xml") ?? ""), ground: isOnBackdrop ? "?" : "FFFFFF" };
  for (const { name, xml } of text) parts.set(name, withoutHiddenRuns(xml, page, hidden));
  return text.flatMap(({ links }) => links);
}

/** The document as mammoth understands it, from its XML parts alone: no picture is ever unpacked. */
async function readBody(parts: Map<string, string>): Promise<Node> {
  const buffer = Buffer.from(zipSync(Object.fromEntries([...parts].map(([name, xml]) => [name, strToU8(xml)])), {
    level: 0,
  }));
  let read: Node | undefined;
  await mammoth.convertToHtml({ buffer }, {
    transformDocument: (document: Node) => {
      read = document;
      return { ...document, children: [] };
    },
  });
  if (!read) throw new Error("mammoth read no document");
  return read;
}

function walk(node: Node, links: Set<string>, hidden: Hidden): DocumentLine[] {
  if (node.type === "hyperlink" && isLink(node.href ?? "")) links.add(node.href!);
  if (node.type !== "paragraph") {
    const parts = (node.children ?? []).map((child) => walk(child, links, hidden));
    return node.type === "tableRow" ? rowLines(parts) : parts.flat();
  }
  // What a paragraph holds beside its text: links, and the lines of text boxes.
  const boxed = (node.children ?? []).flatMap((child) => walk(child, links, hidden));
  const style = node.styleName ?? "";
  const runs = (node.children ?? []).flatMap((child) => runsOf(child));
  const text = runs.map(({ text }) => text).join("");
  const inked = runs.filter(({ text }) => text.trim() !== "");
  const own = text.split("\n").map((part) => {
    const { text: shown, bullet } = takeBullet(part, hidden);
    return {
      text: shown,
      bullet: bullet || node.numbering != null || /list (bullet|number)/i.test(style),
      page: 0,
      x: null,
      y: null,
      fontSize: inked[0]?.fontSize ?? null,
      bold: inked.length > 0 && inked.every(({ bold }) => bold),
      heading: /^(heading|title|überschrift|titre|título|titolo|kop|judul)/i.test(style),
    };
  });
  return [...own, ...boxed];
}

/** Cells up to which together a row is one line. */
const ROW_CHARS_MAX = 120;

/** A row of short cells is a line, as in a table of dates or skills; cells of several lines are columns. */
function rowLines(cells: DocumentLine[][]): DocumentLine[] {
  const lines = cells.flat();
  const inked = lines.filter(({ text }) => text !== "");
  const [first] = inked;
  const isRow = cells.every((cell) => cell.length <= 1) && inked.length > 1 && inked.every(({ bullet }) => !bullet) &&
    inked.reduce((sum, { text }) => sum + text.length, 0) <= ROW_CHARS_MAX;
  if (!isRow || !first) return lines;
  return [{ ...first, text: inked.map(({ text }) => text).join("  "), bold: inked.every(({ bold }) => bold) }];
}

function runsOf(node: Node, bold = false, fontSize: number | null = null): {
  text: string;
  bold: boolean;
  fontSize: number | null;
}[] {
  switch (node.type) {
    case "paragraph":
      return [];
    case "text":
      return [{ text: node.value ?? "", bold, fontSize }];
    case "tab":
      return [{ text: "  ", bold, fontSize }];
    case "break":
      return [{ text: "\n", bold, fontSize }];
    default:
      return (node.children ?? []).flatMap((child) =>
        runsOf(child, bold || node.isBold === true, node.fontSize ?? fontSize)
      );
  }
}

/** Parts of each kind that are read: first, odd and even pages of some sections. */
const MARGINS_MAX = 12;
/** "Page 1", "2 / 3": what Word last counted. */
const pageNumber = /^(?:page|seite|p\.|página|pagina|halaman)?\s*\d*\s*(?:of|\/|von|de|di|van|dari|sur)?\s*\d*$/iu;

/** The page headers or footers, each line once: contact details often stand there. Page numbers do not count. */
async function margins(
  parts: Map<string, string>,
  which: "header" | "footer",
  links: Set<string>,
  hidden: Hidden,
): Promise<DocumentLine[]> {
  const seen = new Set<string>();
  const lines: DocumentLine[] = [];
  const names = [...parts.keys()].filter((name) => new RegExp(`^word/${which}\\d*\\.xml$`).test(name));
  for (const name of names.slice(0, MARGINS_MAX)) {
    const xml = parts.get(name)!;
    if (!xml.includes("<w:t")) continue;
    const alone = new Map(parts);
    alone.set("word/document.xml", asDocument(xml));
    alone.set("word/_rels/document.xml.rels", parts.get(`word/_rels/${name.slice("word/".length)}.rels`) ?? NO_LINKS);
    for (const line of walk(await readBody(alone), links, hidden)) {
      if (line.text === "" || seen.has(line.text) || pageNumber.test(line.text)) continue;
      seen.add(line.text);
      lines.push(line);
    }
  }
  return lines;
}

const NO_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** A header or footer as the body of a document. */
function asDocument(xml: string): string {
  return xml.replace(/<w:(?:hdr|ftr)(?=[\s>])/, "<w:document").replace(/(<w:document[^>]*>)/, "$1<w:body>")
    .replace(/<\/w:(?:hdr|ftr)>\s*$/, "</w:body></w:document>");
}
