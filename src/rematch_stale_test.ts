import { deepEqual, equal, ok } from "node:assert/strict";
import { and, eq } from "drizzle-orm";
import { type Json, testApp } from "../tests/harness/app.ts";
import { fixtureFile } from "../tests/harness/files.ts";
import { jobs, matches, resumes } from "./db/schema.ts";
import { startFreshening } from "./freshen.ts";
import { doTask } from "./ingest.ts";
import { preparationVersion } from "./jobs/jobs.ts";
import type { Services, Task } from "./services.ts";

const people = ["backend", "chef", "nurse"] as const;
type Who = typeof people[number];
const alone = () => Promise.resolve({ [Symbol.asyncDispose]: () => Promise.resolve() });

/** Two jobs with three candidates each; one of them has a status, its history and a note. */
async function company() {
  const app = await testApp();
  const recruiter = await app.owner();
  const posted = { engineer: await recruiter.job(), cook: await recruiter.job({ title: "Head chef" }) };
  const ids = {} as Record<Who, string>;
  for (const who of people) {
    for (const { id } of Object.values(posted)) {
      ids[who] = (await recruiter.upload(await fixtureFile(who), { job_id: id })).body.resume.id;
    }
  }
  const path = `/jobs/${posted.engineer.id}/candidates/${ids.backend}`;
  equal((await recruiter.patch(path, { status: "shortlisted", reason: "Knows our stack" })).status, 200);
  equal((await recruiter.post(`${path}/notes`, { text: "Call on Monday" })).status, 201);

  /** What candidates say of themselves, as "job person". */
  const stale = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const [job, { id }] of Object.entries(posted)) {
      const { body } = await recruiter.get(`/jobs/${id}/candidates`);
      for (const row of body.data) {
        if (row.stale) found.push(`${job} ${people.find((who) => ids[who] === row.resume_id)}`);
      }
    }
    return found.toSorted();
  };
  const kept = async (): Promise<Json> => {
    const [{ body: candidate }, { body: history }, { body: notes }] = await Promise.all([
      recruiter.get(path),
      recruiter.get(`${path}/history`),
      recruiter.get(`${path}/notes`),
    ]);
    return [
      candidate.status,
      history.data.map(({ to_status }: Json) => to_status),
      notes.data.map((n: Json) => n.text),
    ];
  };
  return { app, recruiter, posted, ids, stale, kept };
}

/** The services, with a reader that tells which matches are stale whenever a file is read again. */
function watched(services: Services, stale: () => Promise<string[]>) {
  const seen: string[][] = [];
  const documents: Services["documents"] = {
    ...services.documents,
    async read(bytes, format) {
      seen.push(await stale());
      return await services.documents.read(bytes, format);
    },
  };
  return { services: { ...services, documents }, seen };
}

Deno.test("each kind of change marks exactly the matches that it makes stale, and the background brings them up to date", async () => {
  const { app, recruiter, posted, ids, stale, kept } = await company();
  await using _app = app;
  const { db, tasks } = app.services;
  const before = await kept();
  deepEqual(before, ["shortlisted", ["shortlisted"], ["Call on Monday"]]);
  deepEqual(await stale(), []);
  const held: Task[] = [];
  const { enqueue } = tasks;
  tasks.enqueue = (_, ...queued) => Promise.resolve(void held.push(...queued));
  const work = async () => {
    for (const task of held.splice(0)) await doTask(app.services, task);
    deepEqual(await stale(), []);
    deepEqual(await kept(), before);
  };

  // A job is edited.
  equal(
    (await recruiter.patch(`/jobs/${posted.engineer.id}`, { skills_required: ["TypeScript", "Falconry"] })).status,
    200,
  );
  deepEqual(await stale(), ["engineer backend", "engineer chef", "engineer nurse"]);
  await work();
  equal((await recruiter.patch(`/jobs/${posted.cook.id}`, { location: "Leeds" })).status, 200);
  deepEqual([await stale(), held.length], [[], 0], "where it is says nothing of who fits");

  // A resume is corrected.
  equal((await recruiter.patch(`/resumes/${ids.chef}`, { skills: ["Falconry"] })).status, 200);
  deepEqual(await stale(), ["cook chef", "engineer chef"]);
  await work();
  tasks.enqueue = enqueue;

  const freshen = async (services: Services) => {
    await startFreshening(services, alone).finished;
    deepEqual(await stale(), []);
    deepEqual(await kept(), before);
  };
  const [model = "", analysis = ""] = preparationVersion(app.services).split(" ");

  // A resume was read with an older taxonomy: only its matches, only its file.
  const ofNurse = and(eq(resumes.companyId, recruiter.user.company_id), eq(resumes.id, ids.nurse));
  await db.update(resumes).set({ preparedWith: `${model} ${analysis}-old` }).where(ofNurse);
  const byTaxonomy = watched(app.services, stale);
  await freshen(byTaxonomy.services);
  deepEqual(byTaxonomy.seen, [["cook nurse", "engineer nurse"]]);

  // A job was embedded with an older model: no file is read for it.
  await db.update(jobs).set({ preparedWith: `older@q8@00000000 ${analysis}` }).where(eq(jobs.id, posted.cook.id));
  const scored = await db.select().from(matches).where(eq(matches.jobId, posted.engineer.id));
  const byModel = watched(app.services, stale);
  await freshen(byModel.services);
  deepEqual(byModel.seen, []);
  deepEqual(await db.select().from(matches).where(eq(matches.jobId, posted.engineer.id)), scored, "not touched");

  // One match was scored by an older formula.
  const one = and(eq(matches.jobId, posted.cook.id), eq(matches.resumeId, ids.nurse));
  const [current] = await db.select().from(matches).where(one);
  await db.update(matches).set({ scoreVersion: 0, overall: 0 }).where(one);
  deepEqual(await stale(), ["cook nurse"]);
  await freshen(app.services);
  const [again] = await db.select().from(matches).where(one);
  deepEqual([again!.overall, again!.scoreVersion], [current!.overall, current!.scoreVersion]);
  ok(again!.version > current!.version, "whoever holds the old one is told");
});
