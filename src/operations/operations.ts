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
import { and, eq, inArray, sql } from "drizzle-orm";
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

/** Ends an operation well, in the transaction that stores its effect. */
export async function succeedOperation(tx: Database, key: OperationKey, now: Date): Promise<void> {
  await tx.update(operations).set({ status: "succeeded", done: sql`${operations.total}`, updatedAt: now })
    .where(and(one(key), inArray(operations.status, unfinished)));
}

/** Ends an operation with an error, unless it ended before. */
export async function failOperation(
  tx: Database,
  key: OperationKey,
  failure: { code: ErrorCode; detail: string; now: Date },
): Promise<void> {
  await tx.update(operations)
    .set({ status: "failed", error: { code: failure.code, detail: failure.detail }, updatedAt: failure.now })
    .where(and(one(key), inArray(operations.status, unfinished)));
}

/** Ends every unfinished operation on a resume with one error, and says which they were. */
export async function failOperationsOn(
  tx: Database,
  input: { companyId: string; resumeId: string; code: ErrorCode; detail: string; now: Date },
): Promise<string[]> {
  const failed = await tx.update(operations)
    .set({ status: "failed", error: { code: input.code, detail: input.detail }, updatedAt: input.now })
    .where(and(
      eq(operations.companyId, input.companyId),
      eq(operations.resumeId, input.resumeId),
      inArray(operations.status, unfinished),
    ))
    .returning({ id: operations.id });
  return failed.map(({ id }) => id);
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
