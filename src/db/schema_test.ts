import { deepEqual, equal, ok } from "node:assert/strict";
import { type DrizzleSnapshotJSON, generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { testDatabase } from "../../tests/harness/database.ts";
import { rowsOf } from "./database.ts";
import * as schema from "./schema.ts";

const folder = new URL("../../migrations/meta/", import.meta.url);

/** What the migrations lead to, as drizzle-kit wrote it down with the latest of them. */
async function lastSnapshot(): Promise<DrizzleSnapshotJSON> {
  const { entries } = JSON.parse(await Deno.readTextFile(new URL("_journal.json", folder)));
  const { idx } = entries.at(-1);
  return JSON.parse(await Deno.readTextFile(new URL(`${String(idx).padStart(4, "0")}_snapshot.json`, folder)));
}

Deno.test("the migrations lead to what schema.ts says: there is nothing to generate", async () => {
  const current = generateDrizzleJson({ ...schema });
  ok(Object.keys(current.tables).length > 0);

  deepEqual(await generateMigration(await lastSnapshot(), current), []);
});

interface TenantTable {
  name: string;
  /** Columns of its primary key. */
  key: string[];
}

/** A foreign key to a table of tenants other than `companies` itself. */
interface TenantReference {
  name: string;
  /** Pairs of columns, own and foreign. */
  pairs: [string, string][];
}

const columns = (key: string, table: string) =>
  sql.raw(`(
    select array_agg(a.attname::text order by k.i)
    from unnest(c.${key}) with ordinality k(num, i)
    join pg_attribute a on a.attrelid = c.${table} and a.attnum = k.num
  )`);

/** Tables that are nobody's: the tenant itself, and records of the installation. */
const SHARED = ["companies", "rematch_runs"];
/** Found before the tenant is known, by what is unique over all of them. */
const GLOBAL_KEY: Record<string, string[]> = { logins: ["email"] };

Deno.test("every table of tenants has the company in its primary key", async () => {
  await using database = await testDatabase();
  const tables = rowsOf<TenantTable>(
    await database.db.execute(sql`
      select c.conrelid::regclass::text as name, ${columns("conkey", "conrelid")} as key
      from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.contype = 'p' and t.relnamespace = 'public'::regnamespace order by 1`),
  ).filter(({ name }) => !SHARED.includes(name));
  const all = rowsOf<{ name: string }>(
    await database.db.execute(sql`
      select relname::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`),
  ).map(({ name }) => name);

  ok(tables.length > 10);
  deepEqual(tables.map(({ name }) => name), all.filter((name) => !SHARED.includes(name)), "each has a primary key");
  for (const { name, key } of tables) {
    if (GLOBAL_KEY[name]) deepEqual(key, GLOBAL_KEY[name]);
    else equal(key[0], "company_id", name);
  }
});

Deno.test("every unique index of tenants has the company in it", async () => {
  await using database = await testDatabase();
  const indexes = rowsOf<{ name: string; key: string[] }>(
    await database.db.execute(sql`
      select c.relname::text as name, (
        select array_agg(a.attname::text) from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any(i.indkey[0:i.indnkeyatts - 1])) as key
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where i.indisunique and not i.indisprimary and t.relnamespace = 'public'::regnamespace order by 1`),
  );

  ok(indexes.length > 2);
  deepEqual(indexes.filter(({ key }) => !key?.includes("company_id")), []);
});

Deno.test("every reference between tables of tenants is within one company", async () => {
  await using database = await testDatabase();
  const references = rowsOf<{ name: string; own: string[]; foreign: string[] }>(
    await database.db.execute(sql`
      select c.conname::text as name, ${columns("conkey", "conrelid")} as own,
        ${columns("confkey", "confrelid")} as foreign
      from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.contype = 'f' and t.relnamespace = 'public'::regnamespace
        and c.confrelid <> 'public.companies'::regclass order by 1`),
  ).map(({ name, own, foreign }): TenantReference => ({ name, pairs: own.map((column, i) => [column, foreign[i]!]) }));

  ok(references.length > 10);
  for (const { name, pairs } of references) deepEqual(pairs[0], ["company_id", "company_id"], name);
});

Deno.test("no row of a tenant can lack its company", async () => {
  await using database = await testDatabase();
  const nullable = rowsOf<{ name: string }>(
    await database.db.execute(sql`
      select table_name::text as name from information_schema.columns
      where table_schema = 'public' and column_name = 'company_id' and is_nullable = 'YES'`),
  );

  deepEqual(nullable, []);
});
