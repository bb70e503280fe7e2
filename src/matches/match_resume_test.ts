import { deepEqual, equal, ok } from "node:assert/strict";
import { fixtureFile } from "../../tests/harness/files.ts";
import { testApp } from "../../tests/harness/app.ts";
import { matches } from "../db/schema.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";
const nursing = {
  title: "Ward nurse",
  description: "You look after patients on our intensive care ward, by day and by night.",
  requirements: "Registered nurse with experience on a ward.",
  skills_required: ["Patient care", "Medication administration"],
};

Deno.test("POST /resumes/{id}/match ranks the open jobs as their own matching scores them, and leaves statuses alone", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const backend = await recruiter.job({ status: "open" });
  const nurse = await recruiter.job({ ...nursing, status: "open" });
  const closed = await recruiter.job({ title: "Backend developer", status: "closed" });
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"));
  const path = `/resumes/${resume.id}/match`;

  const all = await recruiter.send("POST", path, {}, { "idempotency-key": "once" });
  equal(all.status, 200, JSON.stringify(all.body));
  deepEqual(
    [all.body.total, all.body.data.map((row: { job_id: string }) => row.job_id)],
    [2, [backend.id, nurse.id]],
  );
  const [first, second] = all.body.data;
  deepEqual([first.resume_id, first.job_title, first.status], [resume.id, backend.title, "pending"]);
  ok(first.match_score > second.match_score);
  const again = await recruiter.send("POST", path, {}, { "idempotency-key": "once" });
  deepEqual([again.body, again.headers.get("idempotent-replayed")], [all.body, "true"]);

  await recruiter.patch(`/jobs/${backend.id}/candidates/${resume.id}`, { status: "shortlisted" });
  const some = await recruiter.post(path, {
    job_ids: [backend.id.toUpperCase(), backend.id, closed.id],
    max_results: 1,
  });
  deepEqual([some.body.total, some.body.data.length], [2, 1]);
  const best = await recruiter.post(path, { min_score: first.match_score - 0.01 });
  deepEqual([best.body.total, best.body.data[0].job_id, best.body.data[0].status], [1, backend.id, "shortlisted"]);

  const { job_title: _, ...asCandidate } = best.body.data[0];
  const byJob = await recruiter.post(`/jobs/${backend.id}/match`, {});
  deepEqual(asCandidate, byJob.body.data[0]);
  equal((await app.services.db.select().from(matches)).length, 3);
});

Deno.test("POST /resumes/{id}/match refuses bad input, readers, strangers and other companies' ids, and stores nothing", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const manager = await app.member(recruiter, "hiring_manager");
  const job = await recruiter.job({ status: "open" });
  const foreign = await other.job({ status: "open" });
  const { body: { resume } } = await recruiter.upload(await fixtureFile("nurse"));
  const path = `/resumes/${resume.id}/match`;

  for (const bad of [{ job_ids: [] }, { job_ids: ["x"] }, { max_results: 0 }, { min_score: 101 }, { all: true }]) {
    equal((await recruiter.post(path, bad)).status, 422);
  }
  equal((await recruiter.post(path, { job_ids: [job.id, foreign.id] })).status, 404);
  equal((await recruiter.post(`/resumes/${unknownId}/match`, {})).status, 404);
  equal((await other.post(path, {})).status, 404);
  equal((await manager.post(path, {})).status, 403);
  equal((await app.as("nonsense").post(path, {})).status, 401);
  deepEqual(await app.services.db.select().from(matches), []);
});

Deno.test("a resume that waits to be read is not matched", async () => {
  await using app = await testApp({ withoutConsumer: true, uploadWaitMs: 0 });
  const recruiter = await app.owner();
  await recruiter.job({ status: "open" });
  equal((await recruiter.upload(await fixtureFile("nurse"))).status, 202);
  const [waiting] = await app.services.db.query.resumes.findMany({ columns: { id: true } });

  equal((await recruiter.post(`/resumes/${waiting!.id}/match`, {})).status, 409);
});
