import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { onServer, testDatabase } from "../../tests/harness/database.ts";
import { connectPostgres } from "../db/postgres.ts";
import { rowsOf } from "../db/database.ts";
import type { OpenDatabase } from "../db/open.ts";
import type { Task, Tasks } from "../services.ts";
import { createTasks } from "./tasks.ts";

const log = { info() {}, warn() {}, error() {} };
const newTask = (): Task => ({ companyId: newId(), resumeId: newId(), jobId: null, operationId: newId() });
const never = () => Promise.reject(new Error("no task should die here"));

/** Opens a queue that is stopped at the end of the test, before its database goes. */
async function openTasks(database: OpenDatabase, concurrency = 2): Promise<Tasks & AsyncDisposable> {
  const tasks = await createTasks({ database, log, concurrency });
  return { ...tasks, [Symbol.asyncDispose]: () => tasks.stop(1000) };
}

async function enqueue({ db }: OpenDatabase, tasks: Tasks, ...all: Task[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const task of all) await tasks.enqueue(tx, task);
  });
}

async function states({ db }: OpenDatabase): Promise<string[]> {
  const result = await db.execute(sql`select state::text from pgboss.job where name = 'ingest' order by created_on`);
  return rowsOf<{ state: string }>(result).map(({ state }) => state);
}

Deno.test("a task is done once, with the data it was enqueued with", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  const done: Task[] = [];
  const first = Promise.withResolvers<void>();
  await tasks.work((task) => {
    done.push(task);
    first.resolve();
    return Promise.resolve();
  }, never);

  const task = { ...newTask(), jobId: newId() };
  await enqueue(database, tasks, task);
  await first.promise;
  await tasks.stop(5000);

  deepEqual(done, [task]);
  deepEqual(await states(database), ["completed"]);
});

Deno.test("a task of a transaction that is rolled back was never there", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  await rejects(
    database.db.transaction(async (tx) => {
      await tasks.enqueue(tx, newTask());
      throw new RangeError("changed my mind");
    }),
    RangeError,
  );

  deepEqual(await states(database), []);
});

Deno.test("tasks that wait are all taken, not more at once than allowed", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database, 2);
  const all = Array.from({ length: 9 }, newTask);
  await enqueue(database, tasks, ...all);

  let running = 0;
  let most = 0;
  const done: string[] = [];
  const finished = Promise.withResolvers<void>();
  await tasks.work(async (task) => {
    most = Math.max(most, ++running);
    await database.db.execute(sql`select 1`);
    running--;
    done.push(task.operationId);
    if (done.length === all.length) finished.resolve();
  }, never);
  await finished.promise;

  deepEqual(done.toSorted(), all.map(({ operationId }) => operationId).toSorted());
  ok(most <= 2);
});

Deno.test("a task that fails is tried again, and the queue keeps no words of the error", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  let tries = 0;
  const done = Promise.withResolvers<void>();
  await tasks.work(async ({ resumeId }) => {
    if (++tries === 1) throw new TypeError("Jane Doe, jane@example.com");
    const kept = rowsOf<{ output: unknown }>(
      await database.db.execute(sql`select output from pgboss.job where data->>'resumeId' = ${resumeId}`),
    );
    ok(!JSON.stringify(kept).includes("Jane"));
    done.resolve();
  }, never);
  await enqueue(database, tasks, newTask());
  await done.promise;

  equal(tries, 2);
});

Deno.test("a task that fails at its last try is handed over as dead, also if the handover fails at first", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  const task = newTask();
  await enqueue(database, tasks, task);
  await database.db.execute(sql`update pgboss.job set retry_limit = 0`);
  const told: Task[] = [];
  const dead = Promise.withResolvers<void>();
  await tasks.work(() => Promise.reject(new TypeError("broken")), (given) => {
    told.push(given);
    if (told.length === 1) return Promise.reject(new TypeError("not now"));
    dead.resolve();
    return Promise.resolve();
  });
  await dead.promise;

  deepEqual(told, [task, task]);
  deepEqual(await states(database), ["failed"]);
});

