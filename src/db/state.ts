/**
 * A name for the state of the whole database: as long as it stays the same, no transaction that wrote has begun, ended or
 * been undone, so that whatever was read then would be read again now.
 *
 * It is the snapshot of the statement (PostgreSQL, "Transaction ID and Snapshot Information Functions") and when the
 * server was started. Only after a crash may a snapshot come again with other rows: what relies on a state should do so
 * for minutes, not days. Sequences and locks are not part of it.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./database.ts";

/** To be selected beside rows: the state they are of. */
export const databaseState: SQL<string> = sql<
  string
>`(pg_current_snapshot()::text || '@' || extract(epoch from pg_postmaster_start_time())::text)`;

/**
 * Reads the state as it is at some moment after the call. Calls that come while a statement is under way share the next
 * one: many requests at once cost one statement.
 */
export function stateReader(db: Database): () => Promise<string> {
  const statement = db.select({ state: databaseState }).from(sql`(values (1)) as one`).prepare("database_state");
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<string> | null = null;
  const read = async () => {
    await underWay.catch(() => {}); // Whoever waited for that one has been told.
    const reading = statement.execute();
    [underWay, next] = [reading, null];
    const [row] = await reading;
    if (!row) throw new TypeError("Cannot read the state of the database: no row");
    return row.state;
  };
  return () => next ??= read();
}
