/**
 * A WordprocessingML part to the lines that Word shows, in one pass: paragraphs, rows of tables, and the lines of text
 * boxes after the paragraph that holds them. Deleted text is left out; hidden text is cut and told.
 *
 * @module
 */
import type { Hidden } from "../../src/matching/hidden.ts";
import type { DocumentLine } from "../protocol.ts";
import { isAlike, parseColour } from "./canvas.ts";
import type { Placed } from "./docx_backdrops.ts";
import { Drawing } from "./docx_drawing.ts";
import { groundOf, isOutlined, NO_STYLE, type Print, printOf, type Style, type Styles } from "./docx_styles.ts";
import { cellColour, type CellColours, lookOf, type TableLook } from "./docx_table.ts";
import { type Attribute, type Handler, readXml } from "./docx_xml.ts";
import { takeBullet } from "./lines.ts";

/** Smaller print cannot be read: 3 points. */
const HALF_POINTS_MIN = 6;
/** Letters squeezed to less than this many per cent cannot be read. */
const WIDTH_MIN = 10;
/** Points of print whose size nothing says (ECMA-376, 17.3.2.38). */
const SIZE_PT = 10;
/** Points from one line to the next, in font sizes. */
const LEADING_EM = 1.25;
/** Points of a line, in widths of a letter of half the font size. */
const LINE_PT = 400;
/** Cells up to which together a row is one line. */
const ROW_CHARS_MAX = 120;

/** What a part is read with, and what it adds to. */
export interface Page {
  styles: Styles;
  /** It is a header or footer, all of which stands behind the text of the page. */
  isMargin: boolean;
  /** Behind each paragraph, in the order in which they begin; what is left out is on {@link Page.ground}. */
  grounds: readonly string[];
  /** Of the page, six hexadecimal digits. */
  ground: string;
  /** Targets of links by their id. */
  targets: ReadonlyMap<string, string>;
  /** Takes the targets that people may follow. */
  links: Set<string>;
  hidden: Hidden;
}

/** What was read. */
export interface Part {
  lines: DocumentLine[];
  /** How high each paragraph is, in points, as far as that can be told from its letters. */
  heights: number[];
  /** Pictures and shapes behind the text, by the paragraph that they are in. */
  backdrops: Placed[];
  /** Of the page, where the part says so. */
  pageGround: string | null;
}

/**
 * Reads a part; linear in its length.
 *
 * @throws {TooComplexError} Where its elements are nested too deep.
 * @throws {Error} Where it is no XML.
 */
export function readPart(xml: string, page: Page): Part {
  const reader = new PartReader(page);
  readXml(xml, reader);
  const { lines, heights, backdrops, pageGround } = reader;
  return { lines, heights, backdrops, pageGround };
}

/** Elements that go with their content: tracked changes, how to pronounce a text, and outlines and shadows of shapes. */
const dropped = /^(?:w:del|w:moveFrom|w:rt|a:ln|a:effectLst|w:\w+Change)$/;
const drawings = new Set(["w:drawing", "w:pict", "w:object"]);
/** What stands for a character in a run. */
const characters: Readonly<Record<string, string>> = {
  "w:tab": "  ",
  "w:ptab": "  ",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00ad",
};

interface Run {
  text: string;
  print: Print;
  style: Print;
}

interface Paragraph {
  /** Of those of the part, in the order in which they begin. */
  index: number;
  runs: Run[];
  /** Lines of the text boxes in it. */
  boxed: DocumentLine[];
  style: Style;
  /** Points from its top in which a drawing hides it. */
  covered: number;
  isListed: boolean;
  isHeading: boolean;
  /** Its end is deleted: it goes on in the next one. */
  goesOn: boolean;
}

interface Table {
  /** Grounds and colours of print of its style. */
  cells: CellColours;
  inks: CellColours;
  look: TableLook | null;
  /** That have begun. */
  rows: number;
}

