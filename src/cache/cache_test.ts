import { deepEqual, equal, ok } from "node:assert/strict";
import { createClient } from "redis";
import { startUpstash } from "../../tests/harness/upstash.ts";
import { createLog } from "../log.ts";
import type { Cache } from "../services.ts";
import { createCache, guard } from "./cache.ts";
import { createMemoryStore } from "./memory.ts";
import { createRedisStore } from "./redis.ts";
import type { CacheStore } from "./store.ts";
import { createUpstashStore } from "./upstash.ts";
import { injected } from "../../tests/trust/report.ts";

const redisUrl = Deno.env.get("TEST_REDIS_URL");
const silent = createLog({ level: "silent", format: "json" });
const newKey = () => `test:${crypto.randomUUID()}`;
const TOKEN = "token of the test";

/** Every adapter passes the same suite; those that need a server are skipped without `TEST_REDIS_URL`. */
const adapters: { name: string; ignore: boolean; use(test: (store: CacheStore) => Promise<void>): Promise<void> }[] = [
  { name: "memory", ignore: false, use: (test) => test(createMemoryStore()) },
  {
    name: "redis",
    ignore: redisUrl === undefined,
    async use(test) {
      const store = createRedisStore(redisUrl!, silent);
      await until(() => store.ping().then(() => true, () => false));
      await test(store).finally(() => store.close());
    },
  },
  {
    name: "upstash",
    ignore: redisUrl === undefined,
    async use(test) {
      await using bridge = await startUpstash(redisUrl!, TOKEN);
      await test(createUpstashStore({ url: bridge.url, token: TOKEN, timeoutMs: 1000 }));
    },
  },
];

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!await condition()) {
    ok(performance.now() < deadline, "Cannot reach the server");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

for (const { name, ignore, use } of adapters) {
  Deno.test({ name: `${name}: hits are counted up, and the window keeps its end`, ignore }, () =>
    use(async (store) => {
      const key = newKey();
      const counts = [];
      for (let i = 0; i < 3; i++) {
        const { count, resetSeconds } = await store.increment(key, 60);
        counts.push(count);
        ok(resetSeconds > 50 && resetSeconds <= 60, `${resetSeconds}`);
      }
      deepEqual(counts, [1, 2, 3]);
      const { resetSeconds } = await store.increment(key, 6000);
      ok(resetSeconds <= 60, "a later hit does not move the end");
    }));

  Deno.test({ name: `${name}: hits can be taken back and looked at`, ignore }, () =>
    use(async (store) => {
      const key = newKey();
      await store.increment(key, 60);
      await store.increment(key, 60);
      equal((await store.increment(key, 60, -1)).count, 1);
      equal((await store.increment(key, 60, 0)).count, 1);
    }));

  Deno.test({ name: `${name}: a reset begins anew, for that key only`, ignore }, () =>
    use(async (store) => {
      const [a, b] = [newKey(), newKey()];
      await store.increment(a, 60);
      await store.increment(b, 60);
      await store.reset(a);
      equal((await store.increment(a, 60)).count, 1);
      equal((await store.increment(b, 60)).count, 2);
    }));

  Deno.test({
    name: `${name}: bytes are found again to the bit, and others are null`,
    ignore: ignore || name === "memory",
  }, () =>
    use(async (store) => {
      const [a, b, c] = [newKey(), newKey(), newKey()];
      const bytes = Uint8Array.from({ length: 1536 }, (_, i) => (i * 31) % 256);
      await store.bytes!.set(new Map([[a, bytes], [b, Uint8Array.of()]]));
      const found = await store.bytes!.get([c, a, b]);
      deepEqual(found.map((value) => value && [...value]), [null, [...bytes], []]);
    }));

  Deno.test({ name: `${name}: no hit of many at once is lost`, ignore }, () =>
    use(async (store) => {
      const key = newKey();
      await Promise.all(Array.from({ length: 50 }, () => store.increment(key, 60)));
      equal((await store.increment(key, 60)).count, 51);
    }));
}

Deno.test("memory: the counter starts anew when its window has ended", async () => {
  let now = 0;
  const store = createMemoryStore(() => now);
  await store.increment("a", 10);
  now = 9_999;
  equal((await store.increment("a", 10)).count, 2);
  now = 10_000;
  deepEqual(await store.increment("a", 10), { count: 1, resetSeconds: 10 });
});

/** A store that behaves as it is told, and counts its calls. */
function faulty() {
  const memory = createMemoryStore();
  const store = { mode: "ok" as "ok" | "fail" | "hang", calls: 0 };
  const act = <T>(work: () => Promise<T>): Promise<T> => {
    store.calls++;
    if (store.mode === "hang") return new Promise<T>(() => undefined);
    return store.mode === "fail" ? Promise.reject(new Error("down")) : work();
  };
  const adapter: CacheStore = {
    increment: (key, seconds, by) => act(() => memory.increment(key, seconds, by)),
    reset: (key) => act(() => memory.reset(key)),
    ping: () => act(() => Promise.resolve()),
    bytes: {
      get: (keys) => act(() => Promise.resolve(keys.map(() => Uint8Array.of(1)))),
      set: () => act(() => Promise.resolve()),
    },
    close: () => Promise.resolve(),
  };
  return { store, adapter };
}

for (const mode of ["fail", "hang"] as const) {
  Deno.test(`a cache that ${mode}s costs three calls, and counting goes on in this process`, async () => {
    const { store, adapter } = faulty();
    const cache = guard(adapter, silent);
    store.mode = mode;
    const counts = [];
    for (let i = 0; i < 20; i++) counts.push((await cache.increment("a", 60)).count);
    deepEqual(counts, Array.from({ length: 20 }, (_, i) => i + 1));
    equal(store.calls, 3);
    deepEqual(await cache.shared!.recall(["x", "y"]), [null, null]);
    await cache.shared!.keep(new Map([["x", Uint8Array.of(1)]]));
    equal(store.calls, 3);
    await cache.reset("a");
    equal((await cache.increment("a", 60)).count, 1);
    equal(await cache.readiness(), "unavailable");
    await cache.close();
    injected(7, `calls to a cache that ${mode}s, three of which it was asked`, counts.length);
  });
}

Deno.test("a cache that comes back is used again", async () => {
  const { store, adapter } = faulty();
  const cache = guard(adapter, silent, { retryAfterMs: 20 });
  store.mode = "fail";
  for (let i = 0; i < 5; i++) await cache.increment("a", 60);
  store.mode = "ok";
  await until(async () => await cache.readiness() === "ok");
  equal((await cache.increment("a", 60)).count, 1, "the shared counter, not the one of the outage");
  await cache.close();
});

Deno.test("a Redis that nobody runs delays neither the start nor the calls after the first", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const configs: Cache[] = [
    await createCache({ cache: { kind: "redis", url: `redis://127.0.0.1:${port}` } }, silent),
    await createCache({ cache: { kind: "upstash", url: `http://127.0.0.1:${port}`, token: "t" } }, silent),
  ];
  for (const cache of configs) {
    for (let i = 1; i <= 5; i++) equal((await cache.increment("a", 60)).count, i);
    equal(await cache.readiness(), "unavailable");
    await cache.close();
  }
});

