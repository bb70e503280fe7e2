/** What the reader says about a file that it cannot fully trust. @module */
import { deepEqual, ok } from "node:assert/strict";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { readPdf } from "./pdf.ts";
import { readTxt } from "./txt.ts";

/** A PDF in a font that maps half of its letters to no character. */
function garbledPdf(): Uint8Array {
  const map = [..."acegikmoqsuwy"].map((letter) => `<${letter.charCodeAt(0).toString(16)}> <FFFD>`);
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
${map.length} beginbfchar
${map.join("\n")}
endbfchar endcmap end end`;
  const text = "BT /F 12 Tf 72 720 Td (nurse in a small town on the coast) Tj ET";
  const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    stream(text),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
    stream(toUnicode),
  ].map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  return new TextEncoder().encode(`%PDF-1.4\n${objects.join("")}trailer<</Size 7/Root 1 0 R>>\n%%EOF\n`);
}

Deno.test("a font that does not say which letters it draws is flagged", async () => {
  const reply = await readPdf(garbledPdf());
  ok(reply.ok);
  deepEqual(reply.document.flags, ["garbled_fonts"]);
});

Deno.test("a file of more pages or letters than are read is flagged as cut", async () => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < 51; i++) pdf.addPage().drawText(`Sheet of ward ${"abcdefghij"[i % 10]}`, { x: 60, y: 400, font });
  const long = new TextEncoder().encode("Cared for forty people a day.\n".repeat(7000));
  for (const reply of [await readPdf(new Uint8Array(await pdf.save())), readTxt(long)]) {
    ok(reply.ok);
    deepEqual(reply.document.flags, ["truncated"]);
  }
});
