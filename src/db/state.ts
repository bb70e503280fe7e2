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

/** To be selected beside rows: the state they are of. */
export const databaseState: SQL<string> = sql<
  string
>`(pg_current_snapshot()::text || '@' || extract(epoch from pg_postmaster_start_time())::text)`;
