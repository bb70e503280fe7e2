import { deepEqual, equal, ok } from "node:assert/strict";
import { and, eq, sql } from "drizzle-orm";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { getJob, refreshJob } from "../jobs/jobs.ts";
import { jobs, resumes } from "../db/schema.ts";
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
