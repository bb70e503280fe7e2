/**
 * Runs of `deno task rematch`: what one has done is kept with its effects, so that after a crash the same command goes on
 * and its report is of the whole. The only writer of `rematch_runs`.
 *
 * @module
 */
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "./db/database.ts";
import { rematchRuns } from "./db/schema.ts";
import { emptyReport, type RematchReport } from "./rematch_moves.ts";
import type { Services } from "./services.ts";

/** A run under way. */
export interface Run {
  /** Written to as the run goes on. */
  report: RematchReport;
  /** Keeps the report as it is, in the transaction of what it tells. */
  save(db: Database): Promise<void>;
  finish(): Promise<void>;
}

/** A run that is told of when it ends, if it does. */
export function passingRun(): Run {
  return { report: emptyReport(), save: () => Promise.resolve(), finish: () => Promise.resolve() };
}

/**
 * Goes on with the unfinished run of the same scope, or begins one.
 *
 * @param mark Marks what is to be done. May be done again, until it came to its end once.
 */
export async function takeUpRun(
  services: Pick<Services, "db" | "now">,
  { jobId, staleOnly }: { jobId: string | null; staleOnly: boolean },
  mark: () => Promise<void>,
): Promise<Run> {
  const { db, now } = services;
  const [unfinished] = await db.select({ id: rematchRuns.id, report: rematchRuns.report }).from(rematchRuns).where(and(
    jobId === null ? isNull(rematchRuns.jobId) : eq(rematchRuns.jobId, jobId),
    eq(rematchRuns.staleOnly, staleOnly),
    isNull(rematchRuns.finishedAt),
  )).limit(1);
  const id = unfinished?.id ?? newId();
  if (!unfinished) await db.insert(rematchRuns).values({ id, jobId, staleOnly, startedAt: now() });
  const report = { ...emptyReport(), ...unfinished?.report };
  const save = async (tx: Database) => {
    await tx.update(rematchRuns).set({ report }).where(eq(rematchRuns.id, id));
  };
  if (!unfinished?.report) {
    await mark();
    await save(db);
  }
  return {
    report,
    save,
    async finish() {
      await db.update(rematchRuns).set({ report, finishedAt: now() }).where(eq(rematchRuns.id, id));
    },
  };
}
