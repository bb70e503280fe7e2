/**
 * One result per (job, resume): made by scoring, moved by people. With `score.ts`, the only writer of `matches`.
 *
 * @module
 */
import { and, eq } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { matches, matchStatusChanges } from "../db/schema.ts";
import { cancelUpcoming } from "../interviews/cancel.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { type Candidate, type CandidateStatus, findCandidate, noSuchCandidate } from "./candidates.ts";
import { creditResumes } from "./credits.ts";
import { scoreJob } from "./score.ts";

/** Scores one resume against one job; `finish` runs in the transaction that stores the match. */
export async function matchResume(
  services: Pick<Services, "db" | "analyst" | "now">,
  input: { companyId: string; jobId: string; resumeId: string },
  finish: (tx: Database) => Promise<void>,
): Promise<void> {
  const { companyId, jobId, resumeId } = input;
  await creditResumes(services, companyId, { resumeIds: [resumeId] });
  await services.db.transaction(async (tx) => {
    await scoreJob(tx, { companyId, jobId, scope: { resumeIds: [resumeId] }, now: services.now() });
    await finish(tx);
  });
}

/**
 * Moves a candidate to another status and keeps who did it, when and why. A candidate who is rejected or withdraws
 * has no interview left: those to come are cancelled with the same commit.
 *
 * @throws {AppError} `not_found` where the company has no such match; `precondition_failed` if it is at none of the
 * expected versions.
 */
export async function changeStatus(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  key: { jobId: string; resumeId: string },
  change: { status: CandidateStatus; reason: string | null },
  expected: ExpectedVersions,
): Promise<Candidate> {
  const { companyId, userId } = actor;
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    const current = await lockMatch(tx, companyId, key);
    requireVersion(current.version, expected);
    await tx.update(matches).set({ status: change.status, version: current.version + 1, updatedAt: now })
      .where(matchIs(companyId, key));
    await tx.insert(matchStatusChanges).values({
      companyId,
      id: services.newId(),
      ...key,
      fromStatus: current.status,
      toStatus: change.status,
      reason: change.reason,
      changedBy: userId,
      changedAt: now,
    });
    if (isClosed(change.status)) {
      await cancelUpcoming(tx, { companyId, jobId: key.jobId, resumeIds: [key.resumeId], now });
    }
    const candidate = await findCandidate(tx, companyId, key.jobId, key.resumeId);
    return candidate!;
  });
}

/** A status after which nobody may be invited. */
export function isClosed(status: CandidateStatus): boolean {
  return status === "rejected" || status === "withdrawn";
}

/**
 * Reads a match and holds it until the transaction ends, so that its status cannot change meanwhile.
 *
 * @throws {AppError} `not_found` where the company has no such match.
 */
export async function lockMatch(
  tx: Database,
  companyId: string,
  key: { jobId: string; resumeId: string },
): Promise<{ status: CandidateStatus; version: number }> {
  const [match] = await tx.select({ status: matches.status, version: matches.version }).from(matches)
    .where(matchIs(companyId, key)).for("update");
  if (!match) throw noSuchCandidate();
  return match;
}

const matchIs = (companyId: string, { jobId, resumeId }: { jobId: string; resumeId: string }) =>
  and(eq(matches.companyId, companyId), eq(matches.jobId, jobId), eq(matches.resumeId, resumeId));
