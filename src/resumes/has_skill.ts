/**
 * Which résumés have a skill, as every list and search filters by it.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { resumeSkills, skills } from "../db/schema.ts";
import { canonicalSkill, skillKey } from "../matching/skills.ts";

/**
 * True for a résumé that meets a skill which some job names, or names it: in its corrections where it has some, else in
 * its text.
 *
 * @param resume The table `resumes` or its alias, trusted.
 * @param skill In any of its spellings.
 */
export function hasSkill(resume: SQL, skill: string): SQL {
  const name = canonicalSkill(skill)?.name ?? skill;
  return sql`(exists (select 1 from ${resumeSkills} rs
      join ${skills} s on s.company_id = rs.company_id and s.id = rs.skill_id
      where rs.company_id = ${resume}.company_id and rs.resume_id = ${resume}.id and s.key = ${skillKey(skill)})
    or case when ${resume}.corrections -> 'skills' is null
      then ${resume}.extracted_skills @> ${JSON.stringify([{ skill: name }])}::jsonb
      else exists (select 1 from jsonb_array_elements_text(${resume}.corrections -> 'skills') as corrected(skill)
        where lower(corrected.skill) in (lower(${skill}::text), lower(${name}::text)))
      end)`;
}
