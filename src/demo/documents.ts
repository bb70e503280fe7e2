/**
 * Résumés as files: PDF in three layouts, and DOCX. The same person gives the same bytes of PDF on every call.
 *
 * @module
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { accent, Column, ink, MARGIN, PAGE } from "./column.ts";
import type { Person, Position } from "./people.ts";

/** How a PDF is laid out. */
export interface PdfOptions {
  /**
   * `sidebar`: contact, skills and languages in a narrow column on the left. `two-column`: below the summary,
   * experience on the left and all the rest on the right.
   *
   * @default "single"
   */
  layout?: "single" | "sidebar" | "two-column";
  /** Points of running text; larger text makes more pages. @default 10 */
  fontSize?: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

const SIDEBAR = 150;
const made = new Date(Date.UTC(2026, 0, 1));

/** Prints a résumé as an A4 PDF with page numbers. */
export async function resumePdf(person: Person, options: PdfOptions = {}): Promise<Bytes> {
  const { layout = "single", fontSize = 10 } = options;
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(made);
  pdf.setModificationDate(made);
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const isSidebar = layout === "sidebar";
  const left = isSidebar ? MARGIN + SIDEBAR + 24 : MARGIN;
  const column = new Column(pdf, fonts, fontSize, left, PAGE[0] - MARGIN);
  column.line(person.name, { size: fontSize * 2.2, bold: true, after: 4 });
  column.line(person.headline, { size: fontSize * 1.2, after: 4, colour: accent });
  if (!isSidebar) column.text(contact(person).join("  |  "), { after: 4 });
  column.heading("Summary");
  column.text(person.summary, { after: 2 });
  const aside = layout === "two-column" ? column.split(0.62, 24) : column;
  if (!isSidebar) {
    aside.heading("Skills");
    for (const [group, names] of person.skills) aside.text(`${group}: ${names.join(", ")}`);
  }
  column.heading("Experience");
  for (const position of person.experience) printPosition(column, position);
  aside.heading("Education");
  for (const { degree, institution, years } of person.education) {
    if (aside === column) aside.ends(degree, years, { bold: true });
    else for (const line of [degree, years]) aside.text(line, { bold: line === degree });
    aside.text(institution, { after: 4 });
  }
  if (!isSidebar) {
    aside.heading("Languages");
    aside.text(person.languages.join(", "));
  }
  if (person.certifications.length > 0) {
    aside.heading("Certifications");
    for (const certification of person.certifications) aside.text(certification);
  }
  if (isSidebar) printSidebar(new Column(pdf, fonts, fontSize, MARGIN, MARGIN + SIDEBAR, 0), person);
  for (const [i, page] of pdf.getPages().entries()) {
    page.drawText(`Page ${i + 1} of ${pdf.getPageCount()}`, {
      x: MARGIN,
      y: 30,
      size: 8,
      font: fonts.plain,
      color: ink,
    });
  }
  return new Uint8Array(await pdf.save());
}

function contact({ email, phone, location, links }: Person): string[] {
  return [email, phone, location, ...links];
}

function printPosition(column: Column, { title, company, location, start, end, bullets }: Position): void {
  column.ends(title, `${start} - ${end ?? "present"}`, { bold: true });
  column.text(`${company}, ${location}`, { after: 2 });
  for (const bullet of bullets) column.bullet(bullet);
  column.gap(6);
}

function printSidebar(column: Column, person: Person): void {
  column.heading("Contact");
  for (const way of contact(person)) column.text(way);
  column.heading("Skills");
  for (const [group, names] of person.skills) {
    column.text(group, { bold: true });
    for (const name of names) column.bullet(name);
  }
  column.heading("Languages");
  for (const language of person.languages) column.text(language);
}

/** Writes a résumé as a DOCX with headings, a table of skills and a footer. */
export async function resumeDocx(person: Person): Promise<Bytes> {
  const document = new Document({
    creator: "Job Match",
    sections: [{
      footers: {
        default: new Footer({ children: [new Paragraph({ text: "Confidential", alignment: AlignmentType.CENTER })] }),
      },
      children: [
        new Paragraph({ text: person.name, heading: HeadingLevel.TITLE }),
        new Paragraph(person.headline),
        new Paragraph(contact(person).join(" | ")),
        heading("Summary"),
        new Paragraph(person.summary),
        heading("Experience"),
        ...person.experience.flatMap(positionParagraphs),
        heading("Education"),
        ...person.education.map(({ degree, institution, years }) =>
          new Paragraph(`${degree}, ${institution}, ${years}`)
        ),
        heading("Skills"),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: person.skills.map(([group, names]) =>
            new TableRow({ children: [cell(group), cell(names.join(", "))] })
          ),
        }),
        heading("Languages"),
        new Paragraph(person.languages.join(", ")),
        ...(person.certifications.length > 0 ? [heading("Certifications")] : []),
        ...person.certifications.map((name) => new Paragraph({ text: name, bullet: { level: 0 } })),
      ],
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

function positionParagraphs({ title, company, location, start, end, bullets }: Position): Paragraph[] {
  return [
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
      children: [new TextRun({ text: title, bold: true }), new TextRun(`\t${start} - ${end ?? "present"}`)],
    }),
    new Paragraph(`${company}, ${location}`),
    ...bullets.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
  ];
}
