/**
 * How a text would score against a job, by the same steps as an upload, with nothing stored.
 *
 * @module
 */
import { distinctSkills } from "../jobs/skills.ts";
import { countMentions, explain, type Explanation } from "../matching/explain.ts";
import { overallScore, similarityOf, skillRatio } from "../matching/scoring.ts";
import type { JobAnalysis, ResumeAnalysis } from "../matching/types.ts";
import { cosine, documentVector, HEAD_WEIGHT, nearestOf, TITLE_WEIGHT } from "../matching/vectors.ts";
import type { Embedder, Services } from "../services.ts";
import type { SkillOfJob } from "./candidates.ts";

/** A job that is not stored. */
export interface JobText {
  title: string;
  description: string;
  requirements: string;
  /** Where empty, the skills found in the text. */
  skillsRequired: string[];
}

/** A score with what explains it. */
export interface TextScore {
  similarity: number;
  skillMatch: number | null;
  overall: number;
  skills: SkillOfJob[];
  /** The required skills were read out of the job's text. */
  skillsDerived: boolean;
  flags: string[];
  told: Explanation;
}

/** There are no others to compare with: nothing is said of a standing among them. */
const NO_STANDING = 0;

/** @throws {AppError} `empty` or `too_complex` for a text that cannot be read. */
export async function scoreTexts(
  services: Pick<Services, "documents" | "analyst" | "now"> & { embedder: Pick<Embedder, "embed"> },
  input: { job: JobText; resume: string },
): Promise<TextScore> {
  const { analyst, documents, embedder } = services;
  const document = await documents.read(new TextEncoder().encode(input.resume), "txt");
  const [resume, job] = await Promise.all([analyst.resume(document), analyst.job(input.job)]);
  const typed = distinctSkills(input.job.skillsRequired);
  const required = (typed.length > 0 ? typed : distinctSkills(job.skills.map(({ skill }) => skill)))
    .map(({ name }) => name);
  const [jobVector, { resumeVector, passages }, skillVectors] = await Promise.all([
    embedJob(embedder, job),
    embedResume(embedder, resume),
    embedder.embed(required, "interactive"),
  ]);

  const found = await analyst.evidence(
    {
      text: resume.text,
      sections: resume.sections,
      passages: resume.passages,
      names: resume.fields.names,
      work: { experience: resume.fields.experience, readOn: services.now().toISOString().slice(0, 7) },
    },
    required.map((name, i) => {
      const nearest = nearestOf(skillVectors[i]!, passages);
      return { name, best: nearest && { passage: nearest.index, cosine: nearest.cosine } };
    }),
  );
  const skills = required.map((skill, i) => ({
    skill,
    required: true,
    evidence: found[i] ?? null,
    isPending: false,
  }));
  const similarity = similarityOf(cosine(resumeVector, jobVector));
  const skillMatch = skillRatio(skills.filter(({ evidence }) => evidence !== null).length, skills.length);
  const score = { similarity, skillMatch, overall: overallScore(similarity, skillMatch) };
  const { flags } = resume;
  const told = explain({
    ...score,
    required: skills,
    preferred: [],
    mentioned: countMentions(resume.skills),
    flags,
    percentile: NO_STANDING,
  });
  return { ...score, skills, skillsDerived: typed.length === 0 && skills.length > 0, flags, told };
}

async function embedJob(embedder: Pick<Embedder, "embed">, job: JobAnalysis): Promise<Float32Array> {
  const texts = job.passages.map(({ text }) => text);
  const [title, ...vectors] = await embedder.embed([job.title, ...texts], "interactive");
  return documentVector(
    job.passages.map(({ tokens }, i) => ({ tokens, vector: vectors[i]! })),
    title!,
    TITLE_WEIGHT,
  );
}

async function embedResume(
  embedder: Pick<Embedder, "embed">,
  resume: ResumeAnalysis,
): Promise<{ resumeVector: Float32Array; passages: Float32Array[] }> {
  const texts = resume.passages.map(({ text }) => text);
  const [head, ...passages] = await embedder.embed([resume.head, ...texts], "interactive");
  const weighted = resume.passages.map(({ tokens }, i) => ({ tokens, vector: passages[i]! }));
  return { passages, resumeVector: documentVector(weighted, resume.head === "" ? null : head!, HEAD_WEIGHT) };
}
