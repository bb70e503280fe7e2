import { deepEqual, rejects } from "node:assert/strict";
import { join } from "node:path";
import { BackupError, checkBackup, writeBackup } from "./backup_folder.ts";

const head = { profile: "embedded", made: "2026-03-01T10:00:00.000Z" } as const;

Deno.test("a backup that lacks a file, has one more or one changed byte is refused, and an unfinished one is none", async () => {
  const folder = await Deno.makeTempDir({ prefix: "job-match-backup-" });
  const path = join(folder, "backup");
  const fill = async (into: string) => {
    await Deno.mkdir(join(into, "postgres"));
    await Deno.writeTextFile(join(into, "postgres", "1"), "one");
    await Deno.writeTextFile(join(into, "postgres", "2"), "two");
  };
  const manifest = await writeBackup(path, head, fill);
  deepEqual(await checkBackup(path), manifest);
  await rejects(writeBackup(path, head, fill), BackupError);

  const damages: [damage: () => Promise<void>, mend: () => Promise<void>][] = [
    [() => Deno.remove(join(path, "postgres/1")), () => Deno.writeTextFile(join(path, "postgres/1"), "one")],
    [
      () => Deno.writeTextFile(join(path, "postgres/2"), "twO"),
      () => Deno.writeTextFile(join(path, "postgres/2"), "two"),
    ],
    [() => Deno.writeTextFile(join(path, "more"), ""), () => Deno.remove(join(path, "more"))],
  ];
  for (const [damage, mend] of damages) {
    await damage();
    await rejects(checkBackup(path), BackupError);
    await mend();
    await checkBackup(path);
  }

  const broken = join(folder, "broken");
  await rejects(writeBackup(broken, head, () => Promise.reject(new RangeError("disk"))), RangeError);
  await rejects(checkBackup(broken), BackupError);
  deepEqual((await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name), ["backup"]);
  await Deno.remove(folder, { recursive: true });
});
