/**
 * `deno task backup FOLDER`: all data, as of one moment, into a new folder. A server may go on serving.
 *
 * @module
 */
import { join } from "node:path";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { BackupError, type Manifest, writeBackup } from "./db/backup_folder.ts";
import { DataFolderError, LockedError, lockFolder } from "./db/lock.ts";
import { dumpServer } from "./db/pg_dump.ts";
import { copyFolder, withSnapshot } from "./db/snapshot.ts";

/**
 * Makes the backup `path`.
 *
 * @throws {BackupError} If there is something at `path`, or nothing to back up.
 */
export async function backUp(config: Pick<Config, "databaseUrl" | "dataDir">, path: string): Promise<Manifest> {
  const { databaseUrl, dataDir } = config;
  const made = new Date().toISOString();
  if (databaseUrl !== null) {
    return await writeBackup(path, { profile: "server", made }, async (folder) => {
      await dumpServer(databaseUrl, join(folder, "database.dump"));
    });
  }
  const database = join(dataDir, "postgres");
  if (!await isThere(database)) throw new BackupError(`Cannot back up ${dataDir}: there is no database in it`);
  return await writeBackup(path, { profile: "embedded", made }, async (folder) => {
    await copyEmbedded(dataDir, database, join(folder, "postgres"));
    const key = join(dataDir, "secret.key");
    if (await isThere(key)) await Deno.copyFile(key, join(folder, "secret.key"));
  });
}

/** By itself where nobody works in the folder, else by who does. */
async function copyEmbedded(dataDir: string, database: string, to: string): Promise<void> {
  try {
    using _lock = await lockFolder(dataDir);
    await copyFolder(database, to);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    await withSnapshot(dataDir, (snapshot) => copyFolder(snapshot, to));
  }
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, (error) => {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  });
}

if (import.meta.main) {
  try {
    const [path, ...rest] = Deno.args;
    if (path === undefined || path.startsWith("-") || rest.length > 0) {
      throw new BackupError("deno task backup FOLDER: names a folder that is not there yet");
    }
    const { profile, files } = await backUp(loadConfig(Deno.env.toObject()), path);
    const sizes = Object.values(files).map(({ bytes }) => bytes);
    const megabytes = (sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6).toFixed(1);
    // deno-lint-ignore no-console -- a command talks to its terminal
    console.log(`Backed up the ${profile} database to ${path}: ${sizes.length} files, ${megabytes} MB`);
  } catch (error) {
    const isForOperator = error instanceof BackupError || error instanceof ConfigError ||
      error instanceof DataFolderError;
    // deno-lint-ignore no-console -- a command talks to its terminal
    console.error(isForOperator ? error.message : error);
    Deno.exit(1);
  }
}
