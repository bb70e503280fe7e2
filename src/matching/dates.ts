/**
 * The dates people write in résumés, in eight languages: points ("Aug 2012", "03/2019", "Summer 2014", "'19") and
 * ranges ("2016/09 - now", "seit 03/2019", "Jan – Mar 2020", "2018-19").
 *
 * @module
 */
import type { PartialDate, Span } from "./types.ts";

/** A range, or a single date as `start` with `end` null, with its place in the line it was read from. */
export interface DateRange extends Span {
  from: PartialDate | null;
  to: PartialDate | "present" | null;
}

interface Point {
  end: number;
  year: number;
  month: number | null;
  /** Could be something else: counts only as an end of a range. */
  weak?: boolean;
  /** Lacks its year, which the other end of the range must give. */
  yearless?: boolean;
}

const monthNames = [
  "january jan januar janner janvier janv enero ene janeiro gennaio gen januari jänner januário",
  "february feb februar février févr fév fevrier fevr febrero fevereiro fev febbraio febb februari febr pebruari",
  "march mar märz maerz mrz mär mars marzo março marco maart mrt maret",
  "april apr avril avr abril abr aprile",
  "may mai mayo maio maggio mag mei",
  "june jun juni juin junio junho giugno giu",
  "july jul juli juillet juil julio julho luglio lug",
  "august aug août aout aoû agosto ago augustus agustus agu agt agst",
  "september sept sep septembre septiembre setiembre setembro set settembre sett",
  "october oct oktober okt octobre octubre outubro out ottobre ott",
  "november nov novembre noviembre novembro nopember",
  "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre desember des",
];

const monthOf = new Map<string, number>();
for (const [index, names] of monthNames.entries()) {
  for (const name of names.split(" ")) monthOf.set(name, index + 1);
}
const byLength = (a: string, b: string) => b.length - a.length;
const monthPattern = `(?<month>${[...monthOf.keys()].sort(byLength).join("|")})(?!\\p{L})\\.?`;
const year4 = "(?:19[5-9]\\d|20[0-4]\\d)";
const afterNumber = "(?![\\d\\p{L}%+]|[.,]\\d)";
const seasons = [
  "spring summer fall autumn winter frühling frühjahr sommer herbst printemps été automne hiver primavera verano otoño",
  "invierno verão outono inverno estate autunno voorjaar lente zomer herfst najaar wintersemester sommersemester ws ss",
  "semester q[1-4] h[12] early mid late anfang mitte ende début fin",
].join(" ").split(" ").sort(byLength).join("|");
const presentWords = [
  "present",
  "now",
  "current(?:ly)?",
  "today",
  "to date",
  "date",
  "ongoing",
  "till (?:date|now)",
  "until now",
  "heute",
  "jetzt",
  "aktuell",
  "laufend",
  "gegenwärtig",
  "gegenwart",
  "derzeit",
  "dato",
  "présent",
  "aujourd['’]hui",
  "actuel(?:lement)?",
  "à ce jour",
  "ce jour",
  "en cours",
  "(?:la )?actualidad",
  "actual(?:mente)?",
  "presente",
  "(?:la )?fecha",
  "hoy",
  "o (?:momento|presente)",
  "(?:o )?momento",
  "atual(?:mente)?",
  "hoje",
  "oggi",
  "attuale",
  "in corso",
  "heden",
  "nu",
  "sekarang",
  "saat ini",
  "kini",
].sort(byLength).join("|");

const sticky = (source: string) => new RegExp(source, "iuy");
const present = sticky(`(?:the )?(?:${presentWords})(?!\\p{L})`);
const separator = sticky(
  "\\s*(?:[-‐‑–—−~→⟶>»]+|/(?=\\s*(?:(?:19|20)\\d\\d|\\p{L}))|(?<!\\p{L})(?:up to|to|until|till|thru|through|and|bis(?: zum| zur)?|jusqu['’]?(?:à|au|en)?|au|à|a|al|hasta(?: el| la)?|até(?: a| o)?|ate|tot(?: en met)?|t/m|s/d|s\\.d\\.?|sampai(?: dengan)?|hingga|fino a(?:d|l)?|ad?)(?!\\p{L}))\\s*",
);
const since = sticky(
  "(?:since|seit(?: dem)?|ab|depuis(?: le)?|[àa] partir d[eu]|a partire da|vanaf|desde(?: a| el)?|da(?:l(?:l['’]|la)?)?|sinds|sejak)\\s*:?\\s+",
);
const until = sticky("(?:until|till|bis|jusqu['’](?:en|à|au)|hasta|até|fino al?|tot|hingga)\\s+");

