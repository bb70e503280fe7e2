/**
 * How far candidates came, by the history of their statuses.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { CANDIDATE_STATUSES, matches, matchStatusChanges } from "../db/schema.ts";
import type { CandidateStatus } from "../matches/candidates.ts";
import { ofJob, type Report, share, within } from "./report.ts";

/** The candidates matched in the period. */
export interface Funnel {
  candidates: number;
  /** One for each status, in their order. */
  stages: {
    status: CandidateStatus;
    /** Candidates who ever had the status, each once. */
    reached: number;
    /** Candidates who have it now. */
    current: number;
    /** Of all candidates of the funnel, who ever had it. */
    conversion: number;
  }[];
  /** Moves from one status to another, each as often as it happened; most frequent first. */
  moves: { from: CandidateStatus; to: CandidateStatus; count: number }[];
}

type ByStatus = Partial<Record<CandidateStatus, number>>;

interface Raw {
  candidates: number;
  reached: ByStatus;
  current: ByStatus;
  moves: Funnel["moves"];
}

/** Everybody begins as `pending`, which the history does not tell. */
export const funnel: Report<Raw, Funnel> = {
  query: (scope) =>
    sql`
      with candidates as materialized (
        select m.job_id, m.resume_id, m.status from ${matches} m
        where m.company_id = ${scope.companyId}::uuid and ${ofJob(sql`m.job_id`, scope)}
          and ${within(sql`m.created_at`, scope)}
      ), moves as materialized (
        select c.job_id, c.resume_id, c.from_status, c.to_status
        from ${matchStatusChanges} c join candidates using (job_id, resume_id)
        where c.company_id = ${scope.companyId}::uuid and c.from_status <> c.to_status
      ), reached as (
        select to_status as status, count(*) as n
        from (select distinct job_id, resume_id, to_status from moves) once group by to_status
      ), current as (
        select status, count(*) as n from candidates group by status
      ), counted as (
        select from_status, to_status, count(*) as n from moves group by from_status, to_status
      )
      select jsonb_build_object(
        'candidates', (select count(*) from candidates),
        'reached', (select coalesce(jsonb_object_agg(status, n), '{}') from reached),
        'current', (select coalesce(jsonb_object_agg(status, n), '{}') from current),
        'moves', (select coalesce(jsonb_agg(jsonb_build_object('from', from_status, 'to', to_status, 'count', n)
          order by n desc, from_status, to_status), '[]') from counted)
      )`,
  tell({ candidates, reached, current, moves }) {
    const everReached: ByStatus = { ...reached, pending: candidates };
    const stages = CANDIDATE_STATUSES.map((status) => ({
      status,
      reached: everReached[status] ?? 0,
      current: current[status] ?? 0,
      conversion: share(everReached[status] ?? 0, candidates),
    }));
    return { candidates, stages, moves };
  },
};
