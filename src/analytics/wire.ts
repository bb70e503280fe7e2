/** What reports look like on the wire. @module */
import { CANDIDATE_STATUSES, JOB_STATUSES } from "../db/schema.ts";
import { id, query, timestamp, uuid, z } from "../http/contract.ts";
import type { Funnel } from "./funnel.ts";
import type { JobReport } from "./job_report.ts";
import type { Counts, Overview } from "./overview.ts";
import { DAYS_DEFAULT, type Period } from "./period.ts";
import type { Asked } from "./report.ts";
import type { SkillsGap } from "./skills_gap.ts";
import type { SourceCounts, Sources } from "./sources.ts";
import type { TimeToHire } from "./time_to_hire.ts";

const bound = (description: string, example: string) =>
  z.union([
    timestamp(),
    z.iso.date("Invalid input: expected a date").refine(
      (date) => /^(19|2[01])/.test(date),
      "Invalid input: expected a year from 1900 to 2199",
    ),
  ]).optional().openapi({
    type: "string",
    anyOf: [{ format: "date-time" }, { format: "date" }],
    description,
    example,
    param: { required: false },
  });

const period = {
  from: bound(
    `First moment of the report; a date is its first moment in the company's time zone. Without it ${DAYS_DEFAULT} ` +
      "days before `to`",
    "2026-01-01",
  ),
  to: bound("End of the report, which is after `from` and is no part of it. Without it the end of today", "2026-02-01"),
};

/** Query of a report about one job. */
export const JobReportQuery = query(period);
/** Query of a report about a company, or about one of its jobs. */
export const ReportQuery = query({
  ...period,
  job_id: uuid().optional().openapi({ description: "Only this job; else all of the company" }),
});

/** What the query asks. */
export function asked(wanted: z.output<typeof ReportQuery>): Asked {
  return { from: wanted.from ?? null, to: wanted.to ?? null, jobId: wanted.job_id ?? null };
}

const count = () => z.int().min(0);
const rate = (description: string) => z.number().min(0).max(1).openapi({ description, example: 0.25 });
const inDays = () => z.number().min(0);

const PeriodBody = z.strictObject({
  from: z.iso.datetime(),
  to: z.iso.datetime().openapi({ description: "No part of the period" }),
  timezone: z.string().openapi({ description: "Of the company: where its days begin" }),
}).openapi("ReportPeriod", {
  example: { from: "2030-04-30T22:00:00.000Z", to: "2030-05-30T22:00:00.000Z", timezone: "Europe/Berlin" },
});

const counts = {
  jobs: count().openapi({ description: "Created" }),
  resumes: count().openapi({ description: "Received; of one job: those matched to it" }),
  matches: count().openapi({ description: "Candidates who were matched to a job" }),
  interviews: count().openapi({ description: "Booked, and not cancelled since" }),
  hires: count().openapi({ description: "Candidates who became hired, and still are" }),
};
const exampleCounts = { jobs: 1, resumes: 12, matches: 12, interviews: 2, hires: 1 };

const overviewShape = {
  ...counts,
  score_distribution: z.strictObject({ excellent: count(), good: count(), fair: count(), poor: count() })
    .openapi("ScoreDistribution", {
      description: "Candidates of the period by their fit",
      example: { excellent: 2, good: 5, fair: 4, poor: 1 },
    }),
  activity: z.array(
    z.strictObject({ date: z.iso.date(), ...counts }).openapi("DailyActivity", {
      example: { date: "2030-05-17", ...exampleCounts },
    }),
  ).openapi({ description: "Every day of the period in the company's time zone, also those without activity" }),
};

/** `GET /analytics/overview`. */
export const OverviewBody = z.strictObject({ period: PeriodBody, ...overviewShape }).openapi("AnalyticsOverview");

const status = z.enum(CANDIDATE_STATUSES);
const funnelShape = {
  candidates: count().openapi({ description: "Matched in the period" }),
  stages: z.array(
    z.strictObject({
      status,
      reached: count().openapi({ description: "Candidates who ever had the status; everybody began as pending" }),
      current: count().openapi({ description: "Candidates who have it now" }),
      conversion: rate("`reached` of `candidates`"),
    }).openapi("FunnelStage", { example: { status: "interviewing", reached: 3, current: 1, conversion: 0.25 } }),
  ).openapi({ description: "Each status once, in their order" }),
  moves: z.array(
    z.strictObject({ from: status, to: status, count: count() })
      .openapi("FunnelMove", { example: { from: "pending", to: "shortlisted", count: 4 } }),
  ).openapi({ description: "Every move from one status to another, most frequent first" }),
};

/** `GET /analytics/funnel`. */
export const FunnelBody = z.strictObject({ period: PeriodBody, ...funnelShape }).openapi("AnalyticsFunnel");

const duration = { median_days: inDays(), p90_days: inDays() };
const timeToHireShape = {
  hires: count().openapi({ description: "Candidates who became hired in the period, and still are" }),
  ...duration,
  stages: z.array(
    z.strictObject({
      status,
      left: count().openapi({ description: "Stays in the status that ended in the period" }),
      ...duration,
    }).openapi("StageDuration", { example: { status: "interviewing", left: 3, median_days: 4.5, p90_days: 9.25 } }),
  ).openapi({ description: "Each status once, in their order" }),
};

