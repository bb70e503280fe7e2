/**
 * Jobs held: title, company, place, dates and what was done.
 *
 * @module
 */
import { type Block, type BlockLine, blocksOf } from "./blocks.ts";
import { monthIndex } from "./dates.ts";
import { assign, type Head, headOfEntry, isTitle, orderOf } from "./experience_head.ts";
import type { TextLine } from "./text.ts";
import type { ExperienceEntry } from "./types.ts";

/** Reads the entries of the sections of work experience. */
export function experienceIn(sections: readonly (readonly TextLine[])[]): ExperienceEntry[] {
  const entries: ExperienceEntry[] = [];
  for (const lines of sections) {
    const blocks = blocksOf(lines);
    const heads = blocks.map(({ head }) => headOfEntry(head));
    const titleFirst = orderOf(heads);
    let company: string | null = null;
    let place: string | null = null;
    for (const [i, block] of blocks.entries()) {
      const named = assign(heads[i]!, titleFirst);
      if (named.title === null && named.company === null) continue;
      if (block.date === null && (named.title === null || named.company === null) && !isTitle(named.title)) continue;
      // A second role at the same company is printed without its name.
      const isSame = named.company === null && company !== null;
      const location: string | null = heads[i]!.location ?? (isSame ? place : null);
      if (isSame) named.company = company;
      company = named.company;
      place = location;
      const next = blocks[i + 1];
      // The company with the years there, above its roles.
      if (named.title === null && block.body.length === 0 && next && holds(block, next) && isRole(heads[i + 1]!)) {
        continue;
      }
      entries.push(entryOf(block, named, location));
    }
  }
  return entries;
}

function entryOf(
  block: Block,
  named: { title: string | null; company: string | null },
  location: string | null,
): ExperienceEntry {
  const rows = [...block.head, ...block.body];
  const date = block.date;
  return {
    title: named.title,
    company: named.company,
    location,
    startDate: date?.from ?? null,
    endDate: date?.to ?? null,
    current: date?.to === "present",
    bullets: bulletsOf(block.body),
    confidence:
      Math.round(100 * ((date ? 0.4 : 0.2) + (isTitle(named.title) ? 0.35 : 0.15) + (named.company ? 0.25 : 0))) / 100,
    start: rows[0]?.line.start ?? 0,
    end: rows.at(-1)?.line.end ?? 0,
  };
}

/** Whether the dates of one entry lie within those of another. */
function holds({ date: outer }: Block, { date: inner }: Block): boolean {
  if (!outer?.from || !outer.to || !inner?.from) return false;
  const end = (date: string) => (date === "present" ? Infinity : monthIndex(date, "to"));
  return monthIndex(outer.from, "from") <= monthIndex(inner.from, "to") && end(inner.to ?? inner.from) <= end(outer.to);
}

/** Whether a head is a title alone. */
function isRole(head: Head): boolean {
  const { title, company } = assign(head, true);
  return title !== null && company === null;
}

/** Bullets with the lines they run over; lines without bullets by where sentences end. */
export function bulletsOf(rows: readonly BlockLine[]): string[] {
  const bullets: string[] = [];
  const marked = rows.some(({ line }) => line.bullet);
  let previous: TextLine | null = null;
  for (const { line, rest } of rows) {
    const text = rest.replace(/\s+/gu, " ").trim();
    if (text === "") continue;
    const goesOn: boolean = previous !== null && !line.bullet &&
      (marked
        ? bullets.length > 0
        : /^\p{Ll}/u.test(text) || (previous.text.length > 60 && !/[.!?:;]$/u.test(previous.text)));
    // A row is read without the comma it ends with; a sentence that goes on has it.
    const comma = /[,;:]$/u.exec(previous?.text ?? "")?.[0] ?? "";
    if (goesOn) bullets[bullets.length - 1] = joined(bullets.at(-1)! + comma, text);
    else bullets.push(text);
    previous = line;
  }
  return bullets;
}

function joined(first: string, second: string): string {
  return /\p{Ll}-$/u.test(first) && /^\p{Ll}/u.test(second) ? first.slice(0, -1) + second : `${first} ${second}`;
}

/**
 * Years that the entries cover together, overlaps counted once.
 *
 * @param today What "present" means, "YYYY-MM".
 * @returns `null` where no entry says from when to when.
 */
export function totalYearsOf(
  entries: readonly Pick<ExperienceEntry, "startDate" | "endDate">[],
  today: string,
): number | null {
  const now = monthIndex(today, "to");
  const spans = entries.flatMap(({ startDate, endDate }) => {
    if (startDate === null || endDate === null) return [];
    const from = monthIndex(startDate, "from");
    // "2018 – 2020" is taken for two years, not three.
    const to = endDate === "present"
      ? now
      : endDate.length === 4
      ? monthIndex(endDate, "from") - 1
      : monthIndex(endDate, "to");
    const last = Math.min(Math.max(to, from), now);
    return last >= from ? [{ from, last }] : [];
  }).sort((a, b) => a.from - b.from);
  if (spans.length === 0) return null;
  let months = 0;
  let covered = -1;
  for (const { from, last } of spans) {
    if (last <= covered) continue;
    months += last - Math.max(from, covered + 1) + 1;
    covered = last;
  }
  return Math.round(months / 1.2) / 10;
}

/**
 * How sure {@link totalYearsOf} is: the mean of what is known of each entry's dates; a job without dates counts as unknown.
 *
 * @returns In [0, 1]; `null` where no entry says from when to when.
 */
export function yearsConfidence(
  entries: readonly Pick<ExperienceEntry, "startDate" | "endDate" | "confidence" | "parts">[],
): number | null {
  const sure = entries.map(({ startDate, endDate, confidence, parts }) => {
    if (startDate === null || endDate === null) return 0;
    return Math.min(confidence, parts?.find(({ part }) => part === "dates")?.confidence ?? confidence);
  });
  if (sure.every((one) => one === 0)) return null;
  return Math.round((100 * sure.reduce((sum, one) => sum + one, 0)) / sure.length) / 100;
}
