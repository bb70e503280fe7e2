/**
 * What colleagues write about a candidate. The only writer of `candidate_notes`; a note is never changed, its author may
 * take it back.
 *
 * @module
 */
import { and, asc, eq, sql } from "drizzle-orm";
import { candidateNotes, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { type CandidateKey, countOf, type TimeCursor } from "./history.ts";
import { lockMatch } from "./matches.ts";

/** A note with the name of its author. */
export interface Note {
  note: typeof candidateNotes.$inferSelect;
  authorName: string;
}

/** The version of every note: none is changed. */
export const NOTE_VERSION = 1;

/**
 * A page of the candidate's notes, oldest first, with the number of all. Two statements.
 *
 * @throws {AppError} `not_found` where the company has no such match.
 */
export async function listNotes(
  services: Pick<Services, "db">,
  actor: Actor,
  key: CandidateKey,
  { limit, after }: { limit: number; after: TimeCursor | null },
): Promise<{ rows: Note[]; total: number }> {
  const { companyId } = actor;
  const total = await countOf(services.db, companyId, key, candidateNotes);
  const t = candidateNotes;
  const rows = await services.db.select({ note: t, authorName: users.fullName }).from(t)
    .innerJoin(users, and(eq(users.companyId, t.companyId), eq(users.id, t.createdBy)))
    .where(and(
      eq(t.companyId, companyId),
      eq(t.jobId, key.jobId),
      eq(t.resumeId, key.resumeId),
      after === null ? undefined : sql`(${t.createdAt}, ${t.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`,
    )).orderBy(asc(t.createdAt), asc(t.id)).limit(limit);
  return { rows, total };
}

/** @throws {AppError} `not_found` where the company has no such match. */
export async function addNote(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  key: CandidateKey,
  text: string,
): Promise<Note> {
  const { companyId, userId } = actor;
  return await services.db.transaction(async (tx) => {
    await lockMatch(tx, companyId, key);
    const [note] = await tx.insert(candidateNotes).values({
      companyId,
      id: services.newId(),
      jobId: key.jobId,
      resumeId: key.resumeId,
      text,
      createdBy: userId,
      createdAt: services.now(),
    }).returning();
    const [author] = await tx.select({ fullName: users.fullName }).from(users)
      .where(and(eq(users.companyId, companyId), eq(users.id, userId)));
    return { note: note!, authorName: author!.fullName };
  });
}

/** @throws {AppError} `not_found` for a note that the candidate does not have; `forbidden` for somebody else's. */
export async function removeNote(
  services: Pick<Services, "db">,
  actor: Actor,
  key: CandidateKey & { noteId: string },
  expected: ExpectedVersions,
): Promise<void> {
  const isNote = and(
    eq(candidateNotes.companyId, actor.companyId),
    eq(candidateNotes.id, key.noteId),
    eq(candidateNotes.jobId, key.jobId),
    eq(candidateNotes.resumeId, key.resumeId),
  );
  await services.db.transaction(async (tx) => {
    const [note] = await tx.select({ createdBy: candidateNotes.createdBy }).from(candidateNotes).where(isNote)
      .for("update");
    if (!note) throw new AppError("not_found", "Cannot delete the note: the candidate has none with this id");
    if (note.createdBy !== actor.userId) {
      throw new AppError("forbidden", "Cannot delete the note: only its author may");
    }
    requireVersion(NOTE_VERSION, expected);
    await tx.delete(candidateNotes).where(isNote);
  });
}
