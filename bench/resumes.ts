/**
 * Resumes of three pages, each with other sentences than the one before: nothing of one is known from another.
 *
 * @module
 */
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";

const PAGES = 3;
/** About 1,100 words in all, as a resume of three pages has; a full page of running text has twice as many. */
const LINES_A_PAGE = 26;
const verbs = ["Built", "Designed", "Ran", "Rewrote", "Measured", "Moved", "Led", "Tested", "Shipped", "Documented"];
const things = [
  "the booking API",
  "a queue of deliveries",
  "the billing service",
  "a search index",
  "the login of partners",
];
const tools = [
  "TypeScript",
  "PostgreSQL",
  "Docker",
  "Kubernetes",
  "Redis",
  "Kafka",
  "Python",
  "Terraform",
  "Node.js",
  "Go",
];
const ends = ["for depots in", "together with teams in", "after a year of outages in", "ahead of the opening in"];
const cities = ["Hamburg", "Porto", "Lyon", "Ghent", "Turin", "Bergen", "Cork", "Graz", "Aarhus", "Lodz"];

/** The same `seed` gives the same text. */
export async function threePagePdf(seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const random = generator(seed);
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const lines = linesOf(random, seed);
  for (let page = 0; page < PAGES; page++) {
    draw(pdf.addPage([595, 842]), font, lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE));
  }
  return new Uint8Array(await pdf.save());
}

function draw(page: PDFPage, font: PDFFont, lines: string[]): void {
  for (const [i, line] of lines.entries()) page.drawText(line, { x: 56, y: 786 - i * 28, size: 10, font });
}

function linesOf(random: () => number, seed: number): string[] {
  const pick = picker(random);
  const head = [
    `Candidate ${String.fromCharCode(65 + seed % 26)}. Bench`,
    "Backend Engineer",
    `candidate-${seed}@example.com`,
    "",
    "Summary",
    `Engineer of services in ${pick(tools)} and ${pick(tools)}, at home in ${pick(cities)} and ${pick(cities)}.`,
    "",
    "Skills",
    [...new Set([pick(tools), pick(tools), pick(tools), pick(tools)])].join(", "),
    "",
    "Experience",
  ];
  const foot = ["Education", `BSc Computer Science, University of ${pick(cities)}, 2008 - 2012`];
  const body: string[] = [];
  for (let year = 2024; body.length < PAGES * LINES_A_PAGE; year -= 2) {
    body.push(
      `Software Engineer, ${pick(cities)} Logistics, ${year - 2} - ${year}`,
      ...Array.from({ length: 14 }, () => `- ${sentenceOf(random)}`),
      "",
    );
  }
  return [...head, ...body.slice(0, PAGES * LINES_A_PAGE - head.length - foot.length), ...foot];
}

/** Something that somebody did at work. */
export function sentenceOf(random: () => number): string {
  const pick = picker(random);
  return `${pick(verbs)} ${pick(things)} with ${pick(tools)} and ${pick(tools)} ${pick(ends)} ${pick(cities)}, ` +
    `${2 + Math.floor(random() * 97)} a day`;
}

const picker = (random: () => number) => (from: string[]) => from[Math.floor(random() * from.length)]!;

/** Mulberry32: small, and the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
