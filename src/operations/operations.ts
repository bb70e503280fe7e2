/**
 * Long requests that their caller can watch. The only writer of `operations`.
 *
 * ```
 * queued ──▶ running ──▶ succeeded
 *    │          │
 *    └──────────┴──────▶ failed
 * ```
 *
 * @module
 */
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { operations } from "../db/schema.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type Operation, operationColumns } from "./list.ts";

/** Names one operation of one company. */
export interface OperationKey {
  companyId: string;
  operationId: string;
}

/** A process that finishes elsewhere announces nothing here, so the row is looked at this often. */
const POLL_MS = 200;
/** The same for those who watch for longer. */
const WATCH_MS = 1000;

const unfinished = ["queued", "running"] as const;
const one = ({ companyId, operationId }: OperationKey) =>
  and(eq(operations.companyId, companyId), eq(operations.id, operationId));

/** Adds an operation in the caller's transaction, beside the task that will do it. */
export async function queueOperation(
  tx: Database,
  actor: Actor,
  input: {
    id: string;
    /** @default "ingest" */
    kind?: Operation["kind"];
    resumeId: string | null;
    jobId: string | null;
    total: number;
    now: Date;
  },
): Promise<void> {
  const { id, kind = "ingest", resumeId, jobId, total, now } = input;
  await tx.insert(operations).values({
    companyId: actor.companyId,
    id,
    kind,
    status: "queued",
    total,
    resumeId,
    jobId,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  });
}

/** Moves a queued operation on, or a running one to its next step; a finished one stays as it is. */
export async function advanceOperation(db: Database, key: OperationKey, done: number, now: Date): Promise<void> {
  await db.update(operations).set({ status: "running", done, updatedAt: now })
    .where(and(one(key), inArray(operations.status, unfinished)));
}

/**
 * Ends an operation well, in the transaction that stores its effect.
 *
 * @returns Operations to announce after the commit: itself, and the batch that it is a file of.
 */
export async function succeedOperation(tx: Database, key: OperationKey, now: Date): Promise<string[]> {
  return await end(tx, { ...key, now }, eq(operations.id, key.operationId), {
    status: "succeeded",
    done: sql`${operations.total}`,
  });
}

/**
 * Ends an operation with an error, unless it ended before.
 *
 * @returns Operations to announce after the commit.
 */
export async function failOperation(
  tx: Database,
  key: OperationKey,
  failure: { code: ErrorCode; detail: string; now: Date },
): Promise<string[]> {
  const { code, detail, now } = failure;
  return await end(tx, { ...key, now }, eq(operations.id, key.operationId), {
    status: "failed",
    error: { code, detail },
  });
}

/**
 * Ends every unfinished operation on a resume with one error, in a transaction.
 *
 * @returns Operations to announce after the commit: these, and the batches that they are files of.
 */
export async function failOperationsOn(
  tx: Database,
  input: { companyId: string; resumeId: string; code: ErrorCode; detail: string; now: Date },
): Promise<string[]> {
  const { code, detail, resumeId } = input;
  return await end(tx, input, eq(operations.resumeId, resumeId), { status: "failed", error: { code, detail } });
}

async function end(
  tx: Database,
  { companyId, now }: { companyId: string; now: Date },
  which: SQL,
  set: { status: "succeeded" | "failed"; done?: SQL; error?: { code: ErrorCode; detail: string } },
): Promise<string[]> {
  const ended = await tx.update(operations).set({ ...set, updatedAt: now })
    .where(and(eq(operations.companyId, companyId), which, inArray(operations.status, unfinished)))
    .returning({ id: operations.id, batchId: operations.batchId });
  const batches = ended.flatMap(({ batchId }) => batchId ?? []);
  if (batches.length > 0) await countBatches(tx, { companyId, now }, [...new Set(batches)]);
  return [...ended.map(({ id }) => id), ...batches];
}

