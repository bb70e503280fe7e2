/**
 * Looks, after the start and then every hour, which companies need an index of meanings: one process at a time, on a
 * server only. Making one stops everything else in the embedded database, whose companies are searched without.
 *
 * @module
 */
import { connectPostgres } from "./db/postgres.ts";
import { SEARCH_INDEX_TURN, takeTurn } from "./db/turn.ts";
import { keepNearestIndexes } from "./resumes/search_index.ts";
import { LANES } from "./resumes/search_lanes.ts";
import type { Log } from "./services.ts";

const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;

/** Indexes that are looked after until it is stopped. */
export interface SearchUpkeep {
  stop(): void;
}

/** @param databaseUrl `null`: the embedded database. */
export function startSearchUpkeep(databaseUrl: string | null, log: Log): SearchUpkeep {
  if (databaseUrl === null) return { stop() {} };
  const stopping = new AbortController();
  let timer = setTimeout(look, FIRST_MS);
  Deno.unrefTimer(timer);
  return {
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };

  async function look(): Promise<void> {
    try {
      await keepIndexes(databaseUrl!, log, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) log.warn("search indexes not looked after", { error });
    }
    if (stopping.signal.aborted) return;
    timer = setTimeout(look, EVERY_MS);
    Deno.unrefTimer(timer);
  }
}

/** A connection that is cut while it makes an index leaves half of one: the next look drops it. */
async function keepIndexes(databaseUrl: string, log: Log, stopped: AbortSignal): Promise<void> {
  await using turn = await takeTurn(databaseUrl, SEARCH_INDEX_TURN);
  if (turn === null) return;
  const client = await connectPostgres(databaseUrl);
  const end = () => void client.end();
  stopped.addEventListener("abort", end);
  try {
    const done = await keepNearestIndexes(
      async (statement, values) => (await client.query(statement, values)).rows,
      LANES.exactMax,
    );
    if (done.length > 0) log.info("search indexes changed", { statements: done.length });
  } finally {
    stopped.removeEventListener("abort", end);
    await client.end();
  }
}
