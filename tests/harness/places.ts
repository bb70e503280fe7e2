/**
 * Places for the databases of tests: folders for PGlite, databases of a server where `TEST_DATABASE_URL` is set.
 *
 * Tables and queues are made once into a template that outlives the run, and is copied.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import project from "../../deno.json" with { type: "json" };
import { sqlStateOf } from "../../src/db/database.ts";
import { migrate } from "../../src/db/migrate.ts";
import type { OpenDatabase } from "../../src/db/open.ts";
import { openPglite } from "../../src/db/pglite.ts";
import { connectPostgres, openPostgres } from "../../src/db/postgres.ts";
import { openBoss } from "../../src/tasks/queue.ts";

/** Of a server on which the tests run; without one they run on PGlite. */
export const serverUrl = Deno.env.get("TEST_DATABASE_URL");

/** One kind of database, as far as tests need to make, open and throw away copies. */
interface Maker {
  /** Gives the place of a new copy of the template. */
  copy(): Promise<string>;
  /** Gives the place of a new database without tables. */
  make(): Promise<string>;
  open(place: string): Promise<OpenDatabase>;
  remove(place: string): Promise<void>;
}

/** Of the kind that the tests run on. */
export const maker: Maker = serverUrl === undefined ? embeddedMaker() : serverMaker(serverUrl);

/** A database that outlives whoever opens it: what processes that end, or are killed, leave behind can be seen. */
export interface TestPlace extends AsyncDisposable {
  /** Settings by which `openDatabase` finds it, here and in other processes. An embedded one has one opener at a time. */
  readonly config: { databaseUrl: string | null; databasePoolMax: number; dataDir: string };
}

/** Gives a database with all tables and queues that nobody has open; removed at the end of the test. */
export async function testPlace(): Promise<TestPlace> {
  return placeAt(await maker.copy());
}

/** Gives a place for a database without tables; removed at the end of the test. */
export async function emptyPlace(): Promise<TestPlace> {
  return placeAt(await maker.make());
}

function placeAt(place: string): TestPlace {
  const databaseUrl = serverUrl === undefined ? null : place;
  return {
    config: { databaseUrl, databasePoolMax: 4, dataDir: databaseUrl === null ? place : "" },
    [Symbol.asyncDispose]: () => maker.remove(place),
  };
}

const silent = { info() {}, warn() {}, error() {} };

async function fill(database: OpenDatabase): Promise<void> {
  await migrate(database);
  const boss = await openBoss(database, silent, "sender");
  await boss.stop({ graceful: false });
}

/** Names what a template is made from: migrations, and the packages that make tables and data folders. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const folder = new URL("../../migrations/", import.meta.url);
  const files = (await Array.fromAsync(Deno.readDir(folder))).filter(({ isFile }) => isFile).map(({ name }) => name);
  for (const file of files.sort()) hash.update(file).update(await Deno.readFile(new URL(file, folder)));
  hash.update(await Deno.readFile(new URL("../../src/tasks/queue.ts", import.meta.url)));
  for (const name of ["@electric-sql/pglite", "@electric-sql/pglite-pgvector", "pg-boss"] as const) {
    hash.update(project.imports[name]);
  }
  return hash.digest("hex").slice(0, 16);
}

function embeddedMaker(): Maker {
  const cache = fileURLToPath(new URL("../../node_modules/.cache/job-match/", import.meta.url));
  return {
    async copy() {
      const template = `${cache}template-${await fingerprint()}`;
      if (!await exists(template)) await makeTemplate(template);
      const place = await Deno.makeTempDir({ prefix: "job-match-test-" });
      await copyFolder(template, place);
      return place;
    },
    make: () => Deno.makeTempDir({ prefix: "job-match-test-" }),
    open: (place) => openPglite({ dataDir: place }),
    remove: (place) => Deno.remove(place, { recursive: true }),
  };

  /** Test files may run side by side: the first to finish wins, the others' work is thrown away. */
  async function makeTemplate(template: string): Promise<void> {
    await Deno.mkdir(cache, { recursive: true });
    const aside = await Deno.makeTempDir({ dir: cache, prefix: "making-" });
    const database = await openPglite({ dataDir: aside });
    await fill(database);
    await database.close();
    try {
      await Deno.rename(aside, template);
    } catch (error) {
      if (!await exists(template)) throw error;
      await Deno.remove(aside, { recursive: true });
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, (error) => {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  });
}

async function copyFolder(from: string, to: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) {
      await Deno.mkdir(`${to}/${name}`, { mode: 0o700 });
      await copyFolder(`${from}/${name}`, `${to}/${name}`);
    } else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

function serverMaker(url: string): Maker {
  const newName = () => `job_match_test_${crypto.randomUUID().replaceAll("-", "")}`;
  const urlOf = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    async copy() {
      const template = `job_match_template_${await fingerprint()}`;
      const name = newName();
      await administer(async (run) => {
        // One at a time: a database that somebody is connected to cannot be copied.
        await run("select pg_advisory_lock(7305204118113)");
        await makeTemplate(template, run);
        await run(`create database ${name} template ${template}`);
      });
      return urlOf(name);
    },
    async make() {
      const name = newName();
      await administer((run) => run(`create database ${name}`));
      return urlOf(name);
    },
    open: (place) => Promise.resolve(openPostgres({ url: place, max: 4 })),
    remove: (place) => administer((run) => run(`drop database ${new URL(place).pathname.slice(1)} with (force)`)),
  };

  async function administer(work: (run: (statement: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
    const client = await connectPostgres(url);
    try {
      await work((statement) => client.query(statement));
    } finally {
      await client.end();
    }
  }

  async function makeTemplate(template: string, run: (statement: string) => Promise<unknown>): Promise<void> {
    try {
      await run(`create database ${template}`);
    } catch (error) {
      if (sqlStateOf(error) === "42P04") return;
      throw error;
    }
    const database = openPostgres({ url: urlOf(template), max: 2 });
    await fill(database);
    await database.close();
  }
}
