import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { type Caller, type Json, type TestApp, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { rowsOf } from "../db/database.ts";
import { companies, erasures, interviewFeedback, interviews, operations, resumes } from "../db/schema.ts";
import { eraseUnused } from "./retention.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";
const DAY_MS = 86_400_000;

/** A candidate of whom everything is held that can be. */
async function held(app: TestApp, recruiter: Caller): Promise<{ resume: Json; jobId: string; interviewId: string }> {
  const job = await recruiter.job();
  const file = await fixtureFile("backend");
  const { body: { resume } } = await recruiter.upload(file, { job_id: job.id }, { "idempotency-key": "upload-1" });
  const candidate = `/jobs/${job.id}/candidates/${resume.id}`;
  equal((await recruiter.patch(candidate, { status: "interviewing", reason: "Strong" })).status, 200);
  equal((await recruiter.post(`${candidate}/notes`, { text: "Calm under load" })).status, 201);
  const booked = await recruiter.send("POST", "/interviews", {
    job_id: job.id,
    resume_id: resume.id,
    interview_type: "phone",
    scheduled_at: new Date(Date.now() + DAY_MS).toISOString(),
  }, { "idempotency-key": "interview-1" });
  equal(booked.status, 201);
  await app.services.db.insert(interviewFeedback).values({
    companyId: recruiter.user.company_id,
    interviewId: booked.body.id,
    authorId: recruiter.user.id,
    recommendation: "yes",
    ratings: { clarity: 4 },
    comments: "Clear answers",
    createdAt: new Date(),
    updatedAt: new Date(),
  });
  return { resume, jobId: job.id, interviewId: booked.body.id };
}

/** Tables, those of the queue included, of which a row says one of the words. */
async function tablesWith(app: TestApp, words: string[]): Promise<string[]> {
  const { db } = app.services;
  const tables = rowsOf<{ name: string }>(
    await db.execute(sql`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'pgboss')`),
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = rowsOf<{ n: number }>(
      await db.execute(sql`select count(*)::int as n from ${sql.raw(name)} t
        where ${sql.join(words.map((word) => sql`t::text ilike ${`%${word}%`}`), sql` or `)}`),
    );
    if (row!.n > 0) found.push(name);
  }
  return found.sort();
}

Deno.test("DELETE /resumes/{id} leaves nothing of the person in any table but a proof without personal data", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { resume, interviewId } = await held(app, recruiter);
  const manager = await app.member(recruiter, "hiring_manager");
  const path = `/resumes/${resume.id}`;
  const words = [resume.candidate_name, resume.email, "Calm under load", "Clear answers"];
  ok((await tablesWith(app, words)).includes("public.idempotency_keys"));

  equal((await manager.send("DELETE", path)).status, 403);
  equal((await (await app.owner()).send("DELETE", path)).status, 404);
  equal((await recruiter.send("DELETE", `/resumes/${unknownId}`)).status, 404);
  equal((await recruiter.send("DELETE", path)).status, 409);
  equal((await recruiter.send("DELETE", `${path}?force=true`, undefined, { "if-match": '"9.x"' })).status, 412);
  equal((await recruiter.send("DELETE", `${path}?force=true`)).status, 204);

  deepEqual(await tablesWith(app, words), []);
  deepEqual(await tablesWith(app, [interviewId]), []);
  const [proof] = await app.services.db.select().from(erasures);
  deepEqual([proof?.resumeId, proof?.erasedBy], [resume.id, recruiter.user.id]);
  deepEqual(
    ["resumes", "matches", "candidate_notes", "interviews", "interview_feedback", "idempotency_keys"]
      .map((name) => proof?.removed[name]),
    [1, 1, 1, 1, 1, 2],
  );
  for (const gone of [path, `${path}/file`, `${path}/matches`, `${path}/data-export`]) {
    equal((await recruiter.get(gone)).status, 404);
  }
  const again = await recruiter.upload(await fixtureFile("backend"));
  equal(again.status, 201);
  ok(again.body.resume.id !== resume.id);
});

Deno.test("erasing a resume that waits to be read withdraws its task and ends its operation with not_found", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const recruiter = await app.owner();
  const { body } = await recruiter.upload(await fixtureFile("nurse"), {}, { prefer: "respond-async" });
  const [operation] = await app.services.db.select().from(operations);

  equal((await recruiter.send("DELETE", `/resumes/${operation!.resumeId}`)).status, 204);

  const ended = (await recruiter.get(`/operations/${body.id}`)).body;
  deepEqual([ended.status, ended.error.code], ["failed", "not_found"]);
  const [proof] = await app.services.db.select().from(erasures);
  equal(proof?.removed["tasks"], 1);
  deepEqual(
    await app.services.tasks.withdraw(app.services.db, {
      companyId: recruiter.user.company_id,
      resumeId: operation!.resumeId!,
    }),
    0,
  );
});

Deno.test("résumés are erased once nobody used them for as many days as their company keeps them", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  await other.upload(await fixtureFile("nurse"));
  const { resume } = await held(app, recruiter);
  const unused = (await recruiter.upload(await fixtureFile("accountant"))).body.resume;
  const { db } = app.services;
  const days = 30;
  const after = (ms: number) => eraseUnused({ ...app.services, now: () => new Date(Date.now() + ms) });

  equal(await after(1000 * DAY_MS), 0);
  await db.update(companies).set({ retentionDays: days })
    .where(sql`${companies.id} = ${recruiter.user.company_id}::uuid`);
  equal(await after((days - 1) * DAY_MS), 0);
  await db.update(interviews).set({ scheduledAt: new Date(Date.now() + 10 * DAY_MS) });
  equal(await after((days + 1) * DAY_MS), 1);
  const left = await db.select({ id: resumes.id }).from(resumes);
  ok(left.some(({ id }) => id === resume.id) && !left.some(({ id }) => id === unused.id));
  equal(await after((days + 11) * DAY_MS), 1);
  equal((await other.get("/resumes")).body.total, 1);
  equal((await db.select().from(erasures)).length, 2);
});
