/** What a DOCX holds beside its paragraphs is read, and what Word does not show is not. @module */
import { deepEqual, ok } from "node:assert/strict";
import {
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  type IPropertiesOptions,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from "docx";
import { readDocx } from "./docx.ts";

async function read(children: FileChild[], rest: Partial<IPropertiesOptions["sections"][number]> = {}, notes = {}) {
  const file = new Document({ footnotes: notes, sections: [{ ...rest, children }] });
  const reply = readDocx(new Uint8Array(await Packer.toArrayBuffer(file)));
  ok(reply.ok);
  const { lines, links, flags, hidden } = reply.document;
  return { lines: lines.map(({ text }) => text), links, flags, hidden };
}

const cell = (...lines: string[]) => new TableCell({ children: lines.map((line) => new Paragraph(line)) });
const table = (...rows: TableCell[][]) => new Table({ rows: rows.map((children) => new TableRow({ children })) });

Deno.test("text boxes, footnotes and links of a DOCX are read", async () => {
  const { lines, links } = await read(
    [
      new Textbox({ style: { width: "200pt", height: "60pt" }, children: [new Paragraph("Charge nurse")] }),
      new Paragraph({ children: [new TextRun("Led a study of handovers"), new FootnoteReferenceRun(1)] }),
      new Paragraph({
        children: [new ExternalHyperlink({ link: "https://example.com/ada", children: [new TextRun("My work")] })],
      }),
    ],
    {},
    { 1: { children: [new Paragraph("Paid for by the Harbour Trust")] } },
  );
  deepEqual(lines, ["Charge nurse", "Led a study of handovers", "My work", "Paid for by the Harbour Trust"]);
  deepEqual(links, ["https://example.com/ada"]);
});

Deno.test("headers of a DOCX stand first and footers last, without page numbers", async () => {
  const { lines } = await read([new Paragraph("Nurse")], {
    headers: { default: new Header({ children: [new Paragraph("Ada Example")] }) },
    footers: { default: new Footer({ children: [new Paragraph("+44 20 7946 0132"), new Paragraph("Page 1")] }) },
  });
  deepEqual(lines, ["Ada Example", "Nurse", "+44 20 7946 0132"]);
});

Deno.test("a row of short cells is a line; a table that only lays out two columns is read cell by cell", async () => {
  const { lines } = await read([
    table([cell("2019 - 2021"), cell("Nurse, Acme Clinic")], [cell("2017 - 2019"), cell("Carer, Elm House")]),
    new Paragraph("Below"),
    table([cell("Skills", "Triage", "Wound care"), cell("Experience", "Nurse, Acme Clinic", "2019 - 2021")]),
  ]);
  deepEqual(lines, [
    "2019 - 2021  Nurse, Acme Clinic",
    "2017 - 2019  Carer, Elm House",
    "Below",
    ...["Skills", "Triage", "Wound care", "Experience", "Nurse, Acme Clinic", "2019 - 2021"],
  ]);
});

Deno.test("text that Word does not show is cut, flagged and quoted with its reason", async () => {
  const text = "Kubernetes Terraform Rust";
  for (
    const [reason, run] of [
      ["hidden", { text, vanish: true }],
      ["colour of its background", { text, color: "FFFFFF" }],
      ["tiny", { text, size: 2 }],
    ] as const
  ) {
    const { lines, flags, hidden } = await read([
      new Paragraph("Ada Example"),
      new Paragraph({ children: [new TextRun("Nurse"), new TextRun(run)] }),
    ]);
    deepEqual(lines, ["Ada Example", "Nurse"], reason);
    deepEqual(flags, ["hidden_text"]);
    deepEqual(hidden, [{ reason, quote: text }]);
  }
});

Deno.test("a text box keeps what it shows beside hidden text, and white print on a dark ground stays", async () => {
  const { lines, hidden } = await read([
    new Textbox({
      style: { width: "200pt", height: "60pt" },
      children: [new Paragraph({ children: [new TextRun("Nurse"), new TextRun({ text: "Rust", vanish: true })] })],
    }),
    new Paragraph({
      shading: { type: ShadingType.CLEAR, fill: "1F3864" },
      children: [new TextRun({ text: "Ada Example", color: "FFFFFF" })],
    }),
  ]);
  deepEqual(lines, ["Nurse", "Ada Example"]);
  deepEqual(hidden, [{ reason: "hidden", quote: "Rust" }]);
});
