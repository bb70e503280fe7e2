/**
 * How long hiring takes, and where candidates wait.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { CANDIDATE_STATUSES, matches, matchStatusChanges } from "../db/schema.ts";
import type { CandidateStatus } from "../matches/candidates.ts";
import { at, days, hiresOf, ofJob, type Report, within } from "./report.ts";

/** Durations in days, 0 where nothing was measured. */
export interface Duration {
  medianDays: number;
  p90Days: number;
}

/** Of the hires of the period, from match to hire; and of the stays in a status that ended in it. */
export interface TimeToHire extends Duration {
  hires: number;
  /** One for each status, in their order. */
  stages: (Duration & { status: CandidateStatus; left: number })[];
}

interface Raw {
  hires: number;
  /** Median and 90th percentile in seconds; `null` of none. */
  seconds: [number, number] | null;
  stages: { status: CandidateStatus; n: number; seconds: [number, number] }[];
}

const FRACTIONS = sql`array[0.5, 0.9]`;

/** A stay begins with the match, or with the move before, and ends with the move to another status. */
export const timeToHire: Report<Raw, TimeToHire> = {
  query: (scope) =>
    sql`
      with hires as (
        select extract(epoch from hired_at - matched_at)::float8 as seconds from (${hiresOf(scope)}) h
      ), stays as (
        select c.from_status as status, c.changed_at as left_at, extract(epoch from c.changed_at - coalesce(
          lag(c.changed_at) over (partition by c.job_id, c.resume_id order by c.changed_at, c.id), m.created_at
        ))::float8 as seconds
        from ${matchStatusChanges} c
        join ${matches} m on m.company_id = c.company_id and m.job_id = c.job_id and m.resume_id = c.resume_id
        where c.company_id = ${scope.companyId}::uuid and ${ofJob(sql`c.job_id`, scope)}
          and c.from_status <> c.to_status and c.changed_at < ${at(scope.period.to)}
      ), stages as (
        select status, count(*) as n, percentile_cont(${FRACTIONS}) within group (order by seconds) as seconds
        from stays where ${within(sql`left_at`, scope)} group by status
      )
      select jsonb_build_object(
        'hires', count(*),
        'seconds', to_jsonb(percentile_cont(${FRACTIONS}) within group (order by seconds)),
        'stages', (select coalesce(jsonb_agg(to_jsonb(stages)), '[]') from stages)
      ) from hires`,
  tell({ hires, seconds, stages }) {
    const byStatus = new Map(stages.map((stage) => [stage.status, stage]));
    return {
      hires,
      ...duration(seconds),
      stages: CANDIDATE_STATUSES.map((status) => {
        const stage = byStatus.get(status);
        return { status, left: stage?.n ?? 0, ...duration(stage?.seconds ?? null) };
      }),
    };
  },
};

function duration(seconds: [number, number] | null): Duration {
  return { medianDays: days(seconds?.[0] ?? null), p90Days: days(seconds?.[1] ?? null) };
}
