/**
 * What stands behind one candidate's score beyond the score itself: which passage speaks of each requirement, and what
 * another skill would change. Worked out when asked for; vectors of sentences come from the embedder's cache.
 *
 * @module
 */
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { jobs, matches, resumePassages, resumes } from "../db/schema.ts";
import { COVERED_COSINE_MIN, requirementSentences } from "../matching/requirements.ts";
import { matchScore, overallScore, skillRatio } from "../matching/scoring.ts";
import { nearestOf } from "../matching/vectors.ts";
import { correctedEvidence } from "../resumes/corrected.ts";
import type { Embedder, Services } from "../services.ts";
import type { Candidate } from "./candidates.ts";

/** What the score and the rank would be with one more skill in the resume. */
export interface WhatIf {
  /** A required one that is missing. */
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
  services: Pick<Services, "db"> & { embedder: Pick<Embedder, "embed" | "model"> },
  companyId: string,
  candidate: Candidate,
): Promise<CandidateReasons> {
  return {
    whatIf: await whatIf(services.db, companyId, candidate),
    requirements: await requirementCoverage(services, companyId, candidate),
  };
}

/**
 * Score and rank as they would be once somebody adds the skill to the resume's, with everything else that it meets; the
 * others' scores stay. Nothing where the match is stale: its evidence and its score are not of the same texts.
 */
async function whatIf(db: Database, companyId: string, candidate: Candidate): Promise<WhatIf[]> {
  const required = candidate.skills.filter((skill) => skill.required);
  const missing = required.filter(({ evidence }) => evidence === null).map(({ skill }) => skill);
  if (missing.length === 0 || candidate.stale) return [];
  const [resume] = await db.select({ extractedSkills: resumes.extractedSkills }).from(resumes)
    .where(and(eq(resumes.companyId, companyId), eq(resumes.id, candidate.resumeId)));
  const met = required.length - missing.length;
  const overalls = missing.map((skill) => {
    const evidence = correctedEvidence({ extractedSkills: resume!.extractedSkills, corrections: { skills: [skill] } });
    const added = missing.filter((wanted) => evidence(wanted, null) !== null).length;
    return overallScore(candidate.similarity, skillRatio(met + added, required.length));
  });
  const rankOf = await ranksAt(db, companyId, candidate, [...new Set(overalls)]);
  return missing.map((skill, i) => ({ skill, matchScore: matchScore(overalls[i]!), rank: rankOf.get(overalls[i]!)! }));
}

/** Where the candidate would stand with each of these overall scores. Two counts, each along the index of the ranking. */
async function ranksAt(
  db: Database,
  companyId: string,
  { jobId, resumeId }: Pick<Candidate, "jobId" | "resumeId">,
  overalls: readonly number[],
): Promise<Map<number, number>> {
  const others = (where: SQL) =>
    sql`(select count(*)::int from ${matches} m where m.company_id = ${companyId}::uuid and m.job_id = ${jobId}::uuid
      and m.resume_id <> ${resumeId}::uuid and ${where})`;
  const rows = rowsOf<{ at: number; rank: number }>(
    await db.execute(sql`
      select at, 1 + ${others(sql`m.overall > at`)}
        + ${others(sql`m.overall = at and m.resume_id < ${resumeId}::uuid`)} as rank
      from unnest(${`{${overalls.join(",")}}`}::float8[]) as at`),
  );
  return new Map(rows.map(({ at, rank }) => [at, rank]));
}

async function requirementCoverage(
  services: Pick<Services, "db"> & { embedder: Pick<Embedder, "embed" | "model"> },
  companyId: string,
  { jobId, resumeId }: Pick<Candidate, "jobId" | "resumeId">,
): Promise<RequirementCoverage[]> {
  const { db, embedder } = services;
  const [texts] = await db.select({
    description: jobs.description,
    requirements: jobs.requirements,
    resume: resumes.text,
    resumeModel: sql<string | null>`split_part(${resumes.preparedWith}, ' ', 1)`,
  }).from(jobs).innerJoin(resumes, and(eq(resumes.companyId, jobs.companyId), eq(resumes.id, resumeId)))
    .where(and(eq(jobs.companyId, companyId), eq(jobs.id, jobId)));
  const sentences = texts ? requirementSentences(texts) : [];
  if (!texts || sentences.length === 0 || texts.resumeModel !== embedder.model) return [];
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
