/**
 * Vacuum and analyze for the embedded database, which has no autovacuum: without them every rescore leaves as many dead
 * rows as it writes, and the planner guesses.
 *
 * Measured with 10,000 candidates of one job, each rescored six times: a page of 50 took 282 ms before and 176 ms after,
 * a rescore 3.4 s and 1.9 s.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import type { Log } from "../services.ts";
import { type Database, rowsOf } from "./database.ts";
import type { OpenDatabase } from "./open.ts";

const EVERY_MS = 60_000;
/** A database that takes longer for `select 1` has something better to do. */
const IDLE_MS_MAX = 20;

/** Of a table's rows, as a server's autovacuum has them, but not for small tables: a scan of those costs nothing. */
const DEAD_SHARE = 0.2;
const CHANGED_SHARE = 0.1;
const ROWS_MIN = 1000;

/** Types whose statistics nobody uses; vectors alone took 1.3 s of 1.4 s. */
const NOT_ANALYZED = sql`('vector', 'halfvec', 'tsvector', 'jsonb', 'bytea')`;

/** The upkeep of a database. */
export interface Upkeep {
  /** Waits for the table under way. */
  stop(): Promise<void>;
}

/** Looks after one table a minute, while the database is idle. A server does so by itself. */
export function startUpkeep(database: OpenDatabase, log: Log): Upkeep {
  if (database.profile === "server") return { stop: () => Promise.resolve() };
  const analyzed: Analyzed = new Map();
  let underWay = Promise.resolve();
  const timer = setInterval(() => underWay = underWay.then(step), EVERY_MS);
  // A command that is done must not wait for its next minute.
  Deno.unrefTimer(timer);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };

  async function step(): Promise<void> {
    try {
      const asked = performance.now();
      await database.ping();
      if (performance.now() - asked > IDLE_MS_MAX) return;
      const table = await lookAfter(database.db, analyzed);
      if (table !== null) log.info("table vacuumed", { table, ms: Math.round(performance.now() - asked) });
    } catch (error) {
      log.warn("table not vacuumed", { error });
    }
  }
}

/** Changes of each table that its last analyze had seen: one of some columns does not set the server's own count back. */
export type Analyzed = Map<string, number>;

/**
 * Vacuums and analyzes the table that needs it most.
 *
 * @param analyzed Kept from call to call.
 * @returns Its name; `null` where none needs it.
 */
export async function lookAfter(db: Database, analyzed: Analyzed): Promise<string | null> {
  const tables = rowsOf<{ name: string; columns: string; live: number; dead: number; changes: number }>(
    await db.execute(sql`
      select format('%I.%I', s.schemaname, s.relname) as name,
        (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a join pg_type t on t.oid = a.atttypid
          where a.attrelid = s.relid and a.attnum > 0 and not a.attisdropped and t.typname not in ${NOT_ANALYZED})
          as columns,
        s.n_live_tup::float8 as live, s.n_dead_tup::float8 as dead, s.n_mod_since_analyze::float8 as changes
      from pg_stat_user_tables s where s.n_mod_since_analyze > ${ROWS_MIN}::int order by s.relid`),
  );
  const [table] = tables.map((table) => ({ ...table, unseen: unseen(table) }))
    .filter(({ live, dead, unseen }) => dead > ROWS_MIN + DEAD_SHARE * live || unseen > ROWS_MIN + CHANGED_SHARE * live)
    .sort((a, b) => b.dead + b.unseen - (a.dead + a.unseen));
  if (!table) return null;
  await db.execute(sql.raw(`vacuum (analyze) ${table.name} (${table.columns})`));
  analyzed.set(table.name, table.changes);
  return table.name;

  /** The count starts anew where statistics were lost. */
  function unseen({ name, changes }: { name: string; changes: number }): number {
    const seen = analyzed.get(name) ?? 0;
    return seen > changes ? changes : changes - seen;
  }
}
