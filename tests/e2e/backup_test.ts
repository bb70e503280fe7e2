import { deepEqual, equal, match, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { join } from "node:path";
import { rowsOf } from "../../src/db/database.ts";
import type { OpenDatabase } from "../../src/db/open.ts";
import { fixtureFile } from "../harness/files.ts";
import { injected } from "../trust/report.ts";
import { logIn, postJob, ranking, register } from "./api.ts";
import { isEmbedded, newHome, runTask, serve } from "./process.ts";

/** Tables that whoever posts jobs meanwhile writes to. */
const WRITTEN_MEANWHILE = ["jobs", "job_skills", "skills"];

/** Every row of every table, as text. */
async function rowsByTable({ db }: OpenDatabase): Promise<Map<string, string[]>> {
  const tables = rowsOf<{ name: string }>(
    await db.execute(sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`),
  );
  const all = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await db.execute(sql`select t::text as row from ${sql.identifier(name)} t order by 1`);
    all.set(name, rowsOf<{ row: string }>(rows).map(({ row }) => row));
  }
  return all;
}

/** A client program older than the server, or none, cannot do it; where tests run for all, there is one. */
async function hasPrograms(): Promise<boolean> {
  if (isEmbedded) return true;
  const command = new Deno.Command("sh", { args: ["-c", "pg_dump --version"], stdout: "piped", stderr: "null" });
  const version = new TextDecoder().decode((await command.output()).stdout);
  return Number(/\) (\d+)/.exec(version)?.[1] ?? 0) >= 18;
}

const ignore = !await hasPrograms();

Deno.test({
  name: "a backup made while serving, restored into an empty place, gives the same rows and the same rankings" +
    (ignore ? " (skipped: needs pg_dump 18)" : ""),
  ignore,
  fn: async () => {
    await using home = await newHome();
    await using place = await newHome("empty");
    await using folder = await newHome("empty");
    const path = join(folder.dataDir, "backup");
    const server = await serve(home);
    const recruiter = await register(server.url);
    const job = await postJob(recruiter);
    for (const who of ["backend", "accountant", "nurse"] as const) {
      equal((await recruiter.upload(await fixtureFile(who), { job_id: job.id })).status, 201);
    }
    const [best] = await ranking(recruiter, job.id);
    const move = { status: "shortlisted", reason: "as tested" };
    equal((await recruiter.send("PATCH", `/jobs/${job.id}/candidates/${best.resume_id}`, move)).status, 200);
    const ranked = await ranking(recruiter, job.id);

    const before = [job.id];
    for (let i = 0; i < 3; i++) before.push((await postJob(recruiter)).id);
    let isOver = false;
    let meanwhile = 0;
    const writer = (async () => {
      for (; !isOver; meanwhile++) await postJob(recruiter);
    })();
    const made = await runTask(`backup ${path}`, home);
    isOver = true;
    await writer;
    equal(made.code, 0, made.output);
    match(made.output, /Backed up the (embedded|server) database to .*: \d+ files, [\d.]+ MB/);
    ok(meanwhile > 0);
    await server.stop();

    const restored = await runTask(`restore ${path}`, place);
    equal(restored.code, 0, restored.output);
    await sameRows(await home.open(), await place.open(), before);
    const twice = await runTask(`restore ${path}`, place);
    equal(twice.code, 1);
    match(twice.output, /Cannot restore.*already/);

    await using second = await serve(place);
    deepEqual(await ranking(await logIn(second.url), job.id), ranked);
    injected(3, "writes while the backup was made", meanwhile);
  },
});

async function sameRows(original: OpenDatabase, restored: OpenDatabase, jobsBefore: string[]): Promise<void> {
  try {
    const [wanted, found] = [await rowsByTable(original), await rowsByTable(restored)];
    deepEqual([...found.keys()], [...wanted.keys()]);
    for (const [table, rows] of wanted) {
      const there = found.get(table)!;
      if (!WRITTEN_MEANWHILE.includes(table)) deepEqual(there, rows, table);
      else deepEqual(there.filter((row) => !rows.includes(row)), [], table);
    }
    const jobs = found.get("jobs")!.join("\n");
    for (const id of jobsBefore) ok(jobs.includes(id), "what was acknowledged before the backup is in it");
  } finally {
    await original.close();
    await restored.close();
  }
}
