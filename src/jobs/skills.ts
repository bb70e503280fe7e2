/**
 * The skills that jobs name, interned per company so that each is embedded once and its evidence in a resume is
 * worked out once. The only writer of `skills` and `job_skills`.
 *
 * @module
 */
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { companies, jobs, jobSkills, skills } from "../db/schema.ts";
import { skillKey } from "../matching/skills.ts";
import { finite } from "../matching/vectors.ts";
import type { Embedder, Services } from "../services.ts";

/** A skill of a job, with the vector that its semantic evidence is measured against. */
export interface PreparedSkill {
  key: string;
  name: string;
  /** `null` where the company has the skill already. */
  vector: Float32Array | null;
}

/** Drops blanks and second spellings of one skill; the first spelling, in NFKC as texts are, and the order stay. */
export function distinctSkills(names: readonly string[]): { key: string; name: string }[] {
  const byKey = new Map<string, string>();
  for (const raw of names) {
    const name = raw.normalize("NFKC").trim().replace(/\s+/g, " ");
    const key = skillKey(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey].map(([key, name]) => ({ key, name }));
}

/** Embeds those skills that the company does not know yet. Slow, so outside of any transaction. */
export async function prepareSkills(
  services: Pick<Services, "db"> & { embedder: Pick<Embedder, "embed" | "model"> },
  companyId: string,
  wanted: readonly { key: string; name: string }[],
): Promise<PreparedSkill[]> {
  const keys = wanted.map(({ key }) => key);
  const known = keys.length === 0 ? [] : await services.db.select({ key: skills.key }).from(skills)
    .where(and(
      eq(skills.companyId, companyId),
      inArray(skills.key, keys),
      eq(skills.embeddedWith, services.embedder.model),
    ));
  const isKnown = new Set(known.map(({ key }) => key));
  const fresh = wanted.filter(({ key }) => !isKnown.has(key));
  const vectors = await services.embedder.embed(fresh.map(({ name }) => name), "interactive");
  const vectorOf = new Map(fresh.map(({ key }, i) => [key, vectors[i]!]));
  return wanted.map(({ key, name }) => ({ key, name, vector: vectorOf.get(key) ?? null }));
}

/**
 * Makes these the skills of a job. New ones get the company's next ids under its row lock, so that ids become visible
 * in ascending order and "evidence known up to id n" is a safe statement.
 */
export async function setJobSkills(
  tx: Database,
  input: { companyId: string; jobId: string; model: string; required: PreparedSkill[]; preferred: PreparedSkill[] },
): Promise<void> {
  const { companyId, jobId } = input;
  const all = [...input.required, ...input.preferred];
  await tx.delete(jobSkills).where(and(eq(jobSkills.companyId, companyId), eq(jobSkills.jobId, jobId)));
  if (all.length === 0) return;

  const [company] = await tx.select({ skillSeq: companies.skillSeq }).from(companies)
    .where(eq(companies.id, companyId)).for("update");
  const known = await tx.select({ id: skills.id, key: skills.key }).from(skills)
    .where(and(eq(skills.companyId, companyId), inArray(skills.key, all.map(({ key }) => key))));
  const idOf = new Map(known.map(({ id, key }) => [key, id]));

  const fresh = all.filter(({ key, vector }) => vector !== null && !idOf.has(key));
  let seq = company!.skillSeq;
  for (const { key } of fresh) idOf.set(key, ++seq);
  if (fresh.length > 0) {
    await tx.insert(skills).values(fresh.map(({ key, name, vector }) => ({
      companyId,
      id: idOf.get(key)!,
      key,
      name,
      embedding: Array.from(finite(vector!)),
      embeddedWith: input.model,
    })));
    await tx.update(companies).set({ skillSeq: seq }).where(eq(companies.id, companyId));
  }

  const rows = [
    ...input.required.map((skill, position) => ({ ...skill, position, required: true })),
    ...input.preferred.map((skill, position) => ({ ...skill, position, required: false })),
  ];
  await tx.insert(jobSkills).values(rows.map(({ key, position, required }) => ({
    companyId,
    jobId,
    skillId: idOf.get(key)!,
    required,
    position,
  })));
}

const REFRESH_BATCH = 100;

/**
 * Embeds every skill anew that was embedded with another model. Resumes read with that model are stale as well.
 *
 * @param jobId Only skills of this job's company: whatever of its resumes is read again is credited with all of them.
 */
export async function refreshSkills(services: Pick<Services, "db" | "embedder">, jobId: string | null): Promise<void> {
  const { model } = services.embedder;
  const { db } = services;
  const inScope = jobId === null
    ? undefined
    : inArray(skills.companyId, db.select({ id: jobs.companyId }).from(jobs).where(eq(jobs.id, jobId)));
  const isOld = and(ne(skills.embeddedWith, model), inScope);
  while (true) {
    const old = await db.select({ companyId: skills.companyId, id: skills.id, name: skills.name }).from(skills)
      .where(isOld).limit(REFRESH_BATCH);
    if (old.length === 0) return;
    const vectors = await services.embedder.embed(old.map(({ name }) => name), "bulk");
    await db.transaction(async (tx) => {
      for (const [i, { companyId, id }] of old.entries()) {
        await tx.update(skills).set({ embedding: Array.from(finite(vectors[i]!)), embeddedWith: model })
          .where(and(eq(skills.companyId, companyId), eq(skills.id, id)));
      }
    });
  }
}
