/** What every page repeats is left out; words cut at a line's end are whole. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import { PDFDocument, StandardFonts } from "pdf-lib";
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
