/**
 * Scores in sets: one statement for one pair, one job against many resumes, or a job's stale matches.
 *
 * Similarities of two models cannot be ranked together. So while a model is replaced, a job goes on showing what the old
 * one made, as stale, and changes over at once. Whoever is matched meanwhile has no old score: they are ranked by the new
 * one and are stale as well, since their place among the others says little.
 *
 * ```
 * whole ──job embedded with another model──▶ switching ──all its resumes read, or tried──▶ whole, scored in one transaction
 * ```
 *
 * @module
 */
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { jobs, jobSkills, matches, resumes, resumeSkills } from "../db/schema.ts";
import { SCORE_VERSION, SCORE_WEIGHTS, SIMILARITY_DECIMALS } from "../matching/scoring.ts";

/** Which resumes to score against the job. */
export type Scope = { resumeIds: readonly string[] } | "all" | "matched";

/** Which jobs to score a resume against. */
export type JobScope = "stale" | "open" | readonly string[];

/**
 * Matches that are written with one statement: the embedded database, which stops everything else meanwhile, takes about
 * 100 ms for them.
 */
const SLICE = 1000;

/**
 * The resumes of a job's matches that meet a condition, in slices: what is done to all of them leaves others a turn
 * between. Resumes are given by their ids, so that a planner that knows nothing of the tables finds them by their key.
 *
 * @param where On the job `j`, the resume `r` and their match `m`.
 */
