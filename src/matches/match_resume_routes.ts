/** HTTP face of matching a resume on request. @module */
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  integer,
  json,
  newRouter,
  number,
  params,
  problems,
  uuid,
  z,
} from "../http/contract.ts";
import type { Services } from "../services.ts";
import { matchResumeToJobs } from "./match_resume.ts";
import { ResumeMatchBody, resumeMatchBody } from "./wire.ts";

const ResumeMatchRequest = z.strictObject({
  job_ids: z.array(uuid()).min(1).max(1000).optional().openapi({
    description: "Only these, whatever their status; all that are open where absent",
  }),
  max_results: integer(1, 200).default(20),
  min_score: number(0, 100).optional().openapi({ description: "Leaves lower scores out of the answer" }),
}).openapi("ResumeMatchRequest", { example: { max_results: 10, min_score: 60 } });

const ResumeMatchResult = z.strictObject({
  data: z.array(ResumeMatchBody).openapi({ description: "Best first" }),
  total: z.int().min(0).openapi({ description: "How many there are, also beyond max_results" }),
}).openapi("ResumeMatchResult");

const match = createRoute({
  method: "post",
  path: "/resumes/{resume_id}/match",
  operationId: "matchResume",
  tags: ["Candidates"],
  summary: "Match a resume to jobs",
  description:
    "Scores the resume against the company's open jobs, or those given, and ranks them. The resume becomes a " +
    "candidate of each; where it is one already it keeps its status.",
  security: bearer,
  request: { params: params("resume_id"), body: body(ResumeMatchRequest) },
  responses: {
    200: json(ResumeMatchResult, "The jobs as ranked now"),
    ...problems("forbidden", "not_found", "conflict", "unavailable"),
  },
});

/** Mounts the endpoint that matches a resume. */
export function matchResumeRoutes(services: Pick<Services, "db" | "analyst" | "now">): AppRouter {
  return newRouter().openapi(match, async (c) => {
    const { resume_id: resumeId } = c.req.valid("param");
    const { job_ids: jobIds, max_results: limit, min_score } = c.req.valid("json");
    const { rows, total } = await matchResumeToJobs(services, c.var.actor, {
      resumeId,
      jobIds: jobIds ?? null,
      minScore: min_score ?? null,
      limit,
    });
    return c.json({ data: rows.map(resumeMatchBody), total }, 200);
  });
}
