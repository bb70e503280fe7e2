/**
 * Where resumes come from, and what becomes of them.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { interviews, matches, resumes } from "../db/schema.ts";
import { ofJob, type Report, share, within } from "./report.ts";

/** Sources in one report; all of them are in its total. */
export const SOURCES_MAX = 100;

/** Of the resumes received in the period. */
export interface SourceCounts {
  resumes: number;
  matches: number;
  /** Booked and not cancelled. */
  interviews: number;
  /** Resumes of people who are hired now. */
  hires: number;
  /** Hires of all resumes. */
  hireRate: number;
}

/** By source, those of most resumes first. */
export interface Sources {
  total: SourceCounts;
  /** `source` is as typed at the upload; `null` where nobody did. */
  sources: (SourceCounts & { source: string | null })[];
}

type RawCounts = Omit<SourceCounts, "hireRate">;

interface Raw {
  total: RawCounts;
  sources: (RawCounts & { source: string | null })[];
}

/** What has become of them by now, also after the period; of a report about one job, with that job. */
export const sources: Report<Raw, Sources> = {
  query: (scope) =>
    sql`
      with matched as (
        select m.resume_id, count(*) as n, bool_or(m.status = 'hired') as hired from ${matches} m
        where m.company_id = ${scope.companyId}::uuid and ${ofJob(sql`m.job_id`, scope)} group by m.resume_id
      ), met as (
        select i.resume_id, count(*) as n from ${interviews} i
        where i.company_id = ${scope.companyId}::uuid and ${ofJob(sql`i.job_id`, scope)} and i.status <> 'cancelled'
        group by i.resume_id
      ), by_source as (
        select r.source, count(*) as resumes, coalesce(sum(matched.n), 0) as matches,
          coalesce(sum(met.n), 0) as interviews, count(*) filter (where matched.hired) as hires
        from ${resumes} r
        left join matched on matched.resume_id = r.id
        left join met on met.resume_id = r.id
        where r.company_id = ${scope.companyId}::uuid and ${within(sql`r.created_at`, scope)}
          ${scope.jobId === null ? sql`` : sql`and matched.resume_id is not null`}
        group by r.source
      ), most as (
        select * from by_source order by resumes desc, source limit ${SOURCES_MAX}::int
      )
      select jsonb_build_object(
        'total', (select jsonb_build_object('resumes', coalesce(sum(resumes), 0), 'matches', coalesce(sum(matches), 0),
          'interviews', coalesce(sum(interviews), 0), 'hires', coalesce(sum(hires), 0)) from by_source),
        'sources', (select coalesce(jsonb_agg(to_jsonb(most) order by resumes desc, source), '[]') from most)
      )`,
  tell: ({ total, sources }) => ({
    total: { ...total, hireRate: share(total.hires, total.resumes) },
    sources: sources.map((counts) => ({ ...counts, hireRate: share(counts.hires, counts.resumes) })),
  }),
};
