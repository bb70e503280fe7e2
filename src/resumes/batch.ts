/**
 * Many files at once: each becomes a resume of its own, or is refused with its own reason.
 *
 * @module
 */
import { and, eq, inArray } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import type { Database } from "../db/database.ts";
import { resumeFiles, resumes } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { requireJob } from "../jobs/jobs.ts";
import { closeBatch, type FileOperation, queueFiles, queueOperation } from "../operations/operations.ts";
import type { Actor, Services } from "../services.ts";
import type { DocumentFormat } from "../../workers/protocol.ts";
import { type ArchiveBudget, isOfficeDocument, isZip, readArchive } from "./archive.ts";
import { cleanFilename } from "./filename.ts";
import { sniffFormat } from "./format.ts";

/** Files of a batch, those in its archives included. */
export const BATCH_FILES_MAX = 1000;
/** Bytes that archives may unpack to, over those that a batch may have. */
const UNPACKED_RATIO = 3;
/** Files are stored by so many, or when they have so many bytes: what a batch holds in memory besides what was sent. */
const SET_FILES = 50;
const SET_BYTES = 8 * 1024 * 1024;

/** What is sent. */
export interface Batch {
  /** Files and zip archives. */
  parts: readonly File[];
  jobId: string | null;
  source: string | null;
}

/** Bounds of a batch. */
export interface BatchLimits {
  /** Of one file. */
  uploadBytesMax: number;
  /** Of all that is sent. */
  batchBytesMax: number;
}

interface ReadableFile {
  filename: string;
  bytes: Uint8Array<ArrayBuffer>;
  format: DocumentFormat;
  sha256: string;
}

interface RefusedFile {
  filename: string;
  refusal: AppError;
}

/**
 * Stores all files and the tasks to read them, in one transaction: after this returns, none can be lost.
 *
 * @returns Id of the operation that ends with the last file.
 * @throws {AppError} `not_found` where the company has no such job; `forbidden`.
 */
export async function receiveBatch(
  services: Pick<Services, "db" | "tasks" | "now" | "newId">,
  actor: Actor,
  batch: Batch,
  limits: BatchLimits,
): Promise<string> {
  requireWriter(actor, "upload resumes");
  const { companyId } = actor;
  const { jobId, source } = batch;
  const operationId = services.newId();
  const now = services.now();
  await services.db.transaction(async (tx) => {
    if (jobId !== null) await requireJob(tx, companyId, jobId);
    await queueOperation(tx, actor, { id: operationId, kind: "batch", resumeId: null, jobId, total: 0, now });
    let total = 0;
    for await (const files of inSets(filesOf(batch.parts, limits))) {
      const ids = await storeFiles(tx, actor, services, { files: files.filter(isReadable), source, now });
      const operations = files.map((file): FileOperation => ({
        id: services.newId(),
        position: total++,
        filename: file.filename,
        ...outcomeOf(file, ids),
      }));
      await queueFiles(tx, actor, { id: operationId, jobId, now }, operations);
      const tasks = operations.flatMap(({ id, resumeId }) =>
        resumeId === null ? [] : { companyId, resumeId, jobId, operationId: id, lane: "bulk" as const }
      );
      if (tasks.length > 0) await services.tasks.enqueue(tx, ...tasks);
    }
    await closeBatch(tx, { companyId, operationId }, total, now);
  });
  return operationId;
}

const isReadable = (file: ReadableFile | RefusedFile): file is ReadableFile => "bytes" in file;

function outcomeOf(
  file: ReadableFile | RefusedFile,
  ids: ReadonlyMap<string, string>,
): Pick<FileOperation, "resumeId" | "error"> {
  if (!isReadable(file)) {
    return { resumeId: null, error: { code: file.refusal.code, detail: file.refusal.message } };
  }
  const resumeId = ids.get(file.sha256);
  if (resumeId !== undefined) return { resumeId, error: null };
  const detail = "Cannot store the resume: the same file was just refused or erased; send it again";
  return { resumeId: null, error: { code: "conflict", detail } };
}

