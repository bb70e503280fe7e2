import { equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { testDatabase } from "../../tests/harness/database.ts";
import { rowsOf } from "./database.ts";
import { type Analyzed, lookAfter } from "./upkeep.ts";

const ROWS = 3000;

const onServer = Deno.env.get("TEST_DATABASE_URL") !== undefined;
const name = "a table with many dead rows is vacuumed and analyzed, once";

Deno.test({ name: onServer ? `${name} (skipped: a server does it itself)` : name, ignore: onServer }, async () => {
  await using database = await testDatabase();
  const { db } = database;
  const stats = async () =>
    rowsOf<{ live: number; dead: number; known: boolean }>(
      await db.execute(sql`
        select s.n_live_tup::int as live, s.n_dead_tup::int as dead,
          exists (select 1 from pg_stats p where p.tablename = s.relname and p.attname = 'created_at') as known
        from pg_stat_user_tables s where s.relname = 'companies'`),
    )[0]!;
  // Counts reach the statistics once a second; this brings them there now.
  const counted = () => db.execute(sql`select pg_stat_force_next_flush()`);
  await db.execute(sql`insert into companies (id, name, created_at)
    select gen_random_uuid(), 'Company ' || n, now() from generate_series(1, ${ROWS}::int) n`);
  await counted();
  await db.execute(sql`update companies set name = name || '!'`);
  await counted();

  const analyzed: Analyzed = new Map();
  const tended: (string | null)[] = [];
  do tended.push(await lookAfter(db, analyzed)); while (tended.at(-1) !== null && tended.length < 20);

  equal(tended.filter((table) => table === "public.companies").length, 1, `${tended}`);
  const after = await stats();
  ok(after.dead < ROWS / 10 && after.known, JSON.stringify(after));
  await db.execute(sql`insert into companies (id, name, created_at) values (${newId()}, 'One more', now())`);
  await counted();
  equal(await lookAfter(db, analyzed), null);
});
