/**
 * Postings. The only writer of `jobs`.
 *
 * @module
 */
import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import type { Database } from "../db/database.ts";
import { jobs, matches } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { documentVector, TITLE_WEIGHT } from "../matching/vectors.ts";
import type { Actor, Analyst, Embedder, Services } from "../services.ts";
import { distinctSkills, type PreparedSkill, prepareSkills, setJobSkills } from "./skills.ts";

/** What a recruiter writes; skills as typed. */
export interface JobInput {
  title: string;
  company: string;
  description: string;
  requirements: string;
  skillsRequired: string[];
  skillsPreferred: string[];
  location: string | null;
  employmentType: Job["employmentType"];
  experienceLevel: Job["experienceLevel"];
  salary: Job["salary"];
  externalId: string | null;
  status: Job["status"];
}

const { embedding: _, ...withoutEmbedding } = getTableColumns(jobs);

/** A stored job, without its vector. */
export type Job = Omit<typeof jobs.$inferSelect, "embedding">;

/** What is worked out of a job's text before it is stored. */
export interface PreparedJob {
  embedding: number[];
  skillsRequired: string[];
  skillsPreferred: string[];
  skillsDerived: boolean;
  preferredDerived: boolean;
  required: PreparedSkill[];
  preferred: PreparedSkill[];
  preparedWith: string;
}

/** Says what a stored job or resume was made with: one that differs from the current one is stale. */
export function preparationVersion(services: { embedder: Pick<Embedder, "model">; analyst: Pick<Analyst, "version"> }) {
  return `${services.embedder.model} ${services.analyst.version}`;
}

/**
 * What `jobs.switching_from` becomes with an update that stores another vector: the model of the scores that are shown,
 * unless it is the vector's own, or nothing is shown.
 */
export function switchingTo(preparedWith: string): SQL<string | null> {
  return sql`case when exists (select 1 from ${matches}
      where ${matches.companyId} = ${jobs.companyId} and ${matches.jobId} = ${jobs.id})
    then nullif(coalesce(${jobs.switchingFrom}, split_part(${jobs.preparedWith}, ' ', 1)),
      split_part(${preparedWith}::text, ' ', 1)) end`;
}

/** Reads and embeds a job's text and skills. Slow, so outside of any transaction. */
export async function prepareJob(
  services: Pick<Services, "db"> & {
    embedder: Pick<Embedder, "embed" | "model">;
    analyst: Pick<Analyst, "job" | "version">;
  },
  companyId: string,
  input: Pick<JobInput, "title" | "description" | "requirements" | "skillsRequired" | "skillsPreferred">,
): Promise<PreparedJob> {
  const analysis = await services.analyst.job(input);
  const typed = distinctSkills(input.skillsRequired);
  const required = typed.length > 0 ? typed : distinctSkills(analysis.skills.map(nameOf));
  const isRequired = new Set(required.map(({ key }) => key));
  const typedPreferred = distinctSkills(input.skillsPreferred);
  const preferred = (typedPreferred.length > 0 ? typedPreferred : distinctSkills(analysis.preferred.map(nameOf)))
    .filter(({ key }) => !isRequired.has(key));

  const [title, ...vectors] = await services.embedder.embed(
    [analysis.title, ...analysis.passages.map(({ text }) => text)],
    "interactive",
  );
  const passages = analysis.passages.map(({ tokens }, i) => ({ tokens, vector: vectors[i]! }));
  const prepared = await prepareSkills(services, companyId, [...required, ...preferred]);
  return {
    embedding: Array.from(documentVector(passages, title!, TITLE_WEIGHT)),
    skillsRequired: required.map(({ name }) => name),
    skillsPreferred: preferred.map(({ name }) => name),
    skillsDerived: typed.length === 0 && required.length > 0,
    preferredDerived: typedPreferred.length === 0 && preferred.length > 0,
    required: prepared.slice(0, required.length),
    preferred: prepared.slice(required.length),
    preparedWith: preparationVersion(services),
  };
}

const nameOf = ({ skill }: { skill: string }) => skill;

