/**
 * Empty, migrated databases for tests: PGlite by default, PostgreSQL where `TEST_DATABASE_URL` is set.
 *
 * A test file copies the template when it first needs a database, and empties the copy between its tests; it makes
 * another copy only when a test needs two at once. No test knows which kind it has.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import type { Database } from "../../src/db/database.ts";
import type { OpenDatabase } from "../../src/db/open.ts";
import { maker, serverUrl } from "./places.ts";

/** A database of one test: it is given back, empty, at the end of it. */
export type TestDatabase = OpenDatabase & AsyncDisposable;

/** Open copies of this file that no test uses, for PGlite; a server's connections are closed after each test. */
const idle: { place: string; opened: OpenDatabase | undefined }[] = [];
const places: string[] = [];

Deno.test.afterAll(async () => {
  for (const { opened } of idle.splice(0)) await opened?.close();
  for (const place of places.splice(0)) await maker.remove(place);
});

/** A test of what only a server does; without one it is skipped, and its name says why. */
export function onServer(name: string, test: () => Promise<void>): void {
  if (serverUrl !== undefined) Deno.test(name, test);
  else Deno.test.ignore(`${name} (skipped: needs TEST_DATABASE_URL)`, test);
}

/** Gives an empty database with all tables and queues, for this test alone. */
export async function testDatabase(): Promise<TestDatabase> {
  const found = idle.pop();
  const place = found?.place ?? await maker.copy();
  if (!found) places.push(place);
  const opened = found?.opened ?? await maker.open(place);
  return {
    ...opened,
    async [Symbol.asyncDispose]() {
      await empty(opened.db);
      if (opened.profile === "server") await opened.close();
      idle.push({ place, opened: opened.profile === "embedded" ? opened : undefined });
    },
  };
}

/**
 * Empties every table but those that say how the database is made. Deletes without looking at foreign keys: 20 times
 * as fast as a truncate of tables with few rows.
 */
async function empty(db: Database): Promise<void> {
  await db.execute(sql`
    do $$
    declare name text;
    begin
      set local session_replication_role = replica;
      for name in
        select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition
          and (n.nspname = 'public' or (n.nspname = 'pgboss' and c.relname not in ('version', 'queue')))
      loop
        execute 'delete from ' || name;
      end loop;
    end $$`);
}
