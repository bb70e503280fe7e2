import { deepEqual, equal } from "node:assert/strict";
import { eq } from "drizzle-orm";
import { matches, operations } from "../db/schema.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";

import { matchJob } from "./match_job.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

async function uploaded(recruiter: Caller): Promise<string[]> {
  const ids = [];
  for (const name of ["backend", "nurse", "accountant"] as const) {
    ids.push((await recruiter.upload(await fixtureFile(name))).body.resume.id);
  }
  return ids;
}

Deno.test("POST /jobs/{id}/match scores the company's resumes, answers them ranked, and leaves statuses alone", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  await other.upload(await fixtureFile("backend"));
  const [backend, nurse] = await uploaded(recruiter);
  const job = await recruiter.job();
  const path = `/jobs/${job.id}`;

  const some = await recruiter.post(`${path}/match`, { resume_ids: [backend, nurse], max_results: 1 });
  equal(some.status, 200, JSON.stringify(some.body));
  deepEqual([some.body.total, some.body.data.length, some.body.data[0].resume_id], [2, 1, backend]);
  equal((await recruiter.get(`${path}/candidates`)).body.total, 2);
  await recruiter.patch(`${path}/candidates/${backend}`, { status: "shortlisted" });

  const all = await recruiter.post(`${path}/match`, {});
  equal(all.body.total, 3);
  const listed = await recruiter.get(`${path}/candidates`);
  deepEqual(all.body.data, listed.body.data);
  equal(all.body.data[0].status, "shortlisted");
  const best = await recruiter.post(`${path}/match`, { min_score: all.body.data[0].match_score - 0.01 });
  deepEqual([best.body.total, best.body.data[0].resume_id], [1, backend]);
  equal((await app.services.db.select().from(matches)).length, 3);
});

Deno.test("POST /jobs/{id}/match answers 202 to who does not want to wait, and the operation ends well", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  await uploaded(recruiter);
  const job = await recruiter.job();

  const asked = await recruiter.send("POST", `/jobs/${job.id}/match`, {}, {
    prefer: "respond-async",
    "idempotency-key": "once",
  });
  equal(asked.status, 202);
  equal(asked.body.kind, "match");
  equal(asked.headers.get("location"), `/api/v1/operations/${asked.body.id}`);
  let operation: Json = asked.body;
  while (operation.status === "queued" || operation.status === "running") {
    await new Promise((resolve) => setTimeout(resolve, 10));
    operation = (await recruiter.get(`/operations/${asked.body.id}`)).body;
  }
  deepEqual([operation.status, operation.progress], ["succeeded", { done: 3, total: 3 }]);
  equal((await recruiter.get(`/jobs/${job.id}/candidates`)).body.total, 3);
  const again = await recruiter.send("POST", `/jobs/${job.id}/match`, {}, {
    prefer: "respond-async",
    "idempotency-key": "once",
  });
  deepEqual([again.status, again.body.id], [202, asked.body.id]);
});

Deno.test("POST /jobs/{id}/match refuses bad input, readers, strangers and other companies' ids, and queues nothing", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const manager = await app.member(recruiter, "hiring_manager");
  const { body: { resume: foreign } } = await other.upload(await fixtureFile("nurse"));
  const job = await recruiter.job();
  const path = `/jobs/${job.id}/match`;
  const before = (await app.services.db.select().from(operations)).length;

  for (
    const bad of [{ resume_ids: [] }, { resume_ids: ["x"] }, { max_results: 0 }, { max_results: 201 }, {
      min_score: 101,
    }, {
      all: true,
    }]
  ) equal((await recruiter.post(path, bad)).status, 422);
  equal((await recruiter.post(path, { resume_ids: [foreign.id] })).status, 404);
  equal((await recruiter.post(`/jobs/${unknownId}/match`, {})).status, 404);
  equal((await other.post(path, {})).status, 404);
  equal((await manager.post(path, {})).status, 403);
  equal((await app.as("nonsense").post(path, {})).status, 401);
  equal((await app.services.db.select().from(operations)).length, before);
});

Deno.test("a job whose task runs again after a crash is scored to the same matches, and tells no change", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  await uploaded(recruiter);
  const job = await recruiter.job();
  await recruiter.post(`/jobs/${job.id}/match`, {});
  const before = await app.services.db.select().from(matches);
  const [operation] = await app.services.db.select().from(operations).where(eq(operations.kind, "match"));

  const task = { companyId: recruiter.user.company_id, resumeId: null, jobId: job.id, operationId: operation!.id };
  for (const resumes of ["all", "stale"] as const) await matchJob(app.services, { ...task, resumes });

  deepEqual(await app.services.db.select().from(matches), before);
  deepEqual(await app.services.db.select().from(operations).where(eq(operations.kind, "match")), [operation]);
});
