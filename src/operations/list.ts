/**
 * Lists of operations, and of the files of a batch.
 *
 * @module
 */
import { and, asc, count, desc, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { alias, type AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../db/database.ts";
import { operations } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";

/** How the files of a batch ended, so far. */
export interface FileCounts {
  succeeded: number;
  failed: number;
}

/** A stored operation, with what became of its files where it is a batch. */
export type Operation = typeof operations.$inferSelect & { files: FileCounts | null };

/** Columns of an {@link Operation}. */
export const operationColumns = {
  ...getTableColumns(operations),
  // Names are spelled out: in a list of columns the query builder leaves the table away.
  files: sql<FileCounts | null>`case when kind = 'batch' then (
    select json_build_object(
      'succeeded', count(*) filter (where f.status = 'succeeded'), 'failed', count(*) filter (where f.status = 'failed'))
    from operations f where f.company_id = operations.company_id and f.batch_id = operations.id
  ) end`,
};

/** What a list of operations is narrowed to; `null` for everything. */
export interface OperationFilter {
  kind: Operation["kind"] | null;
  status: Operation["status"] | null;
}

/** Position after the last row of a page. */
export interface OperationCursor {
  at: string;
  id: string;
}

/** The company's operations, newest first, with the number of all that pass the filter. Files of batches are left out. */
export async function listOperations(
  services: Pick<Services, "db">,
  actor: Actor,
  page: { limit: number; after: OperationCursor | null; filter: OperationFilter },
): Promise<{ rows: Operation[]; total: number }> {
  const { kind, status } = page.filter;
  const { after } = page;
  const filter = and(
    eq(operations.companyId, actor.companyId),
    isNull(operations.batchId),
    kind === null ? undefined : eq(operations.kind, kind),
    status === null ? undefined : eq(operations.status, status),
  );
  const total = await countOf(services.db, filter);
  const rows = await services.db.select(operationColumns).from(operations)
    .where(and(
      filter,
      after === null
        ? undefined
        : sql`(${operations.createdAt}, ${operations.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
    ))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(page.limit);
  return { rows, total };
}

/**
 * The files of a batch in the order they were sent, with the number of all that pass the filter. Two statements.
 *
 * @throws {AppError} `not_found` for an operation the company lacks.
 */
export async function listOperationFiles(
  services: Pick<Services, "db">,
  actor: Actor,
  batchId: string,
  page: { limit: number; after: number | null; status: Operation["status"] | null },
): Promise<{ rows: (typeof operations.$inferSelect)[]; total: number }> {
  const isWanted = (status: AnyPgColumn) => page.status === null ? undefined : eq(status, page.status);
  const f = alias(operations, "f");
  const [batch] = await services.db.select({ total: count(f.id) }).from(operations)
    .leftJoin(f, and(eq(f.companyId, operations.companyId), eq(f.batchId, operations.id), isWanted(f.status)))
    .where(and(eq(operations.companyId, actor.companyId), eq(operations.id, batchId)))
    .groupBy(operations.id);
  if (!batch) throw new AppError("not_found", "Cannot list files: there is no operation with this id");
  const filter = and(
    eq(operations.companyId, actor.companyId),
    eq(operations.batchId, batchId),
    isWanted(operations.status),
  );
  const rows = await services.db.select().from(operations)
    .where(and(filter, page.after === null ? undefined : gt(operations.position, page.after)))
    .orderBy(asc(operations.position))
    .limit(page.limit);
  return { rows, total: batch.total };
}

async function countOf(db: Database, filter: ReturnType<typeof and>): Promise<number> {
  const [counted] = await db.select({ total: count() }).from(operations).where(filter);
  return counted!.total;
}
