import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../src/db/database.ts";
import { textResume } from "../fixtures/archives.ts";
import { onServer } from "../harness/database.ts";
import { logIn, postJob, ranking, register, session } from "./api.ts";
import { type Home, newHome, serve, type Server, until } from "./process.ts";

const RESUMES = 40;
const ROUNDS = 20;
/** Tasks under way at once in one worker. */
const AT_ONCE = 2;

onServer("two apis and two workers on one database do each task once, also when a worker is killed at it", async () => {
  await using home = await newHome();
  await using fleet = await startFleet(home);
  const [first, second] = fleet.apis;
  const recruiter = await register(first.url);
  const elsewhere = session(second.url, recruiter.token);
  const job = await postJob(recruiter);
  await using database = await home.open().then((opened) => ({ ...opened, [Symbol.asyncDispose]: opened.close }));
  const tasks = async (state: "active" | "retried") => {
    const isIt = state === "active" ? sql`state = 'active'` : sql`retry_count > 0`;
    const query = sql`select count(*)::int as n from pgboss.job where name = 'ingest' and ${isIt}`;
    return rowsOf<{ n: number }>(await database.db.execute(query))[0]!.n;
  };

  const sent = await Promise.all(Array.from({ length: RESUMES }, (_, n) => {
    const file = new File([textResume(n)], `${n}.txt`, { type: "text/plain" });
    return (n % 2 === 0 ? recruiter : elsewhere).upload(file, { job_id: job.id }, { prefer: "respond-async" });
  }));
  // 201 where a worker was done before the api answered.
  const later = sent.filter(({ status }) => status !== 201);
  deepEqual(later.map(({ status }) => status), later.map(() => 202));
  await until("both workers are at it", async () => await tasks("active") > AT_ONCE);
  await fleet.workers[0].kill();

  for (const { body } of later) {
    // Asked at either api: what ends in another process is seen in both.
    for (const me of [recruiter, elsewhere]) {
      await until("it has ended", async () => {
        const { status } = (await me.send("GET", `/operations/${body.id}`)).body;
        ok(status !== "failed", status);
        return status === "succeeded";
      });
    }
  }
  ok(await tasks("retried") > 0, "the killed worker had a task");
  const [here, there] = [await ranking(recruiter, job.id), await ranking(elsewhere, job.id)];
  deepEqual(here, there);
  equal(new Set(here.map(({ resume_id }) => resume_id)).size, RESUMES);
  deepEqual(here.map(({ rank }) => rank), Array.from({ length: RESUMES }, (_, i) => i + 1));
});

onServer("a key has one effect across apis, and who logs out at one is logged out at all", async () => {
  await using home = await newHome();
  await using fleet = await startFleet(home);
  const [first, second] = fleet.apis;
  const recruiter = await register(first.url);
  const elsewhere = session(second.url, recruiter.token);
  const post = (me: typeof recruiter, key: string) =>
    me.send("POST", "/jobs", { title: "Baker", company: "Elm House", description: "Bread" }, {
      "idempotency-key": key,
    });

  // Which of them is first, and where the others are by then, is another each time.
  for (let round = 1; round <= ROUNDS; round++) {
    const key = `baker-${round}`;
    const answers = await Promise.all([recruiter, elsewhere, recruiter, elsewhere].map((me) => post(me, key)));
    const told = answers.map(({ status, body }) => [status, body.id ?? body.detail]);
    const done = answers.filter(({ status }) => status === 201);
    ok(done.length > 0 && answers.every(({ status }) => status === 201 || status === 409), Deno.inspect(told));
    for (const me of [recruiter, elsewhere]) {
      const { status, body, headers } = await post(me, key);
      deepEqual([status, body.id, headers.get("idempotent-replayed")], [201, done[0]!.body.id, "true"]);
      equal((await me.send("GET", "/jobs")).body.total, round);
    }
  }

  const visitor = await logIn(second.url);
  const meAt = async ({ url }: Server) => (await session(url, visitor.token).send("GET", "/auth/me")).status;
  deepEqual([await meAt(first), await meAt(second)], [200, 200]);
  equal((await visitor.send("POST", "/auth/logout")).status, 204);
  deepEqual([await meAt(first), await meAt(second)], [401, 401]);
});

interface Fleet extends AsyncDisposable {
  apis: [Server, Server];
  workers: [Server, Server];
}

/** Four processes that start at once on an empty database, as an orchestrator starts them. */
async function startFleet(home: Home): Promise<Fleet> {
  await using stack = new AsyncDisposableStack();
  const shared = { SECRET_KEY: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(48)))) };
  const start = async (ROLE: "api" | "worker") =>
    stack.use(await serve(home, { ...shared, ROLE, EMBEDDING_THREADS: "1" }));
  const settled = await Promise.allSettled([start("api"), start("api"), start("worker"), start("worker")]);
  for (const each of settled) if (each.status === "rejected") throw each.reason;
  const [api, otherApi, worker, otherWorker] = settled.map((each) => (each as PromiseFulfilledResult<Server>).value);
  const open = stack.move();
  return {
    apis: [api!, otherApi!],
    workers: [worker!, otherWorker!],
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
