/**
 * DOCX files to visible lines: page headers, body, notes and footers, straight from their WordprocessingML.
 *
 * @module
 */
import { Hidden } from "../../src/matching/hidden.ts";
import type { DocumentFlag, DocumentLine, DocumentReply } from "../protocol.ts";
import { groundsOf, ofPages, type Placed } from "./docx_backdrops.ts";
import { type Page, type Part, readPart } from "./docx_part.ts";
import { isOn, stylesIn } from "./docx_styles.ts";
import { readXml } from "./docx_xml.ts";
import { linesToText, refuse } from "./lines.ts";
import { TooComplexError, unpack } from "./zip.ts";

const CHARS_MAX = 200_000;
/** Page headers, and footers, that are read: of first, odd and even pages of some sections. */
const MARGINS_MAX = 12;

/** The parts that are read. No picture is ever unpacked. */
const wanted = /^word\/(?:_rels\/)?(?:document|header|footer|footnotes|endnotes|styles|settings)\d*\.xml(?:\.rels)?$/;

/** Reads a DOCX; one that unpacks to too much is refused before it is unpacked. */
export function readDocx(bytes: Uint8Array): DocumentReply {
  try {
    return read(unpack(bytes, wanted));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof TooComplexError) {
      return refuse("too_complex", "Cannot read the file: it is larger or nested deeper than a resume can need");
    }
    return refuse("damaged", "Cannot read the file: it is not a valid DOCX");
  }
}

function read(parts: Map<string, string>): DocumentReply {
  if (![...parts.keys()].some((name) => kindOf(name) === "document")) {
    return refuse("damaged", "Cannot read the file: it is not a valid DOCX");
  }
  const { all, links, hidden } = readAll(parts);
  const lines = linesToText(all, CHARS_MAX);
  if (lines.length === 0) return refuse("empty", "Cannot read the file: it holds no text");
  const flags: DocumentFlag[] = hidden.length > 0 ? ["hidden_text"] : [];
  if (all.reduce((sum, { text }) => sum + text.length + 1, 0) > CHARS_MAX) flags.push("truncated");
  return { ok: true, document: { lines, pages: 1, links, flags, hidden } };
}

interface Whole {
  all: DocumentLine[];
  links: string[];
  hidden: { reason: string; quote: string }[];
}

/** All parts, read again on what the first reading finds behind their text. */
function readAll(parts: Map<string, string>): Whole {
  const styles = stylesIn(parts.get("word/styles.xml") ?? NOTHING);
  const first = readOn(parts, { styles, ground: WHITE }, () => []);
  const pages = ofPages([...first.read].flatMap(([name, { backdrops }]) => kindOf(name) === "header" ? backdrops : []));
  const said = [...first.read.values()].find(({ pageGround }) => pageGround !== null)?.pageGround ?? WHITE;
  const ground = said !== "auto" && showsGround(parts) ? said : WHITE;
  const backdropsOf = (name: string): Placed[] => {
    const own = first.read.get(name)?.backdrops ?? [];
    return kindOf(name) === "document" ? [...pages, ...own] : own;
  };
  if (ground === WHITE && ![...first.read.keys()].some((name) => backdropsOf(name).length > 0)) return first;
  return readOn(
    parts,
    { styles, ground },
    (name) => groundsOf(first.read.get(name)?.heights ?? [], backdropsOf(name), ground),
  );
}

/** @param grounds Of the paragraphs of a part. */
function readOn(
  parts: Map<string, string>,
  page: Pick<Page, "styles" | "ground">,
  grounds: (name: string) => string[],
): Whole & { read: Map<string, Part> } {
  const [hidden, links, read] = [new Hidden(), new Set<string>(), new Map<string, Part>()];
  const linesOf = (kind: string) =>
    [...parts].filter(([name]) => kindOf(name) === kind).slice(0, MARGINS_MAX).flatMap(([name, xml]) => {
      const isMargin = kind === "header" || kind === "footer";
      const part = readPart(xml, {
        ...{ ...page, links, hidden, isMargin },
        ...{ grounds: grounds(name), targets: targetsIn(parts, name) },
      });
      read.set(name, part);
      return part.lines;
    });
  const all = [
    ...marginLines(linesOf("header")),
    ...["document", "footnotes", "endnotes"].flatMap(linesOf),
    ...marginLines(linesOf("footer")),
  ];
  return { all, links: [...links], hidden: hidden.parts, read };
}

/** Whether Word shows the colour of the pages: it is drawn where the settings say so. */
function showsGround(parts: Map<string, string>): boolean {
  let shows = false;
  readXml(parts.get("word/settings.xml") ?? NOTHING, {
    open(name, attribute) {
      if (name === "w:displayBackgroundShape") shows = isOn(attribute);
    },
  });
  return shows;
}

const WHITE = "FFFFFF";
const NOTHING = "<none/>";

function kindOf(name: string): string | undefined {
  return /^word\/(\D+?)\d*\.xml$/.exec(name)?.[1];
}

/** Targets of a part's links by their id. */
function targetsIn(parts: Map<string, string>, name: string): Map<string, string> {
  const targets = new Map<string, string>();
  const xml = parts.get(name.replace("word/", "word/_rels/") + ".rels");
  if (xml === undefined) return targets;
  readXml(xml, {
    open(_, attribute) {
      targets.set(attribute("Id") ?? "", attribute("Target") ?? "");
    },
  });
  return targets;
}

/** "Page 1", "2 / 3": what Word last counted. */
const pageNumber = /^(?:page|seite|p\.|página|pagina|halaman)?\s*\d*\s*(?:of|\/|von|de|di|van|dari|sur)?\s*\d*$/iu;

/** Each line of page headers or footers once: contact details often stand there. Page numbers do not count. */
function marginLines(lines: DocumentLine[]): DocumentLine[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => !pageNumber.test(text) && seen.size < seen.add(text).size);
}
