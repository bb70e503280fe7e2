/**
 * Scores labelled pairs as the product does, and as simpler rankings would. The preparation is the product's own:
 * reader, analysis, document vectors, evidence and formula.
 *
 * @module
 */
import { createDocuments } from "../compute/documents.ts";
import { createEmbedder } from "../compute/embedder.ts";
import { defaultModelFolder } from "../compute/model.ts";
import { loadTokenCounter } from "../compute/tokens.ts";
import { distinctSkills } from "../jobs/skills.ts";
import { createLog } from "../log.ts";
import { skillEvidence } from "../matching/evidence.ts";
import { analyseJob } from "../matching/job.ts";
import { readRequirement } from "../matching/requirement.ts";
import { analyseResume } from "../matching/resume.ts";
import { overallScore, similarityOf, skillRatio } from "../matching/scoring.ts";
import type { ResumeAnalysis } from "../matching/types.ts";
import { cosine, documentVector, HEAD_WEIGHT, nearestOf, TITLE_WEIGHT } from "../matching/vectors.ts";
import { keyOfPhrase, wordsOf } from "../matching/words.ts";
import type { Embedder } from "../services.ts";
import { readDocument } from "./sources.ts";
import type { DocumentFormat } from "../../workers/protocol.ts";
import { bm25 } from "./matching_bm25.ts";
import type { Pairs, PairsJob, PairsResume } from "./matching_pairs.ts";

/** Ways to score a pair, the product's first. */
export const rankings = [
  "match_score",
  "similarity alone",
  "skill_match alone",
  "BM25",
  "exact skills",
  "truncated embedding",
  "truncated embedding + exact skills",
] as const;

/** One of {@link rankings}. */
export type Ranking = typeof rankings[number];

/** A labelled pair with its scores. */
export interface ScoredPair {
  job: string;
  resume: string;
  grade: number;
  scores: Record<Ranking, number>;
}

/** What "present" means: fixed, so that figures do not move with the calendar. */
const TODAY = "2026-11";

/** The model cuts by itself, but should not be sent a book. */
const truncatedCharsMax = 4000;

/**
 * Scores every labelled pair.
 *
 * @param progress Told after each document.
 * @throws {Error} If a label names a job or résumé that is not there, or a file cannot be read.
 */
export async function scorePairs(
  pairs: Pairs,
  progress: (step: string, done: number, total: number) => void,
): Promise<ScoredPair[]> {
  const embedder = await createEmbedder();
  const reader = resumeReader();
  try {
    const countTokens = await loadTokenCounter(defaultModelFolder);
    const jobs = new Map<string, PreparedJob>();
    for (const job of pairs.jobs) {
      jobs.set(job.id, await prepareJob(embedder, job, countTokens));
      progress("jobs", jobs.size, pairs.jobs.length);
    }
    const skills = new Map([...jobs.values()].flatMap((job) => job.skills.map((skill) => [skill.key, skill])));
    const resumes = new Map<string, PreparedResume>();
    for (const resume of pairs.resumes) {
      const analysis = await reader.read(resume, countTokens);
      resumes.set(resume.id, await prepareResume(embedder, analysis, [...skills.values()]));
      progress("resumes", resumes.size, pairs.resumes.length);
    }
    const keywords = bm25([...resumes].map(([id, { words }]) => ({ id, words })));
    return pairs.labels.map((label) => {
      const [job, resume] = [jobs.get(label.job), resumes.get(label.resume)];
      if (!job || !resume) throw new Error(`Cannot score the pair ${label.job}, ${label.resume}: one is missing`);
      return {
        job: label.job,
        resume: label.resume,
        grade: label.label,
        scores: { ...scoresOf(job, resume), BM25: keywords(job.words, label.resume) },
      };
    });
  } finally {
    await Promise.all([embedder.close(), reader.close()]);
  }
}

interface PreparedSkill {
  key: string;
  name: string;
  vector: Float32Array;
}

interface PreparedJob {
  vector: Float32Array;
  skills: PreparedSkill[];
  words: string[];
  truncated: Float32Array;
}

interface PreparedResume {
  vector: Float32Array;
  /** Keys of the skills that it meets. */
  met: Set<string>;
  words: string[];
  /** Stems with a blank around each, to look for phrases in. */
  stems: string;
  truncated: Float32Array;
}

