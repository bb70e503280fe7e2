/**
 * Cancels what is yet to come, for candidates who leave. Apart from `interviews.ts`, which reads matches.
 *
 * @module
 */
import { and, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { interviews } from "../db/schema.ts";

/** Cancels the scheduled interviews of a candidate that lie after `now`, in the caller's transaction. */
export async function cancelUpcoming(
  tx: Database,
  input: { companyId: string; jobId: string; resumeId: string; now: Date },
): Promise<void> {
  const { companyId, jobId, resumeId, now } = input;
  await tx.update(interviews)
    .set({ status: "cancelled", version: sql`${interviews.version} + 1`, updatedAt: now })
    .where(and(
      eq(interviews.companyId, companyId),
      eq(interviews.jobId, jobId),
      eq(interviews.resumeId, resumeId),
      eq(interviews.status, "scheduled"),
      gt(interviews.scheduledAt, now),
    ));
}
