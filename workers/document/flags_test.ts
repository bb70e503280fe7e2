/** What the reader says about a file that it cannot fully trust. @module */
import { deepEqual, ok } from "node:assert/strict";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { mappedPdf } from "../../tests/fixtures/mapped.ts";
import { paragraph, wordFile } from "../../tests/fixtures/word.ts";
import { readDocx } from "./docx.ts";
import { readPdf } from "./pdf.ts";
import { readTxt } from "./txt.ts";

Deno.test("a font that does not say which letters it draws is flagged", async () => {
  const half = Object.fromEntries([..."acegikmoqsuwy"].map((letter) => [letter, "\ufffd"]));
  const reply = await readPdf(mappedPdf(["nurse in a small town on the coast"], half));
  ok(reply.ok);
  deepEqual(reply.document.flags, ["garbled_fonts"]);
});

Deno.test("a file of more pages or letters than are read is flagged as cut", async () => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < 51; i++) pdf.addPage().drawText(`Sheet of ward ${"abcdefghij"[i % 10]}`, { x: 60, y: 400, font });
  const long = new TextEncoder().encode("Cared for forty people a day.\n".repeat(7000));
  const docx = wordFile({ body: paragraph("Cared for forty people a day.").repeat(7000) });
  for (const reply of [await readPdf(new Uint8Array(await pdf.save())), readTxt(long), readDocx(docx)]) {
    ok(reply.ok);
    deepEqual(reply.document.flags, ["truncated"]);
  }
});
