/**
 * Counters in this process: the default, and what remains while a shared cache is down.
 *
 * @module
 */
import { LRUCache } from "lru-cache";
import type { CacheStore } from "./store.ts";

/** About 10 MB at most. */
const COUNTERS_MAX = 50_000;

/** @param monotonicMs A clock that never goes back. */
export function createMemoryStore(monotonicMs: () => number = () => performance.now()): CacheStore {
  const counters = new LRUCache<string, { count: number; endsAt: number }>({ max: COUNTERS_MAX });
  return {
    increment(key, windowSeconds, by = 1) {
      const now = monotonicMs();
      const known = counters.get(key);
      const counter = known && known.endsAt > now ? known : { count: 0, endsAt: now + windowSeconds * 1000 };
      counter.count += by;
      counters.set(key, counter);
      return Promise.resolve({
        count: counter.count,
        resetSeconds: Math.max(1, Math.ceil((counter.endsAt - now) / 1000)),
      });
    },
    reset(key) {
      counters.delete(key);
      return Promise.resolve();
    },
    ping: () => Promise.resolve(),
    close() {
      counters.clear();
      return Promise.resolve();
    },
  };
}
