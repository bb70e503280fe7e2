/**
 * Where the parts of jobs and schools are printed: title, company, place, dates. An entry is put together from pieces of
 * several lines, so its parts are looked up in the text again, and what is not there as printed has no place.
 *
 * @module
 */
import { datesIn } from "./dates.ts";
import { degreeLevel } from "./degrees.ts";
import { isSchool } from "./education.ts";
import { isOrganisation, isTitle } from "./experience_head.ts";
import { isPlace } from "./places.ts";
import { isKnownCity } from "./places_cities.ts";
import type { EducationEntry, EntryPart, ExperienceEntry, Span } from "./types.ts";

/** How far before an entry the company may stand that it shares with the one above. */
const SHARED_CHARS_MAX = 6000;
/** How much of an entry is looked at: its parts head it. */
const HEAD_CHARS_MAX = 1500;

/** The parts of a job, in the order of the members they are about. */
export function partsOfJob(text: string, entry: ExperienceEntry): EntryPart[] {
  const { title, company, location } = entry;
  const known = isTitle(title);
  return [
    ...part(text, entry, "title", title, known ? 0.95 : 0.6),
    ...part(text, entry, "company", company, company !== null && isOrganisation(company) ? 0.95 : known ? 0.9 : 0.6),
    ...part(text, entry, "location", location, location !== null && isSurePlace(location) ? 0.9 : 0.6),
    ...datesPart(text, entry),
  ];
}

/** The parts of a time at a school. */
export function partsOfSchooling(text: string, entry: EducationEntry): EntryPart[] {
  const { institution, degree, field } = entry;
  return [
    ...part(text, entry, "institution", institution, institution !== null && isSchool(institution) ? 0.95 : 0.7),
    ...part(text, entry, "degree", degree, degree !== null && degreeLevel(degree) !== null ? 0.95 : 0.7),
    ...part(text, entry, "field", field, 0.8),
    ...datesPart(text, entry),
  ];
}

function isSurePlace(location: string): boolean {
  return isPlace(location) || isKnownCity(location);
}

function part(
  text: string,
  entry: Span,
  name: EntryPart["part"],
  value: string | null,
  confidence: number,
): EntryPart[] {
  if (value === null) return [];
  const end = Math.min(entry.end, entry.start + HEAD_CHARS_MAX);
  const place = placeOf(text, value, { start: entry.start, end }) ??
    lastPlaceOf(text, value, { start: Math.max(0, entry.start - SHARED_CHARS_MAX), end: entry.start });
  return place === null ? [] : [{ part: name, printed: text.slice(place.start, place.end), confidence, ...place }];
}

/** Where a value stands in a part of the text, with any white space where the value has some. */
export function placeOf(text: string, value: string, { start, end }: Span): Span | null {
  const within = text.slice(start, end);
  const at = within.indexOf(value);
  if (at >= 0) return { start: start + at, end: start + at + value.length };
  const match = spaced(value)?.exec(within);
  return match ? { start: start + match.index, end: start + match.index + match[0].length } : null;
}

function lastPlaceOf(text: string, value: string, { start, end }: Span): Span | null {
  const at = text.slice(start, end).lastIndexOf(value);
  return at < 0 ? null : { start: start + at, end: start + at + value.length };
}

/** The words of a value with a gap between them that holds no letter or digit: cells, line ends, a dropped bracket. */
function spaced(value: string): RegExp | null {
  const words = value.match(/[\p{L}\p{N}\p{M}]+/gu);
  if (words === null || words.length > 30) return null;
  return new RegExp(words.join("[^\\p{L}\\p{N}]{1,12}"), "u");
}

function datesPart(text: string, { start, end, ...entry }: ExperienceEntry | EducationEntry): EntryPart[] {
  const { startDate, endDate } = entry;
  if (startDate === null && endDate === null) return [];
  const head = text.slice(start, Math.min(end, start + HEAD_CHARS_MAX));
  const made = (date: Span, confidence: number): EntryPart => {
    const place = { start: start + date.start, end: start + date.end };
    return { part: "dates", printed: text.slice(place.start, place.end), confidence, ...place };
  };
  // As long as the head itself: a range may run over the end of a line.
  for (const form of [head, head.replaceAll("\n", " ")]) {
    for (const date of datesIn(form)) {
      const isSame = date.from === startDate && date.to === endDate;
      // A single year of a school is its end.
      if (!isSame && !(date.to === null && startDate === null && date.from === endDate)) continue;
      return [made(date, date.to === null ? 0.8 : 0.95)];
    }
  }
  // A narrow column breaks a range around what stands beside it: each end has its own place.
  const points = datesIn(head).filter(({ from, to }) => from !== null && (to === null || to === "present"));
  const first = points.findIndex(({ from }) => from === startDate);
  if (first < 0) return [];
  const second = points.slice(first + 1).find(({ from }) => from === endDate);
  return [points[first]!, ...(second ? [second] : [])].map((date) => made(date, 0.8));
}
