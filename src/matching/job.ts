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
import { joinChoices } from "./requirement.ts";
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
  const passages = passagesOf(text, [], countTokens, { skip: [...skip, ...headingSpans(text, 0, text.length)] });
  const wished = disjoint([
    ...preferredSpans(text, 0, requirementsStart - 1),
    ...preferredSpans(text, requirementsStart, text.length),
  ]);
  const skills = new Map<string, SkillHit>();
  for (const hit of joinChoices(text, extractSkills(text, [], { skip }))) {
    if (!skills.has(hit.skill) && overlapping(wished, hit.start, hit.end) === null) skills.set(hit.skill, hit);
  }
  return {
    title: roleOf(job.title),
    // An ad that is nothing but boilerplate is still better told by it than by nothing.
    passages: passages.length > 0 ? passages : passagesOf(text, [], countTokens),
    skills: [...skills.values()],
  };
}
