/**
 * Matches seen from their job: ranked, with the evidence that explains each score.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { type CANDIDATE_STATUSES, jobs, jobSkills, matches, resumes, resumeSkills, skills } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { MentionedSkill } from "../matching/explain.ts";
import type { Evidence } from "../matching/types.ts";
import { requireJob } from "../jobs/jobs.ts";
import type { Actor, Services } from "../services.ts";
import { isStale } from "./score.ts";

export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];

/** A skill the job names, and how the resume meets it; `null` where it does not. */
export interface SkillOfJob {
  skill: string;
  required: boolean;
  evidence: Evidence | null;
}

/** One candidate of a job, as ranked. */
export interface Candidate {
  /** 1-based, among all of the job's matches. */
  rank: number;
  /** Share of the job's matches that score no higher, in [0, 100]. */
  percentile: number;
  jobId: string;
  resumeId: string;
  candidateName: string | null;
  email: string | null;
  similarity: number;
  skillMatch: number | null;
  overall: number;
  scoreVersion: number;
  status: CandidateStatus;
  version: number;
  /** Made with an older job, resume or formula than the current one. */
  stale: boolean;
  flags: string[];
  skills: SkillOfJob[];
  /** Everything the resume mentions, in order of first mention. */
  mentioned: MentionedSkill[];
  createdAt: Date;
  updatedAt: Date;
}

/** Position after the last row of a page. */
export interface CandidateCursor {
  overall: number;
  resumeId: string;
}

/** Bounds are of the match score, in [0, 100]. */
export interface CandidateFilter {
  status: CandidateStatus | null;
  minScore: number | null;
  maxScore: number | null;
}

/** A page of a job's candidates, best first, ties by resume id, with the number of all that pass the filter. */
export async function rankCandidates(
  services: Pick<Services, "db">,
  actor: Actor,
  jobId: string,
  page: { limit: number; after: CandidateCursor | null; filter: CandidateFilter },
): Promise<{ rows: Candidate[]; total: number }> {
  await requireJob(services.db, actor.companyId, jobId);
  const { after, filter, limit } = page;
  const passes = sql`${filter.status === null ? sql`true` : sql`m.status = ${filter.status}`}
    and ${filter.minScore === null ? sql`true` : sql`100 * m.overall >= ${filter.minScore}::float8`}
    and ${filter.maxScore === null ? sql`true` : sql`100 * m.overall <= ${filter.maxScore}::float8`}`;
  const isAfter = after === null ? sql`true` : sql`(m.overall < ${after.overall}::float8
    or m.overall = ${after.overall}::float8 and m.resume_id > ${after.resumeId}::uuid)`;
  const rows = await select(
    services.db,
    actor.companyId,
    jobId,
    sql`
      select resume_id, rank, 100 * (n - place + 1) / n::float8 as percentile, total
      from (
        select m.resume_id, m.overall, m.status, count(*) over () as n,
          (count(*) filter (where ${passes}) over ())::int as total,
          rank() over (order by m.overall desc) as place,
          row_number() over (order by m.overall desc, m.resume_id)::int as rank
        from ${matches} m
        where m.company_id = ${actor.companyId}::uuid and m.job_id = ${jobId}::uuid
      ) m
      where ${passes} and ${isAfter}
      order by m.overall desc, m.resume_id limit ${limit}::int`,
  );
  return { rows: rows.map(({ candidate }) => candidate), total: rows[0]?.total ?? await countOf() };

  async function countOf(): Promise<number> {
    const [counted] = rowsOf<{ n: number }>(
      await services.db.execute(sql`select count(*)::int as n from ${matches} m
        where m.company_id = ${actor.companyId} and m.job_id = ${jobId} and ${passes}`),
    );
    return counted!.n;
  }
}

/** @throws {AppError} `not_found` where the company has no such match. */
export async function getCandidate(
  services: Pick<Services, "db">,
  actor: Actor,
  jobId: string,
  resumeId: string,
): Promise<Candidate> {
  const candidate = await findCandidate(services.db, actor.companyId, jobId, resumeId);
  if (!candidate) throw noSuchCandidate();
  return candidate;
}

