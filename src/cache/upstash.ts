/**
 * Counters in Upstash Redis, over its REST interface.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { Redis } from "@upstash/redis";
import { BYTES_KEPT_SECONDS, type CacheStore, KEY_PREFIX } from "./store.ts";

/** Before base64, which could otherwise be read as a number. */
const TEXT = "base64:";

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
    bytes: {
      async get(keys) {
        const found = await redis.mget<(string | null)[]>(...keys.map((key) => KEY_PREFIX + key));
        return found.map((value) => value === null ? null : Buffer.from(value.slice(TEXT.length), "base64"));
      },
      async set(entries) {
        const all = redis.pipeline();
        for (const [key, value] of entries) {
          all.set(KEY_PREFIX + key, TEXT + Buffer.from(value).toString("base64"), { ex: BYTES_KEPT_SECONDS });
        }
        await all.exec();
      },
    },
    async ping() {
      await redis.ping();
    },
    close: () => Promise.resolve(),
  };
}
