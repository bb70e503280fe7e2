import { deepEqual, equal, ok } from "node:assert/strict";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { v7 as newId } from "uuid";
import { testDatabase } from "../../tests/harness/database.ts";
import type { Database } from "../db/database.ts";
import { companies, DIMENSIONS, jobs, jobSkills, matches, resumes, resumeSkills, skills, users } from "../db/schema.ts";
import { overallScore, similarityOf, skillRatio } from "../matching/scoring.ts";
import { cosine } from "../matching/vectors.ts";
import { scoreJob } from "./score.ts";

/** Databases and processors add in another order: one unit of the last decimal that is stored. */
const ROUNDING = 1.5e-6;
const SKILLS = 5;
const now = new Date();

/** Few coordinates, so that vectors are alike, opposite, at right angles, or of no direction as well. */
const vector = fc.array(fc.constantFrom(-1, -0.25, 0, 0, 0.5, 1), { minLength: 3, maxLength: 3 })
  .map((few) => [...few, ...Array<number>(DIMENSIONS - few.length).fill(0)]);
const resume = fc.record({ vector, met: fc.array(fc.boolean(), { minLength: SKILLS, maxLength: SKILLS }) });
const world = fc.record({
  job: vector,
  required: fc.integer({ min: 0, max: SKILLS }),
  candidates: fc.array(resume, { minLength: 2, maxLength: 12 }),
});

Deno.test("a stored score is that of the formula, within its bounds, and rises with each of its parts", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const owner = await company(db);
  await fc.assert(
    fc.asyncProperty(world, async ({ job, required, candidates }) => {
      const jobId = await addJob(db, owner, job, required);
      const ids = await addResumes(db, owner, candidates);

      await db.transaction((tx) => scoreJob(tx, { companyId: owner.companyId, jobId, scope: { resumeIds: ids }, now }));

      const rows = await db.select().from(matches).where(eq(matches.jobId, jobId));
      const stored = new Map(rows.map((row) => [row.resumeId, row]));
      equal(stored.size, ids.length);
      for (const [i, { vector, met }] of candidates.entries()) {
        const { similarity, skillMatch, overall } = stored.get(ids[i]!)!;
        const expected = similarityOf(cosine(Float32Array.from(job), Float32Array.from(vector)));
        ok(Math.abs(similarity - expected) <= ROUNDING, `${similarity} for ${expected}`);
        equal(skillMatch, skillRatio(met.slice(0, required).filter(Boolean).length, required));
        equal(overall, overallScore(similarity, skillMatch));
        ok(overall >= 0 && overall <= 1);
      }
      for (const a of rows) {
        for (const b of rows) {
          const isAbove = a.similarity >= b.similarity && (a.skillMatch ?? 0) >= (b.skillMatch ?? 0);
          ok(!isAbove || a.overall >= b.overall);
        }
      }
    }),
    { numRuns: 25 },
  );
});

Deno.test("vectors without a direction are stored as similar to nothing", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const owner = await company(db);
  const zeros = Array<number>(DIMENSIONS).fill(0);
  const jobId = await addJob(db, owner, zeros, 1);
  const [id] = await addResumes(db, owner, [{ vector: zeros, met: [true] }]);
  await db.transaction((tx) => scoreJob(tx, { companyId: owner.companyId, jobId, scope: "all", now }));

  const [row] = await db.select().from(matches);
  deepEqual([row!.resumeId, row!.similarity, row!.skillMatch, row!.overall], [id, 0, 1, 0.4]);
});

interface Owner {
  companyId: string;
  userId: string;
}

async function company(db: Database): Promise<Owner> {
  const [companyId, userId] = [newId(), newId()];
  await db.insert(companies).values({ id: companyId, name: "Test", skillSeq: SKILLS, createdAt: now });
  const person = { email: "owner@example.com", fullName: "Owner", role: "admin" as const };
  await db.insert(users).values({ companyId, id: userId, ...person, createdAt: now, updatedAt: now });
  const embedding = Array<number>(DIMENSIONS).fill(0).with(0, 1);
  await db.insert(skills).values(Array.from({ length: SKILLS }, (_, i) => {
    const name = `Skill ${i + 1}`;
    return { companyId, id: i + 1, key: name, name, embedding, embeddedWith: "test" };
  }));
  return { companyId, userId };
}

async function addJob(db: Database, { companyId, userId }: Owner, embedding: number[], required: number) {
  const id = newId();
  await db.insert(jobs).values({
    companyId,
    id,
    title: "Engineer",
    company: "Test",
    description: "",
    requirements: "",
    skillsRequired: [],
    skillsPreferred: [],
    skillsDerived: false,
    status: "open",
    embedding,
    preparedWith: "test",
    createdBy: userId,
    createdAt: now,
    updatedAt: now,
  });
  const named = Array.from(
    { length: required },
    (_, position) => ({ skillId: position + 1, position, required: true }),
  );
  if (named.length > 0) await db.insert(jobSkills).values(named.map((skill) => ({ companyId, jobId: id, ...skill })));
  return id;
}

async function addResumes(
  db: Database,
  { companyId, userId }: Owner,
  candidates: readonly { vector: number[]; met: boolean[] }[],
): Promise<string[]> {
  const ids = candidates.map(() => newId());
  const file = { filename: "resume.txt", format: "txt" as const, sizeBytes: 1, status: "ready" as const };
  const made = { preparedWith: "test", creditedSeq: SKILLS, createdBy: userId, createdAt: now, updatedAt: now };
  await db.insert(resumes).values(
    candidates.map(({ vector }, i) => ({
      companyId,
      id: ids[i]!,
      sha256: ids[i]!,
      embedding: vector,
      ...file,
      ...made,
    })),
  );
  const evidence = { kind: "exact" as const, credit: 1, section: null, quote: "", start: 0, end: 0 };
  const rows = candidates.flatMap(({ met }, i) =>
    met.flatMap((isMet, k) => isMet ? [{ companyId, resumeId: ids[i]!, skillId: k + 1, ...evidence }] : [])
  );
  if (rows.length > 0) await db.insert(resumeSkills).values(rows);
  return ids;
}
