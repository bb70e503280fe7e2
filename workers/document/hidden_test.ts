/** Text that nobody sees on the page is cut and quoted. @module */
import { deepEqual, ok } from "node:assert/strict";
import { Document, Packer, Paragraph } from "docx";
import { clip, endPath, type PDFPage, popGraphicsState, pushGraphicsState, rectangle } from "pdf-lib";
import { paint, pdfOf, pdfTricks, stuffing } from "../../tests/fixtures/tricks.ts";
import { readDocx } from "./docx.ts";
import { readPdf } from "./pdf.ts";
import { readTxt } from "./txt.ts";

async function readWith(draw: (page: PDFPage) => void | Promise<void>) {
  const reply = await readPdf(await pdfOf(["Ada Example, nurse in a small town"], draw));
  ok(reply.ok);
  const { lines, flags, hidden } = reply.document;
  return { lines: lines.map(({ text }) => text), flags, hidden };
}

Deno.test("text nobody sees on a PDF page is cut, flagged and quoted with its reason", async () => {
  for (const [reason, draw] of pdfTricks) {
    const { lines, flags, hidden } = await readWith(draw);
    ok(!lines.join(" ").includes("Terraform"), reason);
    ok(lines.join(" ").includes("Ada Example"), reason);
    deepEqual(flags, ["hidden_text"]);
    deepEqual(hidden, [{ reason, quote: stuffing }]);
  }
});

Deno.test("text under a clear picture, or beside one that hides it only outside its clip, stays", async () => {
  for (const alpha of [0, 60]) {
    const { lines, flags } = await readWith(async (page) => {
      page.drawText(stuffing, { x: 56, y: 200, size: 11 });
      await paint(page, alpha);
    });
    ok(lines.includes(stuffing), `alpha ${alpha}`);
    deepEqual(flags, []);
  }
  const { lines } = await readWith(async (page) => {
    page.drawText(stuffing, { x: 56, y: 200, size: 11 });
    page.pushOperators(pushGraphicsState(), rectangle(40, 220, 20, 10), clip(), endPath());
    await paint(page, 255);
    page.pushOperators(popGraphicsState());
  });
  ok(lines.includes(stuffing));
});

Deno.test("letters that are not what they look like are cut from every format, flagged and quoted", async () => {
  const cyrillic = "K\u0443b\u0435rnetes";
  const tags = [..."Rust"].map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join("");
  const shown = ["Ada Example, nurse", "Skills: Java, \u03bcm scales, Москва, С++ and 5 \u03a9"];
  const lines = [...shown, `Skills: ${cyrillic}, Ja\u200bva`, `Cared for ${tags}forty people`];
  const docx = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
  const replies = [
    readTxt(new TextEncoder().encode(lines.join("\n"))),
    readDocx(new Uint8Array(await Packer.toArrayBuffer(docx))),
  ];
  for (const reply of replies) {
    ok(reply.ok);
    const { document } = reply;
    deepEqual(document.lines.map(({ text }) => text), [...shown, "Skills: , Java", "Cared for forty people"]);
    deepEqual(document.flags, ["hidden_text"]);
    deepEqual(document.hidden, [
      { reason: "zero-width characters", quote: `Skills: ${cyrillic}, Ja·va` },
      { reason: "look-alike letters", quote: cyrillic },
      { reason: "invisible tags", quote: "Rust" },
    ]);
  }
});
