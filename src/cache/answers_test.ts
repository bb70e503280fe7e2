import { deepEqual, equal } from "node:assert/strict";
import { testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { injected } from "../../tests/trust/report.ts";
import { createEmbedder } from "../compute/embedder.ts";
import { createLog } from "../log.ts";
import type { Cache } from "../services.ts";
import { createCache } from "./cache.ts";

const log = createLog({ level: "silent", format: "json" });

/** A server that takes connections and does with them what it is told. */
function listen(treat: (connection: Deno.Conn) => void): { url: string; [Symbol.dispose](): void } {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const taken: Deno.Conn[] = [];
  (async () => {
    for await (const connection of listener) {
      taken.push(connection);
      treat(connection);
    }
  })().catch(() => {}); // Ends with the listener.
  return {
    url: `redis://127.0.0.1:${listener.addr.port}`,
    [Symbol.dispose]() {
      listener.close();
      for (const connection of taken) {
        try {
          connection.close();
        } catch (error) {
          if (!(error instanceof Deno.errors.BadResource)) throw error;
        }
      }
    },
  };
}

/** What a recruiter sees from the job to the ranking, without what is new each time. */
async function answers(cache: Cache): Promise<unknown> {
  const embedder = await createEmbedder({ threads: 1, shared: cache.shared });
  try {
    await using app = await testApp({ overrides: { cache, embedder } });
    const recruiter = await app.owner();
    const wrong = await app.request("/api/v1/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: recruiter.user.email, password: "another long passphrase" }),
    });
    await wrong.body?.cancel();
    const job = await recruiter.job();
    const statuses: number[] = [wrong.status];
    for (const who of ["backend", "accountant"] as const) {
      statuses.push((await recruiter.upload(await fixtureFile(who), { job_id: job.id })).status);
    }
    const found = await recruiter.post("/resumes/search", { query: "delivery services" });
    const { status, body } = await recruiter.get(`/jobs/${job.id}/candidates`);
    return {
      statuses: [...statuses, found.status, status],
      found: found.body.data.map(({ candidate_name }: { candidate_name: string }) => candidate_name),
      ranked: body.data.map(({ candidate_name, match_score, explanation, percentile }: Record<string, unknown>) => (
        { candidate_name, match_score, explanation, percentile }
      )),
    };
  } finally {
    await embedder.close();
  }
}

Deno.test("with a cache that is down, hangs or talks nonsense every answer is the one without", async () => {
  const withNone = await createCache({ cache: { kind: "memory" } }, log);
  const expected = await answers(withNone);
  equal(JSON.stringify(expected).includes('"statuses":[401,201,201,200,200]'), true, JSON.stringify(expected));

  const nonsense = new TextEncoder().encode("+OK\r\n$5\r\nwrong\r\n:-7\r\n*2\r\n");
  using hangs = listen(() => {});
  using closes = listen((connection) => connection.close());
  using talks = listen((connection) => void connection.write(nonsense).catch(() => {}));
  for (const { url } of [hangs, closes, talks]) {
    const cache = await createCache({ cache: { kind: "redis", url } }, log);
    try {
      deepEqual(await answers(cache), expected);
      equal(await cache.readiness(), "unavailable");
    } finally {
      await cache.close();
    }
  }
  injected(7, "caches that hang, close every connection, or talk nonsense", 3);
});
