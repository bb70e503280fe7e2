/**
 * Brings scores up to date, in sets: the work of `deno task rematch` and of `freshen.ts`.
 *
 * Without `staleOnly` every match in scope is first marked, so that from then on the work left is what is marked: after a
 * crash the same run goes on where it stopped. Old scores are served until a job's are all new.
 *
 * ```
 * matches of outdated jobs and resumes are marked
 *   ──▶ jobs prepared ──▶ resumes read ──▶ evidence ──▶ stale matches, job by job
 * ```
 *
 * @module
 */
import { and, asc, count, getTableColumns, gt, type SQL, sql } from "drizzle-orm";
import { fromDatabaseError } from "./db/database.ts";
import { jobs, resumes } from "./db/schema.ts";
import { AppError } from "./errors.ts";
import { readResume } from "./ingest.ts";
import { type Job, preparationVersion, refreshJob } from "./jobs/jobs.ts";
import { refreshSkills } from "./jobs/skills.ts";
import { creditResumes } from "./matches/credits.ts";
import { endSwitch, rankedMatches, scoreStale } from "./matches/score.ts";
import { addMoves, emptyReport, type RematchReport } from "./rematch_moves.ts";
import { passingRun, type Run, takeUpRun } from "./rematch_runs.ts";
import { markMatches, outdatedJobs, outdatedPairs, outdatedResumes, staleJobs } from "./rematch_stale.ts";
import type { Services } from "./services.ts";

/** What to bring up to date. */
export interface RematchOptions {
  /** Only this job, with its resumes. Their matches with other jobs are stale from when they are read again. */
  jobId: string | null;
  /** Only matches made with an older job, resume, model or formula; else all. */
  staleOnly: boolean;
}

/** Told at every step; `total` may grow. */
export type Progress = (step: string, done: number, total: number) => void;

type RematchServices = Pick<Services, "db" | "documents" | "analyst" | "embedder" | "log" | "now">;

/** Jobs or resumes looked up at once. */
const PAGE = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Does it, as a run that the same call takes up after a crash. Statuses are never touched. Safe beside a live server on
 * PostgreSQL: every step is a short transaction.
 *
 * @returns What the whole run did, also what it did before a crash.
 */
export async function rematch(
  services: RematchServices,
  options: RematchOptions,
  progress: Progress,
): Promise<RematchReport> {
  const { jobId, staleOnly } = options;
  const mark = () => staleOnly ? Promise.resolve() : markMatches(services.db, jobId, sql`true`);
  const run = await takeUpRun(services, options, mark);
  await bringUpToDate(services, jobId, run, progress);
  return run.report;
}

/** Does what is stale anywhere, as no run: what is left after a crash is still stale. */
export async function rematchStale(services: RematchServices, progress: Progress): Promise<RematchReport> {
  const run = passingRun();
  await bringUpToDate(services, null, run, progress);
  return run.report;
}

/** Counts what {@link rematch} would do. Which scores move, only scoring tells. */
export async function countRematch(
  services: Pick<Services, "db"> & Parameters<typeof preparationVersion>[0],
  { jobId, staleOnly }: RematchOptions,
): Promise<RematchReport> {
  const { db } = services;
  const current = preparationVersion(services);
  const stale = await staleJobs(db, jobId, staleOnly ? outdatedPairs(current) : sql`m.job_id is not null`);
  const scored = stale.filter(({ n }) => n > 0);
  return {
    ...emptyReport(),
    resumesRead: await counted(db, resumes, outdatedResumes(db, current, jobId)),
    jobsPrepared: await counted(db, jobs, outdatedJobs(current, jobId)),
    jobsScored: scored.length,
    matchesScored: scored.reduce((sum, { n }) => sum + n, 0),
  };
}

async function counted(
  db: Services["db"],
  table: typeof jobs | typeof resumes,
  which: SQL | undefined,
): Promise<number> {
  const [row] = await db.select({ n: count() }).from(table).where(which);
  return row!.n;
}

async function bringUpToDate(
  services: RematchServices,
  jobId: string | null,
  run: Run,
  progress: Progress,
): Promise<void> {
  await markMatches(services.db, jobId, outdatedPairs(preparationVersion(services)));
  await refreshSkills(services, jobId);
  await prepareJobs(services, jobId, run, progress);
  await readResumes(services, jobId, run, progress);
  await scoreJobs(services, jobId, run, progress);
  await run.finish();
}

/** Jobs first: they are few, and whoever is matched to one meanwhile is scored with the new model on both sides. */
async function prepareJobs(
  services: RematchServices,
  jobId: string | null,
  run: Run,
  progress: Progress,
): Promise<void> {
  const { db } = services;
  const { embedding: _, ...columns } = getTableColumns(jobs);
  const isOld = outdatedJobs(preparationVersion(services), jobId);
  const total = await counted(db, jobs, isOld);
  let done = 0;
  await eachOf(
    (after) => db.select(columns).from(jobs).where(and(isOld, gt(jobs.id, after))).orderBy(asc(jobs.id)).limit(PAGE),
    async (job: Job) => {
      await refreshJob(services, job);
      run.report.jobsPrepared++;
      await run.save(db);
      progress("jobs prepared", ++done, total);
    },
  );
}

async function readResumes(
  services: RematchServices,
  jobId: string | null,
  run: Run,
  progress: Progress,
): Promise<void> {
  const { db } = services;
  const isOld = outdatedResumes(db, preparationVersion(services), jobId);
  const total = await counted(db, resumes, isOld);
  let done = 0;
  // Those are tried again.
  run.report.resumesFailed = 0;
  await eachOf(
    (after) =>
      db.select({
        id: resumes.id,
        companyId: resumes.companyId,
        format: resumes.format,
        contentVersion: resumes.contentVersion,
        status: resumes.status,
      }).from(resumes).where(and(isOld, gt(resumes.id, after))).orderBy(asc(resumes.id)).limit(PAGE),
    async ({ id, ...resume }) => {
      await readAgain(services, { ...resume, resumeId: id }, run.report);
      await run.save(db);
      progress("resumes read", ++done, total);
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

/** Job by job until nothing is left to score: whoever is matched while a job changes over is found by the next look. */
async function scoreJobs(
  services: RematchServices,
  jobId: string | null,
  run: Run,
  progress: Progress,
): Promise<void> {
  const { report } = run;
  for (let before = -1; report.matchesScored > before;) {
    before = report.matchesScored;
    const stale = await staleJobs(services.db, jobId);
    const total = stale.reduce((sum, { n }) => sum + n, before);
    for (const job of stale) {
      await scoreAnew(services, job, run);
      progress("matches scored", report.matchesScored, total);
    }
  }
}

async function scoreAnew(
  services: RematchServices,
  { companyId, jobId }: { companyId: string; jobId: string },
  run: Run,
): Promise<void> {
  const { report } = run;
  await creditResumes(services, companyId, { matchedTo: jobId });
  await services.db.transaction(async (tx) => {
    const before = await rankedMatches(tx, companyId, jobId);
    await endSwitch(tx, { companyId, jobId, despiteUnread: true });
    const scored = await scoreStale(tx, { companyId, jobId, now: services.now() });
    if (scored === 0) return;
    report.jobsScored++;
    report.matchesScored += scored;
    addMoves(report.moves, jobId, before, await rankedMatches(tx, companyId, jobId));
    await run.save(tx);
  });
}
