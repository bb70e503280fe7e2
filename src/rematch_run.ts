/**
 * Brings scores up to date, in sets: the work of `deno task rematch` and of `freshen.ts`.
 *
 * Without `staleOnly` every match in scope is first marked, in one statement, so that from then on the work left is
 * what is marked: after a crash the same run goes on where it stopped. Old scores are served until a job's are all new.
 *
 * ```
 * matches of outdated jobs and resumes are marked
 *   ──▶ jobs prepared ──▶ resumes read ──▶ evidence ──▶ stale matches, job by job
 * ```
 *
 * @module
 */
import { and, asc, count, eq, getTableColumns, gt, isNull, ne, type SQL, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { fromDatabaseError, rowsOf } from "./db/database.ts";
import { jobs, matches, rematchRuns, resumes } from "./db/schema.ts";
import { AppError } from "./errors.ts";
import { readResume } from "./ingest.ts";
import { type Job, preparationVersion, refreshJob } from "./jobs/jobs.ts";
import { refreshSkills } from "./jobs/skills.ts";
import { rescoreStale } from "./matches/rescore.ts";
import { isStale, rankedMatches, slicesOf } from "./matches/score.ts";
import { addMoves, type Moves, noMoves } from "./rematch_moves.ts";
import type { Services } from "./services.ts";

/** What to bring up to date. */
export interface RematchOptions {
  /** Only this job. */
  jobId: string | null;
  /** Only matches made with an older job, resume, model or formula; else all. */
  staleOnly: boolean;
  /** Says what would be done, and does nothing. */
  dryRun: boolean;
}

/** What was done, or would be. */
export interface RematchReport {
  resumesRead: number;
  resumesFailed: number;
  jobsPrepared: number;
  jobsScored: number;
  matchesScored: number;
  /** Of this run; one that goes on after a crash tells what it did itself. */
  moves: Moves;
}

/** Told at every step; `total` may grow. */
export type Progress = (step: string, done: number, total: number) => void;

type RematchServices = Pick<Services, "db" | "documents" | "analyst" | "embedder" | "log" | "now">;

/** Jobs or resumes looked up at once. */
const PAGE = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Statuses are never touched. Safe beside a live server on PostgreSQL: every step is a short transaction. */
export async function rematch(
  services: RematchServices,
  options: RematchOptions,
  progress: Progress,
): Promise<RematchReport> {
  const { jobId, staleOnly, dryRun } = options;
  const report: RematchReport = {
    resumesRead: 0,
    resumesFailed: 0,
    jobsPrepared: 0,
    jobsScored: 0,
    matchesScored: 0,
    moves: noMoves(),
  };
  const run = staleOnly || dryRun ? null : await markAll(services, jobId);

  if (!dryRun) {
    await markOutdated(services, jobId);
    await refreshSkills(services);
  }
  await prepareJobs(services, options, report, progress);
  await readResumes(services, options, report, progress);

  const stale = await staleJobs(services, options);
  const total = stale.reduce((sum, { n }) => sum + n, 0);
  for (const { companyId, jobId, n } of stale) {
    report.matchesScored += dryRun ? n : await rescored(services, companyId, jobId, report.moves);
    report.jobsScored++;
    progress("matches scored", report.matchesScored, total);
  }
  if (run !== null) {
    await services.db.update(rematchRuns).set({ finishedAt: services.now() }).where(eq(rematchRuns.id, run));
  }
  return report;
}

/** Jobs first: they are few, and whoever is matched to one meanwhile is scored with the new model on both sides. */
async function prepareJobs(
  services: RematchServices,
  { jobId, dryRun }: RematchOptions,
  report: RematchReport,
  progress: Progress,
): Promise<void> {
  const { embedding: _, ...columns } = getTableColumns(jobs);
  const isOld = and(
    ne(jobs.preparedWith, preparationVersion(services)),
    jobId === null ? undefined : eq(jobs.id, jobId),
  );
  const [counted] = await services.db.select({ n: count() }).from(jobs).where(isOld);
  await eachOf(
    (after) =>
      services.db.select(columns).from(jobs).where(and(isOld, gt(jobs.id, after)))
        .orderBy(asc(jobs.id)).limit(PAGE),
    async (job: Job) => {
      if (!dryRun) await refreshJob(services, job);
      report.jobsPrepared++;
      progress("jobs prepared", report.jobsPrepared, counted!.n);
    },
  );
}

async function readResumes(
  services: RematchServices,
  { dryRun }: RematchOptions,
  report: RematchReport,
  progress: Progress,
): Promise<void> {
  const isOld = and(eq(resumes.status, "ready"), ne(resumes.preparedWith, preparationVersion(services)));
  const [counted] = await services.db.select({ n: count() }).from(resumes).where(isOld);
  await eachOf(
    (after) =>
      services.db.select({
        id: resumes.id,
        companyId: resumes.companyId,
        format: resumes.format,
        contentVersion: resumes.contentVersion,
        status: resumes.status,
      }).from(resumes).where(and(isOld, gt(resumes.id, after))).orderBy(asc(resumes.id)).limit(PAGE),
    async ({ id, ...resume }) => {
      if (!dryRun) await readAgain(services, { ...resume, resumeId: id }, report);
      else report.resumesRead++;
      progress("resumes read", report.resumesRead + report.resumesFailed, counted!.n);
    },
  );
}

/** Does rows one after the other, a page in memory. Each is done once, also where it stays in the selection. */
async function eachOf<Row extends { id: string }>(
  pageAfter: (id: string) => Promise<Row[]>,
  work: (row: Row) => Promise<void>,
): Promise<void> {
  for (let after = FIRST_ID;;) {
    const page = await pageAfter(after);
    for (const row of page) await work(row);
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}

/**
 * Marks the matches whose job or resume an older parser, taxonomy or model has prepared: they are served as stale from
 * now on. A slice of a job at a time, so that no statement holds many rows for long.
 */
async function markOutdated(
  services: Pick<Services, "db"> & Parameters<typeof preparationVersion>[0],
  jobId: string | null,
): Promise<void> {
  const outdated = outdatedPairs(preparationVersion(services));
  const found = rowsOf<{ company_id: string; job_id: string }>(
    await services.db.execute(sql`
      select distinct m.company_id, m.job_id from ${matches} m ${joined}
      where m.job_version <> 0 and ${outdated} and ${ofJob(jobId)}`),
  );
  for (const { company_id, job_id } of found) {
    const isLeft = sql`m.job_version <> 0 and ${outdated}`;
    for (const slice of await slicesOf(services.db, company_id, job_id, isLeft)) {
      await services.db.execute(sql`
        update ${matches} set job_version = 0
        where company_id = ${company_id}::uuid and job_id = ${job_id}::uuid and resume_id = any(${slice})`);
    }
  }
}

const joined = sql`
  join ${jobs} j on j.company_id = m.company_id and j.id = m.job_id
  join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id`;

const outdatedPairs = (current: string): SQL => sql`(j.prepared_with <> ${current} or r.prepared_with <> ${current})`;

const ofJob = (jobId: string | null): SQL => jobId === null ? sql`true` : sql`m.job_id = ${jobId}::uuid`;

/** Marks every match in scope, unless an unfinished run of the same scope did so already. */
async function markAll(services: Pick<Services, "db" | "now">, jobId: string | null): Promise<string> {
  return await services.db.transaction(async (tx) => {
    const scope = jobId === null ? isNull(rematchRuns.jobId) : eq(rematchRuns.jobId, jobId);
    const [unfinished] = await tx.select({ id: rematchRuns.id }).from(rematchRuns)
      .where(and(scope, isNull(rematchRuns.finishedAt))).limit(1);
    if (unfinished) return unfinished.id;
    const id = newId();
    await tx.insert(rematchRuns).values({ id, jobId, startedAt: services.now() });
    await tx.update(matches).set({ jobVersion: 0 }).where(jobId === null ? undefined : eq(matches.jobId, jobId));
    return id;
  });
}

/**
 * A resume that can no longer be read keeps what was read before; one bad file does not end the run.
 *
 * @throws {AppError} `unavailable` where it is not the file: a later run will read it.
 */
async function readAgain(
  services: RematchServices,
  resume: Parameters<typeof readResume>[1],
  report: RematchReport,
): Promise<void> {
  try {
    await readResume(services, resume);
    report.resumesRead++;
  } catch (error) {
    const told = fromDatabaseError(error);
    if (told instanceof AppError && told.code === "unavailable") throw told;
    report.resumesFailed++;
    services.log.warn("resume not read again", { resumeId: resume.resumeId, error });
  }
}

async function staleJobs(
  services: Pick<Services, "db"> & Parameters<typeof preparationVersion>[0],
  { jobId, staleOnly, dryRun }: RematchOptions,
): Promise<{ companyId: string; jobId: string; n: number }[]> {
  const wouldBe = staleOnly ? sql`(${isStale} or ${outdatedPairs(preparationVersion(services))})` : sql`true`;
  const rows = rowsOf<{ company_id: string; job_id: string; n: number }>(
    await services.db.execute(sql`
      select m.company_id, m.job_id, count(*)::int as n
      from ${matches} m ${joined}
      where ${dryRun ? wouldBe : isStale} and ${ofJob(jobId)}
      group by m.company_id, m.job_id
      order by m.company_id, m.job_id`),
  );
  return rows.map((row) => ({ companyId: row.company_id, jobId: row.job_id, n: row.n }));
}

async function rescored(
  services: RematchServices,
  companyId: string,
  jobId: string,
  moves: Moves,
): Promise<number> {
  const before = await rankedMatches(services.db, companyId, jobId);
  const scored = await rescoreStale(services, companyId, { jobId });
  addMoves(moves, jobId, before, await rankedMatches(services.db, companyId, jobId));
  return scored;
}
