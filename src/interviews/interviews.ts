/**
 * Appointments with candidates. The only writer of `interviews` and `interviewers`, with `cancel.ts`.
 *
 * @module
 */
import { and, asc, count, eq, exists, getTableColumns, gte, inArray, lt, ne, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { interviewers, interviews, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { isClosed, lockMatch } from "../matches/matches.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";

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
  mayWriteInterviews(actor);
  const { companyId } = actor;
  const now = services.now();
  requireFuture(input.scheduledAt, now);
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

function mayWriteInterviews(actor: Actor): void {
  if (actor.role === "hiring_manager" && !actor.isOwner) {
    throw new AppError("forbidden", "Cannot schedule interviews: a hiring manager may only read them");
  }
}

function requireFuture(scheduledAt: Date, now: Date): void {
  if (scheduledAt > now) return;
  throw new AppError("invalid", "Cannot schedule interview: the time is past", {
    fields: [{ pointer: "/scheduled_at", detail: "Must be in the future" }],
  });
}

/** Which interviews a list shows; `null` members let all through. Times are of the start: `from` inclusive, `to` not. */
export interface InterviewFilter {
  jobId: string | null;
  resumeId: string | null;
  interviewerId: string | null;
  status: Interview["status"] | null;
  from: Date | null;
  to: Date | null;
}

/** Position after the last row of a page. */
export interface InterviewCursor {
  scheduledAt: string;
  id: string;
}

const withInterviewers = {
  ...getTableColumns(interviews),
  interviewers: sql<string[]>`coalesce((select json_agg(i.user_id order by i.user_id) from ${interviewers} i
    where i.company_id = ${interviews.companyId} and i.interview_id = ${interviews.id}), '[]'::json)`,
};

/** A page of the company's interviews, earliest first, with the number of all that pass the filter. */
export async function listInterviews(
  { db }: Pick<Services, "db">,
  { companyId }: Actor,
  page: { limit: number; after: InterviewCursor | null; filter: InterviewFilter },
): Promise<{ rows: Interview[]; total: number }> {
  const { filter, after, limit } = page;
  const passes = and(
    eq(interviews.companyId, companyId),
    filter.jobId === null ? undefined : eq(interviews.jobId, filter.jobId),
    filter.resumeId === null ? undefined : eq(interviews.resumeId, filter.resumeId),
    filter.status === null ? undefined : eq(interviews.status, filter.status),
    filter.from === null ? undefined : gte(interviews.scheduledAt, filter.from),
    filter.to === null ? undefined : lt(interviews.scheduledAt, filter.to),
    filter.interviewerId === null ? undefined : exists(
      db.select({ one: sql`1` }).from(interviewers).where(and(
        eq(interviewers.companyId, interviews.companyId),
        eq(interviewers.interviewId, interviews.id),
        eq(interviewers.userId, filter.interviewerId),
      )),
    ),
  );
  const isAfter = after === null
    ? undefined
    : sql`(${interviews.scheduledAt}, ${interviews.id}) > (${after.scheduledAt}::timestamptz, ${after.id}::uuid)`;
  const [counted] = await db.select({ total: count() }).from(interviews).where(passes);
  const rows = await db.select(withInterviewers).from(interviews).where(and(passes, isAfter))
    .orderBy(asc(interviews.scheduledAt), asc(interviews.id)).limit(limit);
  return { rows, total: counted!.total };
}

/** @throws {AppError} `not_found` where the company has no such interview. */
export async function getInterview({ db }: Pick<Services, "db">, actor: Actor, id: string): Promise<Interview> {
  const [interview] = await db.select(withInterviewers).from(interviews).where(interviewIs(actor.companyId, id));
  if (!interview) throw noSuchInterview();
  return interview;
}

/** What can be changed; an absent member stays as it is. A status other than `scheduled` is final. */
export type InterviewChange = Partial<
  Pick<
    Interview,
    "interviewType" | "scheduledAt" | "durationMinutes" | "timezone" | "location" | "meetingLink" | "notes" | "status"
  >
>;

/**
 * Reschedules, completes or cancels an interview.
 *
 * @throws {AppError} `conflict` where it is over, or an interviewer is booked at the new time; `invalid` for a new time
 * that is past; `precondition_failed` where it was changed meanwhile.
 */
export async function changeInterview(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  id: string,
  change: InterviewChange,
  options: { allowConflict: boolean; expected: ExpectedVersions },
): Promise<Interview> {
  mayWriteInterviews(actor);
  const { companyId } = actor;
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    const [locked] = await tx.select({ id: interviews.id }).from(interviews).where(interviewIs(companyId, id))
      .for("update");
    if (!locked) throw noSuchInterview();
    const current = await getInterview({ db: tx }, actor, id);
    requireVersion(current.version, options.expected);
    if (current.status !== "scheduled") {
      throw new AppError("conflict", `Cannot change interview: it is ${current.status.replace("_", " ")}`);
    }
    const next = { ...current, ...change };
    const isMoved = next.scheduledAt.getTime() !== current.scheduledAt.getTime() ||
      next.durationMinutes !== current.durationMinutes;
    if (isMoved) {
      requireFuture(next.scheduledAt, now);
      if (!options.allowConflict) {
        await requireUsers(tx, companyId, current.interviewers);
        await refuseConflict(tx, companyId, next, id);
      }
    }
    await tx.update(interviews).set({
      ...change,
      sequence: current.sequence + 1,
      version: current.version + 1,
      updatedAt: now,
    }).where(interviewIs(companyId, id));
    return await getInterview({ db: tx }, actor, id);
  });
}

const interviewIs = (companyId: string, id: string) => and(eq(interviews.companyId, companyId), eq(interviews.id, id));

const noSuchInterview = () => new AppError("not_found", "Cannot find the interview: there is none with this id");

async function refuseConflict(
  tx: Database,
  companyId: string,
  input: Pick<InterviewInput, "scheduledAt" | "durationMinutes" | "interviewers">,
  itself?: string,
): Promise<void> {
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
      itself === undefined ? undefined : ne(interviews.id, itself),
      inArray(interviewers.userId, input.interviewers),
      lt(interviews.scheduledAt, end),
      sql`${interviews.scheduledAt} + make_interval(mins => ${interviews.durationMinutes})
        > ${input.scheduledAt.toISOString()}::timestamptz`,
    )).limit(1);
  if (booked) {
    throw new AppError("conflict", "Cannot schedule interview: an interviewer is booked at this time");
  }
}
