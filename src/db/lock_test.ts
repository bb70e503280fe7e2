import { equal, ok, rejects } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DataFolderError, LockedError, lockFolder } from "./lock.ts";
import { openPglite } from "./pglite.ts";
import { injected } from "../../tests/trust/report.ts";

/** A folder that is there until the end of the test. */
async function tempFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ prefix: "job-match-lock-" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

/** Another process that holds `folder` until it is killed. */
async function holdElsewhere(folder: string): Promise<{ pid: number; kill(): Promise<void> }> {
  const program = `
    import { lockFolder } from ${JSON.stringify(new URL("./lock.ts", import.meta.url).href)};
    const lock = await lockFolder(Deno.args[0]);
    console.log("held");
    await new Promise(() => setInterval(() => lock.path, 1000));`;
  const file = join(folder, "holder.ts");
  await Deno.writeTextFile(file, program);
  const child = spawn("deno", [
    "run",
    "--no-config",
    `--allow-read=${folder}`,
    `--allow-write=${folder}`,
    file,
    folder,
  ], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = await once(createInterface(child.stdout), "line");
  equal(line, "held");
  return {
    pid: child.pid!,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

Deno.test("a folder is held by one at a time, also within a process", async () => {
  await using folder = await tempFolder();
  const lock = await lockFolder(folder.path, new Date("2026-03-01T00:00:00Z"));
  await rejects(lockFolder(folder.path), (error: Error) => {
    ok(error instanceof LockedError);
    ok(error instanceof DataFolderError);
    ok(error.message.includes(`process ${Deno.pid} (`));
    ok(error.message.includes("since 2026-03-01T00:00:00.000Z"));
    return true;
  });

  lock[Symbol.dispose]();
  (await lockFolder(folder.path))[Symbol.dispose]();
});

Deno.test("a process that holds the folder is named, and gives it back when it is killed", async () => {
  await using folder = await tempFolder();
  const holder = await holdElsewhere(folder.path);
  await rejects(lockFolder(folder.path), new RegExp(`process ${holder.pid} \\(holder.ts`));

  await holder.kill();
  (await lockFolder(folder.path))[Symbol.dispose]();
  injected(2, "kill -9 of a process that holds the folder", 1);
});

Deno.test("a data folder is made for its owner only", async () => {
  await using folder = await tempFolder();
  const path = join(folder.path, "data");
  (await lockFolder(path))[Symbol.dispose]();

  equal((await Deno.stat(path)).mode! & 0o777, 0o700);
  equal((await Deno.stat(join(path, "lock"))).mode! & 0o777, 0o600);
});

Deno.test("a database of another PostgreSQL version is refused and left as it is", async () => {
  await using folder = await tempFolder();
  const database = join(folder.path, "postgres");
  await Deno.mkdir(database);
  await Deno.writeTextFile(join(database, "PG_VERSION"), "17\n");
  await rejects(openPglite({ dataDir: folder.path }), /PostgreSQL 17 made it, this program has 18/);

  equal(await Deno.readTextFile(join(database, "PG_VERSION")), "17\n");
  equal((await Array.fromAsync(Deno.readDir(database))).length, 1);
  (await lockFolder(folder.path))[Symbol.dispose]();
});
