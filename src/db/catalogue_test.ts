import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { testDatabase } from "../../tests/harness/database.ts";
import { rowsOf } from "./database.ts";

/** Belong to no company: the companies themselves, and the addresses that people log in with, unique among all. */
const shared = ["companies", "logins"];

Deno.test("every table of a company has company_id in its primary key", async () => {
  await using database = await testDatabase();
  const rows = rowsOf<{ table: string; columns: string }>(
    await database.db.execute(sql`
      select c.relname as table, string_agg(a.attname, ',' order by k.n) as columns
      from pg_class c
      join pg_namespace s on s.oid = c.relnamespace and s.nspname = 'public'
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      cross join lateral unnest(i.indkey) with ordinality as k(attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where c.relkind = 'r' and exists (
        select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'company_id' and not o.attisdropped)
      group by c.relname`),
  );
  ok(rows.length > 5);
  deepEqual(
    rows.filter(({ table, columns }) => !shared.includes(table) && !columns.split(",").includes("company_id")),
    [],
  );
});

Deno.test("every reference to a row of a company carries its company_id", async () => {
  await using database = await testDatabase();
  const rows = rowsOf<{ name: string; target: string; columns: string }>(
    await database.db.execute(sql`
      select con.conname as name, t.relname as target, string_agg(a.attname, ',') as columns
      from pg_constraint con
      join pg_namespace s on s.oid = con.connamespace and s.nspname = 'public'
      join pg_class t on t.oid = con.confrelid
      cross join lateral unnest(con.conkey) as k(attnum)
      join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
      where con.contype = 'f'
      group by con.conname, t.relname`),
  );
  ok(rows.length > 5);
  const bare = rows.filter(({ target, columns }) =>
    !shared.includes(target) && !columns.split(",").includes("company_id")
  );
  deepEqual(bare.map(({ name }) => name), []);
});

Deno.test({
  name: "connections that are cut in mid-write cost those writes, and neither the process nor the next write",
  ignore: Deno.env.get("TEST_DATABASE_URL") === undefined, // the embedded database has no connections
  async fn() {
    await using database = await testDatabase();
    const { db } = database;
    await db.execute(sql`create table if not exists cut (n int primary key, v text)`);
    await db.execute(sql`delete from cut`);
    const large = "x".repeat(200_000);
    let [n, written, refused] = [0, 0, 0];
    for (let round = 0; round < 15; round++) {
      const writes = Array.from(
        { length: 6 },
        () => db.execute(sql`insert into cut values (${n++}, ${large})`).then(() => written++, () => refused++),
      );
      const cut = db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and datname = current_database()`).catch(() => {});
      await Promise.all([...writes, cut]);
    }
    const count = async () => Number(rowsOf<{ n: string }>(await db.execute(sql`select count(*) as n from cut`))[0]?.n);
    ok(refused > 0, "no connection was cut");
    ok(await count() >= written, "an acknowledged write is missing");
    await db.execute(sql`insert into cut values (${n}, 'after')`);
    equal(rowsOf(await db.execute(sql`select 1 from cut where n = ${n}`)).length, 1);
    await db.execute(sql`drop table cut`);
  },
});