type CountTokens = (text: string) => number;

async function prepareJob(embedder: Embedder, job: PairsJob, countTokens: CountTokens): Promise<PreparedJob> {
  const analysis = analyseJob(job, countTokens);
  const typed = distinctSkills(job.skills_required);
  const skills = typed.length > 0 ? typed : distinctSkills(analysis.skills.map(({ skill }) => skill));
  const whole = [job.title, job.description, job.requirements, ...job.skills_required].join("\n");
  const [title, truncated, ...vectors] = await embedder.embed(
    [analysis.title, whole.slice(0, truncatedCharsMax), ...analysis.passages.map(({ text }) => text)],
    "bulk",
  );
  const skillVectors = await embedder.embed(skills.map(({ name }) => name), "bulk");
  const passages = analysis.passages.map(({ tokens }, i) => ({ tokens, vector: vectors[i]! }));
  return {
    vector: documentVector(passages, title!, TITLE_WEIGHT),
    skills: skills.map((skill, i) => ({ ...skill, vector: skillVectors[i]! })),
    words: wordsOf(whole).map(({ stem }) => stem),
    truncated: truncated!,
  };
}

async function prepareResume(
  embedder: Embedder,
  analysis: ResumeAnalysis,
  skills: readonly PreparedSkill[],
): Promise<PreparedResume> {
  const [head, truncated, ...vectors] = await embedder.embed(
    [analysis.head, analysis.text.slice(0, truncatedCharsMax), ...analysis.passages.map(({ text }) => text)],
    "bulk",
  );
  const passages = analysis.passages.map(({ tokens }, i) => ({ tokens, vector: vectors[i]! }));
  const evidence = skillEvidence(
    { ...analysis, names: analysis.fields.names, work: { experience: analysis.fields.experience, readOn: TODAY } },
    skills.map(({ name, vector }) => ({ name, best: nearest(vector, vectors) })),
  );
  const words = wordsOf(analysis.text).map(({ stem }) => stem);
  return {
    vector: documentVector(passages, analysis.head === "" ? null : head!, HEAD_WEIGHT),
    met: new Set(skills.filter((_, i) => evidence[i] !== null).map(({ key }) => key)),
    words,
    stems: ` ${words.join(" ")} `,
    truncated: truncated!,
  };
}

function nearest(vector: Float32Array, passages: readonly Float32Array[]): { passage: number; cosine: number } | null {
  const best = nearestOf(vector, passages);
  return best && { passage: best.index, cosine: best.cosine };
}

function scoresOf(job: PreparedJob, resume: PreparedResume): Omit<Record<Ranking, number>, "BM25"> {
  const similarity = similarityOf(cosine(job.vector, resume.vector));
  const ratio = skillRatio(job.skills.filter(({ key }) => resume.met.has(key)).length, job.skills.length);
  const literal = skillRatio(
    job.skills.filter(({ name }) =>
      readRequirement(name).alternatives.some((either) => resume.stems.includes(` ${keyOfPhrase(either)} `))
    ).length,
    job.skills.length,
  );
  const truncated = similarityOf(cosine(job.truncated, resume.truncated));
  return {
    match_score: overallScore(similarity, ratio),
    "similarity alone": similarity,
    "skill_match alone": ratio ?? 0,
    "exact skills": literal ?? 0,
    "truncated embedding": truncated,
    "truncated embedding + exact skills": overallScore(truncated, literal),
  };
}

/** Reads résumés as an upload of the file, or of the text as a TXT file, would. */
function resumeReader() {
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  return {
    async read({ text, file }: PairsResume, countTokens: CountTokens): Promise<ResumeAnalysis> {
      const bytes = file === undefined ? new TextEncoder().encode(text ?? "") : await Deno.readFile(file);
      const document = await readDocument(documents, bytes, formatOf(file ?? ".txt"));
      return analyseResume(document, countTokens, TODAY);
    },
    close: () => documents.close(),
  };
}

function formatOf(file: string): DocumentFormat {
  const ending = file.toLowerCase().split(".").at(-1);
  return ending === "pdf" || ending === "docx" ? ending : "txt";
}
