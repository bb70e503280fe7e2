/** Text that nobody sees on the page is cut and quoted. @module */
import { deepEqual, ok } from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { Document, Packer, Paragraph } from "docx";
import { clip, endPath, type PDFPage, popGraphicsState, pushGraphicsState, rectangle } from "pdf-lib";
import { mappedPdf } from "../../tests/fixtures/mapped.ts";
import { rawPdf, stream } from "../../tests/fixtures/raw_pdf.ts";
import { paint, pdfOf, pdfShown, pdfTricks, stuffing } from "../../tests/fixtures/tricks.ts";
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
    ok(!lines.join(" ").includes("Terraform"), `${reason}, ${draw}`);
    ok(lines.join(" ").includes("Ada Example"), reason);
    deepEqual(flags, ["hidden_text"]);
    deepEqual(hidden, [{ reason, quote: stuffing }]);
  }
});

Deno.test("a large image hides text however its dictionary is written", async () => {
  const content = `BT /F 11 Tf 56 300 Td (Ada Example) Tj 0 -100 Td (${stuffing}) Tj ET q 400 0 0 40 40 190 cm /X Do Q`;
  const image = "/Type/XObject/Sub#74ype/Im#61ge/W#69dth 7 0 R/Height 3000/ColorSpace/DeviceGray/BitsPerComponent 8";
  const reply = await readPdf(rawPdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
    stream("", new TextEncoder().encode(content)),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    stream(`${image}/Filter/FlateDecode`, deflateSync(new Uint8Array(9_000_000))),
    "3000",
  ]));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text }) => text), ["Ada Example"]);
  deepEqual(reply.document.hidden, [{ reason: "behind an image", quote: stuffing }]);
});

Deno.test("text of a PDF that is pale, crossed out, framed, half covered or on a dark ground stays", async (t) => {
  for (const [what, draw] of pdfShown) {
    await t.step(what, async () => {
      const { lines, flags } = await readWith(draw);
      deepEqual([lines.at(-1), flags], [stuffing, []]);
    });
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

Deno.test("letters that are not what they look like are cut from a PDF as well", async () => {
  const cyrillic = "K\u0443b\u0435rnetes";
  const reply = await readPdf(mappedPdf(["Ada Example, nurse", "Skills: K#b$rnetes, Ja%va", "Cared for &forty"], {
    ...{ "#": "\u0443", "$": "\u0435", "%": "\u200b" },
    "&": [..."Rust"].map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join(""),
  }));
  ok(reply.ok);
  const { lines, flags, hidden } = reply.document;
  deepEqual(lines.map(({ text }) => text), ["Ada Example, nurse", "Skills: , Java", "Cared for forty"]);
  deepEqual(flags, ["hidden_text"]);
  deepEqual(hidden, [
    { reason: "zero-width characters", quote: `Skills: ${cyrillic}, Ja·va` },
    { reason: "look-alike letters", quote: cyrillic },
    { reason: "invisible tags", quote: "Rust" },
  ]);
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