Deno.test("between its tries a task waits twice as long each time", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  await tasks.work(() => Promise.reject(new TypeError("broken")), never);
  await enqueue(database, tasks, newTask());

  const waits: number[] = [];
  while (waits.length < 3) {
    const [waiting] = rowsOf<{ seconds: number }>(
      await database.db.execute(sql`
        select extract(epoch from start_after - started_on)::float8 as seconds from pgboss.job
        where name = 'ingest' and state = 'retry' and retry_count = ${waits.length}
          and start_after > started_on`),
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (!waiting) continue;
    waits.push(waiting.seconds);
    await database.db.execute(sql`update pgboss.job set start_after = started_on where state = 'retry'`);
  }
  // The queue spreads the waits, by up to half of each.
  for (const [i, seconds] of waits.entries()) {
    ok(seconds >= 2 ** i && seconds < 2 ** (i + 1) + 1, `wait ${i}: ${seconds} s`);
  }
});

Deno.test("tasks are taken when they come, not when somebody looks", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  const count = 30;
  let done = Promise.withResolvers<void>();
  await tasks.work(() => Promise.resolve(done.resolve()), never);
  // Idle workers look once a second. Two of them would need about as many half seconds as there are tasks.
  let looks = 0;
  const clock = setInterval(() => looks++, 1000);
  for (let i = 0; i < count; i++) {
    done = Promise.withResolvers<void>();
    await enqueue(database, tasks, newTask());
    await done.promise;
  }
  clearInterval(clock);

  ok(looks < count / 4, `${looks} looks for ${count} tasks`);
});

onServer("a queue whose connections are all cut under every task loses none, and goes on", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  const all = Array.from({ length: 6 }, newTask);
  await enqueue(database, tasks, ...all);
  const done = new Set<string>();
  const finished = Promise.withResolvers<void>();
  // Not the task's: its role may end no connections.
  const operator = await connectPostgres(database.profile === "server" ? database.url : "");
  await tasks.work(async ({ operationId }) => {
    await operator.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    // A task that is cut off by another one's cut is tried again.
    await database.db.execute(sql`select 1`);
    done.add(operationId);
    if (done.size === all.length) finished.resolve();
  }, never);
  await finished.promise;
  await operator.end();

  deepEqual([...done].toSorted(), all.map(({ operationId }) => operationId).toSorted());
});

Deno.test("stop waits for a task that ends in time", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  const started = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  await tasks.work(() => {
    started.resolve();
    return mayEnd.promise;
  }, never);
  await enqueue(database, tasks, newTask());
  await started.promise;
  const stopped = tasks.stop(30_000);
  mayEnd.resolve();
  await stopped;

  deepEqual(await states(database), ["completed"]);
  equal(await tasks.readiness(), "unavailable");
});

Deno.test("stop gives back a task that does not end in time, and another process does it", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  const started = Promise.withResolvers<void>();
  const stuck = Promise.withResolvers<void>();
  await tasks.work(() => {
    started.resolve();
    return stuck.promise;
  }, never);
  const task = newTask();
  await enqueue(database, tasks, task);
  await started.promise;
  await tasks.stop(0);
  deepEqual(await states(database), ["retry"]);
  stuck.resolve();

  await using others = await openTasks(database);
  const done = Promise.withResolvers<Task>();
  await others.work((given) => Promise.resolve(done.resolve(given)), never);
  deepEqual(await done.promise, task);
});

Deno.test("a queue that only enqueues takes nothing and looks after nothing", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  await enqueue(database, tasks, newTask());

  equal(await tasks.readiness(), "ok");
  deepEqual(await states(database), ["created"]);
});

Deno.test("a process can start working only once", async () => {
  await using database = await testDatabase();
  await using tasks = await openTasks(database);
  await tasks.work(never, never);

  await rejects(tasks.work(never, never), TypeError);
});
