/**
 * What was read out of a file, with what a person set right in its place. Pure.
 *
 * A corrected list stands for the whole list. A skill that only the person names has no place in the text: its section
 * is `null`, its offsets are 0 and its quote is what the person wrote.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import type { resumes } from "../db/schema.ts";
import type { MentionedSkill } from "../matching/explain.ts";
import { totalYearsOf } from "../matching/experience.ts";
import { IMPLIED_CREDIT } from "../matching/implied.ts";
import { readRequirement, statedMeets } from "../matching/requirement.ts";
import { canonicalSkill, skillKey } from "../matching/skills.ts";
import type { Evidence, ResumeFields, SkillHit } from "../matching/types.ts";

type Stored = Pick<typeof resumes.$inferSelect, "fields" | "extractedSkills" | "corrections" | "createdAt">;

const nothing: ResumeFields = {
  name: null,
  emails: [],
  phones: [],
  links: [],
  location: null,
  experience: [],
  education: [],
  languages: [],
  certifications: [],
  totalYears: null,
};
const noPlace = { section: null, start: 0, end: 0 };

/** The facts of a résumé as they are shown and scored. */
export function correctedFields(resume: Pick<Stored, "fields" | "corrections" | "createdAt">): ResumeFields {
  const { skills: _, totalYears: __, ...corrected } = resume.corrections;
  const fields = { ...nothing, ...resume.fields, ...corrected };
  if (corrected.experience === undefined) return fields;
  return { ...fields, totalYears: yearsOf(corrected.experience, resume) };
}

/** What the work of a résumé adds up to: work that goes on is counted up to when the résumé came. */
export function yearsOf(experience: ResumeFields["experience"], { createdAt }: Pick<Stored, "createdAt">) {
  return totalYearsOf(experience, createdAt.toISOString().slice(0, 7));
}

/** The same years in SQL, as far as they are stored. */
export const storedYears = (resume: SQL): SQL =>
  sql`(case when ${resume}.corrections -> 'experience' is null then ${resume}.fields
    else ${resume}.corrections end ->> 'totalYears')::float8`;

/** The skills of a résumé as they are shown: every mention in the text of those that the person names, then the others. */
export function correctedSkills({ extractedSkills, corrections }: Pick<Stored, "extractedSkills" | "corrections">) {
  const read = extractedSkills ?? [];
  const { skills } = corrections;
  if (skills === undefined) return read;
  const stated = new Map(skills.map((name) => [skillKey(name), name]));
  const isRead = new Set(read.map(({ skill }) => skillKey(skill)));
  const added = [...stated].filter(([key]) => !isRead.has(key)).map(([, name]): SkillHit => ({
    ...named(name),
    quote: name,
    kind: "exact",
    ...noPlace,
  }));
  return [...read.filter(({ skill }) => stated.has(skillKey(skill))), ...added];
}

/** As {@link correctedSkills}, of skills with their number of mentions. */
export function correctedMentions(read: MentionedSkill[], skills: readonly string[] | null): MentionedSkill[] {
  if (skills === null) return read;
  const byKey = new Map(read.map((mention) => [skillKey(mention.skill), mention]));
  const stated = new Map(skills.map((name) => [skillKey(name), name]));
  return [...stated].map(([key, name]) => byKey.get(key) ?? { ...named(name), count: 1 });
}

/**
 * Whether a résumé meets a skill once its corrections are looked at: what the person names counts in full, and so does
 * what that implies for its part; what they took out of the skills that were read counts no more, and everything else is
 * as found.
 *
 * @returns Asks for one skill, given what the text says of it.
 */
export function correctedEvidence(
  { extractedSkills, corrections: { skills } }: Pick<Stored, "extractedSkills" | "corrections">,
): (wanted: string, read: Evidence | null) => Evidence | null {
  if (skills === undefined) return (_wanted, read) => read;
  let readKeys: Set<string> | undefined;
  const isRead = (name: string) => {
    readKeys ??= new Set((extractedSkills ?? []).map(({ skill }) => skillKey(skill)));
    return readRequirement(name).alternatives.some((each) => readKeys!.has(skillKey(each)));
  };
  return (wanted, read) => {
    const { minYears } = readRequirement(wanted);
    const ways = skills.map((name) => ({ name, way: statedMeets(name, wanted) }));
    // The dates of the work that mentions a skill still tell whether it was used for as long as is asked.
    const isDated = (name: string) => minYears !== null && readRequirement(name).minYears === null && isRead(name);
    const named = ways.filter(({ way }) => way === "named");
    const stated = named.find(({ name }) => !isDated(name));
    const isNamed = read !== null && (read.kind === "exact" || read.kind === "alias");
    if (stated && !isNamed) return { kind: "exact", credit: 1, quote: stated.name, ...noPlace };
    if (named.length > 0) return read;
    const implier = ways.find(({ name, way }) => way === "implied" && !isDated(name));
    if ((read === null && !implier) || isRead(wanted)) return null;
    return read ?? { kind: "semantic", credit: IMPLIED_CREDIT, quote: implier!.name, ...noPlace };
  };
}

function named(name: string): Pick<SkillHit, "skill" | "category"> {
  const skill = canonicalSkill(name);
  return { skill: skill?.name ?? name, category: skill?.category ?? "other" };
}
