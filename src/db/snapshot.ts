/**
 * Copies of an embedded database while its process serves: nobody else may open the folder, so that process makes the
 * copy itself, when asked through a socket in the folder.
 *
 * ```
 * asker                                process that holds the folder
 *   │ connects to DATA_DIR/backup.sock ──▶ │ waits for the statement under way, lets no other begin
 *   │                                      │ copies postgres/ to DATA_DIR/snapshot
 *   │ ◀── {"snapshot": name} or {"error"}  │ serves on
 *   │ moves the copy away, hangs up ─────▶ │ removes what is left of it
 * ```
 *
 * The folder's mode decides who may ask: it is its owner's alone.
 *
 * @module
 */
import { join } from "node:path";
import type { Log } from "../services.ts";
import type { EmbeddedDatabase } from "./pglite.ts";

const SOCKET = "backup.sock";
const SNAPSHOT = "snapshot";
const COPIES_AT_ONCE = 16;
/** Of a process, not of data: a copy begins without them. */
const NOT_COPIED = new Set(["postmaster.pid", "postmaster.opts"]);

/** Answers those who want a copy. */
export interface SnapshotListener {
  stop(): Promise<void>;
}

/** Makes copies for whoever asks, one after the other. Where no socket can be made, the log says so and nobody can ask. */
export async function listenForSnapshots(
  { pg }: Pick<EmbeddedDatabase, "pg">,
  dataDir: string,
  log: Log,
): Promise<SnapshotListener> {
  const path = join(dataDir, SOCKET);
  const snapshot = join(dataDir, SNAPSHOT);
  await removeFolder(snapshot);
  let listener: Deno.UnixListener;
  try {
    // A killed process leaves its socket behind; this one holds the folder's lock.
    await Deno.remove(path).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
    listener = Deno.listen({ transport: "unix", path });
  } catch (error) {
    log.warn("backup while serving is not possible", { error });
    return { stop: () => Promise.resolve() };
  }
  listener.unref();
  const open = new Set<Deno.UnixConn>();
  let underWay = Promise.resolve();

  (async () => {
    for await (const asker of listener) {
      open.add(asker);
      underWay = underWay.then(() => serve(asker)).catch((error) => log.warn("backup failed", { error }))
        .finally(() => open.delete(asker));
    }
  })();

  return {
    async stop() {
      listener.close();
      for (const asker of open) asker.close();
      await underWay;
    },
  };

  async function serve(asker: Deno.UnixConn): Promise<void> {
    try {
      const started = performance.now();
      await tell(
        asker,
        await copy().then(() => ({ snapshot: SNAPSHOT }), (error) => {
          log.warn("backup failed", { error });
          return { error: "Cannot copy the database: see the log of its process" };
        }),
      );
      log.info("database copied for a backup", { ms: Math.round(performance.now() - started) });
      await hungUp(asker);
    } finally {
      close(asker);
      await removeFolder(snapshot);
    }
  }

  async function copy(): Promise<void> {
    await pg.exec("checkpoint");
    // A transaction may be half done: what of it is in the copy is undone when the copy is opened, as after a crash.
    await pg.runExclusive(() => copyFolder(join(dataDir, "postgres"), snapshot));
  }
}

/**
 * Asks the process that holds `dataDir` for a copy and gives its folder to `take`, which may move it.
 *
 * @throws {Error} With a sentence for the operator if no process answers, or it cannot.
 */
export async function withSnapshot<T>(dataDir: string, take: (folder: string) => Promise<T>): Promise<T> {
  let asked: Deno.UnixConn;
  try {
    asked = await Deno.connect({ transport: "unix", path: join(dataDir, SOCKET) });
  } catch (cause) {
    throw new Error(`Cannot ask the process that works in ${dataDir} for a copy: it does not answer`, { cause });
  }
  try {
    const answer: { snapshot?: string; error?: string } = JSON.parse(await firstLine(asked));
    if (answer.snapshot === undefined) throw new Error(answer.error ?? "Cannot copy the database");
    return await take(join(dataDir, answer.snapshot));
  } finally {
    asked.close();
  }
}

/** Copies a folder with all that is in it but what belongs to a running process. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true, mode: 0o700 });
  const entries = (await Array.fromAsync(Deno.readDir(from))).filter(({ name }) => !NOT_COPIED.has(name));
  for (const { name } of entries.filter(({ isDirectory }) => isDirectory)) {
    await copyFolder(join(from, name), join(to, name));
  }
  const files = entries.filter(({ isDirectory }) => !isDirectory);
  for (let i = 0; i < files.length; i += COPIES_AT_ONCE) {
    await Promise.all(
      files.slice(i, i + COPIES_AT_ONCE).map(({ name }) => Deno.copyFile(join(from, name), join(to, name))),
    );
  }
}

/** Removes a folder, if there is one. */
export async function removeFolder(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function tell(asker: Deno.UnixConn, answer: object): Promise<void> {
  const writer = asker.writable.getWriter();
  await writer.write(new TextEncoder().encode(`${JSON.stringify(answer)}\n`));
  writer.releaseLock();
}

async function firstLine(asked: Deno.UnixConn): Promise<string> {
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(4096);
  let text = "";
  while (!text.includes("\n")) {
    const read = await asked.read(bytes);
    if (read === null) throw new Error("Cannot copy the database: its process ended");
    text += decoder.decode(bytes.subarray(0, read), { stream: true });
  }
  return text.slice(0, text.indexOf("\n"));
}

async function hungUp(asker: Deno.UnixConn): Promise<void> {
  const bytes = new Uint8Array(1);
  // An asker that is killed resets the connection: that is hanging up, too.
  while (await asker.read(bytes).catch(() => null) !== null);
}

function close(asker: Deno.UnixConn): void {
  try {
    asker.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}