class PartReader implements Handler {
  readonly lines: DocumentLine[] = [];
  readonly heights: number[] = [];
  readonly backdrops: Placed[] = [];
  pageGround: string | null = null;
  readonly #page: Page;
  /** Where lines go: the part, and the cells and text boxes that are open. */
  readonly #sinks = [this.lines];
  readonly #tables: Table[] = [];
  readonly #rows: { cells: DocumentLine[][]; isDeleted: boolean }[] = [];
  readonly #paragraphs: Paragraph[] = [];
  /** A run that holds a text box has runs inside. */
  readonly #runs: Run[] = [];
  /** `null` is a text box that is open in the one before it. */
  readonly #drawings: (Drawing | null)[] = [];
  /** Of the open elements that have one, by how many are around them. */
  readonly #grounds: { depth: number; ground: string }[] = [];
  /** Colours of print that the open cells and text boxes give, where that is sure. */
  readonly #inks: { depth: number; colour?: string }[] = [];
  /** Text boxes that are on no page, by how many elements are around them. */
  readonly #off: number[] = [];
  /** The alternatives that are open; of each the first that has a text counts. */
  readonly #alternatives: { hasText: boolean }[] = [];
  #instruction = "";
  #carried: Run[] = [];
  /** Elements open in one that is dropped, itself included. */
  #dropped = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  open(name: string, attribute: Attribute, path: readonly string[]): void {
    if (this.#dropped > 0) {
      this.#dropped++;
      return;
    }
    const parent = path.at(-1);
    if (parent?.endsWith("Pr")) this.#property(name, attribute, path);
    const isSecond = (name === "mc:Choice" || name === "mc:Fallback") && this.#alternatives.at(-1)?.hasText;
    if (isSecond || dropped.test(name)) this.#dropped = 1;
    else if (drawings.has(name)) this.#drawings.push(new Drawing());
    else if (parent === "w:r") this.#inRun(name, attribute);
    else this.#element(name, attribute, path);
  }

  close(name: string, path: readonly string[]): void {
    if (this.#dropped > 0) {
      this.#dropped--;
      return;
    }
    while (this.#grounds.at(-1)?.depth === path.length) this.#grounds.pop();
    if (this.#inks.at(-1)?.depth === path.length) this.#inks.pop();
    if (this.#off.at(-1) === path.length) this.#off.pop();
    if (name === "w:r") this.#endRun(this.#runs.pop()!);
    else if (name === "w:p") this.#endParagraph(this.#paragraphs.pop()!);
    else if (name === "w:tc") this.#rows.at(-1)?.cells.push(this.#sinks.pop()!);
    else if (name === "w:tr") {
      const { cells, isDeleted } = this.#rows.pop()!;
      if (!isDeleted) this.#add(rowLines(cells));
    } else if (name === "w:txbxContent") {
      this.#drawings.pop();
      const lines = this.#sinks.pop()!;
      const holder = this.#paragraphs.at(-1);
      holder ? holder.boxed = holder.boxed.concat(lines) : this.#add(lines);
    } else if (name === "w:tbl") this.#tables.pop();
    else if (drawings.has(name)) {
      const drawing = this.#drawings.pop()!;
      const holder = this.#paragraphs.at(-1);
      if (holder) holder.covered = Math.max(holder.covered, drawing.covered((id) => this.#isOpaque(id)));
      const backdrop = drawing.backdrop(this.#page.isMargin);
      if (backdrop) this.backdrops.push({ ...backdrop, paragraph: holder?.index ?? 0 });
    } else if (name === "mc:AlternateContent") this.#alternatives.pop();
  }

  text(text: string, path: readonly string[]): void {
    if (this.#dropped > 0) return;
    const parent = path.at(-1);
    if (parent === "w:instrText") this.#instruction += text;
    if (parent === "wp:posOffset") this.#drawings.at(-1)?.offset(path.at(-2) ?? "", text);
    if (parent !== "w:t") return;
    for (const alternative of this.#alternatives) alternative.hasText = true;
    for (const drawing of this.#drawings) if (drawing) drawing.hasText = true;
    const run = this.#runs.at(-1);
    if (run) run.text += text;
  }

  #add(lines: DocumentLine[]): void {
    const sink = this.#sinks.at(-1)!;
    for (const line of lines) sink.push(line);
  }

  #element(name: string, attribute: Attribute, path: readonly string[]): void {
    switch (name) {
      case "w:p":
        this.#paragraphs.push({
          index: this.heights.push(0) - 1,
          runs: this.#carried,
          boxed: [],
          style: this.#unstyled,
          covered: 0,
          isListed: false,
          isHeading: false,
          goesOn: false,
        });
        this.#carried = [];
        break;
      case "w:r": {
        // Where the run that holds its text box does not show, it does not either.
        const holder = this.#runs.at(-1);
        const isHidden = holder && (holder.print.vanish ?? holder.style.vanish);
        this.#runs.push({ text: "", print: isHidden ? { vanish: true } : {}, style: {} });
        break;
      }
      case "w:tbl":
        this.#tables.push({ cells: {}, inks: {}, look: null, rows: 0 });
        break;
      case "w:tr":
        this.#rows.push({ cells: [], isDeleted: false });
        this.#table.rows++;
        break;
      case "w:tc": {
        this.#sinks.push([]);
        const { cells, inks, look, rows } = this.#table;
        const [row, column, depth] = [rows - 1, this.#rows.at(-1)?.cells.length ?? 0, path.length];
        this.#grounds.push({ depth, ground: cellColour(cells, look, row, column, this.#ground) });
        const colour = cellColour(inks, look, row, column, "");
        this.#inks.push({ depth, ...(colour === "" || colour.includes("|") ? {} : { colour }) });
        break;
      }
      case "w:txbxContent": {
        const { fill, isOff } = this.#drawings.at(-1) ?? {};
        if (isOff) this.#off.push(path.length);
        this.#inks.push({ depth: path.length });
        if (typeof fill === "string") this.#grounds.push({ depth: path.length, ground: fill });
        this.#drawings.push(null);
        this.#sinks.push([]);
        break;
      }
      case "mc:AlternateContent":
        this.#alternatives.push({ hasText: false });
        break;
      case "w:hyperlink":
        this.#link(this.#page.targets.get(attribute("r:id") ?? ""));
        break;
      case "w:fldSimple":
        this.#link(linkOf(attribute("w:instr") ?? ""));
        break;
      case "w:background":
        this.pageGround = attribute("w:color");
        break;
      default:
        this.#drawings.at(-1)?.open(name, attribute);
    }
  }

  #inRun(name: string, attribute: Attribute): void {
    const run = this.#runs.at(-1)!;
    if (name === "w:sym") run.text += String.fromCharCode(parseInt(attribute("w:char") ?? "20", 16));
    else if (name === "w:fldChar") {
      if (attribute("w:fldCharType") !== "begin") this.#link(linkOf(this.#instruction));
      this.#instruction = "";
    } else if (name === "mc:AlternateContent") this.#alternatives.push({ hasText: false });
    else run.text += characters[name] ?? "";
  }

  /** A property stands in an element for properties, and that in what it is of. */
  #property(name: string, attribute: Attribute, path: readonly string[]): void {
    const [owner, parent] = path.slice(-2);
    const paragraph = this.#paragraphs.at(-1);
    const run = this.#runs.at(-1);
    if (parent === "w:rPr" && owner === "w:r" && run) {
      if (name === "w:rStyle") run.style = this.#style(attribute, {});
      else Object.assign(run.print, printOf(name, attribute));
    } else if (name === "w:del") {
      if (parent === "w:rPr" && owner === "w:pPr" && paragraph) paragraph.goesOn = true;
      if (parent === "w:trPr") this.#rows.at(-1)!.isDeleted = true;
    } else if (name === "w:numId" && paragraph) paragraph.isListed = attribute("w:val") !== "0";
    else if (name === "w:outlineLvl" && paragraph) paragraph.isHeading = isOutlined(attribute);
    else if (name === "w:pStyle" && paragraph) {
      paragraph.style = this.#style(attribute, this.#unstyled);
      paragraph.isListed ||= paragraph.style.isListed ?? false;
      paragraph.isHeading ||= paragraph.style.isHeading ?? false;
      this.#shade(paragraph.style, path);
    } else if (name === "w:tblStyle") {
      const { cells = {}, inks = {} } = this.#style(attribute, {});
      Object.assign(this.#table, { cells, inks });
    } else if (name === "w:tblLook") this.#table.look = lookOf(attribute);
    else this.#shade(groundOf(name, attribute), path);
  }

  /** JPEG knows no transparency. */
  #isOpaque(picture: string): boolean {
    return /\.jpe?g$/i.test(this.#page.targets.get(picture) ?? "");
  }

  /** Behind what is being read. */
  get #ground(): string {
    const open = this.#grounds.at(-1)?.ground;
    return open ?? this.#page.grounds[this.#paragraphs.at(-1)?.index ?? this.heights.length] ?? this.#page.ground;
  }

  get #unstyled(): Style {
    return this.#page.styles.get(NO_STYLE) ?? {};
  }

  /** @param otherwise Where there is no such style. */
  #style(attribute: Attribute, otherwise: Style): Style {
    const id = attribute("w:val") ?? "";
    return this.#page.styles.get(id) ?? { ...otherwise, name: id };
  }

  get #table(): Table {
    return this.#tables.at(-1) ?? { cells: {}, inks: {}, look: null, rows: 0 };
  }

  #shade({ ground }: Print, path: readonly string[]): void {
    if (ground !== undefined) this.#grounds.push({ depth: path.length - 2, ground });
  }

  #link(target: string | undefined): void {
    if (target !== undefined && /^(?:https?|mailto):/i.test(target)) this.#page.links.add(target);
  }

  #endRun(run: Run): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const ground = run.print.ground ?? run.style.ground ?? this.#ground;
    const reason = run.text.trim() === ""
      ? null
      : this.#off.length > 0
      ? "off the page"
      : reasonHidden({ ...this.#inks.at(-1), ...paragraph.style, ...run.style, ...run.print, ground });
    if (reason === null) paragraph.runs.push(run);
    else this.#page.hidden.add(reason, { text: run.text, y: 0 });
  }

  #endParagraph(paragraph: Paragraph): void {
    const { index, boxed, style, isListed, isHeading, goesOn } = paragraph;
    let { runs } = paragraph;
    const inked = runs.filter(({ text }) => text.trim() !== "");
    const [first] = inked;
    const halfPoints = first && (first.print.halfPoints ?? first.style.halfPoints ?? style.halfPoints);
    const size = (halfPoints ?? 2 * SIZE_PT) / 2;
    const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
    this.heights[index] = Math.max(1, Math.ceil(letters * size / 2 / LINE_PT)) * size * LEADING_EM;
    if (paragraph.covered > this.heights[index]!) {
      for (const { text } of inked) this.#page.hidden.add("behind a drawing", { text, y: 0 });
      runs = [];
    }
    if (goesOn) this.#carried = runs;
    else {
      for (const printed of runs.map(({ text }) => text).join("").split("\n")) {
        const { text, bullet } = takeBullet(printed, this.#page.hidden);
        if (text === "") continue;
        this.#sinks.at(-1)!.push({
          text,
          bullet: bullet || isListed || /list (bullet|number)/i.test(style.name ?? ""),
          page: 0,
          x: null,
          y: null,
          fontSize: halfPoints === undefined ? null : halfPoints / 2,
          bold: inked.every((run) => isBold(style, run)),
          heading: isHeading,
        });
      }
    }
    this.#add(boxed);
  }
}

