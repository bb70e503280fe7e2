/**
 * Prints text downwards between two edges of PDF pages.
 *
 * @module
 */
import { type PDFDocument, type PDFFont, type PDFPage, rgb, setCharacterSpacing } from "pdf-lib";

/** Points of an A4 page, and what stays free around it. */
export const PAGE = [595, 842] as const;
/** Points that stay free at each edge. */
export const MARGIN = 56;
/** Colour of text. */
export const ink = rgb(0.1, 0.1, 0.12);
/** Colour of headings. */
export const accent = rgb(0.1, 0.3, 0.5);

/** How a line is printed. */
export interface LineOptions {
  size?: number;
  bold?: boolean;
  after?: number;
  colour?: ReturnType<typeof rgb>;
  /** @default "left" */
  align?: "left" | "centre" | "right";
  /** Points between letters. @default 0 */
  tracking?: number;
  /** Capitals, the first of each word larger. */
  smallCapitals?: boolean;
}

/** Prints downwards between two edges, from page to page. */
export class Column {
  #page: PDFPage;
  #index: number;
  #y: number;

  constructor(
    private readonly pdf: PDFDocument,
    private readonly fonts: { plain: PDFFont; bold: PDFFont },
    private readonly size: number,
    private left: number,
    private right: number,
    index = pdf.getPageCount(),
    top = PAGE[1] - MARGIN,
  ) {
    this.#index = index;
    this.#y = top;
    this.#page = this.#pageAt(index);
  }

  /** Keeps the left `share` of the width for itself from here on; the rest, past the gutter, is the other column. */
  split(share: number, gutter: number): Column {
    const { pdf, fonts, size, right } = this;
    this.right = this.left + (right - this.left - gutter) * share;
    return new Column(pdf, fonts, size, this.right + gutter, right, this.#index, this.#y);
  }

  /** Moves the left edge of what follows. */
  indent(points: number): void {
    this.left += points;
  }

  /** Keeps what follows away from the right edge. */
  narrow(points: number): void {
    this.right -= points;
  }

  /** Texts below one another at the right edge of the column as it was before `narrow(points)`, beside what follows. */
  notes(texts: readonly string[], points: number): void {
    this.#reserve(this.size * 1.4 * (texts.length + 1));
    for (const [i, text] of texts.entries()) {
      const x = this.right + points - this.fonts.plain.widthOfTextAtSize(text, this.size);
      this.#draw(text, x, this.#y - i * this.size * 1.4, {});
    }
  }

  heading(text: string, options: LineOptions = {}): void {
    this.gap(10);
    this.#reserve(this.size * 5);
    this.line(text, { size: this.size * 1.4, bold: true, after: 4, colour: accent, ...options });
  }

  /** A thin line across the column. */
  rule(): void {
    const [start, end] = [{ x: this.left, y: this.#y }, { x: this.right, y: this.#y }];
    this.#page.drawLine({ start, end, thickness: 0.7, color: accent });
    this.gap(4);
  }

  /** A coloured ground across the page, `points` high from here. */
  ground(points: number): void {
    this.#page.drawRectangle({
      x: 0,
      y: this.#y - points,
      width: PAGE[0],
      height: PAGE[1] - this.#y + points,
      color: accent,
    });
  }

  /** A text of its own, `width` wide, left of the lines that follow. */
  note(text: string, width: number, options: LineOptions = {}): void {
    const lines = wrap(text, width - 12, this.#font(options.bold === true), this.size);
    this.#reserve(this.size * 1.4 * (lines.length + 1));
    for (const [i, line] of lines.entries()) {
      this.#draw(line, this.left - width, this.#y - i * this.size * 1.4, options);
    }
  }

  text(text: string, options: LineOptions = {}): void {
    this.#wrapped(text, 0, options);
  }

  bullet(text: string, glyph = "•"): void {
    const lines = this.#wrap(text, 12, this.fonts.plain);
    this.#reserve(lines.length * this.size * 1.4);
    this.#draw(glyph, this.left, this.#y, {});
    for (const line of lines) this.line(line, {}, 12);
  }

  /** One text at the left edge, another at the right. */
  ends(left: string, right: string, options: LineOptions): void {
    this.#reserve(this.size * 4);
    this.#draw(right, this.right - this.fonts.plain.widthOfTextAtSize(right, this.size), this.#y, {});
    this.line(left, options);
  }

  line(text: string, options: LineOptions, indent = 0): void {
    const { size = this.size, bold = false, after = 0, align = "left" } = options;
    this.#reserve(size * 1.4);
    const spare = this.right - this.left - indent - this.#font(bold).widthOfTextAtSize(text, size);
    const shift = { left: 0, centre: spare / 2, right: spare }[align];
    this.#draw(text, this.left + indent + shift, this.#y, options);
    this.#y -= size * 1.4 + after;
  }

  gap(points: number): void {
    this.#y -= points;
  }

  #wrapped(text: string, indent: number, options: LineOptions): void {
    const lines = this.#wrap(text, indent, this.#font(options.bold === true));
    for (const [i, line] of lines.entries()) {
      this.line(line, i === lines.length - 1 ? options : { ...options, after: 0 }, indent);
    }
  }

  #wrap(text: string, indent: number, font: PDFFont): string[] {
    return wrap(text, this.right - this.left - indent, font, this.size);
  }

  #font(bold: boolean): PDFFont {
    return bold ? this.fonts.bold : this.fonts.plain;
  }

  #draw(text: string, x: number, top: number, options: LineOptions): void {
    const { size = this.size, bold = false, colour = ink, tracking = 0, smallCapitals = false } = options;
    const font = this.#font(bold);
    if (tracking !== 0) this.#page.pushOperators(setCharacterSpacing(tracking));
    for (const part of smallCapitals ? inSmallCapitals(text, size) : [{ text, size }]) {
      this.#page.drawText(part.text, { x, y: top - size, size: part.size, font, color: colour });
      x += font.widthOfTextAtSize(part.text, part.size) + tracking * part.text.length;
    }
    if (tracking !== 0) this.#page.pushOperators(setCharacterSpacing(0));
  }

  #reserve(points: number): void {
    if (this.#y - points > MARGIN) return;
    this.#page = this.#pageAt(++this.#index);
    this.#y = PAGE[1] - MARGIN;
  }

  #pageAt(index: number): PDFPage {
    return index < this.pdf.getPageCount() ? this.pdf.getPage(index) : this.pdf.addPage([...PAGE]);
  }
}

function wrap(text: string, width: number, font: PDFFont, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function inSmallCapitals(text: string, size: number): { text: string; size: number }[] {
  return text.split(" ").flatMap((word, i) => [
    { text: `${i === 0 ? "" : " "}${word.slice(0, 1).toUpperCase()}`, size },
    { text: word.slice(1).toUpperCase(), size: 0.8 * size },
  ]).filter(({ text }) => text !== "");
}
