/**
 * A backup as it lies on disk: a folder with the data and a manifest of every file. The manifest is written last and
 * the folder is then renamed, so what bears the name of a backup is whole.
 *
 * ```
 * manifest.json   what made it, when, and each file's size and SHA-256
 * postgres/       the embedded database's folder, or
 * database.dump   what pg_dump wrote, in its custom format
 * secret.key      the development key, where there is one
 * ```
 *
 * @module
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";

/** What a backup says of itself. */
export interface Manifest {
  format: 1;
  profile: "embedded" | "server";
  /** When it was begun, ISO 8601. */
  made: string;
  /** By path below the folder. */
  files: Record<string, { bytes: number; sha256: string }>;
}

/** A backup that cannot be made or used. Its message is for the operator. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

const MANIFEST = "manifest.json";

/**
 * Makes the backup `path` from what `fill` puts into the folder it is given.
 *
 * @throws {BackupError} If there is something at `path` already.
 */
export async function writeBackup(
  path: string,
  head: Pick<Manifest, "profile" | "made">,
  fill: (folder: string) => Promise<void>,
): Promise<Manifest> {
  if (await exists(path)) throw new BackupError(`Cannot back up to ${path}: there is something already`);
  const partial = `${path}.partial`;
  if (await exists(partial)) await Deno.remove(partial, { recursive: true });
  await Deno.mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    await fill(partial);
    const manifest: Manifest = { format: 1, ...head, files: await filesOf(partial) };
    await Deno.writeTextFile(join(partial, MANIFEST), JSON.stringify(manifest, null, 1), { mode: 0o600 });
    await Deno.rename(partial, path);
    return manifest;
  } catch (error) {
    await Deno.remove(partial, { recursive: true });
    throw error;
  }
}

/**
 * Reads the manifest and compares every file with it.
 *
 * @throws {BackupError} If it is none, is not whole, or a bit of it has changed.
 */
export async function checkBackup(path: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await Deno.readTextFile(join(path, MANIFEST)));
  } catch (cause) {
    throw new BackupError(`Cannot restore ${path}: it is no backup made by this program`, { cause });
  }
  if (manifest.format !== 1) throw new BackupError(`Cannot restore ${path}: another version made it`);
  const found = await filesOf(path);
  for (const file of new Set([...Object.keys(manifest.files), ...Object.keys(found)])) {
    if (manifest.files[file]?.sha256 !== found[file]?.sha256) {
      throw new BackupError(`Cannot restore ${path}: ${file} is not as it was when the backup was made`);
    }
  }
  return manifest;
}

async function filesOf(root: string): Promise<Manifest["files"]> {
  const files: Manifest["files"] = {};
  const walk = async (below: string) => {
    for await (const { name, isDirectory } of Deno.readDir(join(root, below))) {
      const path = below === "" ? name : `${below}/${name}`;
      if (isDirectory) await walk(path);
      else if (path !== MANIFEST) files[path] = await digest(join(root, path));
    }
  };
  await walk("");
  return files;
}

async function digest(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, (error) => {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  });
}
