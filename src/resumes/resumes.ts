/**
 * Résumés as they are received, read and shown. The only writer of `resumes`, `resume_files` and `resume_passages`.
 *
 * @module
 */
import { and, eq, exists, getTableColumns, notExists, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { matches, resumeFiles, resumePassages, resumes, resumeSkills } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { requireJob } from "../jobs/jobs.ts";
import type { Passage, ResumeAnalysis } from "../matching/types.ts";
import { finite } from "../matching/vectors.ts";
import { queueOperation } from "../operations/operations.ts";
import type { Actor, Services } from "../services.ts";
import type { DocumentFormat, DocumentText } from "../../workers/protocol.ts";

const { embedding: _, embeddedHash: __, text: ___, ...shown } = getTableColumns(resumes);

/** A stored résumé, without its text and vector. */
export type Resume = Omit<typeof resumes.$inferSelect, "embedding" | "embeddedHash" | "text">;

/** A file as uploaded, its format already checked against its bytes. */
export interface ReceivedFile {
  bytes: Uint8Array<ArrayBuffer>;
  format: DocumentFormat;
  filename: string;
  jobId: string | null;
  /** What the uploader typed; wins over what is read. */
  givenName: string | null;
  givenEmail: string | null;
  givenPhone: string | null;
  source: string | null;
}

/**
 * Stores a file and the task to read it, in one transaction: after this returns, the resume cannot be lost.
 * The same bytes again are the same resume, matched to the job if it was not.
 *
 * @throws {AppError} `not_found` where the company has no such job.
 */
export async function receiveResume(
  services: Pick<Services, "db" | "readAhead" | "tasks" | "now" | "newId">,
  actor: Actor,
  file: ReceivedFile,
): Promise<{ resumeId: string; operationId: string; existing: boolean }> {
  if (actor.role === "hiring_manager" && !actor.isOwner) {
    throw new AppError("forbidden", "Cannot upload resumes: a hiring manager may only read them");
  }
  const { companyId } = actor;
  const { bytes, jobId, ...columns } = file;
  const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  const now = services.now();
  const operationId = services.newId();
  return await services.db.transaction(async (tx) => {
    if (jobId !== null) await requireJob(tx, companyId, jobId);
    const [inserted] = await tx.insert(resumes).values({
      ...columns,
      companyId,
      id: services.newId(),
      status: "received",
      sha256,
      sizeBytes: bytes.length,
      candidateName: file.givenName,
      email: file.givenEmail,
      phone: file.givenPhone,
      createdBy: actor.userId,
      createdAt: now,
      updatedAt: now,
    }).onConflictDoNothing({ target: [resumes.companyId, resumes.sha256] }).returning({ id: resumes.id });
    const resumeId = inserted?.id ?? await idOfFile(tx, companyId, sha256);
    if (inserted) {
      services.readAhead?.begin(resumeId, bytes, file.format);
      await tx.insert(resumeFiles).values({ companyId, resumeId, bytes });
    }
    await queueOperation(tx, actor, { id: operationId, resumeId, jobId, total: 1, now });
    await services.tasks.enqueue(tx, { companyId, resumeId, jobId, operationId });
    return { resumeId, operationId, existing: inserted === undefined };
  });
}

async function idOfFile(tx: Database, companyId: string, sha256: string): Promise<string> {
  // Held, so that a refusal of the file that is under way cannot remove the row before the task is queued.
  const [resume] = await tx.select({ id: resumes.id }).from(resumes)
    .where(and(eq(resumes.companyId, companyId), eq(resumes.sha256, sha256))).for("update");
  if (!resume) throw new AppError("conflict", "Cannot store the resume: the same file was just refused or erased");
  return resume.id;
}

/** @throws {AppError} `not_found` where the company has no such resume. */
export async function getResume(services: Pick<Services, "db">, actor: Actor, id: string): Promise<Resume> {
  const [resume] = await services.db.select(shown).from(resumes).where(resumeIs(actor.companyId, id));
  if (!resume) throw noSuchResume();
  return resume;
}

/** What every verb answers that names a resume the company does not have. */
export function noSuchResume(): AppError {
  return new AppError("not_found", "Cannot find the resume: there is none with this id");
}

/**
 * The bytes as uploaded, with what they are.
 *
 * @throws {AppError} `not_found` where the company has no such resume.
 */
export async function getFile(
  services: Pick<Services, "db">,
  actor: Actor,
  id: string,
): Promise<Pick<Resume, "filename" | "format" | "sha256"> & { bytes: Uint8Array<ArrayBuffer> }> {
  const [file] = await services.db.select({
    filename: resumes.filename,
    format: resumes.format,
    sha256: resumes.sha256,
    bytes: resumeFiles.bytes,
  }).from(resumes)
    .innerJoin(resumeFiles, and(eq(resumeFiles.companyId, resumes.companyId), eq(resumeFiles.resumeId, resumes.id)))
    .where(resumeIs(actor.companyId, id));
  if (!file) throw noSuchResume();
  return { ...file, bytes: new Uint8Array(file.bytes) };
}

/** What the ingest task needs to go on; `null` for a resume that is gone. */
export async function loadForIngest(
  db: Database,
  companyId: string,
  id: string,
): Promise<Pick<Resume, "status" | "format" | "contentVersion" | "preparedWith"> | null> {
  const [resume] = await db.select({
    status: resumes.status,
    format: resumes.format,
    contentVersion: resumes.contentVersion,
    preparedWith: resumes.preparedWith,
  }).from(resumes).where(resumeIs(companyId, id));
  return resume ?? null;
}

/** The bytes as uploaded. */
export async function loadFile(db: Database, companyId: string, id: string): Promise<Uint8Array> {
  const [file] = await db.select({ bytes: resumeFiles.bytes }).from(resumeFiles)
    .where(and(eq(resumeFiles.companyId, companyId), eq(resumeFiles.resumeId, id)));
  if (!file) throw new Error(`Cannot load the file of resume ${id}: it is gone`);
  return file.bytes;
}

/** Everything read out of a file, ready to be stored. */
export interface ParsedResume {
  document: DocumentText;
  analysis: ResumeAnalysis;
  embedding: Float32Array;
  /** Of everything that the vectors are made from. */
  embeddedHash: string;
  passages: (Pick<Passage, "start" | "end" | "section"> & { vector: Float32Array })[];
  preparedWith: string;
}

/**
 * Stores what was read, if the resume is still as it was when reading began.
 *
 * @param contentVersion The version that was read; the stored one is one higher where the resume was ready before.
 */
export async function saveParsed(
  services: Pick<Services, "db" | "now">,
  key: { companyId: string; resumeId: string; contentVersion: number; status: Resume["status"] },
  parsed: ParsedResume,
): Promise<void> {
  const { companyId, resumeId } = key;
  const { analysis, document } = parsed;
  const { name, emails, phones } = analysis.fields;
  await services.db.transaction(async (tx) => {
    const [current] = await tx.select({
      status: resumes.status,
      contentVersion: resumes.contentVersion,
      version: resumes.version,
      givenName: resumes.givenName,
      givenEmail: resumes.givenEmail,
      givenPhone: resumes.givenPhone,
    }).from(resumes).where(resumeIs(companyId, resumeId)).for("update");
    if (current?.status !== key.status || current.contentVersion !== key.contentVersion) return;
    const again = key.status === "ready" ? 1 : 0;
    // Where there are scores, what stands behind them stays until they are made anew.
    const scores = tx.select().from(matches)
      .where(and(eq(matches.companyId, companyId), eq(matches.resumeId, resumeId)));
    await tx.update(resumes).set({
      status: "ready",
      candidateName: current.givenName ?? name?.value ?? null,
      email: current.givenEmail ?? emails[0]?.value ?? null,
      phone: current.givenPhone ?? phones[0]?.value ?? null,
      text: analysis.text,
      sections: analysis.sections,
      fields: analysis.fields,
      extractedSkills: analysis.skills,
      language: analysis.language,
      parseQuality: analysis.quality,
      parseFlags: analysis.flags,
      hiddenText: document.hidden,
      embedding: Array.from(parsed.embedding),
      embeddedHash: parsed.embeddedHash,
      preparedWith: parsed.preparedWith,
      creditedSeq: sql`case when ${exists(scores)} then -abs(${resumes.creditedSeq}) else 0 end`,
      contentVersion: current.contentVersion + again,
      version: current.version + again,
      updatedAt: services.now(),
    }).where(resumeIs(companyId, resumeId));
    await tx.delete(resumePassages)
      .where(and(eq(resumePassages.companyId, companyId), eq(resumePassages.resumeId, resumeId)));
    await tx.delete(resumeSkills)
      .where(and(eq(resumeSkills.companyId, companyId), eq(resumeSkills.resumeId, resumeId), notExists(scores)));
    if (parsed.passages.length === 0) return;
    await tx.insert(resumePassages).values(parsed.passages.map(({ start, end, section, vector }, position) => ({
      companyId,
      resumeId,
      position,
      start,
      end,
      section,
      embedding: Array.from(finite(vector)),
    })));
  });
}

/** Takes back a resume that turned out to be unreadable, unless it was read before. Nothing of it stays. */
export async function removeUnread(tx: Database, companyId: string, resumeId: string): Promise<void> {
  await tx.delete(resumes).where(and(resumeIs(companyId, resumeId), eq(resumes.status, "received")));
}

const resumeIs = (companyId: string, id: string) => and(eq(resumes.companyId, companyId), eq(resumes.id, id));
