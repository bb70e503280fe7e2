/**
 * Lists of jobs.
 *
 * @module
 */
import { and, asc, count, desc, eq, getTableColumns, gt, ilike, or, type SQL, sql } from "drizzle-orm";
import { jobs, jobSkills, skills } from "../db/schema.ts";
import { canonicalSkill, skillKey } from "../matching/skills.ts";
import { keyOfPhrase } from "../matching/words.ts";
import type { Actor, Services } from "../services.ts";
import type { Job } from "./jobs.ts";

/** What a list is narrowed to; `null` for everything. */
export interface JobFilter {
  status: Job["status"] | null;
  /** In title, company, description, requirements or location. */
  q: string | null;
  /** Required or preferred, in any of its spellings. */
  skill: string | null;
  /** Part of the location. */
  location: string | null;
  employmentType: Job["employmentType"];
  createdAfter: Date | null;
}

/** Orders of a list; a minus descends. */
export const JOB_SORTS = ["-created_at", "created_at", "-updated_at", "updated_at", "-title", "title"] as const;
/** One of {@link JOB_SORTS}. */
export type JobSort = (typeof JOB_SORTS)[number];

/** Position after the last row of a page: what it is sorted by, then the id. */
export interface JobCursor {
  key: string;
  id: string;
}

const { embedding: _, ...withoutEmbedding } = getTableColumns(jobs);
const sortedBy = { created_at: jobs.createdAt, updated_at: jobs.updatedAt, title: jobs.title } as const;
const isKeyOf = (name: string): name is keyof typeof sortedBy => Object.hasOwn(sortedBy, name);

/** The position of a job in a list. */
export function jobCursor(job: Job, sort: JobSort): JobCursor {
  const keys = {
    created_at: job.createdAt.toISOString(),
    updated_at: job.updatedAt.toISOString(),
    title: job.title,
  };
  return { key: keys[columnOf(sort)], id: job.id };
}

/** A page of the company's jobs, ties by id, with the number of all that pass the filter. Two statements. */
export async function listJobs(
  services: Pick<Services, "db">,
  actor: Actor,
  page: { limit: number; after: JobCursor | null; filter: JobFilter; sort: JobSort },
): Promise<{ rows: Job[]; total: number }> {
  const filter = and(eq(jobs.companyId, actor.companyId), ...conditions(page.filter));
  const name = columnOf(page.sort);
  const column = sortedBy[name];
  const descends = page.sort.startsWith("-");
  const { after } = page;
  const isAfter = after === null ? undefined : positionAfter();
  const [counted] = await services.db.select({ total: count() }).from(jobs).where(filter);
  const rows = await services.db.select(withoutEmbedding).from(jobs)
    .where(and(filter, isAfter))
    .orderBy(descends ? desc(column) : asc(column), asc(jobs.id))
    .limit(page.limit);
  return { rows, total: counted!.total };

  function positionAfter(): SQL {
    const key = name === "title" ? sql`${after!.key}::text` : sql`${after!.key}::timestamptz`;
    const beyond = descends ? sql`${column} < ${key}` : sql`${column} > ${key}`;
    return sql`(${beyond} or ${column} = ${key} and ${jobs.id} > ${after!.id}::uuid)`;
  }
}

function columnOf(sort: JobSort): keyof typeof sortedBy {
  const name = sort.replace(/^-/, "");
  if (!isKeyOf(name)) throw new RangeError(`Cannot sort jobs by ${name}`);
  return name;
}

function conditions(filter: JobFilter): (SQL | undefined)[] {
  const { status, q, skill, location, employmentType, createdAfter } = filter;
  return [
    status === null ? undefined : eq(jobs.status, status),
    q === null ? undefined : or(
      ...[jobs.title, jobs.company, jobs.description, jobs.requirements, jobs.location]
        .map((column) => ilike(column, containing(q))),
    ),
    skill === null ? undefined : sql`exists (select 1 from ${jobSkills} js
      join ${skills} s on s.company_id = js.company_id and s.id = js.skill_id
      where js.company_id = ${jobs.companyId} and js.job_id = ${jobs.id}
        and (s.key = ${skillKey(skill)} or s.key ~ '^[0-9.]+[+] year of ' and
          regexp_replace(s.key, '^[0-9.]+[+] year of ', '') = ${keyOfPhrase(canonicalSkill(skill)?.name ?? skill)}))`,
    location === null ? undefined : ilike(jobs.location, containing(location)),
    employmentType === null ? undefined : eq(jobs.employmentType, employmentType),
    createdAfter === null ? undefined : gt(jobs.createdAt, createdAfter),
  ];
}

/** A pattern of LIKE that finds the words as they are typed. */
export function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
