/**
 * Everything held about the person of a résumé.
 *
 * @module
 */
import { and, asc, eq } from "drizzle-orm";
import { candidateNotes, interviewFeedback, interviews, matchStatusChanges, resumes } from "../db/schema.ts";
import type { Candidate } from "../matches/candidates.ts";
import { rankMatchesOf } from "../matches/resume_matches.ts";
import type { Actor, Services } from "../services.ts";
import { getResume, type Resume } from "./resumes.ts";

/** More matches than any company has jobs. */
const MATCHES_MAX = 1_000_000;

/** What is held, as rows. */
export interface HeldData {
  at: Date;
  resume: Resume;
  text: string | null;
  matches: Candidate[];
  history: (typeof matchStatusChanges.$inferSelect)[];
  notes: (typeof candidateNotes.$inferSelect)[];
  interviews: (typeof interviews.$inferSelect)[];
  feedback: (typeof interviewFeedback.$inferSelect)[];
}

/**
 * Reads all of it at one point in time.
 *
 * @throws {AppError} `not_found` where the company has no such resume.
 */
export async function exportResumeData(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  id: string,
): Promise<HeldData> {
  const { companyId } = actor;
  return await services.db.transaction(async (tx) => {
    const resume = await getResume({ db: tx }, actor, id);
    const [read] = await tx.select({ text: resumes.text }).from(resumes)
      .where(and(eq(resumes.companyId, companyId), eq(resumes.id, id)));
    const all = { limit: MATCHES_MAX, after: null, filter: { status: null, minScore: null } };
    const { rows } = await rankMatchesOf({ db: tx }, actor, id, all);
    const history = await tx.select().from(matchStatusChanges)
      .where(and(eq(matchStatusChanges.companyId, companyId), eq(matchStatusChanges.resumeId, id)))
      .orderBy(asc(matchStatusChanges.changedAt), asc(matchStatusChanges.id));
    const notes = await tx.select().from(candidateNotes)
      .where(and(eq(candidateNotes.companyId, companyId), eq(candidateNotes.resumeId, id)))
      .orderBy(asc(candidateNotes.createdAt), asc(candidateNotes.id));
    const isBooked = and(eq(interviews.companyId, companyId), eq(interviews.resumeId, id));
    const booked = await tx.select().from(interviews).where(isBooked)
      .orderBy(asc(interviews.scheduledAt), asc(interviews.id));
    const feedback = await tx.select({ feedback: interviewFeedback }).from(interviewFeedback)
      .innerJoin(
        interviews,
        and(eq(interviews.companyId, interviewFeedback.companyId), eq(interviews.id, interviewFeedback.interviewId)),
      ).where(isBooked).orderBy(asc(interviewFeedback.createdAt), asc(interviewFeedback.authorId));
    return {
      at: services.now(),
      resume,
      text: read?.text ?? null,
      matches: rows,
      history,
      notes,
      interviews: booked,
      feedback: feedback.map((row) => row.feedback),
    };
  }, { isolationLevel: "repeatable read", accessMode: "read only" });
}
