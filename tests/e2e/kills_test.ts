import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../src/db/database.ts";
import { textResume } from "../fixtures/archives.ts";
import { injected, times } from "../trust/report.ts";
import { type Answer, postJob, register, type Session, session } from "./api.ts";
import { isEmbedded, newHome, serve, until } from "./process.ts";

const KILLS = times(2, 50);
const CLIENTS = 3;
/** The kill comes after one to so many acknowledgements of a round, and up to so many milliseconds later. */
const KILL_AFTER_MAX = 20;
const KILL_LATER_MS_MAX = 100;
const STATUSES = ["pending", "maybe", "shortlisted", "interviewing"] as const;

/** What clients were told is stored. */
interface Acknowledged {
  /** Resumes, by id, with the status last acknowledged, and the one that was asked for when the server was killed. */
  resumes: Map<string, { status: string; asked: string | null }>;
  /** Uploads that were promised to be read later. */
  operations: Set<string>;
  /** Titles by id. */
  jobs: Map<string, string>;
}

/** Writes until the server is gone; what is not answered is not known. */
async function client(
  me: Session,
  jobId: string,
  known: Acknowledged,
  nextId: () => number,
  onAcknowledged: () => void,
) {
  const taken = (answer: Answer) => {
    ok(answer.status >= 200 && answer.status < 300, `${answer.status} ${JSON.stringify(answer.body)}`);
    onAcknowledged();
    return answer;
  };
  try {
    for (;;) {
      const n = nextId();
      const file = new File([textResume(n)], `${n}.txt`, { type: "text/plain" });
      const uploaded = taken(await me.upload(file, { job_id: jobId }, n % 3 === 0 ? { prefer: "respond-async" } : {}));
      if (uploaded.status === 202) known.operations.add(uploaded.body.id);
      else {
        const { id } = uploaded.body.resume;
        known.resumes.set(id, { status: "pending", asked: null });
        for (const status of [STATUSES[n % 4]!, STATUSES[(n + 1) % 4]!]) {
          known.resumes.get(id)!.asked = status;
          taken(await me.send("PATCH", `/jobs/${jobId}/candidates/${id}`, { status }));
          known.resumes.set(id, { status, asked: null });
        }
      }
      const title = `Baker ${n}`;
      const posted = taken(await me.send("POST", "/jobs", { title, company: "Elm House", description: "Bread" }));
      known.jobs.set(posted.body.id, title);
    }
  } catch (error) {
    // The connection is gone with the server.
    if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;
  }
}

Deno.test("whatever a client was told is stored is stored, whenever the server is killed", async () => {
  await using home = await newHome();
  await using stack = new AsyncDisposableStack();
  const known: Acknowledged = { resumes: new Map(), operations: new Set(), jobs: new Map() };
  let server = stack.use(await serve(home));
  const { token } = await register(server.url);
  const job = await postJob(session(server.url, token));
  let last = 0;
  let acknowledged = 0;

  for (let kill = 0; kill < KILLS; kill++) {
    const me = session(server.url, token);
    let left = Math.ceil(Math.random() * KILL_AFTER_MAX);
    const { promise: enough, resolve } = Promise.withResolvers<void>();
    const onAcknowledged = () => {
      acknowledged++;
      if (--left <= 0) resolve();
    };
    const clients = Array.from({ length: CLIENTS }, () => client(me, job.id, known, () => last++, onAcknowledged));
    await Promise.race([enough, Promise.all(clients)]);
    await new Promise((done) => setTimeout(done, Math.random() * KILL_LATER_MS_MAX));
    await server.kill();
    await Promise.all(clients);
    server = stack.use(await serve(home));
  }

  const me = session(server.url, token);
  for (const id of known.operations) {
    await until("an upload that was promised to be read is", async () => {
      const { status, body } = await me.send("GET", `/operations/${id}`);
      equal(status, 200);
      equal(body.error, null);
      return body.status === "succeeded";
    });
  }
  for (const [id, title] of known.jobs) equal((await me.send("GET", `/jobs/${id}`)).body.title, title);
  for (const [id, { status, asked }] of known.resumes) {
    const { body } = await me.send("GET", `/jobs/${job.id}/candidates/${id}`);
    ok(body.status === status || body.status === asked, `${id}: ${status} or ${asked}, not ${JSON.stringify(body)}`);
  }

  if (isEmbedded) await server.stop();
  const { db, close } = await home.open();
  try {
    await until("no task is left", async () => {
      const left = await db.execute(sql`select from pgboss.job where state not in ('completed', 'cancelled') limit 1`);
      return rowsOf(left).length === 0;
    });
    const [whole] = rowsOf<Record<string, number>>(
      await db.execute(sql`
        select count(*)::int as resumes, count(*) filter (where status = 'ready')::int as ready,
          (select count(*)::int from resume_files) as files,
          (select count(distinct resume_id)::int from resume_passages) as with_passages,
          (select count(*)::int from matches) as matches,
          (select count(distinct resume_id)::int from matches) as matched,
          (select count(*)::int from operations where status <> 'succeeded') as unfinished
        from resumes`),
    );
    const n = whole!["resumes"]!;
    const expected = { resumes: n, ready: n, files: n, with_passages: n, matches: n, matched: n, unfinished: 0 };
    deepEqual(whole, expected);
    ok(n >= known.resumes.size + known.operations.size);
  } finally {
    await close();
  }
  injected(1, "kill -9 of the server", KILLS);
  injected(1, "acknowledged writes", acknowledged);
});