/** `GET /analytics/time-to-hire`. */
export const TimeToHireBody = z.strictObject({ period: PeriodBody, ...timeToHireShape }).openapi("AnalyticsTimeToHire");

const skillsGapShape = {
  candidates: count().openapi({ description: "Matched in the period" }),
  skills: z.array(
    z.strictObject({
      skill: z.string(),
      missing: count().openapi({ description: "Candidates without evidence of it" }),
      of: count().openapi({ description: "Candidates of jobs that require it" }),
      share: rate("`missing` of `of`"),
    }).openapi("SkillGap", { example: { skill: "Kubernetes", missing: 3, of: 12, share: 0.25 } }),
  ),
};

/** `GET /analytics/skills-gap`. */
export const SkillsGapBody = z.strictObject({ period: PeriodBody, ...skillsGapShape }).openapi("AnalyticsSkillsGap");

const sourceCounts = {
  resumes: count().openapi({ description: "Received in the period" }),
  matches: count(),
  interviews: count().openapi({ description: "Booked, and not cancelled since" }),
  hires: count().openapi({ description: "Resumes of people who are hired now" }),
  hire_rate: rate("`hires` of `resumes`"),
};
const exampleSource = { resumes: 12, matches: 20, interviews: 4, hires: 3, hire_rate: 0.25 };
const sourcesShape = {
  total: z.strictObject(sourceCounts).openapi("SourceTotal", { example: exampleSource }),
  sources: z.array(
    z.strictObject({
      source: z.string().nullable().openapi({ description: "As given at the upload; null where none was" }),
      ...sourceCounts,
    }).openapi("SourceReport", { example: { source: "careers page", ...exampleSource } }),
  ).openapi({ description: "Those of most resumes first" }),
};

/** `GET /analytics/sources`. */
export const SourcesBody = z.strictObject({ period: PeriodBody, ...sourcesShape }).openapi("AnalyticsSources");

/** `GET /analytics/jobs/{job_id}`. */
export const JobReportBody = z.strictObject({
  period: PeriodBody,
  job: z.strictObject({ id: id(), title: z.string(), status: z.enum(JOB_STATUSES) }).openapi("ReportedJob"),
  overview: z.strictObject(overviewShape).openapi("JobOverview"),
  funnel: z.strictObject(funnelShape).openapi("JobFunnel"),
  time_to_hire: z.strictObject(timeToHireShape).openapi("JobTimeToHire"),
  skills_gap: z.strictObject(skillsGapShape).openapi("JobSkillsGap"),
  sources: z.strictObject(sourcesShape).openapi("JobSources"),
}).openapi("AnalyticsJob");

/** The period as it was understood. */
export function periodBody({ from, to, timezone }: Period): z.input<typeof PeriodBody> {
  return { from: from.toISOString(), to: to.toISOString(), timezone };
}

/** Without its period, as are all below. */
export function overviewBody({ scores, activity, ...sums }: Overview): Omit<z.input<typeof OverviewBody>, "period"> {
  return { ...countsBody(sums), score_distribution: scores, activity: activity.map(dayBody) };
}

function dayBody({ date, ...counts }: Overview["activity"][number]) {
  return { date, ...countsBody(counts) };
}

function countsBody({ jobs, resumes, matches, interviews, hires }: Counts): Counts {
  return { jobs, resumes, matches, interviews, hires };
}

export function funnelBody({ candidates, stages, moves }: Funnel): Omit<z.input<typeof FunnelBody>, "period"> {
  return {
    candidates,
    stages: stages.map(({ status, reached, current, conversion }) => ({ status, reached, current, conversion })),
    moves: moves.map(({ from, to, count }) => ({ from, to, count })),
  };
}

export function timeToHireBody(times: TimeToHire): Omit<z.input<typeof TimeToHireBody>, "period"> {
  return {
    hires: times.hires,
    median_days: times.medianDays,
    p90_days: times.p90Days,
    stages: times.stages.map(({ status, left, medianDays, p90Days }) => ({
      status,
      left,
      median_days: medianDays,
      p90_days: p90Days,
    })),
  };
}

export function skillsGapBody({ candidates, skills }: SkillsGap): Omit<z.input<typeof SkillsGapBody>, "period"> {
  return { candidates, skills: skills.map(({ skill, missing, of, share }) => ({ skill, missing, of, share })) };
}

export function sourcesBody({ total, sources }: Sources): Omit<z.input<typeof SourcesBody>, "period"> {
  return {
    total: sourceBody(total),
    sources: sources.map((counts) => ({ source: counts.source, ...sourceBody(counts) })),
  };
}

function sourceBody({ resumes, matches, interviews, hires, hireRate }: SourceCounts) {
  return { resumes, matches, interviews, hires, hire_rate: hireRate };
}

export function jobReportBody(report: JobReport): Omit<z.input<typeof JobReportBody>, "period"> {
  const { id, title, status } = report.job;
  return {
    job: { id, title, status },
    overview: overviewBody(report.overview),
    funnel: funnelBody(report.funnel),
    time_to_hire: timeToHireBody(report.timeToHire),
    skills_gap: skillsGapBody(report.skillsGap),
    sources: sourcesBody(report.sources),
  };
}
