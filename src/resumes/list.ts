/**
 * Lists of résumés.
 *
 * @module
 */
import { and, asc, count, desc, eq, gt, ilike, or, type SQL, sql } from "drizzle-orm";
import { matches, resumes } from "../db/schema.ts";
import { containing } from "../jobs/list.ts";
import type { Actor, Services } from "../services.ts";
import { hasSkill } from "./has_skill.ts";
import type { Resume } from "./resumes.ts";

/** What a list is narrowed to; `null` for everything. */
export interface ResumeFilter {
  /** Part of the name, e-mail address or filename. */
  q: string | null;
  /** That the résumé mentions or meets, in any of its spellings. */
  skill: string | null;
  source: string | null;
  status: Resume["status"] | null;
  /** One of the reading's reason codes. */
  flag: string | null;
  createdAfter: Date | null;
  /** Matched to this job. */
  jobId: string | null;
}

/** Orders of a list; a minus descends. Résumés without a name come last. */
export const RESUME_SORTS = ["-created_at", "created_at", "candidate_name"] as const;
/** One of {@link RESUME_SORTS}. */
export type ResumeSort = (typeof RESUME_SORTS)[number];

/** Position after the last row of a page: what it is sorted by, then the id. */
export interface ResumeCursor {
  key: string | null;
  id: string;
}

/** What a list shows of a résumé. */
export type ResumeSummary =
  & Pick<
    Resume,
    | "id"
    | "candidateName"
    | "email"
    | "phone"
    | "status"
    | "source"
    | "filename"
    | "format"
    | "language"
    | "parseQuality"
    | "parseFlags"
    | "createdAt"
    | "updatedAt"
  >
  & { location: string | null };

const summary = {
  id: resumes.id,
  candidateName: resumes.candidateName,
  email: resumes.email,
  phone: resumes.phone,
  location: sql<string | null>`${resumes.fields} -> 'location' ->> 'value'`,
  status: resumes.status,
  source: resumes.source,
  filename: resumes.filename,
  format: resumes.format,
  language: resumes.language,
  parseQuality: resumes.parseQuality,
  parseFlags: resumes.parseFlags,
  createdAt: resumes.createdAt,
  updatedAt: resumes.updatedAt,
};

/** The position of a résumé in a list. */
export function resumeCursor(resume: ResumeSummary, sort: ResumeSort): ResumeCursor {
  return { key: sort === "candidate_name" ? resume.candidateName : resume.createdAt.toISOString(), id: resume.id };
}

/** A page of the company's résumés, ties by id, with the number of all that pass the filter. Two statements. */
export async function listResumes(
  services: Pick<Services, "db">,
  actor: Actor,
  page: { limit: number; after: ResumeCursor | null; filter: ResumeFilter; sort: ResumeSort },
): Promise<{ rows: ResumeSummary[]; total: number }> {
  const { sort, after, limit } = page;
  const passes = and(eq(resumes.companyId, actor.companyId), ...conditions(page.filter));
  const order = {
    "-created_at": [desc(resumes.createdAt)],
    created_at: [asc(resumes.createdAt)],
    candidate_name: [asc(sql`${resumes.candidateName} is null`), asc(sql`coalesce(${resumes.candidateName}, '')`)],
  }[sort];
  const [counted] = await services.db.select({ total: count() }).from(resumes).where(passes);
  const rows = await services.db.select(summary).from(resumes)
    .where(and(passes, after === null ? undefined : isAfter(sort, after)))
    .orderBy(...order, asc(resumes.id)).limit(limit);
  return { rows, total: counted!.total };
}

function isAfter(sort: ResumeSort, { key, id }: ResumeCursor): SQL {
  if (sort === "candidate_name") {
    return sql`(${resumes.candidateName} is null, coalesce(${resumes.candidateName}, ''), ${resumes.id})
      > (${key === null}::boolean, ${key ?? ""}::text, ${id}::uuid)`;
  }
  const at = sql`${key}::timestamptz`;
  const beyond = sort === "created_at" ? sql`${resumes.createdAt} > ${at}` : sql`${resumes.createdAt} < ${at}`;
  return sql`(${beyond} or ${resumes.createdAt} = ${at} and ${resumes.id} > ${id}::uuid)`;
}

function conditions(filter: ResumeFilter): (SQL | undefined)[] {
  const { q, skill, source, status, flag, createdAfter, jobId } = filter;
  return [
    q === null ? undefined : or(
      ...[resumes.candidateName, resumes.email, resumes.filename].map((column) => ilike(column, containing(q))),
    ),
    skill === null ? undefined : hasSkill(sql`${resumes}`, skill),
    source === null ? undefined : eq(resumes.source, source),
    status === null ? undefined : eq(resumes.status, status),
    flag === null ? undefined : sql`${resumes.parseFlags} @> ${JSON.stringify([flag])}::jsonb`,
    createdAfter === null ? undefined : gt(resumes.createdAt, createdAfter),
    jobId === null ? undefined : sql`exists (select 1 from ${matches} m
      where m.company_id = ${resumes.companyId} and m.resume_id = ${resumes.id} and m.job_id = ${jobId}::uuid)`,
  ];
}
