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
  /** Bytes by key, kept for {@link BYTES_KEPT_SECONDS}; only where processes share the store. */
  bytes?: {
    get(keys: readonly string[]): Promise<(Uint8Array | null)[]>;
    set(entries: ReadonlyMap<string, Uint8Array>): Promise<void>;
  };
}

/** Seven days. */
export const BYTES_KEPT_SECONDS = 604_800;

/** Keeps our keys apart from others in a shared Redis. */
export const KEY_PREFIX = "job-match:";