export async function slicesOf(db: Database, companyId: string, jobId: string, where: SQL): Promise<Slice[]> {
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      select m.resume_id as id from ${matches} m
      join ${jobs} j on j.company_id = m.company_id and j.id = m.job_id
      join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id
      where m.company_id = ${companyId}::uuid and m.job_id = ${jobId}::uuid and ${where}
      order by m.resume_id`),
  );
  return Array.from(
    { length: Math.ceil(rows.length / SLICE) },
    (_, i) => sliceOf(rows.slice(i * SLICE, (i + 1) * SLICE).map(({ id }) => id)),
  );
}

/** An array of ids in SQL. As one text, since PGlite takes no array. */
export type Slice = SQL;
const sliceOf = (ids: readonly string[]): Slice => sql`${`{${ids.join(",")}}`}::uuid[]`;

/**
 * Stores the current score of a job against its resumes whose match was made with an older job, resume or formula, in
 * slices. In one transaction, so that nobody sees a ranking that is half old and half new.
 *
 * @returns How many matches were written.
 */
export async function scoreStale(
  tx: Database,
  { companyId, jobId, now }: { companyId: string; jobId: string; now: Date },
): Promise<number> {
  let written = 0;
  for (const slice of await slicesOf(tx, companyId, jobId, sql`${isStale} and ${isComparable}`)) {
    written += await store(tx, { companyId, now, jobs: sql`select ${jobId}::uuid`, pairs: sql`r.id = any(${slice})` });
  }
  return written;
}

/**
 * Ends a job's change of model if its resumes are embedded with the new one: `scoreStale`, in the same transaction, then
 * shows the new scores.
 *
 * @param despiteUnread Also while some are not: they could not be read, and keep their old scores.
 */
export async function endSwitch(
  tx: Database,
  { companyId, jobId, despiteUnread }: { companyId: string; jobId: string; despiteUnread: boolean },
): Promise<void> {
  const isOther = sql`exists (select 1 from ${matches} m
    join ${resumes} r on r.company_id = m.company_id and r.id = m.resume_id
    where m.company_id = j.company_id and m.job_id = j.id and not ${isOneModel})`;
  await tx.execute(sql`
    update ${jobs} j set switching_from = null
    where j.company_id = ${companyId}::uuid and j.id = ${jobId}::uuid and j.switching_from is not null
      and ${despiteUnread ? sql`true` : sql`not ${isOther}`}`);
}

/**
 * Stores the current score of a job against the resumes in scope: new matches start `pending`, known ones keep their
 * status. Evidence must be up to date (`creditResumes`).
 *
 * @param scope `all`: every ready resume of the company; `matched`: those with a match.
 * @returns How many matches were written.
 */
export function scoreJob(
  tx: Database,
  input: { companyId: string; jobId: string; scope: Scope; now: Date },
): Promise<number> {
  return store(tx, { ...input, jobs: sql`select ${input.jobId}::uuid`, pairs: inScope(input.scope) });
}

/**
 * Stores the current score of a resume against jobs of its company. Otherwise as `scoreJob`.
 *
 * @param scope `stale`: those that it has a stale match with; `open`: all that are open; or these.
 */
export function scoreResume(
  tx: Database,
  { companyId, resumeId, scope, now }: { companyId: string; resumeId: string; scope: JobScope; now: Date },
): Promise<number> {
  const isResume = sql`r.id = ${resumeId}::uuid`;
  if (scope !== "stale") return store(tx, { companyId, now, jobs: jobsIn(companyId, scope), pairs: isResume });
  return store(tx, {
    companyId,
    now,
    jobs: sql`select job_id from ${matches} where company_id = ${companyId}::uuid and resume_id = ${resumeId}::uuid`,
    pairs: sql`${isResume} and ${inScope("stale")}`,
  });
}

/** Ids of the company's open jobs, or of these. */
export function jobsIn(companyId: string, scope: "open" | readonly string[]): SQL {
  const which = scope === "open"
    ? sql`status = 'open'`
    : sql`id in (${sql.join(scope.map((id) => sql`${id}::uuid`), sql`, `)})`;
  return sql`select id from ${jobs} where company_id = ${companyId}::uuid and ${which}`;
}

/**
 * One statement for all pairs, fast also where the planner knows nothing of the tables, since the embedded database never
 * looks at them by itself: each step is worked out once, and rows are found by their keys. Pairs are written in the order of their keys, so that two of them at once wait for one another.
 *
 * @param jobs Selects the ids of the jobs.
 * @param pairs True for a job `j` and a resume `r` to score.
 */
async function store(
  tx: Database,
  { companyId, jobs: jobIds, pairs, now }: { companyId: string; jobs: SQL; pairs: SQL; now: Date },
): Promise<number> {
  const result = await tx.execute(sql`
    with needed as materialized (
      select job_id, array_agg(skill_id) as ids, count(*)::float8 as n
      from ${jobSkills}
      where company_id = ${companyId}::uuid and required and job_id in (${jobIds})
      group by job_id
    ), parts as materialized (
      select j.id as job_id, r.id as resume_id, r.content_version as resume_version,
        case when ${isComparable} then j.content_version else 0 end as job_version,
        case when ${isOneModel} then
          round(greatest(0, least(1, coalesce(nullif(1 - (r.embedding <=> j.embedding), 'NaN'), 0)))::numeric,
            ${SIMILARITY_DECIMALS}::int)::float8
        else 0 end as similarity,
        (select count(*) from ${resumeSkills} rs
          where rs.company_id = r.company_id and rs.resume_id = r.id and rs.skill_id = any(needed.ids)) / needed.n
          as skill_match
      from ${jobs} j
      join ${resumes} r on r.company_id = j.company_id
      left join needed on needed.job_id = j.id
      where j.company_id = ${companyId}::uuid and j.id in (${jobIds}) and r.status = 'ready' and ${pairs}
    ), written as (
      insert into ${matches} as m (company_id, job_id, resume_id, similarity, skill_match, overall, score_version,
        job_version, resume_version, created_at, updated_at)
      select ${companyId}::uuid, job_id, resume_id, similarity, skill_match,
        case when skill_match is null then similarity
          else ${SCORE_WEIGHTS.similarity}::float8 * similarity + ${SCORE_WEIGHTS.skill}::float8 * skill_match end,
        ${SCORE_VERSION}::int, job_version, resume_version, ${now.toISOString()}::timestamptz,
        ${now.toISOString()}::timestamptz
      from parts
      order by job_id, resume_id
      on conflict (company_id, job_id, resume_id) do update set
        similarity = excluded.similarity,
        skill_match = excluded.skill_match,
        overall = excluded.overall,
        score_version = excluded.score_version,
        job_version = excluded.job_version,
        resume_version = excluded.resume_version,
        version = m.version + case when ${isUnchanged} then 0 else 1 end,
        updated_at = case when ${isUnchanged} then m.updated_at else excluded.updated_at end
      where excluded.job_version <> 0
      returning 1
    )
    select count(*)::int as n from written`);
  const [row] = rowsOf<{ n: number }>(result);
  return row!.n;
}

/** Every match of a job, best first, ties by resume id. */
export async function rankedMatches(
  db: Database,
  companyId: string,
  jobId: string,
): Promise<{ resumeId: string; overall: number }[]> {
  return await db.select({ resumeId: matches.resumeId, overall: matches.overall }).from(matches)
    .where(and(eq(matches.companyId, companyId), eq(matches.jobId, jobId)))
    .orderBy(desc(matches.overall), asc(matches.resumeId));
}

/** True for a new score that says what the stored one says: nobody should be told of a change. */
const isUnchanged = sql`((m.overall, m.similarity, m.skill_match, m.score_version)
  is not distinct from (excluded.overall, excluded.similarity, excluded.skill_match, excluded.score_version))`;

/** True where one model embedded both sides; across models a similarity says nothing, and 0 stands for it. */
const isOneModel = sql`(split_part(j.prepared_with, ' ', 1) = split_part(r.prepared_with, ' ', 1))`;

/** True where a score may stand beside the job's others: else a match keeps its old one, and a new one is stale. */
const isComparable = sql`(${isOneModel} and j.switching_from is null)`;

/** True for a match `m` of job `j` and resume `r` that was made with an older job, resume or formula. */
export const isStale = sql`(m.job_version <> j.content_version or m.resume_version <> r.content_version
  or m.score_version <> ${SCORE_VERSION}::int)`;

function inScope(scope: Scope | "stale"): SQL {
  if (scope === "all") return sql`true`;
  if (typeof scope === "object") {
    // A list of parameters, since PGlite takes no array for ANY.
    return scope.resumeIds.length === 0
      ? sql`false`
      : sql`r.id in (${sql.join(scope.resumeIds.map((id) => sql`${id}::uuid`), sql`, `)})`;
  }
  return sql`exists (select 1 from ${matches} m
    where m.company_id = j.company_id and m.job_id = j.id and m.resume_id = r.id
    ${scope === "stale" ? sql`and ${isStale} and ${isComparable}` : sql``})`;
}
