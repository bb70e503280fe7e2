import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { type Database, rowsOf, sqlStateOf } from "../../src/db/database.ts";
import { users } from "../../src/db/schema.ts";
import { withCompany } from "../../src/db/scope.ts";
import { bearer, createRoute, json, newRouter, z } from "../../src/http/contract.ts";
import { makeWorld } from "../contract/world.ts";
import { testApi } from "../harness/api.ts";
import { testDatabase } from "../harness/database.ts";
import { injected } from "./report.ts";

/** A table that holds rows of companies, by the column that says whose a row is. */
interface TenantTable {
  name: string;
  owner: "company_id" | "id";
}

/** From the catalogue, so that a new table is looked at, too. */
async function tenantTables(db: Database): Promise<TenantTable[]> {
  return rowsOf(
    await db.execute(sql`
      select c.relname::text as name, case when c.relname = 'companies' then 'id' else 'company_id' end as owner
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relname = 'companies' or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped))
      order by 1`),
  );
}

const countOf = async (db: Database, { name }: TenantTable, where = sql`true`): Promise<number> =>
  rowsOf<{ n: number }>(
    await db.execute(sql`select count(*)::int as n from ${sql.identifier(name)} where ${where}`),
  )[0]!.n;

const isRefused = (error: unknown) => sqlStateOf(error) === "42501";

Deno.test("every table of tenants has a wall, and the application's role has rights nowhere else", async () => {
  await using database = await testDatabase();
  const walled = rowsOf<{ name: string }>(
    await database.db.execute(sql`
      select c.relname::text as name from pg_class c join pg_policy p on p.polrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and p.polcmd = '*' order by 1`),
  );
  const entered = rowsOf<{ name: string }>(
    await database.db.execute(sql`
      select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and has_table_privilege('job_match_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') order by 1`),
  );
  const role = rowsOf(
    await database.db.execute(sql`
      select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = 'job_match_app'`),
  );

  const tables = (await tenantTables(database.db)).map(({ name }) => ({ name }));
  ok(tables.length > 20);
  deepEqual(walled, tables);
  deepEqual(entered, tables);
  deepEqual(role, [{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }]);
});

Deno.test("behind a company's wall select * shows its own rows of every table, and no row can be changed or added elsewhere", async () => {
  await using world = await makeWorld();
  const { db } = world.app.services;
  const [own, other] = [world.owner.user.company_id, world.stranger.user.company_id];
  const tables = await tenantTables(db);
  let filled = 0;
  for (const table of tables) {
    const owner = sql.identifier(table.owner);
    const theirs = await countOf(db, table, sql`${owner} = ${other}`);
    const mine = await countOf(db, table, sql`${owner} = ${own}`);
    if (theirs > 0) filled++;
    await withCompany(own, async () => {
      equal(await countOf(db, table), mine, table.name);
      equal(await countOf(db, table, sql`${owner} = ${other}`), 0, table.name);
      const name = sql.identifier(table.name);
      deepEqual(rowsOf(await db.execute(sql`delete from ${name} where ${owner} = ${other} returning 1 as one`)), []);
      if (mine === 0) return;
      // Over the wall: their row to here, or one of ours to there.
      const taken = await db.execute(
        sql`update ${name} set ${owner} = ${own} where ${owner} = ${other} returning 1 as one`,
      );
      deepEqual(rowsOf(taken), [], table.name);
      await rejects(db.execute(sql`update ${name} set ${owner} = ${other}`), isRefused, table.name);
    });
    equal(await countOf(db, table, sql`${owner} = ${other}`), theirs, table.name);
  }
  ok(filled > 14, `only ${filled} tables hold rows of the other company`);
  const stray = sql`insert into companies (id, name, created_at) values (${crypto.randomUUID()}, 'Stray', now())`;
  await rejects(withCompany(own, () => db.execute(stray)), isRefused);
  injected(12, "tables looked at behind the wall", tables.length);
});

Deno.test("the application's role sees nothing of any company while it works for none", async () => {
  await using world = await makeWorld();
  const { db } = world.app.services;
  for (const table of await tenantTables(db)) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local role job_match_app`);
      equal(await countOf(tx, table), 0, table.name);
    });
  }
});

Deno.test("a handler that forgets to filter by company shows the caller's alone, in a statement and in a transaction", async () => {
  const given: { db?: Database } = {};
  const emails = async (from: Database) =>
    (await from.select({ email: users.email }).from(users)).map(({ email }) => email);
  const routes = newRouter().openapi(
    createRoute({
      method: "get",
      path: "/everybody",
      tags: ["Members"],
      security: bearer,
      responses: {
        200: json(z.strictObject({ alone: z.array(z.string()), within: z.array(z.string()) }), "Addresses"),
      },
    }),
    async (c) => c.json({ alone: await emails(given.db!), within: await given.db!.transaction(emails) }, 200),
  );
  await using api = await testApi({ routes: [routes] });
  const { db } = api.services;
  given.db = db;
  const [first, second] = [await api.register(), await api.register({ company_name: "Other Company" })];
  equal((await db.select().from(users)).length, 2);
  for (const { email } of [first, second]) {
    const { access_token } = await api.logIn(email);
    const { body } = await api.send(access_token, "GET", "/everybody");
    deepEqual(body, { alone: [email], within: [email] });
  }
});

Deno.test("statements and transactions of companies and of nobody at once, failed ones among them, keep to their scope", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const companies = Array.from({ length: 3 }, () => crypto.randomUUID());
  for (const id of companies) {
    await db.execute(
      sql`insert into companies (id, name, created_at) values (${id}::uuid, 'C', now())`,
    );
  }
  const seen = async (to: Database) =>
    rowsOf<{ id: string }>(await to.execute(sql`select id from companies order by id`));
  const failing = (work: Promise<unknown>) => work.then(() => ok(false, "nothing failed"), () => "failed");
  const wrong = (to: Database) => to.execute(sql`select 1 / 0`);
  const works: (() => Promise<unknown>)[] = [
    () => seen(db),
    () => db.transaction(async (tx) => [await seen(tx), await seen(tx)][1]),
    () => failing(Promise.resolve(wrong(db))),
    () => failing(db.transaction(wrong)),
  ];
  const ROUNDS = 300;
  const all = [...companies].sort().map((id) => ({ id }));
  await Promise.all(Array.from({ length: ROUNDS }, async (_, i) => {
    const companyId = [null, ...companies][i % 4]!;
    const work = works[Math.floor(i / 4) % works.length]!;
    const result = await (companyId === null ? work() : withCompany(companyId, work));
    if (result !== "failed") deepEqual(result, companyId === null ? all : [{ id: companyId }], `round ${i}`);
  }));
  injected(12, "statements of three companies and of nobody at once", ROUNDS);
});
