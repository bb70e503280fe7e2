/**
 * What a confidence is worth: how many of the values with a high one are right, and how many of those with a low one.
 *
 * @module
 */
import { degreeLevel } from "../matching/degrees.ts";
import { wordsOf } from "../matching/text.ts";
import type { EntryPart, ResumeAnalysis } from "../matching/types.ts";
import { alike, type Expected } from "./score.ts";

/** A value that was read, how sure the rule was, and whether the résumé says so. */
export interface Judged {
  field: string;
  confidence: number;
  right: boolean;
}

/** From here on a confidence is high: what may be taken as it is. */
export const HIGH = 0.8;

const digits = (text: string) => text.replace(/\D/gu, "");
const plain = (text: string) => wordsOf(text).join(" ");

/** Judges every value that the expectations of a file say something about. */
export function judgedFields({ fields }: ResumeAnalysis, expected: Expected): Judged[] {
  const judged: Judged[] = [];
  const add = (field: string, confidence: number, right: boolean) => judged.push({ field, confidence, right });
  const { name } = fields;
  if (expected.name !== undefined && name !== null) {
    add("name", name.confidence, plain(name.value) === plain(expected.name ?? ""));
  }
  for (const { value, confidence } of expected.emails ? fields.emails : []) {
    add("email", confidence, expected.emails!.some((email) => email.toLowerCase() === value.toLowerCase()));
  }
  for (const { value, printed, confidence } of expected.phones ? fields.phones : []) {
    add(
      "phone",
      confidence,
      expected.phones!.some((phone) => [digits(value), digits(printed)].includes(digits(phone))),
    );
  }
  const links = [...expected.links ?? [], ...expected.links_annotated ?? []].map((link) => link.toLowerCase());
  for (const { value, confidence } of expected.links ? fields.links : []) {
    add("link", confidence, links.includes(value.toLowerCase()));
  }
  for (const { value, confidence } of expected.languages ? fields.languages : []) {
    add("language", confidence, expected.languages!.some((language) => plain(language) === plain(value)));
  }
  if (expected.experience) judged.push(...judgedJobs(fields.experience, expected.experience));
  if (expected.education) judged.push(...judgedSchools(fields.education, expected.education));
  return judged;
}

const confidenceOf = (parts: readonly EntryPart[] | undefined, name: EntryPart["part"]) =>
  parts?.find(({ part }) => part === name)?.confidence;

/** Each entry against the wanted one that most of it agrees with. */
function judgedJobs(
  found: ResumeAnalysis["fields"]["experience"],
  wanted: NonNullable<Expected["experience"]>,
): Judged[] {
  return found.flatMap(({ title, company, startDate, endDate, confidence, parts }) => {
    const agreed = wanted.map((entry) => ({
      title: alike(title, entry.title),
      company: alike(company, entry.company),
      dates: startDate === (entry.start ?? null) && endDate === (entry.end ?? null),
    }));
    const count = (one: typeof agreed[number]) => Number(one.title) + Number(one.company) + Number(one.dates);
    const best = agreed.toSorted((a, b) => count(b) - count(a))[0] ?? { title: false, company: false, dates: false };
    const each = (["title", "company", "dates"] as const).flatMap((part): Judged[] => {
      const sure = confidenceOf(parts, part);
      return sure === undefined ? [] : [{ field: part, confidence: sure, right: best[part] }];
    });
    return [{ field: "job", confidence, right: best.title && best.company }, ...each];
  });
}

function judgedSchools(
  found: ResumeAnalysis["fields"]["education"],
  wanted: NonNullable<Expected["education"]>,
): Judged[] {
  return found.flatMap(({ institution, degree, confidence, parts }) => {
    const schools = wanted.filter((entry) => alike(institution, entry.institution));
    const level = degreeLevel(degree);
    const isDegree = schools.some((entry) => entry.degree === null || degreeLevel(entry.degree) === level);
    const school = confidenceOf(parts, "institution");
    const named = confidenceOf(parts, "degree");
    return [
      { field: "schooling", confidence, right: isDegree },
      ...(school === undefined ? [] : [{ field: "institution", confidence: school, right: schools.length > 0 }]),
      ...(named === undefined ? [] : [{ field: "degree", confidence: named, right: isDegree }]),
    ];
  });
}

/** Right and read of the values of one field on one side of {@link HIGH}. */
export interface Band {
  right: number;
  read: number;
}

/** Counts by field, in the order met, and over all of them as the last row. */
export function calibrationRows(judged: readonly Judged[]): { field: string; high: Band; low: Band }[] {
  const row = (field: string, of: readonly Judged[]) => {
    const band = (side: readonly Judged[]) => ({ right: side.filter(({ right }) => right).length, read: side.length });
    const { high = [], low = [] } = Object.groupBy(of, ({ confidence }) => (confidence >= HIGH ? "high" : "low"));
    return { field, high: band(high), low: band(low) };
  };
  return [...[...Map.groupBy(judged, ({ field }) => field)].map(([field, of]) => row(field, of)), row("all", judged)];
}
