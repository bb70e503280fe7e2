/**
 * Counters in a Redis server.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createClient, RESP_TYPES } from "redis";
import type { Log } from "../services.ts";
import { BYTES_KEPT_SECONDS, type CacheStore, KEY_PREFIX } from "./store.ts";

/** Connects in the background and again after a loss, ever slower up to this. */
const RECONNECT_MS_MAX = 5000;

/** @param url `redis://` or `rediss://`. */
export function createRedisStore(url: string, log: Log): CacheStore {
  const client = createClient({
    url,
    // Without a connection a call fails at once instead of waiting for one.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1000,
    // A peer that vanished without a word is noticed by the missing answer to a ping.
    pingInterval: 5000,
    socket: {
      connectTimeout: 1000,
      socketTimeout: 15_000,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, RECONNECT_MS_MAX),
    },
  });
  const inBytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  // Every failed attempt to connect is reported here; the breaker's own line tells when the cache is lost and back.
  let told = false;
  client.on("error", (error: Error) => {
    if (!told) log.warn("cache connection failed", { error });
    told = true;
  });
  client.on("ready", () => {
    told = false;
  });
  const connecting = client.connect().then(() => undefined, (error: Error) => {
    log.warn("cache connection given up", { error });
  });
  return {
    async increment(key, windowSeconds, by = 1) {
      const name = KEY_PREFIX + key;
      const [, count, seconds] = await client.multi()
        .set(name, 0, { expiration: { type: "EX", value: windowSeconds }, condition: "NX" })
        .incrBy(name, by)
        .ttl(name)
        .execTyped();
      return { count: Number(count), resetSeconds: Math.max(1, Number(seconds)) };
    },
    async reset(key) {
      await client.del(KEY_PREFIX + key);
    },
    bytes: {
      async get(keys) {
        const found = await inBytes.mGet(keys.map((key) => KEY_PREFIX + key));
        return found.map((value) => value === null ? null : new Uint8Array(value));
      },
      async set(entries) {
        const all = client.multi();
        for (const [key, value] of entries) {
          const expiration = { type: "EX", value: BYTES_KEPT_SECONDS } as const;
          all.set(KEY_PREFIX + key, Buffer.from(value), { expiration });
        }
        await all.execAsPipeline();
      },
    },
    async ping() {
      await client.ping();
    },
    async close() {
      if (client.isOpen) client.destroy();
      await connecting;
    },
  };
}
