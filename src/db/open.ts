/**
 * Chooses the database: a server where one is configured, else the embedded one. Only the driver of that is loaded.
 *
 * @module
 */
import type { Log } from "../services.ts";
import { lockFolder } from "./lock.ts";
import type { EmbeddedDatabase } from "./pglite.ts";
import type { ServerDatabase } from "./postgres.ts";

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
 * @throws {LockedError} If another process works in the data folder.
 */
export async function claimDatabase(config: DatabaseConfig, log?: Log): Promise<() => Promise<OpenDatabase>> {
  const { databaseUrl: url, databasePoolMax: max, dataDir } = config;
  if (url === null) {
    const lock = await lockFolder(dataDir);
    return async () => {
      const { openPglite } = await import("./pglite.ts");
      return await openPglite({ dataDir, lock });
    };
  }
  return async () => {
    const { openPostgres } = await import("./postgres.ts");
    return openPostgres({ url, max, ...(log && { log }) });
  };
}

/** Claims and opens the database in one step. */
export async function openDatabase(config: DatabaseConfig, log?: Log): Promise<OpenDatabase> {
  const open = await claimDatabase(config, log);
  return await open();
}
