/** Text that nobody sees on the page is cut and quoted. @module */
import { deepEqual, ok } from "node:assert/strict";
import { PDFDocument, type PDFPage, rgb, setTextRenderingMode, StandardFonts, TextRenderingMode } from "pdf-lib";
import { readPdf } from "./pdf.ts";

const stuffing = "Kubernetes Terraform Rust";

async function readWith(draw: (page: PDFPage) => void) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
  page.drawText("Ada Example, nurse in a small town", { x: 56, y: 780, size: 11 });
  draw(page);
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  const { lines, flags, hidden } = reply.document;
  return { lines: lines.map(({ text }) => text), flags, hidden };
}

const tricks: [reason: string, draw: (page: PDFPage) => void][] = [
  ["colour of its background", (page) => page.drawText(stuffing, { x: 56, y: 700, size: 11, color: rgb(1, 1, 1) })],
  ["colour of its background", (page) => {
    page.drawRectangle({ x: 0, y: 600, width: 595, height: 200, color: rgb(0.1, 0.2, 0.4), opacity: 1 });
    page.drawText("Ada Example, nurse in a small town", { x: 56, y: 780, size: 11, color: rgb(1, 1, 1) });
    page.drawText(stuffing, { x: 56, y: 700, size: 11, color: rgb(0.1, 0.2, 0.4) });
  }],
  ["tiny", (page) => page.drawText(stuffing, { x: 56, y: 700, size: 1 })],
  ["transparent", (page) => page.drawText(stuffing, { x: 56, y: 700, size: 11, opacity: 0 })],
  ["off the page", (page) => page.drawText(stuffing, { x: 700, y: 700, size: 11 })],
  ["invisible", (page) => {
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    page.drawText(stuffing, { x: 56, y: 700, size: 11 });
  }],
];

Deno.test("text nobody sees on a PDF page is cut, flagged and quoted with its reason", async () => {
  for (const [reason, draw] of tricks) {
    const { lines, flags, hidden } = await readWith(draw);
    ok(!lines.join(" ").includes("Terraform"), reason);
    ok(lines.join(" ").includes("Ada Example"), reason);
    deepEqual(flags, ["hidden_text"]);
    deepEqual(hidden, [{ reason, quote: stuffing }]);
  }
});
