/**
 * What a job ad asks for and describes.
 *
 * @module
 */
import { boilerplateSpans, headingSpans } from "./boilerplate.ts";
import { roleOf } from "./job_title.ts";
import { passagesOf } from "./passages.ts";
import { disjoint, overlapping } from "./noise.ts";
import { preferredSpans } from "./preferred.ts";
import { openSkills } from "./open_skills.ts";
import { joinChoices, yearsBeside } from "./requirement.ts";
import { extractSkills } from "./skills.ts";
import type { JobAnalysis, SkillHit } from "./types.ts";

/**
 * Analyses a job. Offsets are those of the description and the requirements, joined by a line break.
 *
 * @param countTokens Word-pieces of a text, as the embedding model counts them.
 */
export function analyseJob(
  job: { title: string; description: string; requirements: string },
  countTokens: (text: string) => number,
): JobAnalysis {
  const text = [job.description, job.requirements].join("\n");
  const requirementsStart = job.description.length + 1;
  const skip = [
    ...boilerplateSpans(text, 0, requirementsStart - 1),
    ...boilerplateSpans(text, requirementsStart, text.length),
  ];
  const headings = headingSpans(text, 0, text.length);
  const passages = passagesOf(text, [], countTokens, { skip: [...skip, ...headings] });
  const wished = disjoint([
    ...preferredSpans(text, 0, requirementsStart - 1),
    ...preferredSpans(text, requirementsStart, text.length),
  ]);
  const hits = joinChoices(text, extractSkills(text, [], { skip }));
  const isWished = ({ start, end }: SkillHit) => overlapping(wished, start, end) !== null;
  const mentions = hits.filter((hit) => !isWished(hit));
  const asked = distinct(mentions);
  const askedNames = new Set(asked.map(({ skill }) => skill));
  return {
    title: roleOf(job.title),
    // An ad that is nothing but boilerplate is still better told by it than by nothing.
    passages: passages.length > 0 ? passages : passagesOf(text, [], countTokens),
    // An ad without any known skill is of a trade that the taxonomy hardly knows: its own words are all there is.
    skills: asked.length > 0 ? withYears(text, asked, mentions) : openSkills(text, [...skip, ...headings, ...wished]),
    preferred: distinct(hits.filter((hit) => isWished(hit) && !askedNames.has(hit.skill))),
  };
}

/** The first hit of each skill. */
function distinct(hits: readonly SkillHit[]): SkillHit[] {
  const seen = new Set<string>();
  return hits.filter(({ skill }) => !seen.has(skill) && seen.add(skill));
}

/** Names the years that the text asks for beside any mention of a skill. */
function withYears(text: string, asked: readonly SkillHit[], mentions: readonly SkillHit[]): SkillHit[] {
  const yearsOf = new Map<string, number>();
  for (const hit of mentions) {
    const years = yearsOf.has(hit.skill) ? null : yearsBeside(text, hit);
    if (years !== null) yearsOf.set(hit.skill, years);
  }
  return asked.map((hit) => {
    const years = yearsOf.get(hit.skill);
    return years === undefined ? hit : { ...hit, skill: `${years}+ years of ${hit.skill}` };
  });
}
