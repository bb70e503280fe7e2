/** HTTP face of reports: the wire contract, then one call to a verb. @module */
import { type AppRouter, bearer, createRoute, json, newRouter, params, problems } from "../http/contract.ts";
import type { Services } from "../services.ts";
import { funnel } from "./funnel.ts";
import { jobReport } from "./job_report.ts";
import { overview } from "./overview.ts";
import { DAYS_MAX } from "./period.ts";
import { reportOn } from "./report.ts";
import { SKILLS_MAX, skillsGap } from "./skills_gap.ts";
import { sources, SOURCES_MAX } from "./sources.ts";
import { timeToHire } from "./time_to_hire.ts";
import {
  asked,
  FunnelBody,
  funnelBody,
  JobReportBody,
  jobReportBody,
  JobReportQuery,
  OverviewBody,
  overviewBody,
  periodBody,
  ReportQuery,
  SkillsGapBody,
  skillsGapBody,
  SourcesBody,
  sourcesBody,
  TimeToHireBody,
  timeToHireBody,
} from "./wire.ts";

const common: { method: "get"; tags: string[]; security: typeof bearer } = {
  method: "get",
  tags: ["Analytics"],
  security: bearer,
};

const getOverview = createRoute({
  ...common,
  path: "/analytics/overview",
  operationId: "getOverview",
  summary: "What happened, day by day",
  description: `Sums of the period and of each of its days, at most ${DAYS_MAX}, and how well its candidates fit.`,
  request: { query: ReportQuery },
  responses: { 200: json(OverviewBody, "The overview"), ...problems("not_found") },
});

const getFunnel = createRoute({
  ...common,
  path: "/analytics/funnel",
  operationId: "getFunnel",
  summary: "How far candidates came",
  description: "The candidates matched in the period: who ever reached a status by their history, also after the " +
    "period, and who has it now.",
  request: { query: ReportQuery },
  responses: { 200: json(FunnelBody, "The funnel"), ...problems("not_found") },
});

const getTimeToHire = createRoute({
  ...common,
  path: "/analytics/time-to-hire",
  operationId: "getTimeToHire",
  summary: "How long hiring takes",
  description: "Median and 90th percentile of the days from match to hire, for the hires of the period, and of the " +
    "days in each status, for the stays that ended in it. 0 where there was none.",
  request: { query: ReportQuery },
  responses: { 200: json(TimeToHireBody, "The durations"), ...problems("not_found") },
});

const getSkillsGap = createRoute({
  ...common,
  path: "/analytics/skills-gap",
  operationId: "getSkillsGap",
  summary: "Which required skills candidates lack",
  description: `Of the candidates matched in the period; the ${SKILLS_MAX} skills that most of them lack.`,
  request: { query: ReportQuery },
  responses: { 200: json(SkillsGapBody, "The skills"), ...problems("not_found") },
});

const getSources = createRoute({
  ...common,
  path: "/analytics/sources",
  operationId: "getSources",
  summary: "Which sources bring hires",
  description: "What has become by now of the resumes received in the period; of one job: of those matched to it. " +
    `The ${SOURCES_MAX} sources of most resumes; the total counts all.`,
  request: { query: ReportQuery },
  responses: { 200: json(SourcesBody, "The sources"), ...problems("not_found") },
});

const getJobReport = createRoute({
  ...common,
  path: "/analytics/jobs/{job_id}",
  operationId: "getJobReport",
  summary: "All reports about one job",
  description: `As the other reports with its \`job_id\`, of one moment. At most ${DAYS_MAX} days.`,
  request: { params: params("job_id"), query: JobReportQuery },
  responses: { 200: json(JobReportBody, "The reports"), ...problems("not_found") },
});

/** Mounts the reports. Everybody of the company may read them. */
export function analyticsRoutes(services: Pick<Services, "db" | "now">): AppRouter {
  return newRouter()
    .openapi(getOverview, async (c) => {
      const { period, report } = await reportOn(services, c.var.actor, asked(c.req.valid("query")), overview);
      return c.json({ period: periodBody(period), ...overviewBody(report) }, 200);
    })
    .openapi(getFunnel, async (c) => {
      const { period, report } = await reportOn(services, c.var.actor, asked(c.req.valid("query")), funnel);
      return c.json({ period: periodBody(period), ...funnelBody(report) }, 200);
    })
    .openapi(getTimeToHire, async (c) => {
      const { period, report } = await reportOn(services, c.var.actor, asked(c.req.valid("query")), timeToHire);
      return c.json({ period: periodBody(period), ...timeToHireBody(report) }, 200);
    })
    .openapi(getSkillsGap, async (c) => {
      const { period, report } = await reportOn(services, c.var.actor, asked(c.req.valid("query")), skillsGap);
      return c.json({ period: periodBody(period), ...skillsGapBody(report) }, 200);
    })
    .openapi(getSources, async (c) => {
      const { period, report } = await reportOn(services, c.var.actor, asked(c.req.valid("query")), sources);
      return c.json({ period: periodBody(period), ...sourcesBody(report) }, 200);
    })
    .openapi(getJobReport, async (c) => {
      const wanted = { ...c.req.valid("query"), job_id: c.req.valid("param").job_id };
      const { period, report } = await reportOn(services, c.var.actor, asked(wanted), jobReport);
      return c.json({ period: periodBody(period), ...jobReportBody(report) }, 200);
    });
}
