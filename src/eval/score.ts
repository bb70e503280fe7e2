/**
 * How well a reading agrees with what a résumé says. Pure.
 *
 * @module
 */
import { degreeLevel } from "../matching/degrees.ts";
import { wordsOf } from "../matching/text.ts";
import type { ResumeAnalysis } from "../matching/types.ts";

/** What a résumé must give. An absent member is not scored; an empty list means that there is none. */
export interface Expected {
  name?: string | null;
  emails?: string[];
  /** Digits as printed. */
  phones?: string[];
  /** host/path, printed. */
  links?: string[];
  /** host/path, only behind a link. */
  links_annotated?: string[];
  experience?: { company: string | null; title: string | null; start?: string; end?: string }[];
  education?: { institution: string | null; degree: string | null }[];
  languages?: string[];
  sections?: string[];
  skills_must?: string[];
  is_resume?: boolean;
}

/** Right, found and wanted, which give precision, recall and F1. */
export interface Tally {
  right: number;
  found: number;
  wanted: number;
}

/** What is scored, each pooled over files. */
export const measures = [
  "name",
  "contact",
  "experience",
  "dates",
  "education",
  "languages",
  "sections",
  "skills",
  "is_resume",
] as const;

/** One of {@link measures}. */
export type Measure = typeof measures[number];

/** F1 of a tally; 1 where there was nothing to find and nothing was found. */
export function f1({ right, found, wanted }: Tally): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

/** Scores one file; measures that its expectations do not name are absent. */
export function scoreResume(analysis: ResumeAnalysis, expected: Expected): Partial<Record<Measure, Tally>> {
  const { fields } = analysis;
  const scores: Partial<Record<Measure, Tally>> = {};
  if (expected.name !== undefined) {
    const found = fields.name?.value ?? null;
    scores.name = {
      right: same(found, expected.name) ? 1 : 0,
      found: 1,
      wanted: 1,
    };
  }
  const contact = contactTally(analysis, expected);
  if (contact.wanted + contact.found > 0) scores.contact = contact;
  if (expected.experience) Object.assign(scores, experienceTallies(analysis, expected.experience));
  if (expected.education) scores.education = educationTally(analysis, expected.education);
  if (expected.languages) scores.languages = overlap(fields.languages.map(({ value }) => value), expected.languages);
  if (expected.sections) {
    const found = new Set<string>(analysis.sections.map(({ name }) => name));
    const right = expected.sections.filter((name) => found.has(name)).length;
    scores.sections = { right, found: expected.sections.length, wanted: expected.sections.length };
  }
  if (expected.skills_must) {
    const found = new Set(analysis.skills.flatMap(({ skill, quote }) => [plain(skill), plain(quote)]));
    const right = expected.skills_must.filter((skill) => found.has(plain(skill))).length;
    scores.skills = { right, found: expected.skills_must.length, wanted: expected.skills_must.length };
  }
  if (expected.is_resume !== undefined) {
    const right = analysis.flags.includes("not_a_resume") === expected.is_resume ? 0 : 1;
    scores.is_resume = { right, found: 1, wanted: 1 };
  }
  return scores;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s.-]/gu, "");
}

/** Equal without case, accents and punctuation. */
function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return wordsOf(a ?? "").join(" ") === wordsOf(b ?? "").join(" ");
}

/** Equal, or one holds the other but for few words ("Acme" and "Acme Ltd."). */
export function alike(a: string | null, b: string | null): boolean {
  const [x, y] = [wordsOf(a ?? ""), wordsOf(b ?? "")];
  if (x.length === 0 || y.length === 0) return x.length === y.length;
  const shared = x.filter((word) => y.includes(word)).length;
  return (2 * shared) / (x.length + y.length) >= 0.75;
}

function overlap(found: readonly string[], wanted: readonly string[]): Tally {
  const right = wanted.filter((item) => found.some((other) => same(item, other))).length;
  return { right, found: found.length, wanted: wanted.length };
}

function contactTally({ fields }: ResumeAnalysis, expected: Expected): Tally {
  const tally: Tally = { right: 0, found: 0, wanted: 0 };
  const add = (found: number, wanted: number, right: number) => {
    tally.found += found;
    tally.wanted += wanted;
    tally.right += right;
  };
  if (expected.emails) {
    const found = fields.emails.map(({ value }) => value.toLowerCase());
    add(
      found.length,
      expected.emails.length,
      expected.emails.filter((email) => found.includes(email.toLowerCase())).length,
    );
  }
  if (expected.phones) {
    const found = fields.phones.flatMap(({ value, printed }) => [digits(value), digits(printed)]);
    add(
      fields.phones.length,
      expected.phones.length,
      expected.phones.filter((phone) => found.includes(digits(phone))).length,
    );
  }
  if (expected.links) {
    const annotated = new Set((expected.links_annotated ?? []).map((link) => link.toLowerCase()));
    const found = fields.links.map(({ value }) => value.toLowerCase()).filter((link) => !annotated.has(link));
    add(
      found.length,
      expected.links.length,
      expected.links.filter((link) => found.includes(link.toLowerCase())).length,
    );
  }
  return tally;
}

const digits = (text: string) => text.replace(/\D/gu, "");

function experienceTallies(
  { fields: { experience } }: ResumeAnalysis,
  wanted: NonNullable<Expected["experience"]>,
): Record<"experience" | "dates", Tally> {
  const left = [...experience];
  const dates: Tally = { right: 0, found: 0, wanted: 0 };
  let right = 0;
  for (const entry of wanted) {
    const matches = left.filter(({ title, company }) => alike(title, entry.title) && alike(company, entry.company));
    const match = matches.find(({ startDate }) => startDate === entry.start) ?? matches[0];
    if (!match) continue;
    left.splice(left.indexOf(match), 1);
    right++;
    dates.found++;
    dates.wanted++;
    if (match.startDate === (entry.start ?? null) && match.endDate === (entry.end ?? null)) dates.right++;
  }
  return { experience: { right, found: experience.length, wanted: wanted.length }, dates };
}

function educationTally({ fields: { education } }: ResumeAnalysis, wanted: NonNullable<Expected["education"]>): Tally {
  const left = [...education];
  let right = 0;
  for (const entry of wanted) {
    const match = left.find(({ institution, degree }) =>
      alike(institution, entry.institution) &&
      (entry.degree === null || degreeLevel(degree) === degreeLevel(entry.degree))
    );
    if (!match) continue;
    left.splice(left.indexOf(match), 1);
    right++;
  }
  return { right, found: education.length, wanted: wanted.length };
}
