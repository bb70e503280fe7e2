/**
 * One process at a time does a work that many could.
 *
 * @module
 */
import { connectPostgres } from "./postgres.ts";

/** Names a work among the advisory locks of a database; any constant would do, but each its own. */
export const FRESHEN_TURN = 7_305_204_118_113;
/** As {@link FRESHEN_TURN}, of the indexes of `search_upkeep.ts`. */
export const SEARCH_INDEX_TURN = 7_305_204_118_114;

/**
 * Takes the turn until it is disposed of, or this process ends, however it ends. The embedded database has one process.
 *
 * @returns `null` while another process has it.
 */
export async function takeTurn(databaseUrl: string | null, turn: number): Promise<AsyncDisposable | null> {
  if (databaseUrl === null) return { [Symbol.asyncDispose]: () => Promise.resolve() };
  // A connection of its own: the lock belongs to it.
  const client = await connectPostgres(databaseUrl);
  try {
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1::bigint) as taken", [turn]);
    if (rows[0]?.taken) return { [Symbol.asyncDispose]: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
}
