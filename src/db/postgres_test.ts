import { deepEqual, equal, ok } from "node:assert/strict";
import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { onServer, testDatabase } from "../../tests/harness/database.ts";
import { testPlace } from "../../tests/harness/places.ts";
import { tunnelTo } from "../../tests/harness/tunnel.ts";
import { AppError } from "../errors.ts";
import { type Database, fromDatabaseError, rowsOf } from "./database.ts";
import { connectPostgres, openPostgres } from "./postgres.ts";
import { companies, users } from "./schema.ts";

const at = new Date("2026-03-01T10:20:30.456Z");
/** Takes many packets to send: a cut falls between them. */
const LONG = "x".repeat(200_000);
const ROUNDS = 25;
const WRITERS = 8;

/** Two rows that belong together. */
async function write(db: Database, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(companies).values({ id, name: LONG, createdAt: at });
    await tx.insert(users).values({
      companyId: id,
      id: newId(),
      email: "owner@example.com",
      fullName: LONG,
      role: "recruiter",
      createdAt: at,
      updatedAt: at,
    });
  });
}

// An exception outside of any promise, which is what other drivers do here, fails the run of the tests by itself.
onServer("connections cut in mid-write cost what was on its way, by whole transactions, and nothing else", async () => {
  await using database = await testDatabase();
  ok(database.profile === "server");
  const { db } = database;
  const executioner = await connectPostgres(database.url);
  const written: string[] = [];
  const refused: unknown[] = [];
  let cut = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writers = Array.from({ length: WRITERS }, async () => {
      const id = newId();
      await write(db, id).then(() => written.push(id), (error) => refused.push(error));
    });
    // Another number of round trips each time: the cut falls at another point of the writes.
    for (let turn = 0; turn < round % 5; turn++) await executioner.query("select 1");
    const ended = await executioner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    cut += ended.rowCount ?? 0;
    await Promise.all(writers);
  }
  await executioner.end();

  ok(cut > 0 && refused.length > 0, `${cut} cut, ${refused.length} refused`);
  for (const error of refused) {
    const told = fromDatabaseError(error);
    ok(told instanceof AppError, String(error));
    equal(told.code, "unavailable");
  }
  const last = newId();
  await write(db, last);
  const there = (await db.select({ id: companies.id }).from(companies)).map(({ id }) => id);
  deepEqual([...written, last].filter((id) => !there.includes(id)), [], "what was acknowledged is there");
  const whole = await db.select({ id: companies.id }).from(companies).innerJoin(
    users,
    eq(users.companyId, companies.id),
  );
  equal(whole.length, there.length, "no half of a transaction");
  equal(await db.$count(users), there.length);
});

onServer("a pool whose connections were all cut while idle answers the next queries", async () => {
  await using database = await testDatabase();
  ok(database.profile === "server");
  const { db } = database;
  await Promise.all(Array.from({ length: 4 }, () => db.execute(sql`select pg_sleep(0.01)`)));
  const executioner = await connectPostgres(database.url);
  await executioner.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await executioner.end();

  // The news of the cut and a query may cross: such a query is refused as unavailable, and only such.
  for (let i = 0; i < 4; i++) {
    await db.execute(sql`select 1`).catch((error) => {
      const told = fromDatabaseError(error);
      ok(told instanceof AppError && told.code === "unavailable", String(error));
    });
  }
  deepEqual(rowsOf(await db.execute(sql`select 1 as one`)), [{ one: 1 }]);
});

onServer("a connection on which the server has gone silent is given up, and replaced by another", async () => {
  await using place = await testPlace();
  using tunnel = tunnelTo(place.config.databaseUrl!);
  const database = openPostgres({ url: tunnel.url, max: 1, silentMsMax: 500 });
  const { db } = database;
  const one = sql`select 1 as one`;
  const silentAt: [name: string, work: () => Promise<unknown>][] = [
    ["a query", () => (tunnel.silence(), db.execute(one))],
    ["the begin of a transaction", () => (tunnel.silence(), db.transaction((tx) => tx.execute(one)))],
    ["a query of a transaction", () =>
      db.transaction(async (tx) => {
        await tx.execute(one);
        tunnel.silence();
        await tx.execute(one);
      })],
    ["the commit", () => db.transaction((tx) => tx.execute(one).then(() => tunnel.silence()))],
  ];
  for (const [name, work] of silentAt) {
    await db.execute(one);
    const told = fromDatabaseError(await work().then(() => null, (error) => error));
    ok(told instanceof AppError, `${name}: ${told}`);
    equal(told.code, "unavailable");
    deepEqual(rowsOf(await db.transaction((tx) => tx.execute(one))), [{ one: 1 }]);
  }
  await database.close();
});

onServer("a long statement and a transaction that pauses are left alone", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const one = sql`select 1 as one`;
  const long = db.execute(sql`select 1 as one, pg_sleep(2.5)`);
  const paused = db.transaction(async (tx) => {
    await tx.execute(one);
    await long;
    return await tx.execute(one);
  });

  deepEqual(rowsOf<{ one: number }>(await long).map(({ one }) => one), [1]);
  deepEqual(rowsOf(await paused), [{ one: 1 }]);
});
