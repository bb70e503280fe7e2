/**
 * The vectors of a resume, made once: the same words in the same passages have those that are stored, whether the resume
 * is read again or comes again as another file.
 *
 * @module
 */
import { and, asc, eq } from "drizzle-orm";
import { createHash } from "node:crypto";
import type { Database } from "../db/database.ts";
import { resumePassages, resumes } from "../db/schema.ts";
import type { ResumeAnalysis } from "../matching/types.ts";
import { documentVector, HEAD_WEIGHT } from "../matching/vectors.ts";
import { PASSAGE_VERSION } from "../matching/versions.ts";
import type { Embedder, Services } from "../services.ts";
import type { ParsedResume } from "./resumes.ts";

/** What is stored of it. */
export type ResumeVectors = Pick<ParsedResume, "embedding" | "embeddedHash" | "passages">;

/** Embeds a resume as read, or finds the vectors of exactly these texts, made by this model, in the database. */
export async function vectorsOf(
  services: Pick<Services, "db"> & { embedder: Pick<Embedder, "embed" | "model"> },
  key: { companyId: string; resumeId: string },
  analysis: Pick<ResumeAnalysis, "head" | "passages">,
): Promise<ResumeVectors> {
  const { head, passages } = analysis;
  const embeddedHash = hashOf(services.embedder.model, analysis);
  const stored = await storedVectors(services.db, key.companyId, embeddedHash, passages.length);
  const [headVector, ...vectors] = stored === null
    ? await services.embedder.embed([head, ...passages.map(({ text }) => text)], "interactive")
    : [null, ...stored.passages];
  const withVectors = passages.map(({ start, end, section, tokens }, i) => ({
    start,
    end,
    section,
    tokens,
    vector: vectors[i]!,
  }));
  return {
    embeddedHash,
    passages: withVectors,
    embedding: stored?.embedding ?? documentVector(withVectors, head === "" ? null : headVector!, HEAD_WEIGHT),
  };
}

/** Of everything that the vectors are made from. */
function hashOf(model: string, { head, passages }: Pick<ResumeAnalysis, "head" | "passages">): string {
  const made = [model, PASSAGE_VERSION, HEAD_WEIGHT, head, passages.map(({ text, tokens }) => [text, tokens])];
  return createHash("sha256").update(JSON.stringify(made)).digest("base64");
}

/**
 * Of any resume of the company with these texts: the same one, or another file of the same person. Both come back from
 * the database as the numbers that were stored.
 */
async function storedVectors(
  db: Database,
  companyId: string,
  embeddedHash: string,
  count: number,
): Promise<{ embedding: Float32Array; passages: Float32Array[] } | null> {
  const [resume] = await db.select({ id: resumes.id, embedding: resumes.embedding }).from(resumes).where(
    and(eq(resumes.companyId, companyId), eq(resumes.embeddedHash, embeddedHash)),
  ).limit(1);
  if (!resume?.embedding) return null;
  const rows = await db.select({ embedding: resumePassages.embedding }).from(resumePassages)
    .where(and(eq(resumePassages.companyId, companyId), eq(resumePassages.resumeId, resume.id)))
    .orderBy(asc(resumePassages.position));
  // It may have been erased meanwhile.
  if (rows.length !== count) return null;
  return {
    embedding: Float32Array.from(resume.embedding),
    passages: rows.map(({ embedding }) => Float32Array.from(embedding)),
  };
}
