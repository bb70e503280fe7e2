/**
 * What people found in an interview: one row an author. The only writer of `interview_feedback`.
 *
 * @module
 */
import { and, asc, count, eq, gt } from "drizzle-orm";
import { interviewFeedback, interviews } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { getInterview, interviewIs, noSuchInterview } from "./interviews.ts";

/** Stored feedback. */
export type Feedback = typeof interviewFeedback.$inferSelect;

/**
 * Stores what the actor found. Everybody of the company may, hiring managers too, and also ahead of the planned time:
 * interviews are brought forward.
 *
 * @throws {AppError} `conflict` where the interview did not take place, or the actor has given feedback already.
 */
export async function createFeedback(
  services: Pick<Services, "db" | "now">,
  { companyId, userId }: Actor,
  interviewId: string,
  input: Pick<Feedback, "recommendation" | "ratings" | "comments">,
): Promise<Feedback> {
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    const [interview] = await tx.select({ status: interviews.status }).from(interviews)
      .where(interviewIs(companyId, interviewId)).for("update");
    if (!interview) throw noSuchInterview();
    if (interview.status === "cancelled" || interview.status === "no_show") {
      throw new AppError("conflict", "Cannot give feedback: the interview did not take place");
    }
    const [stored] = await tx.insert(interviewFeedback)
      .values({ ...input, companyId, interviewId, authorId: userId, createdAt: now, updatedAt: now })
      .onConflictDoNothing().returning();
    if (!stored) throw new AppError("conflict", "Cannot give feedback: you have given yours already");
    return stored;
  });
}

/** Whose feedback on which interview. */
export interface FeedbackKey {
  interviewId: string;
  authorId: string;
}

/** What conditional writes compare: every correction is later than what it corrects. */
export const feedbackVersion = ({ updatedAt }: Pick<Feedback, "updatedAt">): number => updatedAt.getTime();

const feedbackIs = ({ companyId }: Actor, { interviewId, authorId }: FeedbackKey) =>
  and(
    eq(interviewFeedback.companyId, companyId),
    eq(interviewFeedback.interviewId, interviewId),
    eq(interviewFeedback.authorId, authorId),
  );

const noSuchFeedback = () => new AppError("not_found", "No such feedback in your company");

/** @throws {AppError} `not_found` where the author gave none. */
export async function getFeedback(
  { db }: Pick<Services, "db">,
  actor: Actor,
  key: FeedbackKey,
): Promise<Feedback> {
  const [found] = await db.select().from(interviewFeedback).where(feedbackIs(actor, key));
  if (!found) throw noSuchFeedback();
  return found;
}

/**
 * Corrects what the actor gave; what is absent stays.
 *
 * @throws {AppError} `not_found` where the author gave none; `forbidden` for somebody else's; `precondition_failed`.
 */
export async function changeFeedback(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  key: FeedbackKey,
  change: Partial<Pick<Feedback, "recommendation" | "ratings" | "comments">>,
  expected: ExpectedVersions,
): Promise<Feedback> {
  return await services.db.transaction(async (tx) => {
    const [held] = await tx.select().from(interviewFeedback).where(feedbackIs(actor, key)).for("update");
    if (!held) throw noSuchFeedback();
    if (held.authorId !== actor.userId) {
      throw new AppError("forbidden", "Cannot change the feedback: only its author may");
    }
    const version = feedbackVersion(held);
    requireVersion(version, expected);
    const updatedAt = new Date(Math.max(services.now().getTime(), version + 1));
    const [stored] = await tx.update(interviewFeedback).set({ ...change, updatedAt }).where(feedbackIs(actor, key))
      .returning();
    return stored!;
  });
}

/** A page of an interview's feedback by author. @throws {AppError} `not_found` for an interview the company lacks. */
export async function listFeedback(
  { db }: Pick<Services, "db">,
  actor: Actor,
  interviewId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ rows: Feedback[]; total: number }> {
  const ofInterview = and(
    eq(interviewFeedback.companyId, actor.companyId),
    eq(interviewFeedback.interviewId, interviewId),
  );
  const [counted] = await db.select({ total: count() }).from(interviewFeedback).where(ofInterview);
  if (counted!.total === 0) await getInterview({ db }, actor, interviewId);
  const rows = counted!.total === 0 ? [] : await db.select().from(interviewFeedback)
    .where(and(ofInterview, after === null ? undefined : gt(interviewFeedback.authorId, after)))
    .orderBy(asc(interviewFeedback.authorId)).limit(limit);
  return { rows, total: counted!.total };
}
