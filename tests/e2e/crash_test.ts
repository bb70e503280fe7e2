import { deepEqual, equal } from "node:assert/strict";
import { eq, ne, sql } from "drizzle-orm";
import { rowsOf } from "../../src/db/database.ts";
import { matches, operations, resumeFiles, resumes } from "../../src/db/schema.ts";
import { people, type PersonKey } from "../../src/demo/people.ts";
import { fixtureFile } from "../harness/files.ts";
import { injected, times } from "../trust/report.ts";
import { type Answer, type Json, postJob, ranking, register, type Session, session } from "./api.ts";
import { isEmbedded, newHome, serve, type Server, until } from "./process.ts";

/** What is known of the upload when the server is killed. */
type Known = { operationId: string } | null;

/** Kills the server at some point between the upload and its match. */
type KillPoint = (server: Server, recruiter: Session, file: File, jobId: string) => Promise<Known>;

const respondAsync = { prefer: "respond-async" };

/** Uploads without waiting for the match, then kills when the operation is as far as told. */
const killWhen = (isFarEnough: (operation: Json) => boolean): KillPoint => async (server, recruiter, file, jobId) => {
  const { status, body } = await recruiter.upload(file, { job_id: jobId }, respondAsync);
  equal(status, 202, JSON.stringify(body));
  for (let operation = body; !isFarEnough(operation);) {
    operation = (await recruiter.send("GET", `/operations/${body.id}`)).body;
  }
  await server.kill();
  return { operationId: body.id };
};

/** Kills when the request has left, and some more turns of this process have gone by, without an answer. */
const killAfterSending = (turns: number): KillPoint => async (server, recruiter, file, jobId) => {
  const answered: Promise<Answer | null> = recruiter.upload(file, { job_id: jobId }).catch(() => null);
  for (let turn = 0; turn < turns; turn++) await fetch(`${server.url}/livez`).then((answer) => answer.text());
  await server.kill();
  await answered;
  return null;
};

const points: [name: string, kill: KillPoint][] = [
  ["when the task is running", killWhen(({ status }) => status !== "queued")],
  ["soon after the request was sent", killAfterSending(10)],
  ["as soon as the 202 is there", killWhen(() => true)],
  ["when the request has been sent", killAfterSending(1)],
  ["later after the request was sent", killAfterSending(40)],
];

const wanted = points.slice(0, times(2, points.length));

/** The killed task may score the pair once more, to the same result. */
const withoutTime = (match: Json) => ({ ...match, updated_at: null });

Deno.test("kill -9 between upload and match: after a restart the resume is matched once, none is lost or doubled", async () => {
  const everybody = Object.keys(people) as PersonKey[];
  await using home = await newHome();
  await using stack = new AsyncDisposableStack();
  let server = stack.use(await serve(home));
  const { token } = await register(server.url);
  let recruiter = session(server.url, token);
  const job = await postJob(recruiter);

  for (const [i, [name, kill]] of wanted.entries()) {
    const file = await fixtureFile(everybody[i % everybody.length]!);
    const known = await kill(server, recruiter, file, job.id);

    server = stack.use(await serve(home));
    recruiter = session(server.url, token);
    if (known) {
      await until(`the operation succeeds that was killed ${name}`, async () => {
        const { status, body } = await recruiter.send("GET", `/operations/${known.operationId}`);
        equal(status, 200, name);
        equal(body.error, null, name);
        return body.status === "succeeded";
      });
    }
    const again = await recruiter.upload(file, { job_id: job.id });
    // A request that was never answered may have been lost; one that was answered may not.
    equal(again.status === 200 || (again.status === 201 && known === null), true, `${name}: ${again.status}`);
    equal((await ranking(recruiter, job.id)).length, i + 1, name);
    const once = await recruiter.upload(file, { job_id: job.id });
    equal(once.status, 200, name);
    deepEqual(once.body.resume, again.body.resume, name);
    deepEqual(withoutTime(once.body.match), withoutTime(again.body.match), name);
  }

  if (isEmbedded) await server.stop();
  const { db, close } = await home.open();
  try {
    await until("no task is left", async () => {
      const left = rowsOf<{ n: number }>(
        await db.execute(sql`select count(*)::int as n from pgboss.job where state not in ('completed', 'cancelled')`),
      );
      return left[0]?.n === 0;
    });
    for (const table of [resumes, resumeFiles, matches]) equal(await db.$count(table), wanted.length);
    equal(await db.$count(resumes, eq(resumes.status, "ready")), wanted.length);
    equal(await db.$count(operations, ne(operations.status, "succeeded")), 0);
    injected(1, "kill -9 between an upload and its match", wanted.length);
  } finally {
    await close();
  }
});