type Reader = (groups: Record<string, string | undefined>, end: number) => Point | null;

const monthValue = (text: string | undefined) => monthOf.get((text ?? "").toLowerCase()) ?? null;
const fullYear = (text: string) => {
  const digits = text.replace(/\D/gu, "");
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
};
const inYear = (month: number) => month >= 1 && month <= 12;

/** Tried in order at each place a date may begin. */
const pointForms: [RegExp, Reader][] = [
  // May 12, 2020
  [
    sticky(`${monthPattern}\\s*\\d{1,2}(?:st|nd|rd|th)?\\s*,\\s*(?<year>${year4})${afterNumber}`),
    (g, end) => ({ end, year: Number(g.year), month: monthValue(g.month) }),
  ],
  // 12 May 2020, Aug 2012, août 2012, Jan-2019, Sept. ’19, março de 2020
  [
    sticky(
      `(?:\\d{1,2}(?:st|nd|rd|th|\\.|º|°)?\\s*(?:de\\s+|of\\s+)?[-/]?)?${monthPattern}[\\s.,/\\-–]{0,3}(?:de\\s+|del\\s+|of\\s+)?(?<year>${year4}|['’‘]\\d\\d)${afterNumber}`,
    ),
    (g, end) => ({ end, year: fullYear(g.year ?? ""), month: monthValue(g.month) }),
  ],
  // Jan 19, Sep-20: ends of a range only
  [
    sticky(`${monthPattern}[\\s\\-/]{1,2}(?<year>\\d\\d)(?![\\d\\p{L}%.,:/])`),
    (g, end) => ({ end, year: fullYear(g.year ?? ""), month: monthValue(g.month), weak: true }),
  ],
  // 2019-05-31, 2016/09, 2015 / 07, 2019.05
  [
    sticky(
      `(?<year>${year4})(?:\\s?[/.]\\s?|-)(?<number>0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\\d|3[01]))?${afterNumber}(?!\\s?[-/]\\s?\\d\\d?(?!\\d))`,
    ),
    (g, end) => ({ end, year: Number(g.year), month: Number(g.number) }),
  ],
  // 31.05.2019, 31/05/2019, 05/31/2019
  [
    sticky(`(?<first>\\d{1,2})[./-](?<second>\\d{1,2})[./-](?<year>${year4})${afterNumber}`),
    (g, end) => {
      const [first, second] = [Number(g.first), Number(g.second)];
      const month = second > 12 ? first : second;
      return inYear(month) ? { end, year: Number(g.year), month } : null;
    },
  ],
  // 03/2019, 9.2016
  [
    sticky(`(?<number>0?[1-9]|1[0-2])\\s?[/.\\-]\\s?(?<year>${year4})${afterNumber}`),
    (g, end) => ({ end, year: Number(g.year), month: Number(g.number) }),
  ],
  // 03/19: an end of a range only
  [
    sticky(`(?<number>0[1-9]|1[0-2])\\s?[/.]\\s?['’]?(?<year>\\d\\d)(?![\\d\\p{L}%/.])`),
    (g, end) => ({ end, year: fullYear(g.year ?? ""), month: Number(g.number), weak: true }),
  ],
  // Summer 2014, WS 2011/12
  [
    sticky(
      `(?:${seasons})(?!\\p{L})[\\s,/\\-]*(?:of\\s+|de\\s+)?(?<year>${year4}|['’]\\d\\d)(?:/\\d\\d)?${afterNumber}`,
    ),
    (g, end) => ({ end, year: fullYear(g.year ?? ""), month: null }),
  ],
  [sticky(`(?<year>${year4})${afterNumber}`), (g, end) => ({ end, year: Number(g.year), month: null })],
  [
    sticky(`['’‘](?<year>\\d\\d)(?![\\d\\p{L}%])`),
    (g, end) => ({ end, year: fullYear(g.year ?? ""), month: null, weak: true }),
  ],
  // Jan (– Mar 2020)
  [
    sticky(`(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+)?${monthPattern}`),
    (g, end) => ({ end, year: 0, month: monthValue(g.month), weak: true, yearless: true }),
  ],
  [
    sticky(`(?:spring|summer|fall|autumn|winter|0?[1-9]|1[0-2])(?!\\p{L}|\\d)`),
    (_, end) => ({ end, year: 0, month: null, weak: true, yearless: true }),
  ],
];

function pointAt(text: string, at: number): Point | null {
  for (const [form, read] of pointForms) {
    form.lastIndex = at;
    const match = form.exec(text);
    const point = match && read(match.groups ?? {}, form.lastIndex);
    if (point) return point;
  }
  return null;
}

