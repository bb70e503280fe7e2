/**
 * What of jobs, resumes and matches is not up to date, and the marks by which matches say so.
 *
 * @module
 */
import { and, eq, exists, ne, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "./db/database.ts";
import { jobs, matches, resumes } from "./db/schema.ts";
import { isStale, slicesOf } from "./matches/score.ts";

/** Jobs that were prepared with something else than `current`. @param jobId Only this one. */
export function outdatedJobs(current: string, jobId: string | null): SQL | undefined {
  return and(ne(jobs.preparedWith, current), jobId === null ? undefined : eq(jobs.id, jobId));
}

/** Resumes that were read with something else than `current`. @param jobId Only those matched to this job. */
export function outdatedResumes(db: Database, current: string, jobId: string | null): SQL | undefined {
  const ofJob = db.select().from(matches)
    .where(and(eq(matches.companyId, resumes.companyId), eq(matches.resumeId, resumes.id), eq(matches.jobId, jobId!)));
  return and(
    eq(resumes.status, "ready"),
    ne(resumes.preparedWith, current),
    jobId === null ? undefined : exists(ofJob),
  );
}

/** True for a job `j` and a resume `r` of which one was prepared with something else than `current`. */
export const outdatedPairs = (current: string): SQL =>
  sql`(j.prepared_with <> ${current} or r.prepared_with <> ${current})`;

/**
 * Marks matches: they are served as stale from now on. A slice of a job at a time, so that no statement holds many rows
 * for long.
 *
 * @param which On the job `j`, the resume `r` and their match `m`.
 */
export async function markMatches(db: Database, jobId: string | null, which: SQL): Promise<void> {
  const isLeft = sql`m.job_version <> 0 and ${which}`;
  const found = rowsOf<{ company_id: string; job_id: string }>(
    await db.execute(sql`
      select distinct m.company_id, m.job_id from ${matches} m
      join ${jobs} j on j.company_id = m.company_id and j.id = m.job_id
      join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id
      where ${isLeft} and ${ofJob(jobId)}`),
  );
  for (const { company_id, job_id } of found) {
    for (const slice of await slicesOf(db, company_id, job_id, isLeft)) {
      await db.execute(sql`
        update ${matches} set job_version = 0
        where company_id = ${company_id}::uuid and job_id = ${job_id}::uuid and resume_id = any(${slice})`);
    }
  }
}

/**
 * Jobs whose list is not up to date, with the number of matches to score.
 *
 * @param orElse Matches that would count as well.
 */
export async function staleJobs(
  db: Database,
  jobId: string | null,
  orElse: SQL = sql`false`,
): Promise<{ companyId: string; jobId: string; n: number }[]> {
  const rows = rowsOf<{ company_id: string; id: string; n: number }>(
    await db.execute(sql`
      select j.company_id, j.id, (count(*) filter (where ${isStale} or ${orElse}))::int as n
      from ${jobs} j
      left join (${matches} m join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id)
        on m.company_id = j.company_id and m.job_id = j.id
      where (${isStale} or ${orElse} or j.switching_from is not null) and ${ofJob(jobId)}
      group by j.company_id, j.id
      order by j.company_id, j.id`),
  );
  return rows.map(({ company_id, id, n }) => ({ companyId: company_id, jobId: id, n }));
}

const ofJob = (jobId: string | null): SQL => jobId === null ? sql`true` : sql`j.id = ${jobId}::uuid`;
