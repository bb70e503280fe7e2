/**
 * The durable queue behind the port `Tasks`: pg-boss, in the same database as the rows that tasks are about.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import { type Database, rowsOf } from "../db/database.ts";
import type { OpenDatabase } from "../db/open.ts";
import { withCompany } from "../db/scope.ts";
import type { Log, Task, Tasks } from "../services.ts";
import { DEAD_QUEUE, openBoss, QUEUE } from "./queue.ts";

/** What the queue needs. */
export interface TasksOptions {
  database: OpenDatabase;
  log: Log;
  /** Tasks under way at once in this process. @default 2 */
  concurrency?: number;
}

/** Tasks are taken up when a notification comes; this finds those whose retry has come due, or whose notice was lost. */
const POLL_SECONDS = 1;

/** Somebody waits for the others. */
const BULK_PRIORITY = -1;

type Handler = (task: Task) => Promise<void>;

/** Opens the queue to enqueue. Nothing is taken, and nothing looked after, until `work` is called. */
export async function createTasks({ database, log, concurrency = 2 }: TasksOptions): Promise<Tasks> {
  const sender = await openBoss(database, log, "sender");
  let worker: PgBoss | undefined;
  let isStopped = false;

  return {
    async enqueue(tx, ...tasks) {
      const execute = async (query: SQL) => ({ rows: rowsOf(await tx.execute(query)) });
      const waiting = tasks.map((data) => ({ data, priority: "lane" in data ? BULK_PRIORITY : 0 }));
      await sender.insert(QUEUE, waiting, { db: fromDrizzle({ execute }, sql) });
    },

    async withdraw(tx, { companyId, resumeId }) {
      const withdrawn = await tx.execute(sql`
        delete from pgboss.job where name in (${QUEUE}, ${DEAD_QUEUE}) and state in ('created', 'retry')
          and data ->> 'companyId' = ${companyId} and data ->> 'resumeId' = ${resumeId}
        returning id`);
      return rowsOf(withdrawn).length;
    },

    async work(handler, onDead) {
      if (worker) throw new TypeError("Cannot work on tasks: this process does so already");
      worker = await openBoss(database, log, "worker");
      if (database.profile === "embedded") await giveBackLost(database.db, worker);
      for (let i = 0; i < concurrency; i++) await takeTasks(worker, QUEUE, guarded(handler, log));
      await takeTasks(worker, DEAD_QUEUE, guarded(onDead, log));
    },

    async counts() {
      const [counts] = rowsOf<{ waiting: number; running: number; failed: number }>(
        await database.db.execute(sql`
          select count(*) filter (where state in ('created', 'retry'))::int as waiting,
            count(*) filter (where state = 'active')::int as running,
            count(*) filter (where state = 'failed')::int as failed
          from pgboss.job where name = ${QUEUE} and state <> 'completed'`),
      );
      return counts!;
    },

    async readiness() {
      if (isStopped) return "unavailable";
      return await sender.getQueue(QUEUE).then((queue) => queue ? "ok" : "unavailable", () => "unavailable");
    },

    async stop(graceMs) {
      isStopped = true;
      await worker?.stop({ graceful: true, timeout: graceMs });
      await sender.stop({ graceful: false });
    },
  };
}

/**
 * Takes one task after the other. pg-boss notices a notification only once per idle worker, and would leave what else
 * is waiting to its next poll: so each task done asks for the next one.
 */
async function takeTasks(boss: PgBoss, queue: string, handler: Handler): Promise<void> {
  const polling = { pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS };
  const started: Promise<string> = boss.work<Task>(queue, polling, async ([job]) => {
    try {
      await handler(job!.data);
    } finally {
      boss.notifyWorker(await started);
    }
  });
  await started;
}

/**
 * Works behind the wall of the task's company. The queue stores what a handler throws, and messages can hold parts of a
 * resume: only the kind gets there.
 */
function guarded(handler: Handler, log: Log): Handler {
  return async (task) => {
    try {
      await withCompany(task.companyId, () => handler(task));
    } catch (error) {
      log.warn("task failed", { resumeId: task.resumeId, operationId: task.operationId, error });
      throw new Error(error instanceof Error ? error.name : typeof error);
    }
  };
}

/**
 * Makes the tasks of a process that was killed wait again, from now on. Only for a database with one process: whatever
 * is active in it when it opens was lost. A lost try counts, so that a file which kills the process is given up.
 */
async function giveBackLost(db: Database, boss: PgBoss): Promise<void> {
  for (const queue of [QUEUE, DEAD_QUEUE]) {
    const lost = rowsOf<{ id: string }>(
      await db.execute(sql`select id from pgboss.job where name = ${queue} and state = 'active'`),
    );
    if (lost.length === 0) continue;
    await boss.fail(queue, lost.map(({ id }) => id), { message: "process ended" });
    await db.execute(sql`update pgboss.job set start_after = now() where name = ${queue} and state = 'retry'`);
  }
}
