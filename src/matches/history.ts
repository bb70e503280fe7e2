/**
 * Every status that a candidate was given, by whom and why.
 *
 * @module
 */
import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { type candidateNotes, matches, matchStatusChanges, users } from "../db/schema.ts";
import type { Actor, Services } from "../services.ts";
import { noSuchCandidate } from "./candidates.ts";

/** Names a candidate of the actor's company. */
export interface CandidateKey {
  jobId: string;
  resumeId: string;
}

/** A move, with the name of who made it. */
export interface StatusChange {
  change: typeof matchStatusChanges.$inferSelect;
  changedByName: string;
}

/** Position after the last row of a page. */
export interface TimeCursor {
  at: string;
  id: string;
}

/**
 * A page of the candidate's moves, oldest first, with the number of all. Two statements.
 *
 * @throws {AppError} `not_found` where the company has no such match.
 */
export async function statusHistory(
  services: Pick<Services, "db">,
  actor: Actor,
  key: CandidateKey,
  { limit, after }: { limit: number; after: TimeCursor | null },
): Promise<{ rows: StatusChange[]; total: number }> {
  const { companyId } = actor;
  const total = await countOf(services.db, companyId, key, matchStatusChanges);
  const t = matchStatusChanges;
  const rows = await services.db.select({ change: t, changedByName: users.fullName }).from(t)
    .innerJoin(users, and(eq(users.companyId, t.companyId), eq(users.id, t.changedBy)))
    .where(and(
      eq(t.companyId, companyId),
      eq(t.jobId, key.jobId),
      eq(t.resumeId, key.resumeId),
      after === null ? undefined : sql`(${t.changedAt}, ${t.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`,
    )).orderBy(asc(t.changedAt), asc(t.id)).limit(limit);
  return { rows, total };
}

/**
 * How many rows of a candidate a table holds.
 *
 * @throws {AppError} `not_found` where the company has no such match.
 */
export async function countOf(
  db: Database,
  companyId: string,
  { jobId, resumeId }: CandidateKey,
  table: typeof matchStatusChanges | typeof candidateNotes,
): Promise<number> {
  const [counted] = rowsOf<{ total: number }>(
    await db.execute(sql`
      select (select count(*)::int from ${table} t
        where t.company_id = m.company_id and t.job_id = m.job_id and t.resume_id = m.resume_id) as total
      from ${matches} m
      where m.company_id = ${companyId}::uuid and m.job_id = ${jobId}::uuid and m.resume_id = ${resumeId}::uuid`),
  );
  if (!counted) throw noSuchCandidate();
  return counted.total;
}
