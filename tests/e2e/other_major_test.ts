import { deepEqual, equal, match, ok } from "node:assert/strict";
import { join } from "node:path";
import { isEmbedded, newHome, runTask } from "./process.ts";

/** Every file but the lock, with its bytes and the time it was last written. */
async function contents(folder: string): Promise<[string, string, number | undefined][]> {
  const found: [string, string, number | undefined][] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) found.push(...await contents(path));
    else if (name !== "lock") {
      found.push([path, await Deno.readTextFile(path), (await Deno.stat(path)).mtime?.getTime()]);
    }
  }
  return found.toSorted(([a], [b]) => a.localeCompare(b));
}

Deno.test({
  name:
    "a data folder of another PostgreSQL major is refused in a sentence that says what to do, byte for byte untouched",
  // A database server opens its own files.
  ignore: !isEmbedded,
  fn: async () => {
    await using home = await newHome("empty");
    const database = join(home.dataDir, "postgres");
    await Deno.mkdir(join(database, "base"), { recursive: true });
    await Deno.writeTextFile(join(database, "PG_VERSION"), "17\n");
    await Deno.writeTextFile(join(database, "base", "1"), "rows of another time");
    const before = await contents(home.dataDir);

    for (const task of ["start", "migrate"]) {
      const { code, output } = await runTask(task, home, { PORT: "0" });
      equal(code, 1, output);
      match(output, /PostgreSQL 17 made it, this program has 18\. Nothing was changed: start the version/);
      ok(!/\n\s+at /.test(output), "a sentence, no stack");
    }
    deepEqual(await contents(home.dataDir), before);
  },
});
