/**
 * Erasure: nothing of a person stays but the proof that something was erased.
 *
 * @module
 */
import { and, count, eq, ilike, or, sql } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import { type Database, rowsOf } from "../db/database.ts";
import {
  candidateNotes,
  erasures,
  idempotencyKeys,
  interviewFeedback,
  interviews,
  matches,
  matchStatusChanges,
  operations,
  resumeFiles,
  resumePassages,
  resumes,
  resumeSkills,
} from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { failOperationsOn } from "../operations/operations.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { noSuchResume } from "./resumes.ts";

/** What erasure needs. */
export type EraseServices = Pick<Services, "db" | "tasks" | "completions" | "now" | "newId">;

/**
 * Erases a resume with all that is held about the person: file, text, vectors, evidence, matches with their history and
 * notes, interviews with their feedback, queued tasks, and stored answers to requests that show it.
 *
 * @param options.force Also while interviews are scheduled.
 * @throws {AppError} `conflict` while interviews are scheduled.
 */
export async function eraseResume(
  services: EraseServices,
  actor: Actor,
  id: string,
  { force, expected }: { force: boolean; expected: ExpectedVersions },
): Promise<void> {
  requireWriter(actor, "erase the resume");
  const { companyId } = actor;
  const resumeId = id.toLowerCase();
  const ended = await services.db.transaction(async (tx) => {
    const [resume] = await tx.select({ version: resumes.version }).from(resumes)
      .where(and(eq(resumes.companyId, companyId), eq(resumes.id, resumeId))).for("update");
    if (!resume) throw noSuchResume();
    requireVersion(resume.version, expected);
    const [counted] = await tx.select({ total: count() }).from(interviews).where(and(
      eq(interviews.companyId, companyId),
      eq(interviews.resumeId, resumeId),
      eq(interviews.status, "scheduled"),
    ));
    if (counted!.total > 0 && !force) {
      throw new AppError(
        "conflict",
        "Cannot erase the resume: interviews are scheduled; cancel them, or use force=true",
      );
    }
    return await eraseLocked(services, tx, { companyId, resumeId, erasedBy: actor.userId });
  });
  for (const operationId of ended) services.completions.announce(operationId);
}

/**
 * Erases a resume whose row the caller's transaction holds.
 *
 * @returns The operations that this ended; to be announced after the commit.
 */
export async function eraseLocked(
  services: Pick<Services, "tasks" | "now" | "newId">,
  tx: Database,
  { companyId, resumeId, erasedBy }: { companyId: string; resumeId: string; erasedBy: string },
): Promise<string[]> {
  const now = services.now();
  const removed = await countRows(tx, companyId, resumeId);
  removed["tasks"] = await services.tasks.withdraw(tx, { companyId, resumeId });
  removed["idempotency_keys"] = await forgetAnswers(tx, companyId, resumeId);
  const ended = await failOperationsOn(tx, {
    companyId,
    resumeId,
    code: "not_found",
    detail: "Cannot finish: the resume was erased",
    now,
  });
  await tx.update(operations).set({ filename: null })
    .where(and(eq(operations.companyId, companyId), eq(operations.resumeId, resumeId)));
  await tx.delete(resumes).where(and(eq(resumes.companyId, companyId), eq(resumes.id, resumeId)));
  await tx.insert(erasures).values({ companyId, id: services.newId(), resumeId, removed, erasedBy, erasedAt: now });
  return ended;
}

/** Rows that go with the resume, by table. */
async function countRows(tx: Database, companyId: string, resumeId: string): Promise<Record<string, number>> {
  const tables = {
    resume_files: resumeFiles,
    resume_passages: resumePassages,
    resume_skills: resumeSkills,
    matches,
    match_status_changes: matchStatusChanges,
    candidate_notes: candidateNotes,
    interviews,
  };
  const counts = Object.entries(tables).map(([name, table]) =>
    sql`${name}::text, (select count(*) from ${table} t
      where t.company_id = ${companyId}::uuid and t.resume_id = ${resumeId}::uuid)`
  );
  const [row] = rowsOf<{ removed: Record<string, number> }>(
    await tx.execute(sql`
      select jsonb_build_object('resumes', 1, ${sql.join(counts, sql`, `)}, 'interview_feedback', (
        select count(*) from ${interviewFeedback} f
        join ${interviews} i on i.company_id = f.company_id and i.id = f.interview_id
        where i.company_id = ${companyId}::uuid and i.resume_id = ${resumeId}::uuid)) as removed`),
  );
  return row!.removed;
}

/** Answers that are kept for repeated requests can show the person: those to requests about the resume, or that name it. */
async function forgetAnswers(tx: Database, companyId: string, resumeId: string): Promise<number> {
  const booked = await tx.select({ id: interviews.id }).from(interviews)
    .where(and(eq(interviews.companyId, companyId), eq(interviews.resumeId, resumeId)));
  const operationsOf = await tx.select({ id: operations.id }).from(operations)
    .where(and(eq(operations.companyId, companyId), eq(operations.resumeId, resumeId)));
  const names = [resumeId, ...booked.map(({ id }) => id), ...operationsOf.map(({ id }) => id)].map((id) => `%${id}%`);
  const gone = await tx.delete(idempotencyKeys).where(and(
    eq(idempotencyKeys.companyId, companyId),
    or(...names.flatMap((name) => [
      ilike(idempotencyKeys.request, name),
      sql`${idempotencyKeys.answer} ->> 'body' ilike ${name}`,
    ])),
  )).returning({ key: idempotencyKeys.key });
  return gone.length;
}
