/**
 * The cache: one adapter behind a time limit and a circuit breaker. While it fails, counting goes on in this process.
 *
 * ```
 * closed ──3 failures in a row──▶ open ──10 s──▶ half-open ──success──▶ closed
 *                                  ▲                 │
 *                                  └─────failure─────┘
 * ```
 *
 * @module
 */
import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from "cockatiel";
import type { Config } from "../config.ts";
import type { Cache, Log, SharedBytes } from "../services.ts";
import { createMemoryStore } from "./memory.ts";
import type { CacheStore } from "./store.ts";

const CALL_MS_MAX = 250;
const FAILURES_MAX = 3;
const RETRY_AFTER_MS = 10_000;

/** Makes the cache that the settings name, and loads no other client. A server that is down delays nothing. */
export async function createCache(config: Pick<Config, "cache">, log: Log): Promise<Cache> {
  const { cache } = config;
  switch (cache.kind) {
    case "memory":
      return inProcess(createMemoryStore());
    case "redis": {
      const { createRedisStore } = await import("./redis.ts");
      return guard(createRedisStore(cache.url, log), log);
    }
    case "upstash": {
      const { createUpstashStore } = await import("./upstash.ts");
      return guard(createUpstashStore({ url: cache.url, token: cache.token, timeoutMs: CALL_MS_MAX }), log);
    }
  }
}

function inProcess({ increment, reset, close }: CacheStore): Cache {
  return { increment, reset, close, shared: null, isLost: () => false, readiness: () => Promise.resolve("ok") };
}

/** Bounds what a failing store can cost: 250 ms a call for three calls, then one call in ten seconds. */
export function guard(store: CacheStore, log: Log, options: { retryAfterMs?: number } = {}): Cache {
  const fallback = createMemoryStore();
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: options.retryAfterMs ?? RETRY_AFTER_MS,
    breaker: new ConsecutiveBreaker(FAILURES_MAX),
  });
  breaker.onBreak((cause) => {
    log.warn("cache lost", { error: "error" in cause ? cause.error : undefined });
  });
  breaker.onReset(() => log.info("cache back"));
  const bounded = wrap(breaker, timeout(CALL_MS_MAX, TimeoutStrategy.Aggressive));
  // Which way a call failed makes no difference to its caller; the breaker has seen and told it.
  const attempt = <T>(call: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> =>
    bounded.execute(call).catch(otherwise);
  const sharedBytes = (bytes: NonNullable<CacheStore["bytes"]>): SharedBytes => ({
    recall: (keys) => attempt(() => bytes.get(keys), () => Promise.resolve(keys.map(() => null))),
    keep: (entries) => attempt(() => bytes.set(entries), () => Promise.resolve()),
  });
  return {
    increment: (key, windowSeconds, by = 1) =>
      attempt(() => store.increment(key, windowSeconds, by), () => fallback.increment(key, windowSeconds, by)),
    reset: async (key) => {
      await fallback.reset(key);
      await attempt(() => store.reset(key), () => Promise.resolve());
    },
    shared: store.bytes ? sharedBytes(store.bytes) : null,
    isLost: () => breaker.state !== CircuitState.Closed,
    readiness: () =>
      attempt(() => store.ping().then(() => "ok" as const), () => Promise.resolve("unavailable" as const)),
    async close() {
      await fallback.close();
      await store.close();
    },
  };
}
