// deno-lint-ignore-file no-console -- prints as a program only
/**
 * Brings the tables up to date with `migrations/`. As a program: `deno task migrate`.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { fileURLToPath } from "node:url";
import { ConfigError, loadConfig } from "../config.ts";
import { forbiddenIn, UnreachableError } from "./database.ts";
import { DataFolderError } from "./lock.ts";
import { type OpenDatabase, openDatabase } from "./open.ts";
import type { EmbeddedDatabase } from "./pglite.ts";
import type { ServerDatabase } from "./postgres.ts";
import { giveRights } from "./scope.ts";
import { lackOf, SERVER_FACTS, type ServerFacts } from "./server_needs.ts";

/** Names the lock among the advisory locks of a database; any constant would do. */
const MIGRATION_LOCK = 7_305_204_118_112;

const shipped = fileURLToPath(new URL("../../migrations", import.meta.url));

/**
 * Applies what has not been applied, all of it or nothing. Processes that start at once take turns.
 *
 * @param folder @default The project's migrations.
 * @throws {ConfigError} If a server lacks what it takes, or its user may not make the tables.
 */
export async function migrate(database: OpenDatabase, folder: string = shipped): Promise<void> {
  if (database.profile === "embedded") await migrateEmbedded(database, folder);
  else await migrateServer(database, folder);
  await giveRights(database.db);
}

async function migrateEmbedded({ pg }: EmbeddedDatabase, migrationsFolder: string): Promise<void> {
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  await migrate(drizzle(pg), { migrationsFolder });
}

async function migrateServer({ url }: ServerDatabase, migrationsFolder: string): Promise<void> {
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  const { connectPostgres } = await import("./postgres.ts");
  // Lock and migration share a connection: if it is cut, both are undone by the server.
  const client = await connectPostgres(url);
  try {
    const { rows: [facts] } = await client.query<ServerFacts>(SERVER_FACTS);
    const lack = lackOf(facts!);
    if (lack !== null) throw new ConfigError([`DATABASE_URL: ${lack}`]);
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`);
    await migrate(db, { migrationsFolder });
  } catch (error) {
    const forbidden = forbiddenIn(error);
    if (forbidden === null) throw error;
    throw new ConfigError([
      `DATABASE_URL: its user may not make what the service needs (${forbidden}). Have an administrator run ` +
      "`create extension if not exists vector` in that database, and make the user its owner",
    ]);
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  try {
    const database = await openDatabase(loadConfig(Deno.env.toObject()));
    await migrate(database);
    await database.close();
    console.log("The database is up to date");
  } catch (error) {
    const isForOperator = error instanceof ConfigError || error instanceof DataFolderError ||
      error instanceof UnreachableError;
    console.error(isForOperator ? error.message : error);
    Deno.exit(1);
  }
}
