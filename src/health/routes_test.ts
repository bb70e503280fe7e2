import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { type Answer, answer, type TestApp, testApp } from "../../tests/harness/app.ts";
import { onServer } from "../../tests/harness/database.ts";
import { testPlace } from "../../tests/harness/places.ts";
import { tunnelTo } from "../../tests/harness/tunnel.ts";
import { createCache } from "../cache/cache.ts";
import { createDocuments } from "../compute/documents.ts";
import { createEmbedder } from "../compute/embedder.ts";
import { openDatabase } from "../db/open.ts";
import { openPostgres } from "../db/postgres.ts";
import { createLog } from "../log.ts";

const log = createLog({ level: "silent", format: "json" });

const ask = async (app: TestApp, path: string): Promise<Answer> => answer(await app.request(path));

const STARTED_MS_MAX = 60_000;

/** Waits for threads and readers, which start beside the application. */
async function whenStarted(app: TestApp): Promise<void> {
  const deadline = performance.now() + STARTED_MS_MAX;
  while (Object.values((await ask(app, "/api/v1/health")).body.checks).includes("starting")) {
    ok(performance.now() < deadline, "a part goes on starting");
  }
}

/** @param expected.lost The parts that are away. */
async function expectHealth(app: TestApp, expected: { status: string; isReady: boolean; lost: string[] }) {
  await whenStarted(app);
  const health = await ask(app, "/api/v1/health");
  const ready = await ask(app, "/readyz");

  const isUnavailable = expected.status === "unavailable";
  equal(health.body.status, expected.status);
  const lost = Object.entries(health.body.checks).filter(([, state]) => state === "unavailable").map(([part]) => part);
  deepEqual(lost, expected.lost);
  equal(health.status, isUnavailable ? 503 : 200);
  equal(health.headers.get("retry-after"), isUnavailable ? "2" : null);
  deepEqual(ready.body.checks, health.body.checks);
  equal(ready.status, expected.isReady ? 200 : 503);
  equal(ready.headers.get("retry-after"), expected.isReady ? null : "2");
  equal((await ask(app, "/livez")).status, 200);
}

Deno.test("without its database the service is unavailable and not ready, says when to ask again, and is alive", async () => {
  await using place = await testPlace();
  const database = await openDatabase(place.config);
  await using app = await testApp({ overrides: { db: database.db } });
  await expectHealth(app, { status: "ok", isReady: true, lost: [] });

  await database.close();

  await expectHealth(app, { status: "unavailable", isReady: false, lost: ["database"] });
});

Deno.test("without its queue the service is degraded and gets no traffic, until the queue is back", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const { db } = app.services;

  await db.execute(sql`alter schema pgboss rename to away`);
  try {
    await expectHealth(app, { status: "degraded", isReady: false, lost: ["queue"] });
  } finally {
    await db.execute(sql`alter schema away rename to pgboss`);
  }

  await expectHealth(app, { status: "ok", isReady: true, lost: [] });
});

Deno.test("without its cache or its document reader the service is degraded, and gets traffic", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const cache = await createCache({ cache: { kind: "redis", url: `redis://127.0.0.1:${port}` } }, log);
  const documents = createDocuments({ log });
  await documents.close();
  await using app = await testApp({ overrides: { cache, documents } });

  await expectHealth(app, { status: "degraded", isReady: true, lost: ["cache", "documents"] });
});

Deno.test("without its embedding threads the service is degraded, and gets no traffic", async () => {
  const embedder = await createEmbedder({ threads: 1 });
  await embedder.close();
  await using app = await testApp({ overrides: { embedder } });

  await expectHealth(app, { status: "degraded", isReady: false, lost: ["embedder"] });
});

onServer(
  "a database server that is down or hangs is told within the second a check may take, and so is its return",
  async () => {
    await using place = await testPlace();
    using tunnel = tunnelTo(place.config.databaseUrl!);
    const database = openPostgres({ url: tunnel.url, max: 2 });
    await using app = await testApp({ overrides: { db: database.db } });
    for (const weather of ["down", "hung"] as const) {
      tunnel.setWeather(weather);
      await expectHealth(app, { status: "unavailable", isReady: false, lost: ["database"] });
      tunnel.setWeather("fair");
      const deadline = performance.now() + 60_000;
      while ((await ask(app, "/readyz")).status !== 200) {
        ok(performance.now() < deadline, `still lost after ${weather}`);
      }
    }
    await database.close();
  },
);
