/**
 * Cancels what is yet to come, for candidates who leave. Apart from `interviews.ts`, which reads matches.
 *
 * @module
 */
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { interviews } from "../db/schema.ts";

/** Cancels the scheduled interviews of a job's candidates that lie after `now`, in the caller's transaction. */
export async function cancelUpcoming(
  tx: Database,
  input: { companyId: string; jobId: string; resumeIds: readonly string[]; now: Date },
): Promise<void> {
  const { companyId, jobId, resumeIds, now } = input;
  await tx.update(interviews)
    .set({
      status: "cancelled",
      sequence: sql`${interviews.sequence} + 1`,
      version: sql`${interviews.version} + 1`,
      updatedAt: now,
    })
    .where(and(
      eq(interviews.companyId, companyId),
      eq(interviews.jobId, jobId),
      inArray(interviews.resumeId, [...resumeIds]),
      eq(interviews.status, "scheduled"),
      gt(interviews.scheduledAt, now),
    ));
}
