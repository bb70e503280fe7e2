/**
 * One résumé in thirteen layouts, as people choose them: where dates stand, how headings look, one column or two.
 *
 * @module
 */
import { PDFDocument, type PDFFont, rgb, StandardFonts } from "pdf-lib";
import { Column, type LineOptions, MARGIN, PAGE } from "./column.ts";
import type { Person, Position } from "./people.ts";

/** How a layout prints what all layouts print. */
interface Theme {
  font: "Helvetica" | "TimesRoman" | "Courier";
  size: number;
  /** `band`: the name in white on a coloured ground. */
  header: "left" | "centre" | "band";
  heading: {
    align: "left" | "centre";
    capitals: boolean | "small";
    rule: boolean;
    scale: number;
    /** Points between its letters. */
    tracking?: number;
    /** Stands left of what it heads. */
    beside?: boolean;
  };
  /**
   * Where an entry's dates stand; `margin` is a narrow column on the left, in which they wrap, `beside` one on the right
   * of the bullets, below the place, with how long that was.
   */
  dates: "right" | "below" | "margin" | "beside";
  /** `place-right`: the place at the right edge, below the date. */
  head: "title-first" | "company-first" | "one-line" | "place-right";
  bullet: string;
  /** `half`: two columns below the header. */
  sidebar: "none" | "left" | "right" | "half";
  /** What every page repeats above and below. */
  running?: boolean;
}

const plain: Theme = {
  font: "Helvetica",
  size: 10,
  header: "left",
  heading: { align: "left", capitals: false, rule: false, scale: 1.4 },
  dates: "right",
  head: "title-first",
  bullet: "•",
  sidebar: "none",
};

/** The layouts by what is special about them. */
export const themes = {
  "right-aligned dates": plain,
  "headings with rules": {
    ...plain,
    font: "TimesRoman",
    size: 11,
    heading: { ...plain.heading, rule: true, scale: 1.2 },
    head: "company-first",
    bullet: "-",
  },
  "centred headings": {
    ...plain,
    font: "TimesRoman",
    header: "centre",
    heading: { ...plain.heading, align: "centre", scale: 1.25 },
    head: "one-line",
  },
  "upper-case headings": {
    ...plain,
    heading: { ...plain.heading, capitals: true, rule: true, scale: 1 },
    dates: "below",
    bullet: "–",
  },
  "dates in a left column": { ...plain, dates: "margin" },
  "left sidebar": { ...plain, size: 9, sidebar: "left" },
  "right sidebar": { ...plain, font: "TimesRoman", size: 9.5, sidebar: "right", dates: "below" },
  "name in a band": { ...plain, header: "band", heading: { ...plain.heading, capitals: true, scale: 1.1 } },
  "typewriter": { ...plain, font: "Courier", size: 8.5, head: "place-right", bullet: "*" },
  "two columns": { ...plain, size: 9, sidebar: "half" },
  "dates beside bullets": {
    ...plain,
    heading: { ...plain.heading, capitals: "small", rule: true },
    head: "company-first",
    dates: "beside",
  },
  "headings in a left column": { ...plain, size: 9, heading: { ...plain.heading, beside: true, scale: 1.1 } },
  "letter-spaced headings, running headers": {
    ...plain,
    size: 13,
    heading: { ...plain.heading, capitals: true, tracking: 3, scale: 1 },
    running: true,
  },
} satisfies Record<string, Theme>;

/** The name of a layout. */
export type ThemeName = keyof typeof themes;

const bolds = {
  Helvetica: StandardFonts.HelveticaBold,
  TimesRoman: StandardFonts.TimesRomanBold,
  Courier: StandardFonts.CourierBold,
};
const SIDEBAR = 150;
const GUTTER = 24;
const DATES = 90;
const NOTES = 104;
const DEGREES = 40;
const HEADINGS = 110;
const BAND = 60;
const white = rgb(1, 1, 1);

