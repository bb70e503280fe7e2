/**
 * Many candidates of one job moved at once.
 *
 * @module
 */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { matches, matchStatusChanges } from "../db/schema.ts";
import { cancelUpcoming } from "../interviews/cancel.ts";
import { requireJob } from "../jobs/jobs.ts";
import type { Actor, Services } from "../services.ts";
import type { CandidateStatus } from "./candidates.ts";
import { isClosed } from "./matches.ts";

/** What became of one of them. */
export interface BulkResult {
  resumeId: string;
  outcome: "updated" | "not_found";
  /** The status before; `null` where there is no such candidate. */
  fromStatus: CandidateStatus | null;
}

/**
 * Moves candidates to one status, each with a line in its history, all in one transaction. Those whom the job does not
 * have are told and skipped.
 *
 * @param change.resumeIds 1 to 500.
 * @returns One result per distinct id, in the order given.
 * @throws {AppError} `not_found` where the company has no such job.
 */
export async function changeStatuses(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  jobId: string,
  change: { resumeIds: readonly string[]; status: CandidateStatus; reason: string | null },
): Promise<BulkResult[]> {
  const { companyId, userId } = actor;
  const { status, reason } = change;
  const asked = [...new Set(change.resumeIds.map((id) => id.toLowerCase()))];
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    await requireJob(tx, companyId, jobId);
    // Locked in the order of their keys, as scoring does, so that two of them wait for one another.
    const found = await tx.select({ resumeId: matches.resumeId, status: matches.status }).from(matches)
      .where(and(eq(matches.companyId, companyId), eq(matches.jobId, jobId), inArray(matches.resumeId, asked)))
      .orderBy(asc(matches.resumeId)).for("update");
    const before = new Map(found.map((match) => [match.resumeId, match.status]));
    const resumeIds = [...before.keys()];
    if (resumeIds.length > 0) {
      await tx.update(matches).set({ status, version: sql`${matches.version} + 1`, updatedAt: now })
        .where(and(eq(matches.companyId, companyId), eq(matches.jobId, jobId), inArray(matches.resumeId, resumeIds)));
      await tx.insert(matchStatusChanges).values(found.map(({ resumeId, status: fromStatus }) => ({
        companyId,
        id: services.newId(),
        jobId,
        resumeId,
        fromStatus,
        toStatus: status,
        reason,
        changedBy: userId,
        changedAt: now,
      })));
      if (isClosed(status)) await cancelUpcoming(tx, { companyId, jobId, resumeIds, now });
    }
    return asked.map((resumeId) => {
      const fromStatus = before.get(resumeId) ?? null;
      return { resumeId, outcome: fromStatus === null ? "not_found" : "updated", fromStatus };
    });
  });
}
