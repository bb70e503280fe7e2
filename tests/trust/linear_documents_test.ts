import { equal, ok } from "node:assert/strict";
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import { readDocx } from "../../workers/document/docx.ts";
import { readPdf } from "../../workers/document/pdf.ts";
import type { DocumentReply } from "../../workers/protocol.ts";
import { paragraph, run, table, textBox, wordFile } from "../fixtures/word.ts";
import { RATIO_MAX, timesAsLong } from "./doubling.ts";
import { injected } from "./report.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Lines of the shorter file; twice that is below every limit at which a file is cut. */
const LINES = 1_000;
const LEADING = 12;
const LINES_A_PAGE = 50;

const line = (i: number) => `Built order services number ${i} on PostgreSQL, 2019 - 2024`;

/** Draws all lines on one page that is high enough. */
async function onePage(
  lines: number,
  draw: (page: PDFPage, font: PDFFont, i: number, y: number) => void,
): Promise<Bytes> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([600, (lines + 2) * LEADING]);
  for (let i = 0; i < lines; i++) draw(page, font, i, (lines - i) * LEADING);
  return new Uint8Array(await pdf.save());
}

async function manyPages(lines: number): Promise<Bytes> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let first = 0; first < lines; first += LINES_A_PAGE) {
    const page = pdf.addPage([600, 800]);
    for (let i = 0; i < LINES_A_PAGE; i++) {
      page.drawText(line(first + i), { x: 40, y: 740 - i * LEADING, size: 9, font });
    }
  }
  return new Uint8Array(await pdf.save());
}

const body = (lines: number, make: (i: number) => string) =>
  wordFile({ body: Array.from({ length: lines }, (_, i) => make(i)).join("") });

const files: Record<
  string,
  [read: (bytes: Bytes) => DocumentReply | Promise<DocumentReply>, make: (lines: number) => Bytes | Promise<Bytes>]
> = {
  "PDF, lines on one page": [
    readPdf,
    (n) => onePage(n, (page, font, i, y) => page.drawText(line(i), { x: 40, y, size: 9, font })),
  ],
  "PDF, two columns": [
    readPdf,
    (n) =>
      onePage(n, (page, font, i, y) => {
        page.drawText(`Skill ${i}`, { x: 40, y, size: 9, font });
        page.drawText(line(i), { x: 220, y, size: 9, font });
      }),
  ],
  "PDF, rows of six cells": [
    readPdf,
    (n) =>
      onePage(n / 2, (page, font, i, y) => {
        for (let cell = 0; cell < 6; cell++) page.drawText(`c${cell} ${i}`, { x: 40 + cell * 85, y, size: 9, font });
      }),
  ],
  "PDF, letter by letter": [
    readPdf,
    (n) =>
      onePage(n / 4, (page, font, i, y) => {
        for (const [at, letter] of [..."Engineer of services"].entries()) {
          page.drawText(letter, { x: 40 + at * 7 + i % 3, y, size: 9, font });
        }
      }),
  ],
  "PDF, lines anywhere": [
    readPdf,
    (n) => onePage(n, (page, font, i, y) => page.drawText(`Word ${i}`, { x: 40 + (i * 37) % 450, y, size: 9, font })),
  ],
  "PDF, shaded rows with borders": [
    readPdf,
    (n) =>
      onePage(n / 2, (page, font, i, y) => {
        page.drawRectangle({ x: 36, y: y - 3, width: 500, height: LEADING, color: rgb(0.9, 0.9, 0.95) });
        page.drawText(line(i), { x: 40, y, size: 9, font });
        page.drawRectangle({
          x: 36,
          y: y - 3,
          width: 500,
          height: LEADING,
          borderColor: rgb(0, 0, 0),
          borderWidth: 0.5,
        });
      }),
  ],
  "PDF, veils over all": [
    readPdf,
    (n) =>
      onePage(n / 2, (page, font, i, y) => {
        page.drawText(line(i), { x: 40, y, size: 9, font });
        page.drawRectangle({ x: 40, y, width: 9, height: 9, color: rgb(1, 1, 1), opacity: 0.5 });
      }),
  ],
  "PDF, many pages": [readPdf, manyPages],
  "DOCX, paragraphs": [readDocx, (n) => body(4 * n, (i) => paragraph(line(i)))],
  "DOCX, runs of one paragraph": [
    readDocx,
    (n) => wordFile({ body: paragraph(...Array.from({ length: 4 * n }, (_, i) => run(`word${i} `))) }),
  ],
  "DOCX, rows of a table": [
    readDocx,
    (n) =>
      wordFile({
        body: table(...Array.from({ length: 2 * n }, (_, i) => [paragraph(`Skill ${i}`), paragraph(line(i))])),
      }),
  ],
  "DOCX, drawings behind the text": [
    readDocx,
    (n) =>
      body(2 * n, (i) =>
        paragraph(
          line(i),
          '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="9000000" cy="9000000"/></wp:anchor></w:drawing></w:r>',
        )),
  ],
  "DOCX, text boxes": [readDocx, (n) => body(n, (i) => paragraph(textBox(paragraph(line(i)))))],
};

Deno.test("a PDF or DOCX with twice as much takes at most 2.5 times as long", async (t) => {
  for (const [kind, [read, make]] of Object.entries(files)) {
    await t.step(kind, async () => {
      const [short, long] = [await make(LINES), await make(2 * LINES)];
      equal((await read(long)).ok, true);
      const ratio = await timesAsLong(read, short, long);
      ok(ratio <= RATIO_MAX, `${kind}: ${ratio.toFixed(2)} times as long`);
    });
  }
  injected(24, "files of twice as many lines, cells, letters or pages", Object.keys(files).length);
});
