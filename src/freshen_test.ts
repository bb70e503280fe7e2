import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { asc, eq } from "drizzle-orm";
import { type Caller, type Json, testApp } from "../tests/harness/app.ts";
import { onServer } from "../tests/harness/database.ts";
import { testPlace } from "../tests/harness/places.ts";
import { fixtureFile } from "../tests/harness/files.ts";
import { jobs, matches, resumes } from "./db/schema.ts";
import { FRESHEN_TURN, takeTurn } from "./db/turn.ts";
import { startFreshening } from "./freshen.ts";
import type { Services } from "./services.ts";

const alone = () => takeTurn(null, FRESHEN_TURN);
type TestApp = Awaited<ReturnType<typeof testApp>>;

/** Two candidates of a job, one of them shortlisted, and a third resume. */
async function company(app: TestApp) {
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("chef"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("nurse"));
  const path = `/jobs/${job.id}/candidates/${body.resume.id}`;
  equal((await recruiter.patch(path, { status: "shortlisted" })).status, 200);
  equal((await recruiter.post(`${path}/notes`, { text: "Call on Monday" })).status, 201);
  return { recruiter, job, path, resumeId: body.resume.id };
}

/** As if everything had been prepared and scored before the model was replaced. */
async function age({ db }: Services, preparedWith = "old-model@q8@00000000 1"): Promise<void> {
  await db.update(jobs).set({ preparedWith });
  await db.update(resumes).set({ preparedWith });
  await db.update(matches).set({ overall: 0.111, similarity: 0.111 });
}

const preparedWith = ({ db }: Services) => db.selectDistinct({ with: resumes.preparedWith }).from(resumes);
const stored = ({ db }: Services) =>
  db.select({ resumeId: matches.resumeId, overall: matches.overall, status: matches.status }).from(matches)
    .orderBy(asc(matches.resumeId));
const candidates = async (recruiter: Caller, job: Json): Promise<Json[]> =>
  (await recruiter.get(`/jobs/${job.id}/candidates`)).body.data;
const told = (data: Json[]) => data.map(({ match_score, stale }) => [match_score, stale]);

/** Services whose document reader waits at the n-th file until it is let go. */
function stoppedAt(services: Services, nth: number) {
  const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let read = 0;
  const documents: Services["documents"] = {
    ...services.documents,
    async read(bytes, format) {
      if (++read === nth) {
        arrived.resolve();
        await released.promise;
      }
      return await services.documents.read(bytes, format);
    },
  };
  return {
    services: { ...services, documents },
    arrived: arrived.promise,
    release: released.resolve,
    read: () => read,
  };
}

Deno.test("what an older model has made is brought up to date after the start; old scores are served as stale meanwhile", async () => {
  await using app = await testApp();
  const { recruiter, job, path, resumeId } = await company(app);
  const before = await stored(app.services);
  await age(app.services);
  const gate = stoppedAt(app.services, 2);
  const freshening = startFreshening(gate.services, alone);

  await gate.arrived;
  deepEqual(told(await candidates(recruiter, job)), [[11.1, true], [11.1, true]]);
  deepEqual(freshening.progress(), { step: "resumes read", done: 1, total: 3 });
  // Whoever comes meanwhile has no old score, and says as well that the list is not whole.
  const { body } = await recruiter.upload(await fixtureFile("frontend"), { job_id: job.id });
  ok(body.match.match_score > 11.1);
  // Nobody's old score gives way to a new one meanwhile, whoever asks: one of them is read again already.
  equal((await recruiter.post(`/jobs/${job.id}/match`, {})).status, 200);
  equal((await recruiter.post(`/resumes/${resumeId}/match`, {})).status, 200);
  equal((await recruiter.patch(`/resumes/${resumeId}`, { skills: ["TypeScript"] })).status, 200);
  equal((await recruiter.patch(`/resumes/${resumeId}`, { skills: null })).status, 200);
  equal((await recruiter.patch(`/jobs/${job.id}`, { title: `${job.title}s` })).status, 200);
  equal((await recruiter.patch(`/jobs/${job.id}`, { title: job.title })).status, 200);
  const meanwhile = await candidates(recruiter, job);
  ok(meanwhile.every(({ stale }) => stale));
  equal(meanwhile.filter(({ match_score }) => match_score === 11.1).length, 2);
  equal(meanwhile.length, 4, "the nurse was matched as well, and waits to be read");
  gate.release();
  await freshening.finished;

  equal(freshening.progress(), null);
  equal((await preparedWith(app.services)).length, 1);
  notEqual((await preparedWith(app.services))[0]?.with, "old-model@q8@00000000 1");
  const ids = new Set(before.map(({ resumeId }) => resumeId));
  deepEqual((await stored(app.services)).filter(({ resumeId }) => ids.has(resumeId)), before);
  ok((await candidates(recruiter, job)).every(({ stale }) => !stale));
  equal((await recruiter.get(`${path}/history`)).body.total, 1);
  equal((await recruiter.get(`${path}/notes`)).body.total, 1);
});

