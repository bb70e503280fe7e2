/**
 * Retention: resumes that nobody used for as many days as their company keeps them are erased.
 *
 * @module
 */
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { candidateNotes, companies, interviews, matches, resumes, users } from "../db/schema.ts";
import type { Services } from "../services.ts";
import { eraseLocked, type EraseServices } from "./erase.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Resumes looked up at once; each is erased in a transaction of its own. */
const BATCH = 100;

/**
 * Erases every resume that is due, in all companies. A resume is used when it, one of its matches, notes or interviews
 * is written, and until its last interview is over. Safe beside others that do the same. The proof names the company's
 * owner, who set the days.
 *
 * @param services.now What the days are counted back from.
 * @returns How many were erased.
 */
export async function eraseUnused(services: EraseServices): Promise<number> {
  const { db } = services;
  const now = services.now();
  const keepers = await db.select({ companyId: companies.id, days: companies.retentionDays, ownerId: users.id })
    .from(companies)
    .innerJoin(users, and(eq(users.companyId, companies.id), eq(users.isOwner, true)))
    .where(isNotNull(companies.retentionDays));
  let erased = 0;
  for (const { companyId, days, ownerId } of keepers) {
    const before = new Date(now.getTime() - days! * DAY_MS);
    for (let after = "00000000-0000-0000-0000-000000000000";;) {
      const due = await unused(db, companyId, before, sql`r.id > ${after}::uuid order by r.id limit ${BATCH}::int`);
      for (const resumeId of due) {
        const ended = await db.transaction(async (tx) => {
          await tx.select({ id: resumes.id }).from(resumes)
            .where(and(eq(resumes.companyId, companyId), eq(resumes.id, resumeId))).for("update");
          // It may have been used, or erased, since it was looked up.
          const [still] = await unused(tx, companyId, before, sql`r.id = ${resumeId}::uuid`);
          return still === undefined
            ? null
            : await eraseLocked(services, tx, { companyId, resumeId, erasedBy: ownerId });
        });
        if (ended === null) continue;
        erased++;
        for (const operationId of ended) services.completions.announce(operationId);
      }
      if (due.length < BATCH) break;
      after = due.at(-1)!;
    }
  }
  return erased;
}

/** How often is looked; a day more or less does not matter. */
const EVERY_MS = 60 * 60 * 1000;

/** Erases what is due now and every hour, without keeping the process alive. A pass that fails is made again. */
export function startRetention(services: EraseServices & Pick<Services, "log">): { stop(): Promise<void> } {
  let pass = look();
  const timer = setInterval(() => {
    pass = pass.then(look);
  }, EVERY_MS);
  Deno.unrefTimer(timer);
  return {
    async stop() {
      clearInterval(timer);
      await pass;
    },
  };

  async function look(): Promise<void> {
    try {
      const erased = await eraseUnused(services);
      if (erased > 0) services.log.info("unused resumes erased", { erased });
    } catch (error) {
      services.log.warn("unused resumes not erased yet", { error });
    }
  }
}

/** Resumes whose last use was before a point in time; `which` narrows them. */
async function unused(
  db: Database,
  companyId: string,
  before: Date,
  which: ReturnType<typeof sql>,
): Promise<string[]> {
  const ofIt = sql`t.company_id = r.company_id and t.resume_id = r.id`;
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      select r.id from ${resumes} r
      where r.company_id = ${companyId}::uuid and greatest(r.updated_at,
        (select max(t.updated_at) from ${matches} t where ${ofIt}),
        (select max(t.created_at) from ${candidateNotes} t where ${ofIt}),
        (select max(greatest(t.updated_at, t.scheduled_at)) from ${interviews} t where ${ofIt})
      ) < ${before.toISOString()}::timestamptz and ${which}`),
  );
  return rows.map(({ id }) => id);
}
