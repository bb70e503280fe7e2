/**
 * Appointments with candidates. The only writer of `interviews` and `interviewers`, with `cancel.ts`.
 *
 * @module
 */
import { and, eq, inArray, lt, ne, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { interviewers, interviews, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { isClosed, lockMatch } from "../matches/matches.ts";
import type { Actor, Services } from "../services.ts";

/** A stored interview with the users who take part. */
export type Interview = typeof interviews.$inferSelect & { interviewers: string[] };

/** What a recruiter asks for. */
export interface InterviewInput {
  jobId: string;
  resumeId: string;
  interviewType: Interview["interviewType"];
  scheduledAt: Date;
  durationMinutes: number;
  timezone: string;
  interviewers: string[];
  location: string | null;
  meetingLink: string | null;
  notes: string | null;
  /** Book an interviewer who has another interview at the time. */
  allowConflict: boolean;
}

/**
 * Books an interview. The match is locked first, so a rejection at the same moment either comes before, and refuses
 * this, or after, and cancels it.
 *
 * @throws {AppError} `not_found` for a candidate or interviewer the company does not have; `conflict` where the
 * candidate was rejected or has withdrawn, or an interviewer is booked; `invalid` for a time that is past.
 */
export async function scheduleInterview(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  input: InterviewInput,
): Promise<Interview> {
  if (actor.role === "hiring_manager" && !actor.isOwner) {
    throw new AppError("forbidden", "Cannot schedule interviews: a hiring manager may only read them");
  }
  const { companyId } = actor;
  const now = services.now();
  if (input.scheduledAt <= now) {
    throw new AppError("invalid", "Cannot schedule interview: the time is past", {
      fields: [{ pointer: "/scheduled_at", detail: "Must be in the future" }],
    });
  }
  const { allowConflict, interviewers: _, ...columns } = input;
  const userIds = [...new Set(input.interviewers)];
  return await services.db.transaction(async (tx) => {
    const match = await lockMatch(tx, companyId, input);
    if (isClosed(match.status)) {
      const state = match.status === "rejected" ? "was rejected" : "has withdrawn";
      throw new AppError("conflict", `Cannot schedule interview: candidate ${state}`);
    }
    await requireUsers(tx, companyId, userIds);
    if (!allowConflict) await refuseConflict(tx, companyId, input);
    const [interview] = await tx.insert(interviews).values({
      ...columns,
      companyId,
      id: services.newId(),
      createdBy: actor.userId,
      createdAt: now,
      updatedAt: now,
    }).returning();
    if (userIds.length > 0) {
      await tx.insert(interviewers).values(
        userIds.map((userId) => ({ companyId, interviewId: interview!.id, userId })),
      );
    }
    return { ...interview!, interviewers: userIds };
  });
}

/** Holds the users' rows, so that two bookings of one interviewer come one after the other. */
async function requireUsers(tx: Database, companyId: string, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  const found = await tx.select({ id: users.id }).from(users)
    .where(and(eq(users.companyId, companyId), inArray(users.id, userIds), eq(users.isActive, true)))
    .orderBy(users.id).for("update");
  if (found.length < userIds.length) {
    throw new AppError("not_found", "Cannot schedule interview: there is no such interviewer");
  }
}

async function refuseConflict(tx: Database, companyId: string, input: InterviewInput): Promise<void> {
  if (input.interviewers.length === 0) return;
  const end = new Date(input.scheduledAt.getTime() + input.durationMinutes * 60_000);
  const [booked] = await tx.select({ id: interviews.id }).from(interviews)
    .innerJoin(
      interviewers,
      and(eq(interviewers.companyId, interviews.companyId), eq(interviewers.interviewId, interviews.id)),
    )
    .where(and(
      eq(interviews.companyId, companyId),
      ne(interviews.status, "cancelled"),
      inArray(interviewers.userId, input.interviewers),
      lt(interviews.scheduledAt, end),
      sql`${interviews.scheduledAt} + make_interval(mins => ${interviews.durationMinutes})
        > ${input.scheduledAt.toISOString()}::timestamptz`,
    )).limit(1);
  if (booked) {
    throw new AppError("conflict", "Cannot schedule interview: an interviewer is booked at this time");
  }
}
