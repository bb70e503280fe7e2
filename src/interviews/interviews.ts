/**
 * Appointments with candidates: booking and reading them. With `change.ts` and `cancel.ts` the only writer of
 * `interviews` and `interviewers`.
 *
 * @module
 */
import { and, asc, count, eq, exists, getTableColumns, gte, lt, sql } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import type { Database } from "../db/database.ts";
import { companies, interviewers, interviews } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { holdCandidate, holdInterviewers, refuseConflict, requireFuture } from "./booking.ts";

/** A stored interview with the users who take part. */
export type Interview = typeof interviews.$inferSelect & { interviewers: string[] };

/** What a recruiter asks for. */
export interface InterviewInput {
  jobId: string;
  resumeId: string;
  interviewType: Interview["interviewType"];
  scheduledAt: Date;
  durationMinutes: number;
  /** IANA name; `null` takes the company's. */
  timezone: string | null;
  interviewers: string[];
  location: string | null;
  meetingLink: string | null;
  notes: string | null;
  /** Book an interviewer or a candidate who has another interview at the time. */
  allowConflict: boolean;
}

/**
 * Books an interview. The match is locked first, so a rejection at the same moment either comes before, and refuses
 * this, or after, and cancels it.
 *
 * @throws {AppError} `not_found` for a candidate or interviewer the company does not have; `conflict` where the
 * candidate was rejected or has withdrawn, or somebody is booked; `invalid` for a time that is past.
 */
export async function scheduleInterview(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  input: InterviewInput,
): Promise<Interview> {
  requireWriter(actor, "schedule the interview");
  const { companyId } = actor;
  const now = services.now();
  requireFuture(input.scheduledAt, now);
  const { allowConflict, interviewers: _, ...columns } = input;
  const userIds = distinctIds(input.interviewers);
  return await services.db.transaction(async (tx) => {
    await holdCandidate(tx, companyId, input);
    await holdInterviewers(tx, companyId, { userIds, joining: userIds });
    if (!allowConflict) await refuseConflict(tx, companyId, input);
    const [interview] = await tx.insert(interviews).values({
      ...columns,
      timezone: input.timezone ?? await companyTimezone(tx, companyId),
      companyId,
      id: services.newId(),
      createdBy: actor.userId,
      createdAt: now,
      updatedAt: now,
    }).returning();
    await setInterviewers(tx, interview!, userIds);
    return { ...interview!, interviewers: userIds };
  });
}

/** Each user once, whatever the case of the digits. */
export const distinctIds = (ids: readonly string[]) => [...new Set(ids.map((id) => id.toLowerCase()))].toSorted();

async function companyTimezone(tx: Database, companyId: string): Promise<string> {
  const [company] = await tx.select({ timezone: companies.timezone }).from(companies).where(
    eq(companies.id, companyId),
  );
  return company!.timezone;
}

/** Adds users to an interview that has none. */
export async function setInterviewers(
  tx: Database,
  { companyId, id }: { companyId: string; id: string },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  await tx.insert(interviewers).values(userIds.map((userId) => ({ companyId, interviewId: id, userId })));
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
    where i.company_id = ${interviews}.company_id and i.interview_id = ${interviews}.id), '[]'::json)`,
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

/** The condition that picks one interview of a company. */
export const interviewIs = (companyId: string, id: string) =>
  and(eq(interviews.companyId, companyId), eq(interviews.id, id));

/** What is answered for an id that the company does not have. */
export const noSuchInterview = () => new AppError("not_found", "Cannot find the interview: there is none with this id");