Deno.test("a Redis that takes connections and never answers is survived", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const taken: Deno.Conn[] = [];
  const accepting = (async () => {
    for await (const connection of listener) taken.push(connection);
  })();
  const cache = await createCache({ cache: { kind: "redis", url: `redis://127.0.0.1:${listener.addr.port}` } }, silent);
  for (let i = 1; i <= 5; i++) equal((await cache.increment("a", 60)).count, i);
  await cache.close();
  for (const connection of taken) connection.close();
  listener.close();
  await accepting;
});

Deno.test({
  name: "an Upstash that hangs is survived, and a wrong token is a failure, not a count",
  ignore: redisUrl === undefined,
  async fn() {
    await using bridge = await startUpstash(redisUrl!, TOKEN);
    const cache = await createCache({ cache: { kind: "upstash", url: bridge.url, token: TOKEN } }, silent);
    const key = newKey();
    equal((await cache.increment(key, 60)).count, 1);
    bridge.hang = true;
    for (let i = 1; i <= 5; i++) equal((await cache.increment(key, 60)).count, i);
    equal(bridge.requests, 4, "one answered, three in vain");
    await cache.close();

    bridge.hang = false;
    const stranger = await createCache({ cache: { kind: "upstash", url: bridge.url, token: "wrong" } }, silent);
    equal(await stranger.readiness(), "unavailable");
    await stranger.close();
  },
});

Deno.test({
  name: "keys in a shared Redis bear our prefix and expire",
  ignore: redisUrl === undefined,
  async fn() {
    const key = newKey();
    const client = createClient({ url: redisUrl! });
    await client.connect();
    for (const { name, use } of adapters.filter(({ name }) => name !== "memory")) {
      await use(async (store) => {
        await store.increment(`${key}:${name}`, 60);
      });
      ok(await client.ttl(`job-match:${key}:${name}`) > 0);
    }
    client.destroy();
  },
});