function matchEnd(form: RegExp, text: string, at: number): number | null {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : null;
}

function written(point: Point): PartialDate {
  return point.month === null ? String(point.year) : `${point.year}-${String(point.month).padStart(2, "0")}`;
}

/** 2018-19, 2018/19: the next year or a later one of the same century, too large or too plain for a month. */
const shortRange = sticky(`(?<year>${year4})\\s?[-–—/]\\s?['’]?(?<short>\\d\\d)(?![\\d\\p{L}%./-])`);

function shortRangeAt(text: string, at: number): DateRange | null {
  shortRange.lastIndex = at;
  const groups = shortRange.exec(text)?.groups;
  if (!groups) return null;
  const year = Number(groups.year);
  const later = Math.floor(year / 100) * 100 + Number(groups.short);
  const isYears = later > year &&
    (Number(groups.short) > 12 || (later === year + 1 && !text.slice(at, shortRange.lastIndex).includes("/")));
  return isYears ? { start: at, end: shortRange.lastIndex, from: String(year), to: String(later) } : null;
}

function rangeAt(text: string, at: number): DateRange | null {
  const afterSince = matchEnd(since, text, at);
  if (afterSince !== null) {
    const point = pointAt(text, afterSince);
    if (!point || point.yearless) return null;
    return secondEnd(text, at, point) ?? { start: at, end: point.end, from: written(point), to: "present" };
  }
  const afterUntil = matchEnd(until, text, at);
  if (afterUntil !== null) {
    const point = pointAt(text, afterUntil);
    return point && !point.weak ? { start: at, end: point.end, from: null, to: written(point) } : null;
  }
  const first = pointAt(text, at);
  if (!first) return null;
  const whole = secondEnd(text, at, first);
  if (whole) return whole;
  const short = shortRangeAt(text, at);
  if (short) return short;
  if (first.weak) return null;
  // "2019 –" at the end of a cell: it goes on.
  const open = /^\s?[-–—]+\s*(?=$|\s{2}|\)|\|)/u.exec(text.slice(first.end));
  if (open) return { start: at, end: first.end + open[0].trimEnd().length, from: written(first), to: "present" };
  return { start: at, end: first.end, from: written(first), to: null };
}

function secondEnd(text: string, at: number, first: Point): DateRange | null {
  const afterSeparator = matchEnd(separator, text, first.end);
  if (afterSeparator === null) return null;
  const now = matchEnd(present, text, afterSeparator);
  if (now !== null) {
    return first.yearless || (first.weak && first.month === null)
      ? null
      : { start: at, end: now, from: written(first), to: "present" };
  }
  const second = pointAt(text, afterSeparator);
  if (!second || second.yearless) return null;
  const start = first.yearless ? { ...first, year: second.year } : first;
  if (start.year > second.year) return null;
  if (start.year === second.year && (start.month ?? 0) > (second.month ?? 12)) {
    if (!first.yearless) return null;
    start.year -= 1;
  }
  return { start: at, end: second.end, from: written(start), to: written(second) };
}

/**
 * Finds the dates of a line, from left to right, without overlaps.
 *
 * @example
 * ```ts
 * import { datesIn } from "./dates.ts";
 * datesIn("Engineer, 2016/09 - now"); // [{ start: 10, end: 23, from: "2016-09", to: "present" }]
 * ```
 */
export function datesIn(text: string): DateRange[] {
  const found: DateRange[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}$€£#@_/]|\d[.,-])[\p{L}\d'’‘]/gu)) {
    const at = match.index;
    if (at < (found.at(-1)?.end ?? 0)) continue;
    const range = rangeAt(text, at);
    if (range) found.push(range);
  }
  return found;
}

/** Months since year 0 of a date's first month, or of its last month when it ends a range. */
export function monthIndex(date: PartialDate, side: "from" | "to"): number {
  const [year, month] = date.split("-").map(Number);
  return (year ?? 0) * 12 + (month === undefined ? (side === "from" ? 0 : 11) : month - 1);
}

/** How long something took ("2 years 10 months", "3 Jahre", "1 yr 2 mos"), which often follows a range. */
export const durationPattern =
  /\(?\b\d{1,2}\+?\s*(?:yrs?|years?|mos?|months?|weeks?|jahre?n?|monate?n?|ans?|mois|años?|mes(?:es)?|anos?|ann[oi]|mes[ei]|jaar|maand(?:en)?|tahun|bulan)\b\.?(?:[\s,]*(?:and|und|et|y|e|en|dan)?\s*\d{1,2}\s*(?:mos?|months?|monate?n?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|bulan)\b\.?)?\)?/giu;
