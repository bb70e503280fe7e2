/** Text that nobody sees on the page is cut and quoted. @module */
import { deepEqual, ok } from "node:assert/strict";
import { crc32, deflateSync } from "node:zlib";
import { Document, Packer, Paragraph } from "docx";
import {
  clip,
  endPath,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  setTextRenderingMode,
  StandardFonts,
  TextRenderingMode,
} from "pdf-lib";
import { readDocx } from "./docx.ts";
import { readPdf } from "./pdf.ts";
import { readTxt } from "./txt.ts";

const stuffing = "Kubernetes Terraform Rust";

async function readWith(draw: (page: PDFPage) => void | Promise<void>) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
  page.drawText("Ada Example, nurse in a small town", { x: 56, y: 780, size: 11 });
  await draw(page);
  const reply = await readPdf(new Uint8Array(await pdf.save()));
  ok(reply.ok);
  const { lines, flags, hidden } = reply.document;
  return { lines: lines.map(({ text }) => text), flags, hidden };
}

/** A picture of one pixel, red, green, blue and alpha. */
function pixelPng(...pixel: [number, number, number, number]): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = new Uint8Array([...new TextEncoder().encode(type), ...data]);
    const framed = new Uint8Array(body.length + 8);
    new DataView(framed.buffer).setUint32(0, data.length);
    new DataView(framed.buffer).setUint32(body.length + 4, crc32(body));
    framed.set(body, 4);
    return framed;
  };
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0)),
    ...chunk("IDAT", new Uint8Array(deflateSync(Uint8Array.of(0, ...pixel)))),
    ...chunk("IEND", new Uint8Array()),
  ]);
}

async function paint(page: PDFPage, alpha: number): Promise<void> {
  const image = await page.doc.embedPng(pixelPng(255, 255, 255, alpha));
  page.drawImage(image, { x: 40, y: 690, width: 400, height: 40 });
}

const tricks: [reason: string, draw: (page: PDFPage) => void | Promise<void>][] = [
  ["colour of its background", (page) => page.drawText(stuffing, { x: 56, y: 700, size: 11, color: rgb(1, 1, 1) })],
  ["colour of its background", (page) => {
    page.drawRectangle({ x: 0, y: 600, width: 595, height: 160, color: rgb(0.1, 0.2, 0.4) });
    page.drawText(stuffing, { x: 56, y: 700, size: 11, color: rgb(0.1, 0.2, 0.4) });
  }],
  ["tiny", (page) => page.drawText(stuffing, { x: 56, y: 700, size: 1 })],
  ["transparent", (page) => page.drawText(stuffing, { x: 56, y: 700, size: 11, opacity: 0 })],
  ["off the page", (page) => page.drawText(stuffing, { x: 700, y: 700, size: 11 })],
  ["invisible", (page) => {
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    page.drawText(stuffing, { x: 56, y: 700, size: 11 });
  }],
  ["covered", (page) => {
    page.drawText(stuffing, { x: 56, y: 700, size: 11 });
    page.drawRectangle({ x: 40, y: 690, width: 400, height: 40, color: rgb(1, 1, 1) });
  }],
  ["behind an image", async (page) => {
    page.drawText(stuffing, { x: 56, y: 700, size: 11 });
    await paint(page, 255);
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

Deno.test("text under a clear picture, or beside one that hides it only outside its clip, stays", async () => {
  for (const alpha of [0, 60]) {
    const { lines, flags } = await readWith(async (page) => {
      page.drawText(stuffing, { x: 56, y: 700, size: 11 });
      await paint(page, alpha);
    });
    ok(lines.includes(stuffing), `alpha ${alpha}`);
    deepEqual(flags, []);
  }
  const { lines } = await readWith(async (page) => {
    page.drawText(stuffing, { x: 56, y: 700, size: 11 });
    page.pushOperators(pushGraphicsState(), rectangle(40, 720, 20, 10), clip(), endPath());
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
    await readDocx(new Uint8Array(await Packer.toArrayBuffer(docx))),
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
