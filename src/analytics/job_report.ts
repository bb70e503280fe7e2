/**
 * All reports about one job at once.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { jobs } from "../db/schema.ts";
import type { Job } from "../jobs/jobs.ts";
import { type Funnel, funnel } from "./funnel.ts";
import { type Overview, overview } from "./overview.ts";
import type { Report, Scope } from "./report.ts";
import { type SkillsGap, skillsGap } from "./skills_gap.ts";
import { type Sources, sources } from "./sources.ts";
import { type TimeToHire, timeToHire } from "./time_to_hire.ts";

/** Every report, narrowed to the job. */
export interface JobReport {
  job: Pick<Job, "id" | "title" | "status">;
  overview: Overview;
  funnel: Funnel;
  timeToHire: TimeToHire;
  skillsGap: SkillsGap;
  sources: Sources;
}

type RawOf<R> = R extends Report<infer Raw, unknown> ? Raw : never;

interface Raw {
  job: JobReport["job"];
  overview: RawOf<typeof overview>;
  funnel: RawOf<typeof funnel>;
  timeToHire: RawOf<typeof timeToHire>;
  skillsGap: RawOf<typeof skillsGap>;
  sources: RawOf<typeof sources>;
}

/** Needs a scope with a job. */
export const jobReport: Report<Raw, JobReport> = {
  query: (scope) =>
    sql`
      select jsonb_build_object(
        'job', ${job(scope)},
        'overview', (${overview.query(scope)}),
        'funnel', (${funnel.query(scope)}),
        'timeToHire', (${timeToHire.query(scope)}),
        'skillsGap', (${skillsGap.query(scope)}),
        'sources', (${sources.query(scope)})
      )`,
  tell: (raw, scope) => ({
    job: raw.job,
    overview: overview.tell(raw.overview, scope),
    funnel: funnel.tell(raw.funnel, scope),
    timeToHire: timeToHire.tell(raw.timeToHire, scope),
    skillsGap: skillsGap.tell(raw.skillsGap, scope),
    sources: sources.tell(raw.sources, scope),
  }),
};

function job({ companyId, jobId }: Scope): SQL {
  return sql`(select jsonb_build_object('id', j.id, 'title', j.title, 'status', j.status) from ${jobs} j
    where j.company_id = ${companyId}::uuid and j.id = ${jobId}::uuid)`;
}
