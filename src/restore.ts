/**
 * `deno task restore FOLDER`: puts a backup into an empty data folder, or an empty database of a server.
 *
 * @module
 */
import { join } from "node:path";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { BackupError, checkBackup, type Manifest } from "./db/backup_folder.ts";
import { UnreachableError } from "./db/database.ts";
import { DataFolderError, lockFolder } from "./db/lock.ts";
import { restoreServer } from "./db/pg_dump.ts";
import { openPglite } from "./db/pglite.ts";
import { connectPostgres } from "./db/postgres.ts";
import { copyFolder, removeFolder } from "./db/snapshot.ts";

/**
 * Restores the backup `path`, once every file of it was found to be as it was made.
 *
 * @throws {BackupError} If it is not whole, of the other profile, or the place is not empty. Nothing is changed then.
 */
export async function restore(config: Pick<Config, "databaseUrl" | "dataDir">, path: string): Promise<Manifest> {
  const { databaseUrl, dataDir } = config;
  const manifest = await checkBackup(path);
  if (manifest.profile !== (databaseUrl === null ? "embedded" : "server")) {
    throw new BackupError(
      `Cannot restore ${path}: it holds ${
        manifest.profile === "embedded"
          ? "an embedded database, and DATABASE_URL names a server"
          : "a server's database, and DATABASE_URL is not set"
      }`,
    );
  }
  if (databaseUrl === null) await restoreEmbedded(dataDir, path, manifest);
  else {
    await refuseTables(databaseUrl);
    await restoreServer(databaseUrl, join(path, "database.dump"));
  }
  return manifest;
}

/** Aside first: a restore that is killed leaves no half of a database. Opened once: a backup that cannot be is told now. */
async function restoreEmbedded(dataDir: string, path: string, { files }: Manifest): Promise<void> {
  using stack = new DisposableStack();
  const lock = stack.use(await lockFolder(dataDir));
  const held = new Set((await Array.fromAsync(Deno.readDir(dataDir))).map(({ name }) => name));
  for (const name of ["postgres", "secret.key"]) {
    if (held.has(name)) throw new BackupError(`Cannot restore into ${dataDir}: it holds ${name} already`);
  }
  const aside = join(dataDir, "postgres.restored");
  await removeFolder(aside);
  await copyFolder(join(path, "postgres"), aside);
  if ("secret.key" in files) {
    await Deno.copyFile(join(path, "secret.key"), join(dataDir, "secret.key"));
    await Deno.chmod(join(dataDir, "secret.key"), 0o600);
  }
  await Deno.rename(aside, join(dataDir, "postgres"));
  stack.move();
  try {
    const database = await openPglite({ dataDir, lock });
    await database.close();
  } catch (error) {
    await removeFolder(join(dataDir, "postgres"));
    await removeFolder(join(dataDir, "secret.key"));
    throw error;
  }
}

async function refuseTables(url: string): Promise<void> {
  const client = await connectPostgres(url);
  try {
    const { rows } = await client.query(
      "select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') " +
        "and n.nspname in ('public', 'drizzle', 'pgboss') limit 1",
    );
    if (rows.length > 0) throw new BackupError("Cannot restore: the database of DATABASE_URL holds tables already");
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  try {
    const [path, ...rest] = Deno.args;
    if (path === undefined || path.startsWith("-") || rest.length > 0) {
      throw new BackupError("deno task restore FOLDER: names a folder that deno task backup made");
    }
    const { profile, made } = await restore(loadConfig(Deno.env.toObject()), path);
    // deno-lint-ignore no-console -- a command talks to its terminal
    console.log(`Restored the ${profile} database as of ${made}`);
  } catch (error) {
    const isForOperator = error instanceof BackupError || error instanceof ConfigError ||
      error instanceof DataFolderError || error instanceof UnreachableError;
    // deno-lint-ignore no-console -- a command talks to its terminal
    console.error(isForOperator ? error.message : error);
    Deno.exit(1);
  }
}