/** The candidate as ranked now, or `null`. */
export async function findCandidate(
  db: Database,
  companyId: string,
  jobId: string,
  resumeId: string,
): Promise<Candidate | null> {
  // Counted, not sorted: the job may have many thousands.
  const [row] = await select(
    db,
    companyId,
    jobId,
    sql`
      select m.resume_id, all_matches.rank, all_matches.percentile, 1 as total
      from ${matches} m
      cross join lateral (
        select 100 * count(*) filter (where o.overall <= m.overall) / count(*)::float8 as percentile,
          1 + (count(*) filter (where o.overall > m.overall or o.overall = m.overall and o.resume_id < m.resume_id))::int
            as rank
        from ${matches} o
        where o.company_id = m.company_id and o.job_id = m.job_id
      ) all_matches
      where m.company_id = ${companyId}::uuid and m.job_id = ${jobId}::uuid and m.resume_id = ${resumeId}::uuid`,
  );
  return row?.candidate ?? null;
}

/** What every verb answers that names a match the company does not have. */
export function noSuchCandidate(): AppError {
  return new AppError("not_found", "Cannot find the candidate: this resume is not matched to this job");
}

interface Row {
  total: number;
  rank: number;
  percentile: number;
  job_id: string;
  resume_id: string;
  candidate_name: string | null;
  email: string | null;
  similarity: number;
  skill_match: number | null;
  overall: number;
  score_version: number;
  status: CandidateStatus;
  version: number;
  stale: boolean;
  parse_flags: string[];
  skills: (Evidence & { skill: string; required: boolean; kind: Evidence["kind"] | null })[];
  mentioned: MentionedSkill[];
  created_at: string | Date;
  updated_at: string | Date;
}

/** One statement: the matches that `page` gives by resume_id, rank, percentile and total, with their evidence. */
async function select(
  db: Database,
  companyId: string,
  jobId: string,
  page: SQL,
): Promise<{ candidate: Candidate; total: number }[]> {
  const rows = rowsOf<Row>(
    await db.execute(sql`
      with page as materialized (${page}), m as (
        select page.rank, page.percentile, page.total, m.*
        from page join ${matches} m using (resume_id)
        where m.company_id = ${companyId}::uuid and m.job_id = ${jobId}::uuid
      )
      select m.total, m.rank, m.percentile, m.job_id, m.resume_id, m.similarity, m.skill_match, m.overall,
        m.score_version, m.status, m.version, m.created_at, m.updated_at,
        r.candidate_name, r.email, r.parse_flags, ${isStale} as stale,
        coalesce((
          select jsonb_agg(jsonb_build_object('skill', e.skill, 'category', e.category, 'count', e.n) order by e.first)
          from (
            select hit->>'skill' as skill, hit->>'category' as category, count(*) as n, min(position) as first
            from jsonb_array_elements(r.extracted_skills) with ordinality as hits(hit, position)
            group by 1, 2
          ) e
        ), '[]'::jsonb) as mentioned,
        coalesce((
          select jsonb_agg(jsonb_build_object('skill', s.name, 'required', js.required, 'kind', rs.kind,
            'credit', rs.credit, 'section', rs.section, 'quote', rs.quote, 'start', rs.start, 'end', rs."end")
            order by js.required desc, js.position)
          from ${jobSkills} js
          join ${skills} s on s.company_id = js.company_id and s.id = js.skill_id
          left join ${resumeSkills} rs on rs.company_id = js.company_id and rs.skill_id = js.skill_id
            and rs.resume_id = m.resume_id
          where js.company_id = m.company_id and js.job_id = m.job_id
        ), '[]'::jsonb) as skills
      from m
      join ${jobs} j on j.company_id = m.company_id and j.id = m.job_id
      join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id
      order by m.rank`),
  );
  return rows.map((row) => ({ total: row.total, candidate: toCandidate(row) }));
}

function toCandidate(row: Row): Candidate {
  return {
    rank: row.rank,
    percentile: Math.round(row.percentile * 100) / 100,
    jobId: row.job_id,
    resumeId: row.resume_id,
    candidateName: row.candidate_name,
    email: row.email,
    similarity: row.similarity,
    skillMatch: row.skill_match,
    overall: row.overall,
    scoreVersion: row.score_version,
    status: row.status,
    version: row.version,
    stale: row.stale,
    flags: row.parse_flags,
    skills: row.skills.map(({ skill, required, kind, credit, section, quote, start, end }) => ({
      skill,
      required,
      evidence: kind === null ? null : { kind, credit, section, quote, start, end },
    })),
    mentioned: row.mentioned,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
