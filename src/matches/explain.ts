/**
 * What stands behind one candidate's score beyond the score itself: which passage speaks of each requirement, and what
 * another skill would change. Worked out when asked for; vectors of sentences come from the embedder's cache.
 *
 * @module
 */
import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { jobs, matches, resumePassages, resumes } from "../db/schema.ts";
import { COVERED_COSINE_MIN, requirementSentences } from "../matching/requirements.ts";
import { matchScore, overallScore, skillRatio } from "../matching/scoring.ts";
import { nearestOf } from "../matching/vectors.ts";
import type { Embedder, Services } from "../services.ts";
import type { Candidate } from "./candidates.ts";

/** What the score and the rank would be with one more of the required skills. */
export interface WhatIf {
  skill: string;
  matchScore: number;
  /** Among the job's matches as they are stored now. */
  rank: number;
}

/** A sentence of the requirements with the passage that is nearest to it. */
export interface RequirementCoverage {
  text: string;
  /** From the résumé's text; empty where it has no passage. */
  quote: string;
  /** UTF-16 offsets of the quote in the text. */
  start: number;
  end: number;
  /** In [−1, 1]; 0 where there is no passage. */
  cosine: number;
  /** The passage speaks of what the sentence asks for. */
  covered: boolean;
}

/** Both parts, for one candidate. */
export interface CandidateReasons {
  whatIf: WhatIf[];
  requirements: RequirementCoverage[];
}

/** Explains a candidate of the company. */
export async function explainCandidate(
  services: Pick<Services, "db"> & { embedder: Pick<Embedder, "embed"> },
  companyId: string,
  candidate: Candidate,
): Promise<CandidateReasons> {
  return {
    whatIf: await whatIf(services.db, companyId, candidate),
    requirements: await requirementCoverage(services, companyId, candidate),
  };
}

/**
 * Score and rank with each required skill that is missing now; the others' scores stay. One statement, since each of
 * them adds the same.
 */
async function whatIf(db: Database, companyId: string, candidate: Candidate): Promise<WhatIf[]> {
  const required = candidate.skills.filter((skill) => skill.required);
  const missing = required.filter(({ evidence }) => evidence === null);
  if (missing.length === 0) return [];
  const met = required.length - missing.length;
  const overall = overallScore(candidate.similarity, skillRatio(met + 1, required.length));
  const [row] = rowsOf<{ rank: number }>(
    await db.execute(sql`
      select 1 + count(*)::int as rank
      from ${matches} m
      where m.company_id = ${companyId}::uuid and m.job_id = ${candidate.jobId}::uuid
        and m.resume_id <> ${candidate.resumeId}::uuid
        and (m.overall > ${overall}::float8
          or m.overall = ${overall}::float8 and m.resume_id < ${candidate.resumeId}::uuid)`),
  );
  return missing.map(({ skill }) => ({ skill, matchScore: matchScore(overall), rank: row!.rank }));
}

async function requirementCoverage(
  services: Pick<Services, "db"> & { embedder: Pick<Embedder, "embed"> },
  companyId: string,
  { jobId, resumeId }: Pick<Candidate, "jobId" | "resumeId">,
): Promise<RequirementCoverage[]> {
  const { db, embedder } = services;
  const [texts] = await db.select({
    description: jobs.description,
    requirements: jobs.requirements,
    resume: resumes.text,
  }).from(jobs).innerJoin(resumes, and(eq(resumes.companyId, jobs.companyId), eq(resumes.id, resumeId)))
    .where(and(eq(jobs.companyId, companyId), eq(jobs.id, jobId)));
  const sentences = texts ? requirementSentences(texts) : [];
  if (!texts || sentences.length === 0) return [];
  const [vectors, passages] = await Promise.all([
    embedder.embed(sentences, "interactive"),
    passagesOf(db, companyId, resumeId),
  ]);
  const passageVectors = passages.map(({ vector }) => vector);
  return sentences.map((text, i) => {
    const nearest = nearestOf(vectors[i]!, passageVectors);
    if (!nearest) return { text, quote: "", start: 0, end: 0, cosine: 0, covered: false };
    const { start, end } = passages[nearest.index]!;
    const cosine = Math.round(nearest.cosine * 1e4) / 1e4;
    return {
      text,
      quote: texts.resume?.slice(start, end) ?? "",
      start,
      end,
      cosine,
      covered: cosine >= COVERED_COSINE_MIN,
    };
  });
}

/** In reading order. To send twenty sentences' vectors to the database takes it longer than to give a resume's away. */
async function passagesOf(
  db: Database,
  companyId: string,
  resumeId: string,
): Promise<{ start: number; end: number; vector: Float32Array }[]> {
  const rows = await db.select({
    start: resumePassages.start,
    end: resumePassages.end,
    embedding: resumePassages.embedding,
  }).from(resumePassages)
    .where(and(eq(resumePassages.companyId, companyId), eq(resumePassages.resumeId, resumeId)))
    .orderBy(asc(resumePassages.position));
  return rows.map(({ start, end, embedding }) => ({ start, end, vector: Float32Array.from(embedding) }));
}
