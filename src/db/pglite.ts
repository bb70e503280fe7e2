/**
 * The embedded database: PostgreSQL compiled to WebAssembly, in a folder of its own.
 *
 * It runs on the main thread: a query costs 0.2 ms there against 2 ms through a worker, see
 * `docs/decisions/0002-pglite-on-the-main-thread.md`.
 *
 * @module
 */
import { PGlite, protocol, types } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { drizzle } from "drizzle-orm/pglite";
import { join } from "node:path";
import { setImmediate } from "node:timers";
import type { Database } from "./database.ts";
import { DataFolderError, type FolderLock, lockFolder } from "./lock.ts";
import * as schema from "./schema.ts";
import { currentCompany, scopeStatement } from "./scope.ts";

/** Major version of the PostgreSQL in PGlite 0.5; it reads the files of no other. */
const POSTGRES_MAJOR = "18";

/** Its own goes through the digits one by one. */
const parsers = { [types.BYTEA]: (text: string) => Uint8Array.fromHex(text.slice("\\x".length)) };

/** An open embedded database. */
export interface EmbeddedDatabase {
  readonly profile: "embedded";
  readonly db: Database;
  /** One connection and one mutex: never await it inside a transaction of `db`. */
  readonly pg: PGlite;
  ping(): Promise<void>;
  /** Closes the database and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens the database in `dataDir/postgres`, and makes it if there is none.
 *
 * @param place `lock` is the folder's, where it is held already; it is given back with the database, or when this fails.
 * @throws {LockedError} If another process works in the folder.
 * @throws {DataFolderError} If another PostgreSQL version made the database; nothing is changed then.
 */
export async function openPglite(place: { dataDir: string; lock?: FolderLock }): Promise<EmbeddedDatabase> {
  using stack = new DisposableStack();
  const lock = stack.use(place.lock ?? await lockFolder(place.dataDir));
  const path = join(place.dataDir, "postgres");
  const major = await majorOf(path);
  if (major === null) await make(path);
  else if (major !== POSTGRES_MAJOR) {
    throw new DataFolderError(
      `Cannot open the database in ${path}: PostgreSQL ${major} made it, this program has ${POSTGRES_MAJOR}. ` +
        "Nothing was changed: start the version of this program that made it, or name another DATA_DIR",
    );
  }
  const pg = await PGlite.create({ dataDir: path, extensions: { vector }, parsers });
  stack.move();
  return wrapPglite(pg, () => lock[Symbol.dispose]());
}

/** Gives an open PGlite, which must have pgvector, the shape the application uses. */
export function wrapPglite(pg: PGlite, onClosed: () => void = () => {}): EmbeddedDatabase {
  pg.serializers = acceptBytes(pg.serializers);
  letOthersRun(pg);
  scopeSession(pg);
  return {
    profile: "embedded",
    db: drizzle(pg, { schema }),
    pg,
    async ping() {
      await pg.query("select 1");
    },
    async close() {
      await pg.close();
      onClosed();
    },
  };
}

/**
 * A query blocks the event loop, and awaiting it does not leave the loop's turn: without this, the statements of a
 * transaction run in one piece, and every request that comes meanwhile waits for all of them.
 */
function letOthersRun(pg: PGlite): void {
  const runExclusive = pg._runExclusiveQuery.bind(pg);
  pg._runExclusiveQuery = (query) =>
    runExclusive(async () => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      return await query();
    });
}

/** The one session takes the scope of whoever asks, before their statement or transaction, where it has another. */
function scopeSession(pg: PGlite): void {
  const runExclusive = pg._runExclusiveTransaction.bind(pg);
  let entered: string | null | undefined = null;
  pg._runExclusiveTransaction = (work) => {
    const wanted = currentCompany();
    return runExclusive(async () => {
      if (entered !== wanted) {
        entered = undefined; // Neither, should this fail.
        await pg.execProtocol(protocol.serialize.query(scopeStatement(wanted, "session")));
        entered = wanted;
      }
      return await work();
    });
  };
}

/**
 * Bytes go in the binary form of their type, such as a vector or a file: as text every digit would be made one by one. Any
 * other value of a type that PGlite does not know goes as text.
 */
function acceptBytes(known: PGlite["serializers"]): PGlite["serializers"] {
  return new Proxy(known, {
    get(types, type) {
      const toText: (value: unknown) => string | Uint8Array = Reflect.get(types, type) ?? String;
      return (value: unknown) => value instanceof Uint8Array ? value : toText(value);
    },
  });
}

/** Aside first: a process that is killed while it makes a database must not leave half of one. */
async function make(path: string): Promise<void> {
  const aside = `${path}.new`;
  await removeIfThere(aside);
  await Deno.mkdir(aside, { mode: 0o700 });
  await makeInThread(aside);
  await Deno.rename(aside, path);
}

async function makeInThread(path: string): Promise<void> {
  const worker = new Worker(new URL("../../workers/make_database.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.onmessage = () => resolve();
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new Error(`Cannot make a database in ${path}: ${event.message}`));
  };
  worker.postMessage(path);
  await promise.finally(() => worker.terminate());
}

async function majorOf(path: string): Promise<string | null> {
  try {
    return (await Deno.readTextFile(join(path, "PG_VERSION"))).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