/** What a person typed of a job's skills, without what was read out of its text. */
export function typedSkills(job: Job): Pick<JobInput, "skillsRequired" | "skillsPreferred"> {
  return {
    skillsRequired: job.skillsDerived ? [] : job.skillsRequired,
    skillsPreferred: job.preferredDerived ? [] : job.skillsPreferred,
  };
}

/** Stores a posting with its vector and its skills. */
export async function createJob(
  services: Pick<Services, "db" | "embedder" | "analyst" | "now" | "newId">,
  actor: Actor,
  input: JobInput,
): Promise<Job & { embedding: number[] }> {
  requireWriter(actor, "write jobs");
  const prepared = await prepareJob(services, actor.companyId, input);
  const now = services.now();
  const row: typeof jobs.$inferInsert = {
    ...input,
    companyId: actor.companyId,
    id: services.newId(),
    skillsRequired: prepared.skillsRequired,
    skillsPreferred: prepared.skillsPreferred,
    skillsDerived: prepared.skillsDerived,
    preferredDerived: prepared.preferredDerived,
    embedding: prepared.embedding,
    preparedWith: prepared.preparedWith,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return await services.db.transaction(async (tx) => {
    const [job] = await tx.insert(jobs).values(row).returning();
    await setJobSkills(tx, {
      companyId: actor.companyId,
      jobId: row.id,
      model: services.embedder.model,
      required: prepared.required,
      preferred: prepared.preferred,
    });
    return job!;
  });
}

/** @throws {AppError} `not_found` where the company has no such job. */
export async function getJob(services: Pick<Services, "db">, actor: Actor, id: string): Promise<Job> {
  const [job] = await services.db.select(withoutEmbedding).from(jobs)
    .where(and(eq(jobs.companyId, actor.companyId), eq(jobs.id, id)));
  if (!job) throw noSuchJob();
  return job;
}

/** The job's vector: 384 floats of unit length. */
export async function getJobEmbedding(services: Pick<Services, "db">, actor: Actor, id: string): Promise<number[]> {
  const [job] = await services.db.select({ embedding: jobs.embedding }).from(jobs)
    .where(and(eq(jobs.companyId, actor.companyId), eq(jobs.id, id)));
  if (!job) throw noSuchJob();
  return job.embedding;
}

/** Re-reads a job's text with the current model and taxonomy; its matches become stale. */
export async function refreshJob(
  services: Pick<Services, "db" | "embedder" | "analyst" | "now">,
  job: Job,
): Promise<void> {
  const prepared = await prepareJob(services, job.companyId, { ...job, ...typedSkills(job) });
  await services.db.transaction(async (tx) => {
    const updated = await tx.update(jobs).set({
      skillsRequired: prepared.skillsRequired,
      skillsPreferred: prepared.skillsPreferred,
      skillsDerived: prepared.skillsDerived,
      preferredDerived: prepared.preferredDerived,
      embedding: prepared.embedding,
      preparedWith: prepared.preparedWith,
      switchingFrom: switchingTo(prepared.preparedWith),
      contentVersion: job.contentVersion + 1,
      updatedAt: services.now(),
    }).where(and(
      eq(jobs.companyId, job.companyId),
      eq(jobs.id, job.id),
      eq(jobs.contentVersion, job.contentVersion),
    )).returning({ id: jobs.id });
    if (updated.length === 0) return; // somebody changed the job meanwhile: their write prepared it anew
    await setJobSkills(tx, {
      companyId: job.companyId,
      jobId: job.id,
      model: services.embedder.model,
      required: prepared.required,
      preferred: prepared.preferred,
    });
  });
}

/** Fails where the company has no such job; for verbs that are about to refer to it. */
export async function requireJob(db: Database, companyId: string, id: string): Promise<void> {
  const [job] = await db.select({ id: jobs.id }).from(jobs).where(and(eq(jobs.companyId, companyId), eq(jobs.id, id)));
  if (!job) throw noSuchJob();
}

/** What every verb answers that names a job the company does not have. */
export function noSuchJob(): AppError {
  return new AppError("not_found", "Cannot find the job: there is none with this id");
}
