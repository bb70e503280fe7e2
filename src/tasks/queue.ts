/**
 * How pg-boss is set up on either database: its queues, its connections and who looks after them.
 *
 * ```
 * created ──▶ active ──▶ completed
 *               │  ▲
 *               ▼  │ after a delay that doubles
 *             retry ──▶ failed, with a copy in the dead queue
 * ```
 *
 * @module
 */
import { type ConstructorOptions, fromPglite, PgBoss, type Queue } from "pg-boss";
import type { OpenDatabase } from "../db/open.ts";
import { giveRights } from "../db/scope.ts";
import type { Log } from "../services.ts";

/** Where tasks wait. */
export const QUEUE = "ingest";
/** Where tasks end that failed at their last try, until that has been told. */
export const DEAD_QUEUE = "ingest-dead";

/** The first try and eight more take some two minutes: enough for a restart of what a task needs. */
const RETRIES = { retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 30 } as const;

const queueOptions = {
  ...RETRIES,
  /** A worker process that is killed stops beating; its tasks go to others then. The least pg-boss allows. */
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  deleteAfterSeconds: 24 * 3600,
  notify: true,
} as const satisfies Omit<Queue, "name">;

/** One looks for lost tasks in a process that works on a server; the embedded database loses none while it runs. */
const SUPERVISE_SECONDS = { server: 5, embedded: 60 } as const;

/**
 * Opens pg-boss to send tasks, or also to work on them. Makes its tables and queues, by turns, where there are none.
 *
 * A sender keeps no connection open. It leaves all upkeep to workers.
 */
export async function openBoss(database: OpenDatabase, log: Log, role: "sender" | "worker"): Promise<PgBoss> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    ...connection(database, isWorker),
    useListenNotify: isWorker,
    supervise: isWorker,
    superviseIntervalSeconds: SUPERVISE_SECONDS[database.profile],
    monitorIntervalSeconds: SUPERVISE_SECONDS[database.profile],
    maintenanceIntervalSeconds: 3600,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log.warn("queue error", { error }));
  boss.on("warning", ({ message }) => log.warn("queue warning", { error: new Error(message) }));
  await boss.start();
  if (!isWorker) {
    await makeQueues(boss);
    await giveRights(database.db);
  }
  return boss;
}

function connection(database: OpenDatabase, isWorker: boolean): ConstructorOptions {
  if (database.profile === "embedded") {
    return { backend: "pglite", db: fromPglite(database.pg), reindex: false, monitorVacuum: false };
  }
  // Handed on to `pg` by pg-boss, though its types do not know it.
  const stream = { stream: database.newSocket };
  return { connectionString: database.url, application_name: "job-match-queue", max: isWorker ? 4 : 1, ...stream };
}

async function makeQueues(boss: PgBoss): Promise<void> {
  await makeQueue(boss, DEAD_QUEUE, queueOptions);
  await makeQueue(boss, QUEUE, { ...queueOptions, deadLetter: DEAD_QUEUE });
}

/** Looks first: on the embedded database, making a queue that is there takes longer than all else that pg-boss does. */
async function makeQueue(boss: PgBoss, name: string, options: Omit<Queue, "name">): Promise<void> {
  const known: Record<string, unknown> = { ...await boss.getQueue(name) };
  if (Object.entries(options).every(([option, value]) => known[option] === value)) return;
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
}
