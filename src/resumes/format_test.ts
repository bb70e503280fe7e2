import { equal, throws } from "node:assert/strict";
import { archive } from "../../tests/fixtures/archives.ts";
import { sniffFormat } from "./format.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => typeof part === "string" ? [...new TextEncoder().encode(part)] : part));
const pdf = bytes("%PDF-1.7\n");
const zip = bytes("PK", [3, 4]);
const code = (expected: string) => ({ code: expected });

Deno.test("a file is what its bytes and its type agree on", () => {
  equal(sniffFormat(pdf, "application/pdf", "a.pdf"), "pdf");
  equal(sniffFormat(zip, docx, "a.docx"), "docx");
  equal(sniffFormat(bytes("Ada"), "text/plain; charset=utf-8", "a.txt"), "txt");
  equal(sniffFormat(bytes([0xff, 0xfe], "A", [0]), "text/plain", "a.txt"), "txt");
});

Deno.test("a type that says nothing leaves it to the name", () => {
  equal(sniffFormat(pdf, "application/octet-stream", "A.PDF"), "pdf");
  equal(sniffFormat(zip, "", "a.docx"), "docx");
  throws(() => sniffFormat(pdf, "", "a"), code("wrong_type"));
});

Deno.test("a PDF may have some bytes before its header", () => {
  equal(sniffFormat(bytes("\r\n\r\n", "%PDF-1.4"), "application/pdf", "a.pdf"), "pdf");
});

Deno.test("a text may speak of PDF files, and is none before it begins or ends as they do", () => {
  const text = "Ada Example\nWrote a parser for %PDF- headers\n";
  equal(sniffFormat(bytes(text), "text/plain", "a.txt"), "txt");
  for (const renamed of ["\r\n%PDF-1.4\n", `${text}%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF\n`]) {
    throws(() => sniffFormat(bytes(renamed), "text/plain", "a.txt"), code("wrong_type"));
    equal(sniffFormat(bytes(renamed), "application/pdf", "a.pdf"), "pdf");
  }
});

Deno.test("a zip file without a Word document is told apart from a DOCX, and from a damaged one", () => {
  const zipOf = (...names: string[]) => archive(names.map((name) => ({ name, content: bytes("x") })));
  equal(sniffFormat(zipOf("[Content_Types].xml", "word/document.xml"), docx, "a.docx"), "docx");
  for (
    const [names, hint] of [
      [["[Content_Types].xml", "xl/workbook.xml"], /it is an Excel workbook \(XLSX\); save it as PDF/],
      [["[Content_Types].xml", "ppt/presentation.xml"], /PowerPoint/],
      [["mimetype", "content.xml"], /OpenDocument/],
      [["Index/Document.iwa"], /Pages/],
      [["resume.pdf"], /it is an archive without a Word document/],
      [[], /it is an empty archive/],
    ] as const
  ) {
    throws(() => sniffFormat(zipOf(...names), docx, "a.docx"), hint);
    throws(() => sniffFormat(zipOf(...names), docx, "a.docx"), code("wrong_type"));
    throws(() => sniffFormat(zipOf(...names), "application/zip", "a.zip"), hint);
  }
  const cut = zipOf("[Content_Types].xml", "xl/workbook.xml").slice(0, -9);
  equal(sniffFormat(cut, docx, "a.docx"), "docx");
});

Deno.test("bytes of another type are refused, whatever the name says", () => {
  throws(() => sniffFormat(zip, "application/pdf", "a.pdf"), code("wrong_type"));
  throws(() => sniffFormat(pdf, docx, "a.docx"), code("wrong_type"));
  throws(() => sniffFormat(bytes([0x89], "PNG", [0]), "application/pdf", "a.pdf"), code("wrong_type"));
  throws(() => sniffFormat(bytes("a", [0], "b"), "text/plain", "a.txt"), code("wrong_type"));
  throws(() => sniffFormat(pdf, "text/plain", "a.txt"), code("wrong_type"));
  throws(() => sniffFormat(pdf, "image/png", "a.pdf"), code("wrong_type"));
});

Deno.test("an old Word document is told what to become", () => {
  throws(() => sniffFormat(bytes([0xd0, 0xcf, 0x11, 0xe0]), docx, "a.docx"), /save it as DOCX or PDF/);
  throws(() => sniffFormat(bytes("{\\rtf1"), "text/plain", "a.txt"), /RTF/);
  throws(() => sniffFormat(bytes([0xd0, 0xcf, 0x11, 0xe0]), "application/msword", "a.doc"), /save it as DOCX or PDF/);
  throws(() => sniffFormat(bytes("{\\rtf1"), "application/rtf", "a.rtf"), /RTF; save it as DOCX or PDF/);
});

Deno.test("an empty file is empty, whatever it says it is", () => {
  throws(() => sniffFormat(new Uint8Array(), "application/pdf", "a.pdf"), code("empty"));
});

Deno.test("a JSON Resume is an object that meets the schema, and is refused before it is stored", () => {
  const type = "application/json";
  equal(sniffFormat(bytes([0xef, 0xbb, 0xbf], ' {"basics": {"name": "Ada"}}'), type, "a.json"), "json");
  throws(() => sniffFormat(bytes('{"basics": {"name": 1}}'), type, "a.json"), code("invalid"));
  throws(() => sniffFormat(bytes("Ada"), type, "a.json"), code("wrong_type"));
  throws(() => sniffFormat(pdf, "", "a.json"), code("wrong_type"));
});