Deno.test("old scores keep the evidence they were made with, until the job changes over", async () => {
  await using app = await testApp();
  const { recruiter, job, path } = await company(app);
  const gap = async () => (await recruiter.get("/analytics/skills-gap")).body.skills;
  const before = (await recruiter.get(path)).body;
  const gapBefore = await gap();
  ok(gapBefore.length > 0);
  ok(before.skills.matched.length > 0 && before.requirements.length > 0);
  await age(app.services);
  const gate = stoppedAt(app.services, 3);
  const freshening = startFreshening(gate.services, alone);
  await gate.arrived;

  // It is read again already; the chef too.
  const meanwhile = (await recruiter.get(path)).body;
  equal(meanwhile.match_score, 11.1);
  deepEqual([meanwhile.skills, meanwhile.missing_skills], [before.skills, before.missing_skills]);
  deepEqual(await gap(), gapBefore);
  const skill = encodeURIComponent(before.skills.matched[0].skill);
  equal((await recruiter.get(`/jobs/${job.id}/candidates?skill=${skill}`)).body.data[0].resume_id, before.resume_id);
  gate.release();
  await freshening.finished;
  const { version: _, updated_at: __, ...after } = (await recruiter.get(path)).body;
  const { version: ___, updated_at: ____, ...same } = before;
  deepEqual(after, same);
});

Deno.test("what no cosine can tell across models is not told: neither requirements covered nor skills by meaning", async () => {
  await using app = await testApp();
  const { recruiter, job, path } = await company(app);
  await age(app.services);
  deepEqual((await recruiter.get(path)).body.requirements, []);

  // A skill that only the present model knows, and a passage that only an older one has read.
  const skills_required = [
    "Menus for the seasons",
    "Kitchen management",
    "PostgreSQL databases",
    "Nursing of patients",
  ];
  const other = await recruiter.job({ title: job.title, skills_required });
  equal((await recruiter.post(`/jobs/${other.id}/match`, {})).status, 200);
  const waiting = await candidates(recruiter, other);
  ok(waiting.every(({ similarity, stale }) => similarity === 0 && stale));
  const byMeaning = async () => {
    const of = await Promise.all(
      waiting.map(({ resume_id }) => recruiter.get(`/jobs/${other.id}/candidates/${resume_id}`)),
    );
    return of.flatMap(({ body }) => body.skills.matched).filter(({ kind }) =>
      kind === "semantic" || kind === "partial"
    );
  };
  deepEqual(await byMeaning(), []);

  await startFreshening(app.services, alone).finished;
  ok((await byMeaning()).length > 0);
  const whole = await candidates(recruiter, other);
  ok(whole.every(({ similarity, stale }) => similarity > 0 && !stale));
});

Deno.test("a job without candidates takes them as whole as ever while a model is replaced", async () => {
  await using app = await testApp();
  const { recruiter } = await company(app);
  const job = await recruiter.job({ title: "Web developer" });
  await age(app.services);
  const gate = stoppedAt(app.services, 1);
  const freshening = startFreshening(gate.services, alone);
  await gate.arrived;
  const { body } = await recruiter.upload(await fixtureFile("frontend"), { job_id: job.id });
  gate.release();
  await freshening.finished;
  equal(body.match.stale, false);
  deepEqual(told(await candidates(recruiter, job)), [[body.match.match_score, false]]);
});

Deno.test("a model that is taken back before a job has changed over finds the job's scores to be its own", async () => {
  await using app = await testApp();
  const { recruiter, job } = await company(app);
  const { db, embedder } = app.services;
  const preparedWith = "newer-model@q8@00000000 1";
  await db.update(jobs).set({ preparedWith, switchingFrom: embedder.model });
  await db.update(resumes).set({ preparedWith }).where(eq(resumes.filename, "chef.pdf"));
  const gate = stoppedAt(app.services, 1);
  const freshening = startFreshening(gate.services, alone);
  await gate.arrived;
  const { body } = await recruiter.upload(await fixtureFile("frontend"), { job_id: job.id });
  gate.release();
  await freshening.finished;
  equal(body.match.stale, false);
  ok((await candidates(recruiter, job)).every(({ stale }) => !stale));
});

Deno.test("it goes on where it was stopped, and what is up to date is not touched", async () => {
  await using app = await testApp();
  await company(app);
  const before = await stored(app.services);
  await age(app.services);
  const gate = stoppedAt(app.services, 2);
  const stopped = startFreshening(gate.services, alone);
  await gate.arrived;
  const stop = stopped.stop();
  gate.release();
  await stop;
  equal((await preparedWith(app.services)).length, 2, "one is left");

  const rest = stoppedAt(app.services, 0);
  await startFreshening(rest.services, alone).finished;
  equal(rest.read(), 1);
  deepEqual(await stored(app.services), before);
  const rows = await app.services.db.select().from(matches);
  await startFreshening(rest.services, alone).finished;
  equal(rest.read(), 1);
  deepEqual(await app.services.db.select().from(matches), rows);
});

Deno.test("a file that can no longer be read keeps its old score, as stale, and holds up nobody", async () => {
  await using app = await testApp();
  const { recruiter, job } = await company(app);
  await age(app.services);
  const [worst] = await app.services.db.select({ id: resumes.id }).from(resumes).where(
    eq(resumes.filename, "chef.pdf"),
  );
  let files = 0;
  const documents: Services["documents"] = {
    ...app.services.documents,
    read: (bytes, format) => app.services.documents.read(++files === 2 ? bytes.slice(0, 100) : bytes, format),
  };
  await startFreshening({ ...app.services, documents }, alone).finished;
  const data = await candidates(recruiter, job);
  deepEqual(data.map(({ resume_id, stale }) => [resume_id === worst!.id, stale]), [[false, false], [true, true]]);
  equal(data[1].match_score, 11.1);
});

onServer("one process at a time has the turn, and the next one gets it when that one ends", async () => {
  await using place = await testPlace();
  const url = place.config.databaseUrl;
  const first = await takeTurn(url, FRESHEN_TURN);
  ok(first);
  equal(await takeTurn(url, FRESHEN_TURN), null);
  await first[Symbol.asyncDispose]();
  const second = await takeTurn(url, FRESHEN_TURN);
  ok(second);
  await second[Symbol.asyncDispose]();
});
