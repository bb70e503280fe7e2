import { deepEqual, equal, ok } from "node:assert/strict";
import { eq } from "drizzle-orm";
import { matches, matchStatusChanges } from "../db/schema.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { testApp } from "../../tests/harness/app.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

Deno.test("GET /jobs/{id}/candidates ranks by match_score, with scores that are exactly the formula", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  for (const name of ["backend", "nurse", "accountant"] as const) {
    equal((await recruiter.upload(await fixtureFile(name), { job_id: job.id })).status, 201);
  }

  const { status, body } = await recruiter.get(`/jobs/${job.id}/candidates`);

  equal(status, 200);
  equal(body.total, 3);
  deepEqual(body.data.map((candidate: { rank: number }) => candidate.rank), [1, 2, 3]);
  for (const { similarity, skill_match, overall, match_score } of body.data) {
    equal(overall, 0.6 * similarity + 0.4 * skill_match);
    equal(match_score, Math.round(100 * overall * 100) / 100);
  }
  const scores = body.data.map((candidate: { match_score: number }) => candidate.match_score);
  deepEqual(scores, scores.toSorted((a: number, b: number) => b - a));
  ok(body.data[0].explanation.length > 0);
});

Deno.test("candidates come page by page, in the same order, and a cursor of another filter is refused", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  for (const name of ["backend", "nurse", "accountant"] as const) {
    await recruiter.upload(await fixtureFile(name), { job_id: job.id });
  }
  const whole = await recruiter.get(`/jobs/${job.id}/candidates`);

  const first = await recruiter.get(`/jobs/${job.id}/candidates?limit=2`);
  const cursor = encodeURIComponent(first.body.next_cursor);
  const second = await recruiter.get(`/jobs/${job.id}/candidates?limit=2&cursor=${cursor}`);

  equal(first.body.has_more, true);
  ok(first.headers.get("link")?.endsWith('rel="next"'));
  equal(second.body.has_more, false);
  deepEqual([...first.body.data, ...second.body.data], whole.body.data);
  equal((await recruiter.get(`/jobs/${job.id}/candidates?status=hired&cursor=${cursor}`)).status, 422);
  equal((await recruiter.get(`/jobs/${job.id}/candidates?limit=1000000`)).status, 422);
});

Deno.test("PATCH …/candidates/{id} moves the status, keeps who and why, and leaves the score", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body: uploaded } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const path = `/jobs/${job.id}/candidates/${uploaded.resume.id}`;

  const moved = await recruiter.patch(path, { status: "shortlisted", reason: "Runs the same stack" });

  equal(moved.status, 200);
  equal(moved.body.status, "shortlisted");
  equal(moved.body.match_score, uploaded.match.match_score);
  const [change] = await app.services.db.select().from(matchStatusChanges);
  deepEqual(
    [change?.fromStatus, change?.toStatus, change?.reason, change?.changedBy],
    ["pending", "shortlisted", "Runs the same stack", recruiter.user.id],
  );
});

Deno.test("PATCH …/candidates/{id} refuses bad input, strangers and other companies, and stores nothing", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const job = await recruiter.job();
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const path = `/jobs/${job.id}/candidates/${resume.id}`;

  equal((await recruiter.patch(path, { status: "promoted" })).status, 422);
  equal((await recruiter.patch(path, { status: "hired", score: 100 })).status, 422);
  equal((await recruiter.patch(path, {})).status, 422);
  equal((await recruiter.patch(`/jobs/${job.id}/candidates/${unknownId}`, { status: "hired" })).status, 404);
  equal((await other.patch(path, { status: "hired" })).status, 404);
  equal((await other.get(path)).status, 404);
  equal((await other.get(`/jobs/${job.id}/candidates`)).status, 404);
  equal((await app.as("nonsense").patch(path, { status: "hired" })).status, 401);

  deepEqual(await app.services.db.select().from(matchStatusChanges), []);
  const [match] = await app.services.db.select().from(matches).where(eq(matches.resumeId, resume.id));
  equal(match?.status, "pending");
});
