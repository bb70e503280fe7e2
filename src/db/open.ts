/**
 * Chooses the database: a server where one is configured, else the embedded one.
 *
 * @module
 */
import type { Log } from "../services.ts";
import { type EmbeddedDatabase, openPglite } from "./pglite.ts";
import { openPostgres, type ServerDatabase } from "./postgres.ts";

/** An open database of either kind; `profile` tells them apart. */
export type OpenDatabase = EmbeddedDatabase | ServerDatabase;

/**
 * Opens the database in `dataDir`, or a pool to `databaseUrl` if given. Its tables are made by `migrate`.
 *
 * @throws {DataFolderError} If the data folder is in use or of another PostgreSQL version.
 */
export async function openDatabase(
  config: { databaseUrl: string | null; databasePoolMax: number; dataDir: string },
  log?: Log,
): Promise<OpenDatabase> {
  if (config.databaseUrl === null) return await openPglite({ dataDir: config.dataDir });
  return openPostgres({ url: config.databaseUrl, max: config.databasePoolMax, ...(log && { log }) });
}
