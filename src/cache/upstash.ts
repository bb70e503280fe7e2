/**
 * Counters in Upstash Redis, over its REST interface.
 *
 * @module
 */
import { Redis } from "@upstash/redis";
import { type CacheStore, KEY_PREFIX } from "./store.ts";

/** @param timeoutMs After which a request is given up; the client itself would wait for ever. */
export function createUpstashStore(options: { url: string; token: string; timeoutMs: number }): CacheStore {
  const { url, token, timeoutMs } = options;
  const redis = new Redis({
    url,
    token,
    // Its retries add 4.3 s to every call of an outage.
    retry: false,
    signal: () => AbortSignal.timeout(timeoutMs),
    enableTelemetry: false,
  });
  return {
    async increment(key, windowSeconds, by = 1) {
      const name = KEY_PREFIX + key;
      const [, count, seconds] = await redis.multi()
        .set(name, 0, { ex: windowSeconds, nx: true })
        .incrby(name, by)
        .ttl(name)
        .exec();
      return { count, resetSeconds: Math.max(1, seconds) };
    },
    async reset(key) {
      await redis.del(KEY_PREFIX + key);
    },
    async ping() {
      await redis.ping();
    },
    close: () => Promise.resolve(),
  };
}
