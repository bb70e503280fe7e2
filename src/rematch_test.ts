import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { and, eq } from "drizzle-orm";
import { type TestApp, testApp } from "../tests/harness/app.ts";
import { fixtureFile } from "../tests/harness/files.ts";
import { matches, rematchRuns } from "./db/schema.ts";
import { rematch } from "./rematch_run.ts";

const everything = { jobId: null, staleOnly: false, dryRun: false };
const quiet = () => {};

/** Two jobs with two candidates each, one of them shortlisted. */
async function seeded(app: TestApp): Promise<void> {
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("chef"), { job_id: job.id });
  const other = await recruiter.job({ title: "Head chef", skills_required: ["Menu planning"] });
  await recruiter.upload(await fixtureFile("backend"), { job_id: other.id });
  await recruiter.upload(await fixtureFile("chef"), { job_id: other.id });
  equal((await recruiter.patch(`/jobs/${job.id}/candidates/${body.resume.id}`, { status: "shortlisted" })).status, 200);
}

const stored = ({ services }: TestApp) =>
  services.db.select({
    resumeId: matches.resumeId,
    jobId: matches.jobId,
    overall: matches.overall,
    status: matches.status,
    jobVersion: matches.jobVersion,
  }).from(matches).orderBy(matches.jobId, matches.resumeId);

Deno.test("rematch scores every match anew, and leaves scores of the same inputs and statuses as they were", async () => {
  await using app = await testApp();
  await seeded(app);
  const before = await stored(app);
  const report = await rematch(app.services, everything, quiet);
  equal(report.matchesScored, 4);
  equal(report.jobsScored, 2);
  deepEqual(report.moves, { scores: 0, ranks: 0, firsts: 0, largest: [] });
  deepEqual(await stored(app), before);
});

Deno.test("rematch tells which scores and ranks it moved, the largest move first", async () => {
  await using app = await testApp();
  await seeded(app);
  const before = await stored(app);
  const [first] = before;
  const ofJob = before.filter(({ jobId }) => jobId === first!.jobId).sort((a, b) => b.overall - a.overall);
  const [best, other] = [ofJob[0]!, ofJob[1]!];
  await app.services.db.update(matches).set({ overall: 0, scoreVersion: 0 })
    .where(and(eq(matches.jobId, best.jobId), eq(matches.resumeId, best.resumeId)));

  const { moves } = await rematch(app.services, { jobId: null, staleOnly: true, dryRun: false }, quiet);

  deepEqual(moves, {
    scores: 1,
    ranks: 2,
    firsts: 1,
    largest: [{
      jobId: best.jobId,
      resumeId: best.resumeId,
      before: 0,
      after: best.overall,
      rankBefore: 2,
      rankAfter: 1,
    }],
  });
  ok(other.overall > 0);
  deepEqual(await stored(app), before);
});

Deno.test("a rematch that is broken off goes on where it was, under the same run", async () => {
  await using app = await testApp();
  await seeded(app);
  const before = await stored(app);
  await rejects(
    rematch(app.services, everything, (step) => {
      if (step === "matches scored") throw new Error("pulled the plug");
    }),
    /pulled the plug/,
  );
  const half = await stored(app);
  ok(half.some(({ jobVersion }) => jobVersion === 0), "nothing was left to do");

  const report = await rematch(app.services, everything, quiet);

  equal(report.matchesScored, half.filter(({ jobVersion }) => jobVersion === 0).length);
  deepEqual(await stored(app), before);
  const runs = await app.services.db.select().from(rematchRuns);
  equal(runs.length, 1);
  ok(runs[0]?.finishedAt);
});

Deno.test("a dry run counts what is stale, and writes nothing", async () => {
  await using app = await testApp();
  await seeded(app);
  const [first] = await stored(app);
  await app.services.db.update(matches).set({ overall: 0, scoreVersion: 0 }).where(eq(matches.jobId, first!.jobId));
  const before = await stored(app);

  const counted = await rematch(app.services, { jobId: null, staleOnly: true, dryRun: true }, quiet);
  equal(counted.matchesScored, 2);
  deepEqual(await stored(app), before);

  equal((await rematch(app.services, { jobId: null, staleOnly: true, dryRun: false }, quiet)).matchesScored, 2);
  ok((await stored(app)).every(({ overall }) => overall > 0));
});
