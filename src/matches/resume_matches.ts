/**
 * Matches seen from their resume: the jobs it fits, best first.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { rowsOf } from "../db/database.ts";
import { matches, resumes } from "../db/schema.ts";
import { noSuchResume } from "../resumes/resumes.ts";
import type { Actor, Services } from "../services.ts";
import { type Candidate, type CandidateStatus, selectCandidates } from "./candidates.ts";
import { jobsIn } from "./score.ts";

/** Position after the last row of a page. */
export interface ResumeMatchCursor {
  overall: number;
  jobId: string;
}

/** What a list is narrowed to; `null` for everything. The bound is of the match score, in [0, 100]. */
export interface ResumeMatchFilter {
  status: CandidateStatus | null;
  minScore: number | null;
  /** @default Every job that the resume is matched to. */
  jobs?: "open" | readonly string[];
}

/**
 * A page of a resume's matches, best first, ties by job id, with the number of all that pass the filter. One statement;
 * two where the page is empty. Each rank is among all candidates of the match's job.
 *
 * @throws {AppError} `not_found` where the company has no such resume.
 */
export async function rankMatchesOf(
  services: Pick<Services, "db">,
  actor: Actor,
  resumeId: string,
  { limit, after, filter }: { limit: number; after: ResumeMatchCursor | null; filter: ResumeMatchFilter },
): Promise<{ rows: Candidate[]; total: number }> {
  const { companyId } = actor;
  const passes = sql.join([
    sql`true`,
    ...(filter.status === null ? [] : [sql`m.status = ${filter.status}`]),
    ...(filter.jobs === undefined ? [] : [sql`m.job_id in (${jobsIn(companyId, filter.jobs)})`]),
    ...(filter.minScore === null ? [] : [sql`100 * m.overall >= ${filter.minScore}::float8`]),
  ], sql` and `);
  const isAfter = after === null ? sql`true` : sql`(m.overall < ${after.overall}::float8
    or m.overall = ${after.overall}::float8 and m.job_id > ${after.jobId}::uuid)`;
  const rows = await selectCandidates(
    services.db,
    companyId,
    { resumeId },
    sql`
      with passing as materialized (
        select m.company_id, m.job_id, m.resume_id, m.overall from ${matches} m
        where m.company_id = ${companyId}::uuid and m.resume_id = ${resumeId}::uuid and ${passes}
      )
      select m.job_id, all_matches.rank, all_matches.percentile, (select count(*) from passing)::int as total
      from (
        select * from passing m where ${isAfter} order by m.overall desc, m.job_id limit ${limit}::int
      ) m
      cross join lateral (
        select 100 * count(*) filter (where o.overall <= m.overall) / count(*)::float8 as percentile,
          1 + (count(*) filter (where o.overall > m.overall or o.overall = m.overall and o.resume_id < m.resume_id))::int
            as rank
        from ${matches} o
        where o.company_id = m.company_id and o.job_id = m.job_id
      ) all_matches`,
    sql`order by m.overall desc, m.job_id`,
  );
  const [first] = rows;
  if (first) return { rows: rows.map(({ candidate }) => candidate), total: first.total };
  const [resume] = rowsOf<{ total: number }>(
    await services.db.execute(sql`
      select (select count(*)::int from ${matches} m
        where m.company_id = r.company_id and m.resume_id = r.id and ${passes}) as total
      from ${resumes} r where r.company_id = ${companyId}::uuid and r.id = ${resumeId}::uuid`),
  );
  if (!resume) throw noSuchResume();
  return { rows: [], total: resume.total };
}
