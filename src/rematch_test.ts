import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { and, eq, ne, type SQL, StringChunk } from "drizzle-orm";
import { type Caller, type Json, type TestApp, testApp } from "../tests/harness/app.ts";
import { fixtureFile } from "../tests/harness/files.ts";
import { jobs, matches, rematchRuns, resumes } from "./db/schema.ts";
import { countRematch, rematch } from "./rematch_run.ts";

const everything = { jobId: null, staleOnly: false };
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

  const { moves } = await rematch(app.services, { jobId: null, staleOnly: true }, quiet);

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

Deno.test("a rematch that is broken off goes on where it was, and its report is of the whole run", async () => {
  await using app = await testApp();
  await seeded(app);
  const { db } = app.services;
  await db.update(matches).set({ overall: 0 });
  await db.update(resumes).set({ preparedWith: "older@q8 1" });
  await rejects(
    rematch(app.services, everything, (step) => {
      if (step === "matches scored") throw new Error("pulled the plug");
    }),
    /pulled the plug/,
  );
  const half = await stored(app);
  equal(half.filter(({ jobVersion }) => jobVersion === 0).length, 2, "one of two jobs is left");

  const report = await rematch(app.services, everything, quiet);

  const { moves, ...counts } = report;
  deepEqual(counts, { resumesRead: 2, resumesFailed: 0, jobsPrepared: 0, jobsScored: 2, matchesScored: 4 });
  equal(moves.scores, 4);
  equal(moves.largest.length, 4);
  ok((await stored(app)).every(({ overall, jobVersion }) => overall > 0 && jobVersion > 0));
  const [run, ...others] = await db.select().from(rematchRuns);
  deepEqual([run!.report, others], [report, []]);
  ok(run!.finishedAt);
  equal((await rematch(app.services, { jobId: null, staleOnly: true }, quiet)).matchesScored, 0, "another run");
});

Deno.test("a rematch that is broken off while it marks has marked everything before it scores", async () => {
  await using app = await testApp();
  await seeded(app);
  const { services } = app;
  let updates = 0;
  const execute = services.db.execute.bind(services.db);
  const db = new Proxy(services.db, {
    get(target, name) {
      if (name !== "execute") return Reflect.get(target, name);
      return (query: SQL) => {
        const isUpdate = query.queryChunks.some((chunk) =>
          chunk instanceof StringChunk && /set job_version = 0/.test(chunk.value[0]!)
        );
        if (isUpdate && ++updates === 2) throw new Error("pulled the plug");
        return execute(query);
      };
    },
  });
  await rejects(rematch({ ...services, db }, everything, quiet), /pulled the plug/);
  equal((await stored(app)).filter(({ jobVersion }) => jobVersion === 0).length, 2, "one of two jobs is marked");

  equal((await rematch(services, everything, quiet)).matchesScored, 4);
  equal((await services.db.select().from(rematchRuns)).length, 1);
});

Deno.test("whoever is matched in the moment in which a job changes over is scored by the same rematch", async () => {
  await using app = await testApp();
  await seeded(app);
  const { services } = app;
  let changed = 0;
  // As an upload does whose statement began before the change, and was committed after it.
  const late = async () => {
    const [done] = await services.db.select().from(matches).where(ne(matches.jobVersion, 0)).limit(1);
    const { jobId, resumeId } = done!;
    await services.db.update(matches).set({ jobVersion: 0 })
      .where(and(eq(matches.jobId, jobId), eq(matches.resumeId, resumeId)));
  };
  const db = new Proxy(services.db, {
    get(target, name) {
      if (name !== "transaction") return Reflect.get(target, name);
      return async (...args: Parameters<typeof target.transaction>) => {
        const result = await target.transaction(...args);
        if (++changed === 1) await late();
        return result;
      };
    },
  });

  equal((await rematch({ ...services, db }, everything, quiet)).matchesScored, 5);
  ok((await stored(app)).every(({ jobVersion }) => jobVersion > 0));
});

Deno.test("a rematch of one job reads its resumes only, and what it leaves stale is what they changed", async () => {
  await using app = await testApp();
  const [recruiter, stranger] = [await app.owner(), await app.owner()];
  const [job, other] = [await recruiter.job(), await recruiter.job({ title: "Head chef" })];
  await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const { body: shared } = await recruiter.upload(await fixtureFile("chef"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("chef"), { job_id: other.id });
  await recruiter.upload(await fixtureFile("nurse"), { job_id: other.id });
  const theirs = await stranger.job();
  await stranger.upload(await fixtureFile("backend"), { job_id: theirs.id });
  const { db } = app.services;
  const readWith = () =>
    db.select({ id: resumes.id, filename: resumes.filename, preparedWith: resumes.preparedWith, text: resumes.text })
      .from(resumes).orderBy(resumes.id);
  const current = (await readWith())[0]!.preparedWith;
  const older = current!.replace("taxonomy", "older");
  await db.update(jobs).set({ preparedWith: older });
  await db.update(resumes).set({ preparedWith: older });
  const scope = { jobId: job.id, staleOnly: true };
  const counted = await countRematch(app.services, scope);

  const report = await rematch(app.services, scope, quiet);

  deepEqual({ ...report, moves: counted.moves }, counted);
  deepEqual([report.resumesRead, report.jobsPrepared, report.jobsScored, report.matchesScored], [2, 1, 1, 2]);
  deepEqual((await readWith()).map(({ preparedWith }) => preparedWith), [current, current, older, older]);
  const staleOf = async (caller: Caller, { id }: Json) =>
    (await caller.get(`/jobs/${id}/candidates`)).body.data.filter(({ stale }: Json) => stale)
      .map(({ resume_id }: Json) => resume_id);
  deepEqual(await staleOf(recruiter, job), []);
  deepEqual(await staleOf(recruiter, other), [shared.resume.id]);
  deepEqual(await staleOf(stranger, theirs), []);
});

Deno.test("a dry run counts what is stale, and writes nothing", async () => {
  await using app = await testApp();
  await seeded(app);
  const [first] = await stored(app);
  await app.services.db.update(matches).set({ overall: 0, scoreVersion: 0 }).where(eq(matches.jobId, first!.jobId));
  const before = await stored(app);

  const counted = await countRematch(app.services, { jobId: null, staleOnly: true });
  equal(counted.matchesScored, 2);
  equal((await countRematch(app.services, everything)).matchesScored, 4);
  deepEqual(await stored(app), before);
  deepEqual(await app.services.db.select().from(rematchRuns), []);

  equal((await rematch(app.services, { jobId: null, staleOnly: true }, quiet)).matchesScored, 2);
  ok((await stored(app)).every(({ overall }) => overall > 0));
});
