/**
 * `deno task rematch [--job ID] [--stale] [--dry-run]`: brings scores up to date, in sets.
 *
 * Without `--stale` every match in scope is first marked, in one statement, so that from then on the work left is
 * what is marked: after a crash the same command goes on where it stopped.
 *
 * ```
 * resumes read with an old parser or model ──▶ jobs prepared with an old one ──▶ evidence ──▶ stale matches, job by job
 * ```
 *
 * @module
 */
import { parseArgs } from "node:util";
import { and, eq, getTableColumns, isNull, ne, sql } from "drizzle-orm";
import { SingleBar } from "cli-progress";
import { v7 as newId } from "uuid";
import { loadConfig } from "./config.ts";
import { rowsOf } from "./db/database.ts";
import { jobs, matches, rematchRuns, resumes } from "./db/schema.ts";
import { readResume } from "./ingest.ts";
import { type Job, preparationVersion, refreshJob } from "./jobs/jobs.ts";
import { createLog } from "./log.ts";
import { refreshSkills } from "./jobs/skills.ts";
import { rescoreStale } from "./matches/rescore.ts";
import { isStale, rankedMatches } from "./matches/score.ts";
import { addMoves, type Moves, movesInWords, noMoves } from "./rematch_moves.ts";
import type { Services } from "./services.ts";
import { startServices, tellStartError } from "./start.ts";

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

/** Statuses are never touched. Safe beside a live server on PostgreSQL: every step is a short transaction. */
export async function rematch(
  services: RematchServices,
  options: RematchOptions,
  progress: Progress,
): Promise<RematchReport> {
  const current = preparationVersion(services);
  const report: RematchReport = {
    resumesRead: 0,
    resumesFailed: 0,
    jobsPrepared: 0,
    jobsScored: 0,
    matchesScored: 0,
    moves: noMoves(),
  };
  const run = options.staleOnly || options.dryRun ? null : await markAll(services, options.jobId);

  if (!options.dryRun) await refreshSkills(services);

  const oldResumes = await services.db.select({
    companyId: resumes.companyId,
    resumeId: resumes.id,
    format: resumes.format,
    contentVersion: resumes.contentVersion,
    status: resumes.status,
  }).from(resumes).where(and(eq(resumes.status, "ready"), ne(resumes.preparedWith, current)));
  for (const [i, resume] of oldResumes.entries()) {
    if (!options.dryRun) await readAgain(services, resume, report);
    else report.resumesRead++;
    progress("resumes read", i + 1, oldResumes.length);
  }

  const { embedding: _, ...columns } = getTableColumns(jobs);
  const oldJobs: Job[] = await services.db.select(columns).from(jobs)
    .where(and(ne(jobs.preparedWith, current), options.jobId === null ? undefined : eq(jobs.id, options.jobId)));
  for (const [i, job] of oldJobs.entries()) {
    if (!options.dryRun) await refreshJob(services, job);
    report.jobsPrepared++;
    progress("jobs prepared", i + 1, oldJobs.length);
  }

  const stale = await staleJobs(services, options);
  const total = stale.reduce((sum, { n }) => sum + n, 0);
  for (const { companyId, jobId, n } of stale) {
    report.matchesScored += options.dryRun ? n : await rescored(services, companyId, jobId, report.moves);
    report.jobsScored++;
    progress("matches scored", report.matchesScored, total);
  }
  if (run !== null) {
    await services.db.update(rematchRuns).set({ finishedAt: services.now() }).where(eq(rematchRuns.id, run));
  }
  return report;
}

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

/** A resume that can no longer be read keeps what was read before; one bad file does not end the run. */
async function readAgain(
  services: RematchServices,
  resume: Parameters<typeof readResume>[1],
  report: RematchReport,
): Promise<void> {
  try {
    await readResume(services, resume);
    report.resumesRead++;
  } catch (error) {
    report.resumesFailed++;
    services.log.warn("resume not read again", { resumeId: resume.resumeId, error });
  }
}

async function staleJobs(
  services: Pick<Services, "db">,
  { jobId, staleOnly, dryRun }: RematchOptions,
): Promise<{ companyId: string; jobId: string; n: number }[]> {
  const all = dryRun && !staleOnly;
  const rows = rowsOf<{ company_id: string; job_id: string; n: number }>(
    await services.db.execute(sql`
      select m.company_id, m.job_id, count(*)::int as n
      from ${matches} m
      join ${jobs} j on j.company_id = m.company_id and j.id = m.job_id
      join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id
      where ${all ? sql`true` : isStale} and ${jobId === null ? sql`true` : sql`m.job_id = ${jobId}::uuid`}
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

const USAGE = `deno task rematch [--job ID] [--stale] [--dry-run]
  --job ID    only this job
  --stale     only matches made with an older job, resume, model or formula
  --dry-run   say what would be done, and do nothing`;

/** A bar on a terminal, a line now and then elsewhere. */
function showProgress(write: (line: string) => void): { progress: Progress; end(): void } {
  if (Deno.stdout.isTerminal()) {
    const bar = new SingleBar({ format: "{step} [{bar}] {value}/{total}", clearOnComplete: false });
    let shown = "";
    return {
      progress(step, done, total) {
        if (step !== shown) {
          if (shown !== "") bar.stop();
          bar.start(total, done, { step });
          shown = step;
        } else bar.update(done);
      },
      end: () => bar.stop(),
    };
  }
  let last = 0;
  return {
    progress(step, done, total) {
      const now = performance.now();
      if (done < total && now - last < 1000) return;
      last = now;
      write(`${step}: ${done} of ${total}`);
    },
    end() {},
  };
}

async function main(args: string[]): Promise<number> {
  // deno-lint-ignore no-console -- a command talks to its terminal
  const say = (line: string) => console.log(line);
  const { values } = parseArgs({
    args,
    options: {
      job: { type: "string" },
      stale: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  if (values.job !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(values.job)) {
    throw new TypeError(`Cannot rematch: --job takes a job's id\n${USAGE}`);
  }
  const config = loadConfig(Deno.env.toObject());
  const { services, close } = await startServices(config, createLog({ level: "warn", format: config.logFormat }));
  const { progress, end } = showProgress(say);
  try {
    const options = { jobId: values.job ?? null, staleOnly: values.stale, dryRun: values["dry-run"] };
    const report = await rematch(services, options, progress);
    end();
    say(
      `${
        options.dryRun ? "Would have scored" : "Scored"
      } ${report.matchesScored} matches of ${report.jobsScored} jobs` +
        `, read ${report.resumesRead} resumes again, prepared ${report.jobsPrepared} jobs`,
    );
    if (!options.dryRun) { for (const line of movesInWords(report.moves)) say(line); }
    if (report.resumesFailed > 0) say(`${report.resumesFailed} resumes could not be read again and stay as they were`);
    return report.resumesFailed > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

/** A mistake on the command line, and not one of ours. */
function isUsage(error: unknown): error is TypeError {
  return error instanceof TypeError && ("code" in error || error.message.startsWith("Cannot rematch: --job"));
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    tellStartError(isUsage(error) ? error.message : error);
    Deno.exit(1);
  }
}
