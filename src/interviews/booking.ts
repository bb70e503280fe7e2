/**
 * Who is free when. Rows are held in one order, resume, match, interview, users, so that bookings of the same people
 * come one after the other and never wait for each other in a circle.
 *
 * @module
 */
import { and, eq, exists, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { interviewers, interviews, resumes, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { isClosed, lockMatch } from "../matches/matches.ts";

/**
 * Holds the person, who may be a candidate of several jobs, and the match.
 *
 * @throws {AppError} `not_found` for a candidate the company does not have; `conflict` for one who was rejected or has
 * withdrawn.
 */
export async function holdCandidate(
  tx: Database,
  companyId: string,
  key: { jobId: string; resumeId: string },
): Promise<void> {
  await tx.select({ id: resumes.id }).from(resumes)
    .where(and(eq(resumes.companyId, companyId), eq(resumes.id, key.resumeId))).for("no key update");
  const match = await lockMatch(tx, companyId, key);
  if (!isClosed(match.status)) return;
  const state = match.status === "rejected" ? "was rejected" : "has withdrawn";
  throw new AppError("conflict", `Cannot schedule interview: candidate ${state}`);
}

/**
 * Holds the users who take part.
 *
 * @param who.joining Those of them who are new to the interview.
 * @throws {AppError} `not_found` for a new one whom the company does not have, or who is not active.
 */
export async function holdInterviewers(
  tx: Database,
  companyId: string,
  { userIds, joining }: { userIds: readonly string[]; joining: readonly string[] },
): Promise<void> {
  if (userIds.length === 0) return;
  const held = await tx.select({ id: users.id, isActive: users.isActive }).from(users)
    .where(and(eq(users.companyId, companyId), inArray(users.id, [...userIds])))
    .orderBy(users.id).for("no key update");
  const active = new Set(held.filter(({ isActive }) => isActive).map(({ id }) => id));
  if (joining.every((userId) => active.has(userId))) return;
  throw new AppError("not_found", "Cannot schedule interview: there is no such interviewer");
}

/** @throws {AppError} `invalid` unless the time is yet to come. */
export function requireFuture(scheduledAt: Date, now: Date): void {
  if (scheduledAt > now) return;
  throw new AppError("invalid", "Cannot schedule interview: the time is past", {
    fields: [{ pointer: "/scheduled_at", detail: "Must be in the future" }],
  });
}

/**
 * Back to back is no conflict. Call it while candidate and interviewers are held.
 *
 * @param itself The interview that is moved.
 * @throws {AppError} `conflict` where the candidate or an interviewer has another scheduled interview at the time.
 */
export async function refuseConflict(
  tx: Database,
  companyId: string,
  wanted: { resumeId: string; scheduledAt: Date; durationMinutes: number; interviewers: readonly string[] },
  itself?: string,
): Promise<void> {
  const end = new Date(wanted.scheduledAt.getTime() + wanted.durationMinutes * 60_000);
  const sameInterviewer = wanted.interviewers.length === 0 ? undefined : exists(
    tx.select({ one: sql`1` }).from(interviewers).where(and(
      eq(interviewers.companyId, interviews.companyId),
      eq(interviewers.interviewId, interviews.id),
      inArray(interviewers.userId, [...wanted.interviewers]),
    )),
  );
  const [booked] = await tx.select({ resumeId: interviews.resumeId }).from(interviews).where(and(
    eq(interviews.companyId, companyId),
    eq(interviews.status, "scheduled"),
    itself === undefined ? undefined : ne(interviews.id, itself),
    or(eq(interviews.resumeId, wanted.resumeId), sameInterviewer),
    lt(interviews.scheduledAt, end),
    sql`${interviews.scheduledAt} + make_interval(mins => ${interviews.durationMinutes})
      > ${wanted.scheduledAt.toISOString()}::timestamptz`,
  )).limit(1);
  if (!booked) return;
  const who = booked.resumeId === wanted.resumeId ? "the candidate" : "an interviewer";
  throw new AppError("conflict", `Cannot schedule interview: ${who} is booked at this time`);
}
