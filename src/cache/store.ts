/**
 * What a cache adapter does. It may fail or hang: `cache.ts` bounds it.
 *
 * @module
 */
import type { Cache } from "../services.ts";

/** A place to count in. */
export interface CacheStore extends Required<Pick<Cache, "increment" | "reset" | "close">> {
  /** @throws {Error} If the store does not answer. */
  ping(): Promise<void>;
}

/** Keeps our keys apart from others in a shared Redis. */
export const KEY_PREFIX = "job-match:";
