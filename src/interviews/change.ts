/**
 * Changing and removing interviews.
 *
 * ```text
 * scheduled ──> completed | cancelled | no_show      each of them final
 * ```
 *
 * @module
 */
import { and, count, eq } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import type { Database } from "../db/database.ts";
import { interviewers, interviewFeedback, interviews } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { holdCandidate, holdInterviewers, refuseConflict, requireFuture } from "./booking.ts";
import {
  distinctIds,
  getInterview,
  type Interview,
  interviewIs,
  noSuchInterview,
  setInterviewers,
} from "./interviews.ts";

/** What can be changed; an absent member stays as it is. A status other than `scheduled` is final. */
export type InterviewChange = Partial<
  Pick<
    Interview,
    | "interviewType"
    | "scheduledAt"
    | "durationMinutes"
    | "timezone"
    | "interviewers"
    | "location"
    | "meetingLink"
    | "notes"
    | "status"
  >
>;

/** What its attendees see of an interview, besides its status: a change of these counts in `sequence`. */
const SHOWN = ["interviewType", "durationMinutes", "timezone", "location", "meetingLink"] as const;

/** What decides when somebody is busy. */
const BOOKED = ["scheduledAt", "durationMinutes", "interviewers"] as const;

/**
 * Reschedules, completes or cancels an interview.
 *
 * @throws {AppError} `conflict` where it is over, where the candidate was rejected or has withdrawn, or where somebody
 * is booked at the new time; `invalid` for a new time that is past; `not_found` for an interviewer whom the company
 * does not have; `precondition_failed` where it was changed meanwhile.
 */
export async function changeInterview(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  id: string,
  change: InterviewChange,
  options: { allowConflict: boolean; expected: ExpectedVersions },
): Promise<Interview> {
  requireWriter(actor, "change the interview");
  const { companyId } = actor;
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    const { interviewers: invited, ...columns } = change;
    const known = await getInterview({ db: tx }, actor, id);
    const rebooks = change.status === undefined && BOOKED.some((member) => change[member] !== undefined);
    if (rebooks && known.status === "scheduled") await holdCandidate(tx, companyId, known);
    const current = await lockInterview(tx, actor, id);
    requireVersion(current.version, options.expected);
    if (current.status !== "scheduled") {
      throw new AppError("conflict", `Cannot change interview: it is ${current.status.replace("_", " ")}`);
    }
    const userIds = invited === undefined ? current.interviewers : distinctIds(invited);
    const joining = userIds.filter((userId) => !current.interviewers.includes(userId));
    const next = { ...current, ...columns, interviewers: userIds };
    const isMoved = next.scheduledAt.getTime() !== current.scheduledAt.getTime();
    const isRegrouped = joining.length > 0 || userIds.length < current.interviewers.length;
    const takesTime = isMoved || joining.length > 0 || next.durationMinutes > current.durationMinutes;
    if (isMoved) requireFuture(next.scheduledAt, now);
    if (takesTime) await holdInterviewers(tx, companyId, { userIds, joining });
    if (takesTime && rebooks && !options.allowConflict) await refuseConflict(tx, companyId, next, id);
    if (isRegrouped) {
      await tx.delete(interviewers)
        .where(and(eq(interviewers.companyId, companyId), eq(interviewers.interviewId, id)));
      await setInterviewers(tx, current, userIds);
    }
    const isSeen = isMoved || isRegrouped || next.status === "cancelled" ||
      SHOWN.some((member) => next[member] !== current[member]);
    await tx.update(interviews).set({
      ...columns,
      sequence: current.sequence + (isSeen ? 1 : 0),
      version: current.version + 1,
      updatedAt: now,
    }).where(interviewIs(companyId, id));
    return await getInterview({ db: tx }, actor, id);
  });
}

/**
 * Removes an interview that should never have been entered. One that attendees know of is cancelled instead, so that
 * their calendars learn of it.
 *
 * @throws {AppError} `conflict` where it has feedback: a record of how a candidate was judged;
 * `precondition_failed` where it was changed meanwhile.
 */
export async function deleteInterview(
  services: Pick<Services, "db">,
  actor: Actor,
  id: string,
  expected: ExpectedVersions,
): Promise<void> {
  requireWriter(actor, "delete the interview");
  const { companyId } = actor;
  await services.db.transaction(async (tx) => {
    const interview = await lockInterview(tx, actor, id);
    requireVersion(interview.version, expected);
    const [given] = await tx.select({ total: count() }).from(interviewFeedback)
      .where(and(eq(interviewFeedback.companyId, companyId), eq(interviewFeedback.interviewId, id)));
    if (given!.total > 0) throw new AppError("conflict", "Cannot delete the interview: it has feedback; cancel it");
    await tx.delete(interviews).where(interviewIs(companyId, id));
  });
}

async function lockInterview(tx: Database, actor: Actor, id: string): Promise<Interview> {
  const [locked] = await tx.select({ id: interviews.id }).from(interviews).where(interviewIs(actor.companyId, id))
    .for("update");
  if (!locked) throw noSuchInterview();
  return await getInterview({ db: tx }, actor, id);
}
