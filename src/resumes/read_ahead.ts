/**
 * Reads files while they are being stored, so that their tasks find them read.
 *
 * @module
 */
import { LRUCache } from "lru-cache";
import type { DocumentFormat, DocumentText } from "../../workers/protocol.ts";
import type { ResumeAnalysis } from "../matching/types.ts";
import type { Services } from "../services.ts";
import { readJsonResume } from "./json_resume.ts";

/** What a file says, and what that means. */
export interface Reading {
  document: DocumentText;
  analysis: ResumeAnalysis;
}

/** Reads a file. @throws {AppError} Why it cannot be read. */
export async function readFile(
  { documents, analyst }: Pick<Services, "documents" | "analyst">,
  bytes: Uint8Array,
  format: DocumentFormat,
): Promise<Reading> {
  const document = format === "json" ? readJsonResume(bytes) : await documents.read(bytes, format);
  return { document, analysis: await analyst.resume(document) };
}

/** Files that are read before their tasks ask for them. What is lost of it is only read again. */
export interface ReadAhead {
  /** Begins with the file that is being stored as this resume, where nothing else is being read. */
  begin(resumeId: string, bytes: Uint8Array, format: DocumentFormat): void;
  /** What was begun; rejects as {@link readFile} does. Given once. */
  take(resumeId: string): Promise<Reading> | undefined;
}

/** More than are stored at once where nobody waits; a file whose task is elsewhere is forgotten. */
const BEGUN_MAX = 8;
const BEGUN_MS_MAX = 30_000;

/** For a process that does the tasks of what it stores. */
export function createReadAhead(services: Pick<Services, "documents" | "analyst">): ReadAhead {
  const begun = new LRUCache<string, Promise<Reading>>({ max: BEGUN_MAX, ttl: BEGUN_MS_MAX });
  return {
    begin(resumeId, bytes, format) {
      const { reading, waiting } = services.documents.load();
      if (reading + waiting > 0) return;
      const read = readFile(services, bytes, format);
      // Whoever takes it is told.
      read.catch(() => {});
      begun.set(resumeId, read);
    },
    take(resumeId) {
      const read = begun.get(resumeId);
      begun.delete(resumeId);
      return read;
    },
  };
}
