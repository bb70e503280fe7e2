import { deepEqual, equal, ok } from "node:assert/strict";
import { setImmediate } from "node:timers";
import { and, count, eq, sql } from "drizzle-orm";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { getJob, preparationVersion, prepareJob, refreshJob } from "../jobs/jobs.ts";
import { rowsOf } from "../db/database.ts";
import { jobs, jobSkills, matches, resumeFiles, resumes, resumeSkills } from "../db/schema.ts";
import { overallScore, SCORE_VERSION, similarityOf, skillRatio } from "../matching/scoring.ts";
import { cosine } from "../matching/vectors.ts";
import { vectorsOf } from "../resumes/vectors.ts";
import { rescoreStale } from "./rescore.ts";

const candidates = async (recruiter: Caller, job: Json): Promise<Json[]> =>
  (await recruiter.get(`/jobs/${job.id}/candidates`)).body.data;
const staleOf = (data: Json[]) => data.map(({ stale }) => stale);

Deno.test("a changed job makes exactly its matches stale, and a rescore of it brings them up to date", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const [job, other] = [await recruiter.job(), await recruiter.job({ title: "Head chef" })];
  for (const who of ["backend", "chef"] as const) {
    const file = await fixtureFile(who);
    await recruiter.upload(file, { job_id: job.id });
    await recruiter.upload(file, { job_id: other.id });
  }
  const [first, second] = await candidates(recruiter, job);
  await recruiter.patch(`/jobs/${job.id}/candidates/${first.resume_id}`, { status: "shortlisted" });
  const companyId = recruiter.user.company_id;
  const skills = ["TypeScript", "Menu planning"];
  await app.services.db.update(jobs).set({ skillsRequired: skills }).where(eq(jobs.id, job.id));
  const actor = { userId: recruiter.user.id, companyId, role: "recruiter" as const, isOwner: true };
  await refreshJob(app.services, await getJob(app.services, actor, job.id));

  deepEqual(staleOf(await candidates(recruiter, job)), [true, true]);
  deepEqual(staleOf(await candidates(recruiter, other)), [false, false]);
  equal(await rescoreStale(app.services, companyId, { jobId: job.id }), 2);

  const after = await candidates(recruiter, job);
  deepEqual(staleOf(after), [false, false]);
  const byId = new Map(after.map((candidate) => [candidate.resume_id, candidate]));
  equal(byId.get(first.resume_id).status, "shortlisted");
  deepEqual([first, second].map(({ resume_id }) => byId.get(resume_id).skill_match), [0.5, 0.5]);
  equal(await rescoreStale(app.services, companyId, { jobId: job.id }), 0);
});

Deno.test("a changed resume makes its matches stale in every job, and one rescore of it serves them all", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const all = [await recruiter.job(), await recruiter.job({ title: "Head chef" }), await recruiter.job({ title: "x" })];
  let resumeId = "";
  for (const job of all) {
    resumeId = (await recruiter.upload(await fixtureFile("backend"), { job_id: job.id })).body.resume.id;
    await recruiter.upload(await fixtureFile("chef"), { job_id: job.id });
  }
  const companyId = recruiter.user.company_id;
  await app.services.db.update(resumes).set({ contentVersion: sql`${resumes.contentVersion} + 1` })
    .where(and(eq(resumes.companyId, companyId), eq(resumes.id, resumeId)));

  for (const job of all) {
    const data = await candidates(recruiter, job);
    ok(data.every(({ resume_id, stale }) => stale === (resume_id === resumeId)));
  }
  equal(await rescoreStale(app.services, companyId, { resumeId }), 3);
  for (const job of all) deepEqual(staleOf(await candidates(recruiter, job)), [false, false]);
  const stranger = await app.owner();
  equal(await rescoreStale(app.services, stranger.user.company_id, { resumeId }), 0);
});