/** Prints a résumé as A4 pages in one of the layouts. */
export async function themedPdf(person: Person, name: ThemeName): Promise<Uint8Array<ArrayBuffer>> {
  const theme: Theme = themes[name];
  const pdf = await PDFDocument.create();
  const fonts = {
    plain: await pdf.embedFont(StandardFonts[theme.font]),
    bold: await pdf.embedFont(bolds[theme.font]),
  };
  const [left, right] = [MARGIN, PAGE[0] - MARGIN];
  const [isLeft, isRight] = [theme.sidebar === "left", theme.sidebar === "right"];
  const inset = isLeft ? SIDEBAR + GUTTER : theme.heading.beside ? HEADINGS : 0;
  const main = new Column(pdf, fonts, theme.size, left + inset, isRight ? right - SIDEBAR - GUTTER : right);
  let beside = isLeft || isRight
    ? new Column(pdf, fonts, theme.size, isLeft ? left : right - SIDEBAR, isLeft ? left + SIDEBAR : right, 0)
    : null;
  printHeader(main, person, theme);
  if (beside) {
    heading(beside, "Contact", theme);
    for (const way of waysTo(person)) beside.text(way);
  } else main.text(waysTo(person).join("  |  "), { after: 4, ...aligned(theme) });
  heading(main, "Summary", theme);
  main.text(person.summary);
  if (theme.sidebar === "half") beside = main.split(0.6, GUTTER);
  heading(main, "Experience", theme);
  for (const position of person.experience) printPosition(main, position, theme);
  heading(main, "Education", theme);
  for (const schooling of person.education) printEducation(main, schooling, theme);
  const aside = beside ?? main;
  heading(aside, "Skills", theme);
  for (const [group, names] of person.skills) aside.text(`${group}: ${names.join(", ")}`);
  heading(aside, "Languages", theme);
  for (const language of person.languages) aside.text(language);
  if (person.certifications.length > 0) {
    heading(aside, "Certifications", theme);
    for (const certification of person.certifications) aside.text(certification);
  }
  if (theme.running) printRunning(pdf, person, fonts.plain);
  return new Uint8Array(await pdf.save());
}

function printRunning(pdf: PDFDocument, { name }: Person, font: PDFFont): void {
  for (const [i, page] of pdf.getPages().entries()) {
    page.drawText("Curriculum vitae", { x: MARGIN, y: PAGE[1] - 30, size: 8, font });
    page.drawText(`${name} – ${i + 1}/${pdf.getPageCount()}`, { x: PAGE[0] / 2 - 40, y: 26, size: 8, font });
  }
}

function printEducation(column: Column, { degree, institution, years }: Person["education"][number], theme: Theme) {
  if (theme.dates === "beside") {
    // The degree in a column of its own, what it was taken in with the school.
    const [short = "", ...field] = degree.split(" ");
    column.indent(DEGREES);
    column.note(short, DEGREES, { bold: true });
    column.ends(`${institution}, ${field.join(" ")}`, years, {});
    column.indent(-DEGREES);
  } else printHead(column, [degree, institution], years, theme);
  column.gap(6);
}

const waysTo = ({ email, phone, location, links }: Person) => [email, phone, location, ...links];

function aligned({ header }: Theme): LineOptions {
  return header === "centre" ? { align: "centre" } : {};
}

function printHeader(column: Column, { name, headline }: Person, theme: Theme): void {
  const isBand = theme.header === "band";
  if (isBand) column.ground(BAND);
  const colour = isBand ? { colour: white } : {};
  column.line(name, { size: theme.size * 2.2, bold: true, after: 4, ...aligned(theme), ...colour });
  column.line(headline, { size: theme.size * 1.2, after: isBand ? 16 : 4, ...aligned(theme), ...colour });
}

function heading(column: Column, text: string, { heading, size }: Theme): void {
  const { align, capitals, rule, scale, tracking = 0, beside = false } = heading;
  const options = { align, size: size * scale, tracking, smallCapitals: capitals === "small" };
  if (beside) {
    column.gap(14);
    column.note(text, HEADINGS, { ...options, bold: true });
  } else column.heading(capitals === true ? text.toUpperCase() : text, options);
  if (rule) column.rule();
}

function printPosition(column: Column, position: Position, theme: Theme): void {
  const { title, company, location, start, end, bullets } = position;
  const dates = `${start} – ${end ?? "present"}`;
  if (theme.dates === "beside") {
    column.ends(`${company}, ${title}`, location, { bold: true });
    column.narrow(NOTES);
    column.notes([`${start} –`, end ?? "present"], NOTES);
    for (const bullet of bullets) column.bullet(bullet, theme.bullet);
    column.narrow(-NOTES);
    column.gap(6);
    return;
  }
  switch (theme.head) {
    case "title-first":
      printHead(column, [title, `${company}, ${location}`], dates, theme);
      break;
    case "company-first":
      printHead(column, [`${company}, ${location}`, title], dates, theme);
      break;
    case "one-line":
      printHead(column, [`${title}, ${company}, ${location}`], dates, theme);
      break;
    case "place-right":
      column.ends(title, dates, { bold: true });
      column.ends(company, location, {});
  }
  if (theme.dates === "margin") column.indent(DATES);
  for (const bullet of bullets) column.bullet(bullet, theme.bullet);
  if (theme.dates === "margin") column.indent(-DATES);
  column.gap(6);
}

function printHead(column: Column, [first = "", ...rest]: string[], dates: string, theme: Theme): void {
  if (theme.dates === "right") column.ends(first, dates, { bold: true });
  else {
    if (theme.dates === "margin") {
      column.indent(DATES);
      column.note(dates, DATES);
    }
    column.text(first, { bold: true });
  }
  for (const line of rest) column.text(line);
  if (theme.dates === "below") column.text(dates);
  if (theme.dates === "margin") column.indent(-DATES);
}
