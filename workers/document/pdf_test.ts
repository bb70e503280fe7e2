/** What every page repeats is left out; words cut at a line's end are whole. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import { PDFDocument, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import { clean } from "../../src/matching/hidden.ts";
import { people } from "../../src/demo/people.ts";
import { resumePdf } from "../../src/demo/documents.ts";
import { mappedPdf } from "../../tests/fixtures/mapped.ts";
import { readPdf } from "./pdf.ts";

Deno.test("running headers, footers and page numbers are left out, and hyphens at a line's end are joined", async () => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [i, body] of [["Cared for child-", "ren on a ward"], ["Ran a full-", "time clinic"]].entries()) {
    const page = pdf.addPage([595, 842]);
    const print = (text: string, y: number) => page.drawText(text, { x: 56, y, size: 10, font });
    print("Ada Example", 810);
    body.forEach((text, n) => print(text, 700 - 14 * n));
    print("Confidential", 40);
    print(`Page ${i + 1} of 2`, 24);
  }
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), [
    "Ada Example",
    "Cared for children",
    "on a ward",
    "Ran a full-time",
    "clinic",
  ]);
});

Deno.test("ligatures and hyphens that a font draws as one glyph or calls soft are letters and hyphens", async () => {
  const lines = ["St-Mary clinic, work in the #eld", "of o$ce safety and care for chil-", "dren"];
  const reply = await readPdf(mappedPdf(lines, { "-": "\u00ad", "#": "\ufb01", "$": "\ufb03" }));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), [
    "St-Mary clinic, work in the field",
    "of office safety and care for children",
  ]);
});

Deno.test("ligatures at the places of TeX's fonts are letters", async () => {
  const reply = await readPdf(mappedPdf(["Certi#cate of o$ce work"], { "#": "\x1c", "$": "\x0e" }));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), ["Certificate of office work"]);
});

Deno.test("large print that stands closely is two words, and print of two sizes two cells", async () => {
  const pdf = await PDFDocument.create();
  const [font, page] = [await pdf.embedFont(StandardFonts.Helvetica), pdf.addPage([595, 842])];
  page.drawText("Ada", { x: 56, y: 740, size: 36, font });
  page.drawText("Example", { x: 56 + font.widthOfTextAtSize("Ada", 36) + 4, y: 740, size: 36, font });
  page.drawText("DETAILS", { x: 56, y: 700, size: 9, font });
  page.drawText("Leeds", { x: 56 + font.widthOfTextAtSize("DETAILS", 9) + 10, y: 700, size: 14, font });
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), ["Ada Example", "DETAILS  Leeds"]);
});

Deno.test("a word cut in a narrow cell is one word beside the cell's neighbour", async () => {
  const pdf = await PDFDocument.create();
  const [font, page] = [await pdf.embedFont(StandardFonts.Helvetica), pdf.addPage([595, 842])];
  for (const [text, x, y] of [["Staats-", 56, 700], ["Acme University, Law", 92, 700], ["examen", 56, 686]] as const) {
    page.drawText(text, { x, y, size: 10, font });
  }
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), ["Staatsexamen  Acme University, Law"]);
});

Deno.test("the number of a single page is left out where it says of how many, and a date that looks like one stays", async () => {
  const pdf = await PDFDocument.create();
  const [font, page] = [await pdf.embedFont(StandardFonts.Helvetica), pdf.addPage([595, 842])];
  for (const [text, y] of [["Night duty 7/12", 44], ["Ada Example - 1/1", 24]] as const) {
    page.drawText(text, { x: 56, y, size: 10, font });
  }
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), ["Night duty 7/12"]);
});

Deno.test("a table with a border is read row by row, and cell by cell where cells have several lines", async () => {
  const short = [["Period", "Role", "Place"], ["2019 - 2021", "Ward nurse", "Leeds"], ["2017 - 2019", "Carer", "York"]];
  const long = [
    ["Period", "Role", "Duties"],
    ["2019 - 2021", "Ward nurse,\nAcme Clinic", "Cared for forty people\nLed a team of eight\nWrote the rota"],
    ["2017 - 2019", "Carer,\nElm House", "Cooked for twelve\nKept the books"],
    ["2015 - 2017", "Porter,\nHarbour Trust", "Moved beds\nOrdered linen"],
  ];
  for (const draw of [drawBoxes, drawLines]) {
    const inRows = short.map((row) => row.join("  "));
    deepEqual(await readTable(short, draw), ["Ada Example", ...inRows, "BSc Nursing"]);
    const inCells = long.slice(1).flatMap((row) => row.flatMap((cell) => cell.split("\n")));
    deepEqual(await readTable(long, draw), ["Ada Example", "Period  Role  Duties", ...inCells, "BSc Nursing"]);
  }
});

type DrawCell = (page: PDFPage, x: number, y: number, width: number, height: number) => void;
const drawBoxes: DrawCell = (page, x, y, width, height) =>
  page.drawRectangle({ x, y, width, height, borderWidth: 0.5, borderColor: rgb(0, 0, 0) });
const drawLines: DrawCell = (page, x, y, width, height) => {
  for (const side of [{ x, y, width, height: 0.5 }, { x, y: y + height, width, height: 0.5 }]) page.drawRectangle(side);
  for (const side of [{ x, y, width: 0.5, height }, { x: x + width, y, width: 0.5, height }]) page.drawRectangle(side);
};

async function readTable(rows: readonly (readonly string[])[], draw: DrawCell): Promise<string[]> {
  const pdf = await PDFDocument.create();
  const [font, page] = [await pdf.embedFont(StandardFonts.Helvetica), pdf.addPage([595, 842])];
  page.drawText("Ada Example", { x: 56, y: 790, size: 10, font });
  let top = 760;
  for (const row of rows) {
    const height = 6 + 13 * Math.max(...row.map((cell) => cell.split("\n").length));
    for (const [i, cell] of row.entries()) {
      draw(page, 56 + 150 * i, top - height, 150, height);
      for (const [n, line] of cell.split("\n").entries()) {
        page.drawText(line, { x: 60 + 150 * i, y: top - 12 - 13 * n, size: 10, font });
      }
    }
    top -= height;
  }
  page.drawText("BSc Nursing", { x: 56, y: top - 40, size: 10, font });
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  deepEqual(reply.document.flags, []);
  return reply.document.lines.map(({ text }) => text);
}

Deno.test("ligatures, soft hyphens and zero-width characters leave plain letters", () => {
  equal(clean("o\ufb03ce pro\ufb01le, work\u00adshop, Ja\u200bva"), "office profile, workshop, Java");
});

Deno.test("every bullet is found in each layout at large print", async () => {
  for (const layout of ["single", "two-column"] as const) {
    for (const person of Object.values(people)) {
      const reply = await readPdf(await resumePdf(person, { layout, fontSize: 12 }));
      ok(reply.ok);
      const bullets = reply.document.lines.filter(({ bullet }) => bullet).length;
      equal(bullets, person.experience.reduce((sum, position) => sum + position.bullets.length, 0), layout);
    }
  }
});
