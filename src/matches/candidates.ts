/**
 * Matches seen from their job: ranked, with the evidence that explains each score.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { type CANDIDATE_STATUSES, jobs, jobSkills, matches, resumes, resumeSkills, skills } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { countMentions, type MentionedSkill } from "../matching/explain.ts";
import type { Evidence } from "../matching/types.ts";
import { noSuchJob } from "../jobs/jobs.ts";
import { containing } from "../jobs/list.ts";
import { hasSkill } from "../resumes/has_skill.ts";
import { correctedMentions } from "../resumes/corrected.ts";
import type { Actor, Services } from "../services.ts";
import { isStale } from "./score.ts";

export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];

/** A skill the job names, and how the resume meets it; `null` where it does not. */
export interface SkillOfJob {
  skill: string;
  required: boolean;
  evidence: Evidence | null;
  /** Not looked for yet in the resume as it is now. */
  isPending: boolean;
}

/** One candidate of a job, as ranked. */
export interface Candidate {
  /** 1-based, among all of the job's matches. */
  rank: number;
  /** Share of the job's matches that score no higher, in [0, 100]. */
  percentile: number;
  jobId: string;
  jobTitle: string;
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

/** Orders of a ranking; a minus descends. */
export const CANDIDATE_SORTS = [
  "-match_score",
  "match_score",
  "-created_at",
  "created_at",
  "-updated_at",
  "updated_at",
] as const;
/** One of {@link CANDIDATE_SORTS}. */
export type CandidateSort = (typeof CANDIDATE_SORTS)[number];

/** Position after the last row of a page: what it is sorted by, then the resume. */
export interface CandidateCursor {
  key: number | string;
  resumeId: string;
}

/** What a list is narrowed to; `null` for everything. Bounds are of the match score, in [0, 100]. */
export interface CandidateFilter {
  status: CandidateStatus | null;
  minScore: number | null;
  maxScore: number | null;
  /** That the resume meets or mentions, in any of its spellings. */
  skill: string | null;
  /** Words of the resume, or a part of name or e-mail address. */
  q: string | null;
}

/** Which candidates, in which order. */
export interface CandidateQuery {
  filter: CandidateFilter;
  sort: CandidateSort;
  /** Only these resumes. */
  resumeIds?: readonly string[];
}

/** Everybody, best first. */
export const ALL_CANDIDATES: CandidateQuery = {
  filter: { status: null, minScore: null, maxScore: null, skill: null, q: null },
  sort: "-match_score",
};

/** The position of a candidate in a list. */
export function candidateCursor(candidate: Candidate, sort: CandidateSort): CandidateCursor {
  const { resumeId } = candidate;
  if (sort.endsWith("match_score")) return { key: candidate.overall, resumeId };
  return { key: (sort.endsWith("created_at") ? candidate.createdAt : candidate.updatedAt).toISOString(), resumeId };
}

/**
 * A page of a job's candidates, ties by resume id, with the number of all that pass the filter. One statement; two where
 * the page is empty. Ranks are among all of the job's matches, whatever the filter and order.
 *
 * @throws {AppError} `not_found` where the company has no such job.
 */
export async function rankCandidates(
  services: Pick<Services, "db">,
  actor: Actor,
  jobId: string,
  { limit, after, filter, sort, resumeIds }: CandidateQuery & { limit: number; after: CandidateCursor | null },
): Promise<{ rows: Candidate[]; total: number }> {
  const { companyId } = actor;
  const passes = sql.join(conditions(filter, resumeIds), sql` and `);
  const column = sortColumns[sort];
  const descends = sort.startsWith("-");
  const isAfter = after === null ? sql`true` : positionAfter(column, descends, after);
  const rows = await selectCandidates(
    services.db,
    companyId,
    { jobId },
    sql`
      with ranked as materialized (
        select m.resume_id, m.overall, m.created_at, m.updated_at, count(*) over () as n, (${passes}) as passes,
          rank() over (order by m.overall desc) as place,
          row_number() over (order by m.overall desc, m.resume_id)::int as rank
        from ${matches} m
        where m.company_id = ${companyId}::uuid and m.job_id = ${jobId}::uuid
      )
      select m.resume_id, m.rank, 100 * (m.n - m.place + 1) / m.n::float8 as percentile,
        (select count(*) from ranked where passes)::int as total
      from ranked m
      where m.passes and ${isAfter}
      order by ${column} ${descends ? sql`desc` : sql`asc`}, m.resume_id limit ${limit}::int`,
    sql`order by ${column} ${descends ? sql`desc` : sql`asc`}, m.resume_id`,
  );
  const [first] = rows;
  if (first) return { rows: rows.map(({ candidate }) => candidate), total: first.total };
  const [job] = rowsOf<{ total: number }>(
    await services.db.execute(sql`
      select (select count(*)::int from ${matches} m
        where m.company_id = j.company_id and m.job_id = j.id and ${passes}) as total
      from ${jobs} j where j.company_id = ${companyId}::uuid and j.id = ${jobId}::uuid`),
  );
  if (!job) throw noSuchJob();
  return { rows: [], total: job.total };
}

const sortColumns: Record<CandidateSort, SQL> = {
  "-match_score": sql`m.overall`,
  match_score: sql`m.overall`,
  "-created_at": sql`m.created_at`,
  created_at: sql`m.created_at`,
  "-updated_at": sql`m.updated_at`,
  updated_at: sql`m.updated_at`,
};

function positionAfter(column: SQL, descends: boolean, { key, resumeId }: CandidateCursor): SQL {
  const at = typeof key === "number" ? sql`${key}::float8` : sql`${key}::timestamptz`;
  const beyond = descends ? sql`${column} < ${at}` : sql`${column} > ${at}`;
  return sql`(${beyond} or ${column} = ${at} and m.resume_id > ${resumeId}::uuid)`;
}

/** Of a match `m`. */
function conditions(filter: CandidateFilter, resumeIds: readonly string[] | undefined): SQL[] {
  const { status, minScore, maxScore, skill, q } = filter;
  const all = [sql`true`];
  if (resumeIds) all.push(sql`m.resume_id in (${sql.join(resumeIds.map((id) => sql`${id}::uuid`), sql`, `)})`);
  if (status !== null) all.push(sql`m.status = ${status}`);
  if (minScore !== null) all.push(sql`100 * m.overall >= ${minScore}::float8`);
  if (maxScore !== null) all.push(sql`100 * m.overall <= ${maxScore}::float8`);
  if (skill !== null) {
    all.push(sql`exists (select 1 from ${resumes} r where r.company_id = m.company_id and r.id = m.resume_id
      and ${hasSkill(sql`r`, skill)})`);
  }
  if (q !== null) {
    const pattern = containing(q);
    all.push(sql`exists (select 1 from ${resumes} r where r.company_id = m.company_id and r.id = m.resume_id
      and (r.candidate_name ilike ${pattern} or r.email ilike ${pattern}
        or r.words @@ plainto_tsquery('simple', search_text(${q}))))`);
  }
  return all;
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
  const [row] = await selectCandidates(
    db,
    companyId,
    { jobId },
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
  job_title: string;
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
  skills: (Evidence & { skill: string; required: boolean; pending: boolean; kind: Evidence["kind"] | null })[];
  /** Of every mention in order; `null` until the resume is read. To count them in SQL took 8 ms a page, to read them 2. */
  hit_skills: string[] | null;
  hit_categories: string[] | null;
  corrected_skills: string[] | null;
  created_at: string | Date;
  updated_at: string | Date;
}

/**
 * One statement: matches of a job or of a resume, with their evidence.
 *
 * @param page Selects which: the id of the other side, as `resume_id` or `job_id`, with rank, percentile and total.
 */
export async function selectCandidates(
  db: Database,
  companyId: string,
  of: { jobId: string } | { resumeId: string },
  page: SQL,
  order: SQL = sql``,
): Promise<{ candidate: Candidate; total: number }[]> {
  const [others, isOfIt] = "jobId" in of
    ? [sql`resume_id`, sql`m.job_id = ${of.jobId}::uuid`]
    : [sql`job_id`, sql`m.resume_id = ${of.resumeId}::uuid`];
  const rows = rowsOf<Row>(
    await db.execute(sql`
      with page as materialized (${page}), m as (
        select page.rank, page.percentile, page.total, m.*
        from page join ${matches} m using (${others})
        where m.company_id = ${companyId}::uuid and ${isOfIt}
      )
      select m.total, m.rank, m.percentile, m.job_id, j.title as job_title, m.resume_id, m.similarity, m.skill_match, m.overall,
        m.score_version, m.status, m.version, m.created_at, m.updated_at,
        r.candidate_name, r.email, r.parse_flags, r.corrections -> 'skills' as corrected_skills, ${isStale} as stale,
        jsonb_path_query_array(r.extracted_skills, '$[*].skill') as hit_skills,
        jsonb_path_query_array(r.extracted_skills, '$[*].category') as hit_categories,
        coalesce((
          select jsonb_agg(jsonb_build_object('skill', s.name, 'required', js.required,
            'pending', js.skill_id > abs(r.credited_seq), 'kind', rs.kind, 'credit', rs.credit, 'section', rs.section,
            'quote', rs.quote, 'start', rs.start, 'end', rs."end")
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
      ${order}`),
  );
  return rows.map((row) => ({ total: row.total, candidate: toCandidate(row) }));
}

function hitsOf({ hit_skills, hit_categories }: Row): { skill: string; category: string }[] {
  return (hit_skills ?? []).map((skill, i) => ({ skill, category: hit_categories![i]! }));
}

function toCandidate(row: Row): Candidate {
  return {
    rank: row.rank,
    percentile: Math.round(row.percentile * 100) / 100,
    jobId: row.job_id,
    jobTitle: row.job_title,
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
    skills: row.skills.map(({ skill, required, pending, kind, credit, section, quote, start, end }) => ({
      skill,
      required,
      isPending: pending,
      evidence: kind === null ? null : { kind, credit, section, quote, start, end },
    })),
    mentioned: correctedMentions(countMentions(hitsOf(row)), row.corrected_skills),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
