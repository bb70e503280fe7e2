/**
 * One job against many resumes: asked for by a request, or needed because the job changed. Done by the queue, in sets.
 *
 * @module
 */
import { and, asc, count, eq, gt, inArray } from "drizzle-orm";
import { jobs, resumes } from "../db/schema.ts";
import { requireWriter } from "../accounts/roles.ts";
import { AppError } from "../errors.ts";
import { requireJob } from "../jobs/jobs.ts";
import { advanceOperation, failOperation, queueOperation, succeedOperation } from "../operations/operations.ts";
import type { Actor, MatchTask, Services } from "../services.ts";
import { creditResumes, type EvidenceServices } from "./credits.ts";
import { rescoreStale } from "./rescore.ts";
import { scoreJob } from "./score.ts";

/** Resumes scored with one statement, and between two reports of progress. */
const SET = 200;

/** A run that was asked for. */
export interface RequestedMatch {
  operationId: string;
  /** Resumes it is about. */
  total: number;
}

/**
 * Has a job scored against resumes of the company: the operation and its task are committed together.
 *
 * @param resumeIds Only these; `null` for all that are ready.
 * @throws {AppError} `not_found` for a job or a resume that the company does not have.
 */
export async function requestMatch(
  services: Pick<Services, "db" | "tasks" | "now" | "newId">,
  actor: Actor,
  input: { jobId: string; resumeIds: readonly string[] | null },
): Promise<RequestedMatch> {
  requireWriter(actor, "match resumes");
  const { companyId } = actor;
  const { jobId } = input;
  const resumeIds = input.resumeIds && [...new Set(input.resumeIds.map((id) => id.toLowerCase()))];
  return await services.db.transaction(async (tx) => {
    await requireJob(tx, companyId, jobId);
    const [counted] = await tx.select({ total: count() }).from(resumes).where(and(
      eq(resumes.companyId, companyId),
      resumeIds === null ? eq(resumes.status, "ready") : inArray(resumes.id, resumeIds),
    ));
    const { total } = counted!;
    if (resumeIds !== null && total < resumeIds.length) {
      throw new AppError("not_found", "Cannot match the resumes: the company does not have all of them");
    }
    const operationId = services.newId();
    await queueOperation(tx, actor, {
      id: operationId,
      kind: "match",
      resumeId: null,
      jobId,
      total,
      now: services.now(),
    });
    await services.tasks.enqueue(tx, { companyId, resumeId: null, jobId, operationId, resumes: resumeIds ?? "all" });
    return { operationId, total };
  });
}

type MatchServices = EvidenceServices & Pick<Services, "completions" | "now">;

/** Does the task. Safe to run again: what is up to date is scored to the same numbers and not told as changed. */
export async function matchJob(services: MatchServices, task: MatchTask): Promise<void> {
  const { companyId, jobId } = task;
  const { db, now } = services;
  const [job] = await db.select({ id: jobs.id }).from(jobs).where(
    and(eq(jobs.companyId, companyId), eq(jobs.id, jobId)),
  );
  if (!job) {
    await failOperation(db, task, {
      code: "not_found",
      detail: "Cannot match the job: it was deleted meanwhile",
      now: now(),
    });
  } else if (task.resumes === "stale") {
    await advanceOperation(db, task, 0, now());
    await rescoreStale(services, companyId, { jobId });
    await succeedOperation(db, task, now());
  } else {
    await matchInSets(services, task, task.resumes);
  }
  services.completions.announce(task.operationId);
}

async function matchInSets(
  services: MatchServices,
  task: MatchTask,
  scope: "all" | readonly string[],
): Promise<void> {
  const { companyId, jobId } = task;
  const { db, now } = services;
  let done = 0;
  for (let after: string | null = null;;) {
    await advanceOperation(db, task, done, now());
    const rows: { id: string }[] = await db.select({ id: resumes.id }).from(resumes).where(and(
      eq(resumes.companyId, companyId),
      eq(resumes.status, "ready"),
      after === null ? undefined : gt(resumes.id, after),
      scope === "all" ? undefined : inArray(resumes.id, [...scope]),
    )).orderBy(asc(resumes.id)).limit(SET);
    const resumeIds = rows.map(({ id }) => id);
    if (resumeIds.length > 0) await creditResumes(services, companyId, { resumeIds });
    const isLast = rows.length < SET;
    await db.transaction(async (tx) => {
      await scoreJob(tx, { companyId, jobId, scope: { resumeIds }, now: now() });
      if (isLast) await succeedOperation(tx, task, now());
    });
    if (isLast) return;
    done += rows.length;
    after = rows.at(-1)!.id;
  }
}

/** Ends a task that ran out of tries. */
export async function abandonMatchJob(
  services: Pick<Services, "db" | "completions" | "now">,
  task: MatchTask,
): Promise<void> {
  await failOperation(services.db, task, {
    code: "unavailable",
    detail: "Cannot match the job: it failed several times; ask for it again",
    now: services.now(),
  });
  services.completions.announce(task.operationId);
}
