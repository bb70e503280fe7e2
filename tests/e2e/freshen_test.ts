import { deepEqual, equal } from "node:assert/strict";
import { jobs, matches, resumes } from "../../src/db/schema.ts";
import { people, type PersonKey } from "../../src/demo/people.ts";
import { fixtureFile } from "../harness/files.ts";
import { postJob, ranking, register, session } from "./api.ts";
import { type Home, newHome, serve, until } from "./process.ts";

/** As if an older model had prepared and scored everything. */
async function age(home: Home): Promise<void> {
  const opened = await home.open();
  try {
    const preparedWith = "old-model@q8@00000000 1";
    await opened.db.update(jobs).set({ preparedWith });
    await opened.db.update(resumes).set({ preparedWith });
    await opened.db.update(matches).set({ overall: 0.111, similarity: 0.111 });
  } finally {
    await opened.close();
  }
}

Deno.test("a server that starts on what an older model made brings it up to date, also after kill -9 half-way", async () => {
  await using home = await newHome();
  await using stack = new AsyncDisposableStack();
  const first = stack.use(await serve(home));
  const { token } = await register(first.url);
  const recruiter = session(first.url, token);
  const job = await postJob(recruiter);
  for (const who of Object.keys(people) as PersonKey[]) {
    const { status, body } = await recruiter.upload(await fixtureFile(who), { job_id: job.id });
    equal(status, 201, JSON.stringify(body));
  }
  const [best] = await ranking(recruiter, job.id);
  const path = `/jobs/${job.id}/candidates/${best.resume_id}`;
  equal((await recruiter.send("PATCH", path, { status: "shortlisted" })).status, 200);
  const told = async (url: string) =>
    (await ranking(session(url, token), job.id)).map(({ resume_id, match_score, status }) => ({
      resume_id,
      match_score,
      status,
    }));
  const before = await told(first.url);
  await first.stop();
  await age(home);

  const second = stack.use(await serve(home));
  // A fast one may be through with it before it is asked.
  const isUnderWay = async () =>
    (await session(second.url).send("GET", "/health")).body.freshening?.step === "resumes read" ||
    (await ranking(session(second.url, token), job.id)).every(({ stale }) => !stale);
  await until("resumes are read again", isUnderWay);
  await second.kill();

  const third = stack.use(await serve(home));
  const candidates = () => ranking(session(third.url, token), job.id);
  await until("no score is stale", async () => (await candidates()).every(({ stale }) => !stale));
  deepEqual(await told(third.url), before);
  await third.stop();
});
