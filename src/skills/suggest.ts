/**
 * Skills that a job implies without naming them: what its sentences mean, against what the taxonomy's skills mean.
 * Suggested only, never added.
 *
 * @module
 */
import { readRequirement } from "../matching/requirement.ts";
import { REQUIREMENTS_MAX, requirementSentences } from "../matching/requirements.ts";
import { skillKey } from "../matching/skills.ts";
import type { ImpliedSkill } from "../matching/types.ts";
import type { Services } from "../services.ts";

/** A skill to consider, and the sentence that implies it. */
export interface SuggestedSkill extends ImpliedSkill {
  quote: string;
}

/** Cosine from which a sentence implies a skill; below it, "sanity testing" comes near "calm worried relatives". */
export const IMPLIED_COSINE_MIN = 0.5;

/** Suggestions for a job at most. */
export const SUGGESTIONS_MAX = 10;

/**
 * The skills that the sentences of a job's requirements and description are nearest to, without those that it asks for or
 * names. None with another model than the shipped one.
 *
 * @returns Best first, at most {@link SUGGESTIONS_MAX}.
 * @throws {AppError} `unavailable` when no vector can be made now.
 */
export async function suggestSkills(
  services: Pick<Services, "embedder" | "analyst">,
  job: { description: string; requirements: string; skillsRequired: string[]; skillsPreferred: string[] },
): Promise<SuggestedSkill[]> {
  const { description } = job;
  const sentences = [
    ...new Set([...requirementSentences(job), ...requirementSentences({ description, requirements: "" })]),
  ]
    .slice(0, REQUIREMENTS_MAX);
  if (sentences.length === 0) return [];
  const [vectors, named] = await Promise.all([
    services.embedder.embed(sentences, "interactive"),
    services.analyst.skills(sentences.join("\n")),
  ]);
  const asked = [...job.skillsRequired, ...job.skillsPreferred].flatMap((name) => readRequirement(name).alternatives);
  const known = new Set([...asked, ...named.map(({ skill }) => skill)].map(skillKey));
  const best = new Map<string, SuggestedSkill>();
  for (const [i, near] of (await services.analyst.implied(vectors, services.embedder.model)).entries()) {
    for (const skill of near) {
      if (skill.cosine < IMPLIED_COSINE_MIN || known.has(skillKey(skill.name))) continue;
      if (skill.cosine > (best.get(skill.id)?.cosine ?? 0)) best.set(skill.id, { ...skill, quote: sentences[i]! });
    }
  }
  return [...best.values()].sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1)).slice(0, SUGGESTIONS_MAX);
}
