/**
 * Chooses the database: a server where one is configured, else the embedded one.
 *
 * @module
 */
import type { Log } from "../services.ts";
import { claimPglite, type EmbeddedDatabase } from "./pglite.ts";
import { openPostgres, type ServerDatabase } from "./postgres.ts";

/** An open database of either kind; `profile` tells them apart. */
export type OpenDatabase = EmbeddedDatabase | ServerDatabase;

/** Which database to open. */
export interface DatabaseConfig {
  databaseUrl: string | null;
  databasePoolMax: number;
  dataDir: string;
}

/**
 * Makes sure that this process may use the database, which is quick.
 *
 * @returns Opens the database in `dataDir`, or a pool to `databaseUrl` if given. Its tables are made by `migrate`.
 * @throws {DataFolderError} If the data folder is in use or of another PostgreSQL version.
 */
export async function claimDatabase(config: DatabaseConfig, log?: Log): Promise<() => Promise<OpenDatabase>> {
  const { databaseUrl: url, databasePoolMax: max, dataDir } = config;
  if (url === null) return await claimPglite({ dataDir });
  return () => Promise.resolve(openPostgres({ url, max, ...(log && { log }) }));
}

/** Claims and opens the database in one step. */
export async function openDatabase(config: DatabaseConfig, log?: Log): Promise<OpenDatabase> {
  const open = await claimDatabase(config, log);
  return await open();
}
