/**
 * Which required skills candidates lack.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { jobSkills, matches, resumes, resumeSkills, skills } from "../db/schema.ts";
import { ofJob, type Report, share, within } from "./report.ts";

/** Skills in one report. */
export const SKILLS_MAX = 50;

/** The candidates matched in the period, and what their jobs require. */
export interface SkillsGap {
  candidates: number;
  /** Those that most candidates lack first; at most {@link SKILLS_MAX}. */
  skills: {
    skill: string;
    /** Candidates without evidence of it. */
    missing: number;
    /** Candidates of jobs that require it. */
    of: number;
    share: number;
  }[];
}

interface Raw {
  candidates: number;
  skills: { skill: string; missing: number; of: number }[];
}

/** A resume whose evidence for a skill is not worked out yet counts nowhere. */
export const skillsGap: Report<Raw, SkillsGap> = {
  query: (scope) =>
    sql`
      with candidates as materialized (
        select m.job_id, m.resume_id, abs(r.credited_seq) as credited_seq from ${matches} m
        join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id
        where m.company_id = ${scope.companyId}::uuid and ${ofJob(sql`m.job_id`, scope)}
          and ${within(sql`m.created_at`, scope)}
      ), required as materialized (
        select job_id, skill_id from ${jobSkills}
        where company_id = ${scope.companyId}::uuid and required and ${ofJob(sql`job_id`, scope)}
      ), counted as (
        select q.skill_id, count(*) as asked, count(*) filter (where rs.skill_id is null) as missing
        from candidates c join required q on q.job_id = c.job_id and q.skill_id <= c.credited_seq
        left join ${resumeSkills} rs
          on rs.company_id = ${scope.companyId}::uuid and rs.resume_id = c.resume_id and rs.skill_id = q.skill_id
        group by q.skill_id
      ), most as (
        select s.name as skill, missing, asked from counted
        join ${skills} s on s.company_id = ${scope.companyId}::uuid and s.id = counted.skill_id
        where missing > 0
        order by missing desc, asked, s.name limit ${SKILLS_MAX}::int
      )
      select jsonb_build_object(
        'candidates', (select count(*) from candidates),
        'skills', (select coalesce(jsonb_agg(jsonb_build_object('skill', skill, 'missing', missing, 'of', asked)
          order by missing desc, asked, skill), '[]') from most)
      )`,
  tell: ({ candidates, skills }) => ({
    candidates,
    skills: skills.map((gap) => ({ ...gap, share: share(gap.missing, gap.of) })),
  }),
};