/** A row of short cells is a line, as in a table of dates or skills; cells of several lines are columns. */
function rowLines(cells: DocumentLine[][]): DocumentLine[] {
  const lines = cells.flat();
  const [first] = lines;
  const isRow = cells.every((cell) => cell.length <= 1) && lines.length > 1 && lines.every(({ bullet }) => !bullet) &&
    lines.reduce((sum, { text }) => sum + text.length, 0) <= ROW_CHARS_MAX;
  if (!isRow || !first) return lines;
  return [{ ...first, text: lines.map(({ text }) => text).join("  "), bold: lines.every(({ bold }) => bold) }];
}

/** What a style of letters says turns around what its paragraph's does (ECMA-376, 17.7.3). */
function isBold(paragraph: Style, { style, print }: Run): boolean {
  return print.bold ?? (paragraph.bold ?? false) !== (style.bold ?? false);
}

/** The target of a field's instruction: `HYPERLINK "https://…"`. */
function linkOf(instruction: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction)?.[1];
}

function reasonHidden({ vanish, halfPoints, width, colour, ground }: Print): string | null {
  if (vanish) return "hidden";
  if ((halfPoints ?? HALF_POINTS_MIN) < HALF_POINTS_MIN || (width ?? WIDTH_MIN) < WIDTH_MIN) return "tiny";
  const ink = parseColour(`#${colour}`);
  const papers = (ground ?? "?").split("|").map((paper) => parseColour(`#${paper}`));
  const isLost = ink !== null && papers.every((paper) => paper !== null && isAlike(ink, paper));
  return isLost ? "colour of its background" : null;
}
