/**
 * What happened in a company, day by day, and how well its candidates fit.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { interviews, jobs, matches, resumes } from "../db/schema.ts";
import type { Fit } from "../matching/scoring.ts";
import { daysOf } from "./period.ts";
import { hiresOf, ofJob, type Report, type Scope, within } from "./report.ts";

/** What is counted, of a day or of the whole period. */
export interface Counts {
  jobs: number;
  resumes: number;
  matches: number;
  interviews: number;
  hires: number;
}

/** The sums of the period, and of each of its days. */
export interface Overview extends Counts {
  /** Candidates of the period by how well they fit. */
  scores: Record<Fit, number>;
  activity: (Counts & { date: string })[];
}

interface Raw {
  /** Day (1-based), what, how many. */
  daily: [number, keyof Counts, number][];
  scores: Record<Fit, number>;
}

/** Jobs created, resumes received, candidates matched, interviews booked and not cancelled, hires. */
export const overview: Report<Raw, Overview> = {
  query(scope) {
    // Days are cut by their first moments, so that only one of us has to know the time zones. The list is read once, by
    // a query of its own: read for each row it made the report ten times slower.
    const starts = daysOf(scope.period).map(({ start }) => start.toISOString()).join(",");
    return sql`
      with events as (${sql.join(events(scope), sql` union all `)}),
      daily as (
        select width_bucket(at, (select string_to_array(${starts}::text, ',')::timestamptz[])) as day, kind, count(*)::int as n
        from events group by day, kind
      )
      select jsonb_build_object(
        'daily', (select coalesce(jsonb_agg(jsonb_build_array(day, kind, n)), '[]') from daily),
        'scores', (${scores(scope)})
      )`;
  },
  tell({ daily, scores }, { period }) {
    const activity = daysOf(period).map(({ date }) => ({ date, ...none() }));
    const sums = none();
    for (const [day, kind, n] of daily) {
      activity[day - 1]![kind] += n;
      sums[kind] += n;
    }
    return { ...sums, scores, activity };
  },
};

const none = (): Counts => ({ jobs: 0, resumes: 0, matches: 0, interviews: 0, hires: 0 });

/** Selects of `kind, at`. */
function events(scope: Scope): SQL[] {
  const { companyId, jobId } = scope;
  const own = sql`t.company_id = ${companyId}::uuid`;
  const isMatched = jobId === null ? sql`true` : sql`exists (select 1 from ${matches} m
    where m.company_id = t.company_id and m.resume_id = t.id and m.job_id = ${jobId}::uuid)`;
  const happened = (kind: keyof Counts, table: SQL, condition: SQL) =>
    sql`select ${kind}::text as kind, t.created_at as at from ${table} t
      where ${own} and ${within(sql`t.created_at`, scope)} and ${condition}`;
  return [
    happened("jobs", sql`${jobs}`, ofJob(sql`t.id`, scope)),
    happened("resumes", sql`${resumes}`, isMatched),
    happened("matches", sql`${matches}`, ofJob(sql`t.job_id`, scope)),
    happened("interviews", sql`${interviews}`, sql`t.status <> 'cancelled' and ${ofJob(sql`t.job_id`, scope)}`),
    sql`select 'hires'::text, h.hired_at from (${hiresOf(scope)}) h`,
  ];
}

/** The bands of `fitOf(matchScore(overall))`, which rounds to two decimals before it compares. */
function scores(scope: Scope): SQL {
  const from = (least: number) => sql`score >= ${least}::float8`;
  return sql`
    select jsonb_build_object(
      'excellent', count(*) filter (where ${from(80)}),
      'good', count(*) filter (where ${from(60)} and not ${from(80)}),
      'fair', count(*) filter (where ${from(40)} and not ${from(60)}),
      'poor', count(*) filter (where not ${from(40)}))
    from (
      select floor(100 * (100 * overall) + 0.5) / 100 as score from ${matches} m
      where m.company_id = ${scope.companyId}::uuid and ${ofJob(sql`m.job_id`, scope)}
        and ${within(sql`m.created_at`, scope)}
    ) s`;
}