/** Every file that was sent, those in archives included, in order. */
async function* filesOf(
  parts: readonly File[],
  { uploadBytesMax, batchBytesMax }: BatchLimits,
): AsyncGenerator<ReadableFile | RefusedFile> {
  const budget: ArchiveBudget = { files: BATCH_FILES_MAX - parts.length, bytes: batchBytesMax * UNPACKED_RATIO };
  for (const part of parts) {
    const bytes = new Uint8Array(await part.arrayBuffer());
    if (!isArchive(part, bytes)) {
      yield await examine({ name: part.name, content: bytes }, part.type, uploadBytesMax);
      continue;
    }
    budget.files++;
    try {
      for await (const file of readArchive(bytes, uploadBytesMax, budget)) {
        yield await examine(file, "", uploadBytesMax);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      budget.files--;
      yield { filename: cleanFilename(part.name), refusal: error };
    }
  }
}

/** By its bytes, whatever it is called; a broken one that is called DOCX is a broken DOCX. */
function isArchive({ name, type }: File, bytes: Uint8Array<ArrayBuffer>): boolean {
  return isZip(bytes) && !/\.docx$/i.test(name) && !type.includes("wordprocessingml") && !isOfficeDocument(bytes);
}

async function examine(
  { name, content }: { name: string; content: Uint8Array<ArrayBuffer> | AppError },
  type: string,
  bytesMax: number,
): Promise<ReadableFile | RefusedFile> {
  const filename = cleanFilename(name);
  if (content instanceof AppError) return { filename, refusal: content };
  if (content.length > bytesMax) {
    return {
      filename,
      refusal: new AppError("too_large", `Cannot store the resume: the file is over ${bytesMax} bytes`),
    };
  }
  try {
    const format = sniffFormat(content, type, name);
    const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
    return { filename, bytes: content, format, sha256 };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { filename, refusal: error };
  }
}

async function* inSets(
  files: AsyncIterable<ReadableFile | RefusedFile>,
): AsyncGenerator<(ReadableFile | RefusedFile)[]> {
  let set: (ReadableFile | RefusedFile)[] = [];
  let bytes = 0;
  for await (const file of files) {
    set.push(file);
    if (isReadable(file)) bytes += file.bytes.length;
    if (set.length < SET_FILES && bytes < SET_BYTES) continue;
    yield set;
    set = [];
    bytes = 0;
  }
  if (set.length > 0) yield set;
}

/** @returns Ids of the resumes by the hash of their file: new ones, and those that the company has already. */
async function storeFiles(
  tx: Database,
  actor: Actor,
  { newId }: Pick<Services, "newId">,
  input: { files: ReadableFile[]; source: string | null; now: Date },
): Promise<Map<string, string>> {
  const { companyId, userId } = actor;
  const byHash = new Map(input.files.map((file) => [file.sha256, file]));
  // In one order, so that two batches with the same files do not wait for each other for ever.
  const files = [...byHash.values()].toSorted((a, b) => a.sha256 < b.sha256 ? -1 : 1);
  if (files.length === 0) return new Map();
  const added = await tx.insert(resumes).values(files.map(({ bytes, ...file }) => ({
    ...file,
    companyId,
    id: newId(),
    status: "received" as const,
    sizeBytes: bytes.length,
    source: input.source,
    createdBy: userId,
    createdAt: input.now,
    updatedAt: input.now,
  }))).onConflictDoNothing({ target: [resumes.companyId, resumes.sha256] })
    .returning({ id: resumes.id, sha256: resumes.sha256 });
  if (added.length > 0) {
    await tx.insert(resumeFiles).values(added.map(({ id, sha256 }) => ({
      companyId,
      resumeId: id,
      bytes: byHash.get(sha256)!.bytes,
    })));
  }
  const isAdded = new Set(added.map(({ sha256 }) => sha256));
  const others = files.flatMap(({ sha256 }) => isAdded.has(sha256) ? [] : sha256);
  // Held, so that a refusal of a file that is under way cannot remove the row before its task is queued.
  const known = others.length === 0 ? [] : await tx.select({ id: resumes.id, sha256: resumes.sha256 }).from(resumes)
    .where(and(eq(resumes.companyId, companyId), inArray(resumes.sha256, others)))
    .orderBy(resumes.id).for("update");
  return new Map([...added, ...known].map(({ id, sha256 }) => [sha256, id]));
}