Deno.test("many matches are rescored in one transaction, and others have a turn between its statements", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const { db } = app.services;
  const companyId = recruiter.user.company_id;
  await db.execute(sql`
    insert into resumes (company_id, id, status, sha256, filename, format, size_bytes, text, sections, extracted_skills,
      embedding, prepared_with, credited_seq, created_by, created_at, updated_at)
    select company_id, gen_random_uuid(), 'ready', n::text, 'x.txt', 'txt', 1, 'x', '[]', '[]', embedding, prepared_with,
      credited_seq, created_by, created_at, updated_at
    from resumes, generate_series(1, 2099) n`);
  await db.execute(sql`
    insert into matches (company_id, job_id, resume_id, similarity, overall, score_version, job_version, resume_version,
      status, created_at, updated_at)
    select company_id, ${job.id}::uuid, id, 0, 0, 0, 0, content_version, 'shortlisted', created_at, updated_at from resumes
    on conflict (company_id, job_id, resume_id) do update set job_version = 0`);
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);

  equal(await rescoreStale(app.services, companyId, { jobId: job.id }), 2100);
  isOver = true;

  ok(turns >= 4, `${turns} turns: begin, which are stale, three slices`);
  const rows = await db.select().from(matches);
  equal(rows.filter(({ status }) => status === "shortlisted").length, 2099);
  ok(rows.every(({ jobVersion, overall }) => jobVersion > 0 && overall > 0));
  const writers = await db.execute(sql`select count(distinct xmin::text)::int as n from matches`);
  deepEqual(rowsOf<{ n: number }>(writers), [{ n: 1 }]);
});

Deno.test("a score that is not stale can be made again from what is stored: texts, versions, vectors and evidence", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  for (const fields of [{}, { skills_required: [] }, { title: "Head chef", skills_required: ["Menu planning"] }]) {
    const { id: job_id } = await recruiter.job(fields);
    for (const who of ["backend", "chef"] as const) await recruiter.upload(await fixtureFile(who), { job_id });
  }
  const { db } = app.services;
  const companyId = recruiter.user.company_id;
  const stored = await db.select().from(matches)
    .innerJoin(jobs, eq(jobs.id, matches.jobId)).innerJoin(resumes, eq(resumes.id, matches.resumeId));
  equal(stored.length, 6);
  for (const { matches: match, jobs: job, resumes: resume } of stored) {
    deepEqual([match.jobVersion, match.resumeVersion], [job.contentVersion, resume.contentVersion]);
    const current = preparationVersion(app.services);
    deepEqual([job.preparedWith, resume.preparedWith, match.scoreVersion], [current, current, SCORE_VERSION]);

    // The texts give what is embedded and what is required.
    const skillsRequired = job.skillsDerived ? [] : job.skillsRequired;
    const prepared = await prepareJob(app.services, companyId, { ...job, skillsRequired });
    deepEqual(Float32Array.from(prepared.embedding), Float32Array.from(job.embedding));
    deepEqual(prepared.skillsRequired, job.skillsRequired);
    const { bytes } = (await db.select().from(resumeFiles).where(eq(resumeFiles.resumeId, resume.id)))[0]!;
    const analysis = await app.services.analyst.resume(await app.services.documents.read(bytes, "pdf"));
    const { embeddedHash } = await vectorsOf(app.services, { companyId, resumeId: resume.id }, analysis);
    equal(embeddedHash, resume.embeddedHash);

    // Those give the score.
    const [needed] = await db.select({ required: count(), met: count(resumeSkills.skillId) }).from(jobSkills)
      .leftJoin(resumeSkills, and(eq(resumeSkills.skillId, jobSkills.skillId), eq(resumeSkills.resumeId, resume.id)))
      .where(and(eq(jobSkills.jobId, job.id), eq(jobSkills.required, true)));
    const similarity = similarityOf(cosine(Float32Array.from(resume.embedding!), Float32Array.from(job.embedding)));
    const skillMatch = skillRatio(needed!.met, needed!.required);
    ok(Math.abs(match.similarity - similarity) < 2e-6);
    deepEqual([match.skillMatch, match.overall], [skillMatch, overallScore(match.similarity, skillMatch)]);
  }
});
