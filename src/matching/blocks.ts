/**
 * The lines of a dated section, grouped into entries: a head (who, what, where, when) and a body (what was done).
 *
 * @module
 */
import { type DateRange, datesIn, durationPattern } from "./dates.ts";
import { countryOf, isPlace } from "./places.ts";
import { cellsOf, folded, type TextLine } from "./text.ts";

/** A line with its dates taken out. */
export interface BlockLine {
  line: TextLine;
  /** The line without dates and durations. */
  rest: string;
  date: DateRange | null;
}

/** One entry. */
export interface Block {
  head: BlockLine[];
  body: BlockLine[];
  date: DateRange | null;
}

/** Length of "from " or "De " at the end of what stands before a date. */
function leadOf(before: string): number {
  return /(?:^|(?<=[\s(|,:•·–—-]))(?:from|between|vom|von|du|de|da|dal|dall['’]|desde|del|van|vanaf|dari|in)\s+$/iu
    .exec(before)?.[0]
    .length ?? 0;
}

const emptyBrackets = /\(\s*[,|–—-]*\s*\)|\[\s*\]/gu;

/** Reads a line's date where it stands as a label: in a cell of its own, at either end, or in brackets. */
export function blockLine(line: TextLine): BlockLine {
  const { text } = line;
  if (text.length > 240) return { line, rest: text, date: null };
  const dates = datesIn(text);
  const cells = cellsOf(text);
  for (const date of dates) {
    const cell = cells.find(({ start, end }) => date.start >= start && date.end <= end);
    const lead = leadOf(text.slice(cell?.start ?? 0, date.start));
    const before = text.slice(cell?.start ?? 0, date.start - lead).replace(/[\s(|,:•·–—-]+$/gu, "");
    const after = text.slice(date.end, cell?.end).replace(durationPattern, "").replace(
      /^[\s)|,.:;•·–—-]+|[\s)]+$/gu,
      "",
    );
    const isAlone = before === "" && after === "";
    const isEdge = before === "" || after === "";
    const isRange = date.to !== null;
    const bracketed = /[([]\s*$/u.test(text.slice(0, date.start)) && /^[^\p{L}]{0,3}[)\]]/u.test(text.slice(date.end));
    if (line.bullet && !isAlone && !(isRange && isEdge && text.length < 90)) continue;
    if (line.bullet && isAlone && cells.length === 1) continue;
    if (!isAlone && !isEdge && !bracketed && !(isRange && text.length < 110)) continue;
    // A lone year inside prose ("In 2019 I …", "… since 2015.") dates nothing.
    if (!isRange && !isAlone && (/[.!?]$/u.test(text.trimEnd()) || (cell?.text.split(" ").length ?? 0) > 14)) continue;
    const tail = text.slice(date.end);
    const rest = `${text.slice(0, date.start - lead)}\t\t${tail === "." ? "" : tail}`.replace(durationPattern, "")
      .replace(
        emptyBrackets,
        " ",
      )
      .replace(/\(\s*\t\t\s*\)/gu, "\t\t");
    return { line, rest: tidy(rest), date };
  }
  return { line, rest: tidy(text.replace(durationAlone, "")), date: null };
}

/** "2 years 10 months" in a cell of its own. */
const durationAlone = new RegExp(`(?<=^|\\s{2})${durationPattern.source}(?=\\s*$)`, "iu");

function tidy(text: string): string {
  return text.replace(/^[\s,;:|•·–—)\]-]+|[\s,;:|•·–—([-]+$/gu, "");
}

const endsSentence = /[.!?;]["”’)]?$/u;
const abbreviations =
  /(?:inc|ltd|co|corp|llc|s\.a|gmbh|b\.v|n\.v|s\.p\.a|jr|sr|st|dept|univ|p\.t|tbk|no|al|u\.s|d\.c|ph\.d|m\.sc|b\.sc|\p{L}\.\p{L})\.$|, \p{L}{2,5}\.$/iu;
const duty =
  /^(?:(?:successfully|currently|also|actively|effectively|independently|responsible|accountable|in charge|duties|key|main|assisted|led|built|wrote|ran|made|oversaw|drove|grew|won|took|taught|kept|held|gave|set up|sold|dealt|brought|met|spoke|sent|cut|began|responsabilités|aufgaben|tätigkeiten|projects?:|technologies|tech stack|stack|environment|tools(?: used)?|achievements|highlights|technologien|umgebung|tecnologías|tecnologias|tecnologie)(?!\p{L})|(?!(?:certified|registered|licensed|limited|united|associated|applied|advanced|embedded|integrated|accredited|red|speed|med|ted|need|seed|breed|chartered|dedicated|distributed)(?!\p{L}))\p{L}{2,}(?:ed|ied)\s\p{L})/iu;

/** A line that only says that what was done follows. */
const entryLabel =
  /^(?:(?:key |main |core |job |major |selected |primary )?(?:highlights|achievements?|accomplishments|responsibilit(?:y|ies)|duties|tasks|results|contributions)(?: (?:and|&) (?:responsibilities|achievements|accomplishments|duties))?|(?:roles?|duties) (?:and|&) responsibilities|description|job description|aufgaben(?:gebiet|bereich)?|tatigkeiten|hauptaufgaben|missions?(?: principales)?|taches|realisations|funciones|tareas|logros|responsabilidades|atividades|principais atividades|attivita|mansioni|taken|werkzaamheden|tugas|tanggung jawab):?$/u;

/** Whether a line can be part of an entry's head rather than of its text. */
function isHeadLike(current: BlockLine, previous: BlockLine | undefined, headX: number | null): boolean {
  const { line, rest, date } = current;
  if (line.bullet || entryLabel.test(folded(rest)) || projectLabel.test(line.text)) return false;
  if (date) return true;
  if (rest === "" || line.text.length > 110) return false;
  if (/^\p{Ll}/u.test(line.text) && !/^(?:e|i|d|m|a)[\p{Lu}-]/u.test(line.text)) return false;
  if (endsSentence.test(line.text) && !abbreviations.test(line.text)) return false;
  if (duty.test(line.text) && !line.bold) return false;
  if (headX !== null && line.x !== null && line.x > headX + 5) return false;
  if (previous?.line.bullet && line.x !== null && previous.line.x !== null && line.x > previous.line.x + 2) {
    return false;
  }
  if (line.text.split(/\s+/u).length > 14) return false;
  return !(previous && !previous.date && isRunningOn(previous.line, line));
}

/** Whether a line goes on where the one before broke off. */
function isRunningOn(previous: TextLine, line: TextLine): boolean {
  if (previous.text.length < 60 || previous.bold !== line.bold) return false;
  return /(?:[,&/-]|(?<!\p{L})(?:and|or|the|a|an|of|for|to|in|with|und|der|die|et|de|y|e|van|en))$/iu.test(
    previous.text,
  );
}

/** Left edge that most dated lines share; `null` where there is none (dates in a ragged left column). */
function headEdge(lines: readonly BlockLine[]): number | null {
  const counts = new Map<number, number>();
  let total = 0;
  for (const [i, { line, date, rest }] of lines.entries()) {
    if (!date || line.bullet || line.x === null) continue;
    // A date that begins its line may stand in a column of its own, unless the line above begins where it does.
    const above = lines[i - 1]?.line;
    const isBelow = rest === "" && above !== undefined && !above.bullet && Math.abs((above.x ?? -99) - line.x) < 3;
    if (date.start < 3 && !isBelow) continue;
    const x = Math.round(line.x);
    counts.set(x, (counts.get(x) ?? 0) + 1);
    total++;
  }
  for (const [x, count] of counts) if (count >= 2 && count >= total * 0.6) return x;
  return null;
}

/** Groups the lines of a section into dated entries; without any date, into heads followed by bullets. */
export function blocksOf(lines: readonly TextLine[]): Block[] {
  const rows = listed(unwrapped(lines)).map(blockLine).filter(({ line, rest, date }) =>
    line.text.trim() !== "" && (rest !== "" || date !== null)
  );
  const edge = headEdge(rows);
  const headLike = rows.map((row, i) => isHeadLike(row, rows[i - 1], edge));
  const anchors = anchorsOf(rows, headLike);
  if (anchors.length === 0) return undated(rows, headLike);
  const above = anchors.map((anchor, i) => countAbove(rows, headLike, anchor, i === 0 ? -1 : anchors[i - 1]!));
  const usual = usualOf(above, anchors, rows);
  const starts = anchors.map((anchor, i) => {
    const most = above[i]!;
    return anchor - (i === 0 || endsList(rows[anchor - most - 1]) ? most : Math.min(most, usual));
  });
  return anchors.map((anchor, i) => {
    const start = starts[i]!;
    const end = starts[i + 1] ?? rows.length;
    let headEnd = anchor + 1;
    if (rows[anchor]!.line.bullet) headEnd = anchor;
    else while (headEnd < end && headLike[headEnd] && !rows[headEnd]!.date && headEnd - anchor <= 3) headEnd++;
    return {
      head: rows.slice(start, Math.max(headEnd, start)),
      body: rows.slice(Math.max(headEnd, start), end),
      date: rows[anchor]!.date,
    };
  });
}

/** "March 2019", "03/2019", "2019-03" and "2019". */
const moment = "(?:(?:\\p{L}{3,10}\\.?\\s+|\\d{1,2}[./])?(?:19|20)\\d\\d(?![-./]\\d)|(?:19|20)\\d\\d[-./]\\d{1,2})";
const word = "(?:\\p{L}{1,7}['’])?\\p{L}{3,12}";
/** A range without its end. */
const open = `${moment}\\s*(?:[-–—]|to|bis|à|a|al|hasta|até|tot)\\s*(?:\\p{L}{3,10}\\.?|\\d{1,2}\\.)?$`;
const opened = new RegExp(`^${open}`, "iu");
const openedLast = new RegExp(`(?:^|[|•·(,]|\\s)\\s*${open}`, "iu");
const closed = new RegExp(`^(?:${moment}|${word})$`, "u");
/** The end of a range that the line before begins. */
const continued = new RegExp(`^[-–—]\\s*(?:${moment}|${word})$`, "u");

const yearAlone = /^\s*(?:19|20)\d\d\s*$/u;

/** Joins a range that a narrow column breaks: "March 2019 –" above "June 2021", or "– June" above "2021". */
export function unwrapped(lines: readonly TextLine[]): TextLine[] {
  const joined = [...lines];
  for (const [i, line] of lines.entries()) {
    const next = joined[i + 1];
    const [first] = cellsOf(line.text);
    const [second] = next ? cellsOf(next.text) : [];
    if (!next || !first || !second || line.bullet || next.bullet || line.text.length > 160) continue;
    const tail = closed.test(next.text.trim()) ? openedLast.exec(line.text)?.[0] : undefined;
    const ended = tail === undefined ? undefined : datesIn(`${tail} ${next.text.trim()}`)[0];
    if (tail !== undefined && ended?.to && ended.end === tail.length + 1 + next.text.trim().length) {
      joined[i] = { ...joined[i]!, text: `${line.text} ${next.text.trim()}` };
      joined[i + 1] = { ...next, text: "" };
      continue;
    }
    // "2011" above "2015" where a theme prints the ends of a range below one another.
    if (yearAlone.test(line.text) && yearAlone.test(next.text) && Number(line.text) <= Number(next.text)) {
      joined[i] = { ...joined[i]!, text: `${line.text.trim()} – ${next.text.trim()}` };
      joined[i + 1] = { ...next, text: "" };
      continue;
    }
    const isOpen = opened.test(first.text) ? closed.test(second.text) : continued.test(second.text);
    if (!isOpen) continue;
    const whole = `${first.text} ${second.text}`;
    if (datesIn(whole)[0]?.end !== whole.length || datesIn(whole)[0]?.to === null) continue;
    joined[i] = { ...joined[i]!, text: `${whole}${line.text.slice(first.end)}` };
    joined[i + 1] = { ...next, text: next.text.slice(second.end).trimStart() };
  }
  return joined.filter(({ text }) => text !== "");
}

/** A section that is one list of dated bullets has its heads there: "• Nurse, Acme Clinic, 2014 – 2016". */
function listed(lines: readonly TextLine[]): readonly TextLine[] {
  if (lines.length < 2 || !lines.every(({ bullet }) => bullet)) return lines;
  const dated = lines.filter(({ text }) => text.length < 110 && datesIn(text).some(({ to }) => to !== null));
  return dated.length * 2 > lines.length ? lines.map((line) => ({ ...line, bullet: false })) : lines;
}

/** A dated piece of work within a job. */
const projectLabel =
  /^(?:(?:key|main|selected) )?(?:projects?|projekte?|projets?|proyectos?|projetos?|progett[oi])\s*(?:\d{1,2}\s*)?[:#–-]/iu;

/** Rows whose date dates an entry: ranges first of all; single dates where they stand in heads. */
function anchorsOf(rows: readonly BlockLine[], headLike: readonly boolean[]): number[] {
  const anchors: number[] = [];
  for (const [i, row] of rows.entries()) {
    if (!row.date) continue;
    if (row.line.bullet && !headLike[i - 1]) continue;
    if (i > 0 && projectLabel.test(row.line.text)) continue;
    anchors.push(i);
  }
  return anchors;
}

function countAbove(
  rows: readonly BlockLine[],
  headLike: readonly boolean[],
  anchor: number,
  previous: number,
): number {
  let count = 0;
  for (let i = anchor - 1; i > previous && headLike[i] && !rows[i]!.date && count < 3; i--) {
    // A place right below a date belongs to the entry of that date.
    if (previous >= 0 && i - 1 === previous && isPlaceAlone(rows[i]!.rest)) break;
    count++;
  }
  return count;
}

/** "Lyon, France" and "Denver, Colorado, United States", but not "Acme, Denver, CO". */
function isPlaceAlone(text: string): boolean {
  const parts = text.split(/,\s*/u);
  return isPlace(text) && (parts.length < 3 || countryOf(parts[1]!) !== null);
}

/** Whether a row is a bullet that surely ends there: what follows it is no text of the same entry. */
function endsList(row: BlockLine | undefined): boolean {
  return row !== undefined && row.line.bullet && (row.line.text.length < 60 || endsSentence.test(row.line.text));
}

/** How many lines of a head stand above its date: none where the section begins with one, else what most entries show. */
function usualOf(above: readonly number[], anchors: readonly number[], rows: readonly BlockLine[]): number {
  if (anchors[0] === 0) return 0;
  // Exports of a network print "May 2019 - June 2021 (2 years 2 months)" below the title, below the company.
  const counted = anchors.filter((anchor) => /\(\d[^()]*\)\s*$/u.test(rows[anchor]!.line.text));
  if (counted.length >= 2 && counted.length >= anchors.length * 0.6) return 2;
  const first = above[0] ?? 0;
  // Only entries after a body show their head's size; one right below another head shares its lines with it.
  const isAnchor = new Set(anchors);
  const after = anchors.flatMap((anchor, i) => {
    const before = anchor - above[i]! - 1;
    return i > 0 && rows[before] !== undefined && !isAnchor.has(before) ? [above[i]!] : [];
  }).sort((a, b) => a - b);
  const median = after[Math.floor((after.length - 1) / 2)] ?? first;
  return after.length >= 2 ? median : Math.max(first, median);
}

function undated(rows: readonly BlockLine[], headLike: readonly boolean[]): Block[] {
  const blocks: Block[] = [];
  for (const [i, row] of rows.entries()) {
    const last = blocks.at(-1);
    const isHead = headLike[i] === true;
    if (isHead && (!last || last.body.length > 0)) blocks.push({ head: [row], body: [], date: null });
    else if (isHead && last && last.head.length < 3) last.head.push(row);
    else last?.body.push(row);
  }
  return blocks.filter(({ body }) => body.length > 0);
}
