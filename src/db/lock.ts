/**
 * One process at a time works in a data folder: two would silently lose each other's rows.
 *
 * @module
 */
import { basename, join } from "node:path";

/** A data folder that cannot be used as it is. Its message is for the operator. */
export class DataFolderError extends Error {
  override readonly name: string = "DataFolderError";
}

/** A data folder that another process works in. */
export class LockedError extends DataFolderError {
  override readonly name = "LockedError";
}

/** A folder that this process holds until it disposes of it or ends, however it ends. */
export interface FolderLock extends Disposable {
  /** Path of the lock file. */
  readonly path: string;
}

/**
 * Takes `dir/lock`, and writes into it who holds the folder. Makes the folder, readable by its owner only.
 *
 * The lock belongs to the open file, so the kernel gives it up with the process, also after `kill -9`.
 *
 * @throws {LockedError} At once, naming the holder, if another process or thread holds it.
 */
export async function lockFolder(dir: string, now: Date = new Date()): Promise<FolderLock> {
  await Deno.mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, "lock");
  const file = await Deno.open(path, { create: true, read: true, write: true, mode: 0o600 });
  if (!await file.tryLock(true)) {
    file.close();
    throw new LockedError(`Cannot open the data folder ${dir}: ${await holderOf(path)} works in it`);
  }
  await file.truncate(0);
  await file.write(new TextEncoder().encode(`process ${Deno.pid} (${command()}) since ${now.toISOString()}\n`));
  // The file stays: unlinking it would let a third process lock a new file while a second one waits for this.
  return { path, [Symbol.dispose]: () => file.close() };
}

function command(): string {
  return [basename(new URL(Deno.mainModule).pathname), ...Deno.args].join(" ").slice(0, 200);
}

/** Empty for the instant between another's lock and its signature. */
async function holderOf(path: string): Promise<string> {
  return (await Deno.readTextFile(path)).trim() || "another process";
}
