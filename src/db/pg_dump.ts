/**
 * Backups of a server by PostgreSQL's own programs, which must be of the server's version or later.
 *
 * @module
 */
import { BackupError } from "./backup_folder.ts";

/** Writes a snapshot of the whole database, as of one moment, to `file`; others read and write meanwhile. */
export async function dumpServer(url: string, file: string): Promise<void> {
  await run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`], url);
}

/** Puts what `dumpServer` wrote into an empty database: all of it, or nothing. */
export async function restoreServer(url: string, file: string): Promise<void> {
  const { PGDATABASE } = connectionOf(url);
  const all = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"];
  await run("pg_restore", [...all, `--dbname=${PGDATABASE}`, file], url);
}

async function run(program: "pg_dump" | "pg_restore", args: string[], url: string): Promise<void> {
  const command = new Deno.Command(program, { args, env: connectionOf(url), stdin: "null", stdout: "null" });
  const { code, stderr } = await command.output().catch((cause) => {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new BackupError(`Cannot run ${program}: install PostgreSQL's client programs`, { cause });
  });
  if (code !== 0) throw new BackupError(`${program} ended with ${code}: ${new TextDecoder().decode(stderr).trim()}`);
}

/** By the environment: arguments can be seen by everybody on the machine, and hold a password. */
function connectionOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const settings: Record<string, string> = {
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get("sslmode") ?? "",
    PGSSLROOTCERT: searchParams.get("sslrootcert") ?? "",
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ""));
}
