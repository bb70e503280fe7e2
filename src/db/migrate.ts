// deno-lint-ignore-file no-console -- prints as a program only
/**
 * Brings the tables up to date with `migrations/`. As a program: `deno task migrate`.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { drizzle as drizzleServer } from "drizzle-orm/node-postgres";
import { migrate as migrateServer } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import { fileURLToPath } from "node:url";
import { ConfigError, loadConfig } from "../config.ts";
import { UnreachableError } from "./database.ts";
import { DataFolderError } from "./lock.ts";
import { type OpenDatabase, openDatabase } from "./open.ts";
import { connectPostgres } from "./postgres.ts";

/** Names the lock among the advisory locks of a database; any constant would do. */
const MIGRATION_LOCK = 7_305_204_118_112;

const shipped = fileURLToPath(new URL("../../migrations", import.meta.url));

/**
 * Applies what has not been applied, all of it or nothing. Processes that start at once take turns.
 *
 * @param folder @default The project's migrations.
 */
export async function migrate(database: OpenDatabase, folder: string = shipped): Promise<void> {
  const config = { migrationsFolder: folder };
  if (database.profile === "embedded") return await migrateEmbedded(drizzleEmbedded(database.pg), config);
  // Lock and migration share a connection: if it is cut, both are undone by the server.
  const client = await connectPostgres(database.url);
  try {
    const db = drizzleServer(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`);
    await migrateServer(db, config);
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