/** Tells batches how many of their files have ended; the last one ends its batch. */
async function countBatches(
  tx: Database,
  { companyId, now }: { companyId: string; now: Date },
  batchIds: string[],
): Promise<void> {
  const these = and(eq(operations.companyId, companyId), inArray(operations.id, batchIds));
  // Two files that end at once take turns here, so that the second one counts the first.
  await tx.select({ id: operations.id }).from(operations).where(these).orderBy(asc(operations.id)).for("update");
  await tx.execute(sql`
    update operations set
      done = operations.total - counted.left,
      status = case when counted.left = 0 then 'succeeded' when counted.left < operations.total then 'running'
        else operations.status end,
      updated_at = ${now.toISOString()}::timestamptz
    from (
      select b.id, (select count(*)::int from operations f
        where f.company_id = b.company_id and f.batch_id = b.id and f.status in ('queued', 'running')) as left
      from operations b
      where b.company_id = ${companyId}::uuid and ${inArray(sql`b.id`, batchIds)}
    ) counted
    where operations.company_id = ${companyId}::uuid and operations.id = counted.id
      and operations.status in ('queued', 'running')`);
}

/** A file of a batch: one that a task will read, or one that was refused at once. */
export interface FileOperation {
  id: string;
  position: number;
  filename: string;
  resumeId: string | null;
  error: { code: ErrorCode; detail: string } | null;
}

/** Adds files to a batch, in the transaction that stores them. */
export async function queueFiles(
  tx: Database,
  actor: Actor,
  batch: { id: string; jobId: string | null; now: Date },
  files: FileOperation[],
): Promise<void> {
  await tx.insert(operations).values(files.map((file) => ({
    ...file,
    companyId: actor.companyId,
    kind: "ingest" as const,
    status: file.error === null ? "queued" as const : "failed" as const,
    total: 1,
    jobId: batch.jobId,
    batchId: batch.id,
    createdBy: actor.userId,
    createdAt: batch.now,
    updatedAt: batch.now,
  })));
}

/** Says how many files a batch has, once all are added; one whose files were all refused ends at once. */
export async function closeBatch(tx: Database, key: OperationKey, total: number, now: Date): Promise<void> {
  await tx.update(operations).set({ total }).where(one(key));
  await countBatches(tx, { companyId: key.companyId, now }, [key.operationId]);
}

/** @throws {AppError} `not_found` where the company has no such operation. */
export async function getOperation(services: Pick<Services, "db">, actor: Actor, id: string): Promise<Operation> {
  const operation = await find(services.db, { companyId: actor.companyId, operationId: id });
  if (!operation) throw new AppError("not_found", "Cannot show the operation: there is none with this id");
  return operation;
}

/** Waits until the operation has ended, at most `ms`, and gives its last known state. */
export async function awaitOperation(
  services: Pick<Services, "db" | "completions">,
  key: OperationKey,
  ms: number,
): Promise<Operation> {
  const deadline = performance.now() + ms;
  while (true) {
    const left = deadline - performance.now();
    const announced = services.completions.next(key.operationId, Math.max(0, Math.min(POLL_MS, left)));
    const operation = await find(services.db, key);
    if (!operation) throw new AppError("not_found", "Cannot show the operation: there is none with this id");
    if (isOver(operation) || left <= 0) return operation;
    await announced;
  }
}

/** Whether nothing more happens to it. */
export const isOver = ({ status }: Operation): boolean => status === "succeeded" || status === "failed";

/** Names a state of an operation: the same as long as nothing happens. */
export const stateOf = ({ status, done }: Operation): string => `${status}-${done}`;

/**
 * Every state of an operation that is seen from now on, up to its last one.
 *
 * @param watch.seen The state that the watcher knows already.
 * @param watch.signal Ends the watch.
 */
export async function* watchOperation(
  services: Pick<Services, "db" | "completions">,
  key: OperationKey,
  watch: { seen: string | null; signal: AbortSignal },
): AsyncGenerator<Operation> {
  let { seen } = watch;
  while (!watch.signal.aborted) {
    const announced = services.completions.next(key.operationId, WATCH_MS, watch.signal);
    const operation = await find(services.db, key);
    if (!operation) return;
    if (stateOf(operation) !== seen) yield operation;
    if (isOver(operation)) return;
    seen = stateOf(operation);
    await announced;
  }
}

async function find(db: Database, key: OperationKey): Promise<Operation | undefined> {
  const [operation] = await db.select(operationColumns).from(operations).where(one(key));
  return operation;
}
