import { deepEqual, equal } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type TestPlace, testPlace } from "../../tests/harness/places.ts";
import { rowsOf } from "../db/database.ts";
import { type OpenDatabase, openDatabase } from "../db/open.ts";
import type { Task } from "../services.ts";
import { createTasks } from "./tasks.ts";

const log = { info() {}, warn() {}, error() {} };
const newTask = (): Task => ({ companyId: newId(), resumeId: newId(), jobId: null, operationId: newId() });
const never = () => Promise.reject(new Error("no task should die here"));
const program = fileURLToPath(new URL("../../tests/harness/task_worker.ts", import.meta.url));

async function withDatabase<T>({ config }: TestPlace, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function enqueue(place: TestPlace, all: Task[]): Promise<void> {
  await withDatabase(place, async (database) => {
    const tasks = await createTasks({ database, log });
    await database.db.transaction(async (tx) => {
      for (const task of all) await tasks.enqueue(tx, task);
    });
    await tasks.stop(0);
  });
}

/** Another process that works on the tasks, until it has said as many lines, then is killed with -9. */
async function workElsewhereAndDie({ config }: TestPlace, lineCount: number): Promise<string[]> {
  const flags = ["env", "net", "read", "write", "sys"].map((name) => `--allow-${name}`);
  const child = spawn("deno", ["run", "-q", ...flags, program, JSON.stringify(config)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line !== "working") lines.push(line);
    if (lines.length === lineCount) break;
  }
  child.kill("SIGKILL");
  await ended;
  return lines.toSorted();
}

/** Works here until as many tasks are done. */
async function workToEnd(database: OpenDatabase, count: number): Promise<Task[]> {
  const tasks = await createTasks({ database, log });
  const done: Task[] = [];
  const finished = Promise.withResolvers<void>();
  await tasks.work((task) => {
    if (done.push(task) === count) finished.resolve();
    return Promise.resolve();
  }, never);
  await finished.promise;
  await tasks.stop(10_000);
  return done;
}

const byOperation = (a: Task, b: Task) => a.operationId < b.operationId ? -1 : 1;

Deno.test("tasks under way and tasks that wait when their process is killed are done once each by the next one", async () => {
  await using place = await testPlace();
  const all = Array.from({ length: 5 }, newTask);
  await enqueue(place, all);
  const taken = await workElsewhereAndDie(place, 2);
  deepEqual(taken, all.slice(0, 2).map(({ resumeId }) => `taken ${resumeId}`).toSorted());

  await withDatabase(place, async (database) => {
    const done = await workToEnd(database, all.length);
    deepEqual(done.toSorted(byOperation), all.toSorted(byOperation));
    const left = rowsOf(
      await database.db.execute(sql`
        select state::text, retry_count::int as retries, count(*)::int as n from pgboss.job
        where name = 'ingest' group by 1, 2 order by 2`),
    );
    deepEqual(left, [{ state: "completed", retries: 0, n: 3 }, { state: "completed", retries: 1, n: 2 }]);
  });
});

Deno.test("a task that kills its process at the last try is given up by the next one, and told", async () => {
  await using place = await testPlace();
  const task = newTask();
  await enqueue(place, [task]);
  await withDatabase(place, ({ db }) => db.execute(sql`update pgboss.job set retry_limit = 0`));
  deepEqual(await workElsewhereAndDie(place, 1), [`taken ${task.resumeId}`]);

  await withDatabase(place, async (database) => {
    const tasks = await createTasks({ database, log });
    const dead = Promise.withResolvers<Task>();
    await tasks.work(never, (given) => Promise.resolve(dead.resolve(given)));
    deepEqual(await dead.promise, task);
    await tasks.stop(10_000);
    const left = rowsOf<{ state: string }>(
      await database.db.execute(sql`select state::text from pgboss.job where name = 'ingest'`),
    );
    equal(left[0]?.state, "failed");
  });
});
