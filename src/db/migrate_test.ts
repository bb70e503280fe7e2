import { deepEqual, equal, match } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { fileURLToPath } from "node:url";
import { onServer } from "../../tests/harness/database.ts";
import { emptyPlace, testPlace } from "../../tests/harness/places.ts";
import { rowsOf } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";
import { connectPostgres } from "./postgres.ts";
import { injected } from "../../tests/trust/report.ts";

const program = fileURLToPath(new URL("./migrate.ts", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

async function migrateElsewhere(config: { databaseUrl: string | null; dataDir: string }) {
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "-q", "--allow-env", "--allow-net", "--allow-read", "--allow-write", program],
    env: { DATA_DIR: config.dataDir, DATABASE_URL: config.databaseUrl ?? "" },
    stdin: "null",
  }).output();
  return { code, output: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

onServer("processes that migrate an empty database at once take turns, and it is migrated once", async () => {
  await using place = await emptyPlace();
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => migrateElsewhere(place.config)));

  deepEqual(outcomes, Array(4).fill({ code: 0, output: "The database is up to date\n" }));
  const database = await openDatabase(place.config);
  const applied = rowsOf<{ hash: string }>(
    await database.db.execute(sql`select hash from drizzle.__drizzle_migrations`),
  );
  equal(new Set(applied.map(({ hash }) => hash)).size, applied.length);
  await database.close();
  injected(4, "processes that migrate at once", outcomes.length);
});

onServer("many migrations at once in one process take turns", async () => {
  await using place = await emptyPlace();
  const database = await openDatabase(place.config);
  await Promise.all(Array.from({ length: 10 }, () => migrate(database)));
  const [tables] = rowsOf<{ n: number }>(
    await database.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`),
  );
  await migrate(database);

  deepEqual(await database.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`).then(rowsOf), [
    tables,
  ]);
  await database.close();
});

onServer("a user who may not make the extension or the tables is told what an administrator is to do", async () => {
  await using place = await emptyPlace();
  const user = `job_match_test_${crypto.randomUUID().replaceAll("-", "")}`;
  const administrator = await connectPostgres(place.config.databaseUrl!);
  await administrator.query(`create role ${user} login password 'of a test'`);
  const url = Object.assign(new URL(place.config.databaseUrl!), { username: user, password: "of a test" });
  const { code, output } = await migrateElsewhere({ ...place.config, databaseUrl: url.href });
  await administrator.query(`drop role ${user}`);
  await administrator.end();

  equal(code, 1);
  match(
    output,
    /DATABASE_URL: its user may not make .*\(permission denied .*\)\. Have an administrator run `create ext/,
  );
});

Deno.test("a migration that fails leaves nothing of itself", async () => {
  await using place = await testPlace();
  const folder = await Deno.makeTempDir({ prefix: "job-match-migrations-" });
  await Deno.mkdir(`${folder}/meta`);
  await Deno.writeTextFile(
    `${folder}/meta/_journal.json`,
    JSON.stringify({
      version: "7",
      dialect: "postgresql",
      entries: [{ idx: 0, version: "7", when: 9_999_999_999_999, tag: "0000_half", breakpoints: true }],
    }),
  );
  await Deno.writeTextFile(
    `${folder}/0000_half.sql`,
    "create table half (id int);\n--> statement-breakpoint\ncreate table half (id int);",
  );
  const database = await openDatabase(place.config);
  const failed = await migrate(database, folder).then(() => false, () => true);

  equal(failed, true);
  deepEqual(rowsOf(await database.db.execute(sql`select to_regclass('public.half') as half`)), [{ half: null }]);
  await database.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("deno task migrate brings a new folder or database up to date, and changes nothing the second time", async () => {
  await using place = await emptyPlace();
  const expected = { code: 0, output: "The database is up to date\n" };
  deepEqual(await migrateElsewhere(place.config), expected);
  deepEqual(await migrateElsewhere(place.config), expected);
});

// Else it would fill a folder, and say that the server's database is up to date.
Deno.test("deno task migrate takes its settings from .env, as the server does", async () => {
  const folder = await Deno.makeTempDir({ prefix: "job-match-project-" });
  for (const name of ["deno.json", "deno.lock", "migrations", "node_modules", "src"]) {
    await Deno.symlink(`${root}${name}`, `${folder}/${name}`);
  }
  await Deno.writeTextFile(`${folder}/.env`, "DATABASE_URL=postgres://127.0.0.1:1/nowhere\n");
  const { DATABASE_URL: _url, DATA_DIR: _dir, ...others } = Deno.env.toObject();
  const { code, stderr } = await new Deno.Command("deno", {
    args: ["task", "migrate"],
    cwd: folder,
    clearEnv: true,
    env: others,
    stdin: "null",
  }).output();

  equal(code, 1);
  match(new TextDecoder().decode(stderr), /^Cannot reach the database server: \S/m);
  equal(await Deno.stat(`${folder}/data`).then(() => true, () => false), false);
  await Deno.remove(folder, { recursive: true });
});
