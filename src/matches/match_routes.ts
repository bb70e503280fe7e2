/** HTTP face of matching a job on request. @module */
import { AppError, catalogue, type ErrorCode } from "../errors.ts";
import { preferenceApplied, preferHeader, preferredWait } from "../http/accept.ts";
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
import { awaitOperation } from "../operations/operations.ts";
import { OperationBody, operationBody } from "../operations/wire.ts";
import type { Services } from "../services.ts";
import { ALL_CANDIDATES, rankCandidates } from "./candidates.ts";
import { requestMatch } from "./match_job.ts";
import { CandidateBody, candidateBody } from "./wire.ts";

/** Resumes that a request waits for; more are watched as an operation. */
const WAITED_FOR_MAX = 200;
const RESULTS_MAX = 200;

const MatchRequest = z.strictObject({
  resume_ids: z.array(uuid()).min(1).max(1000).optional().openapi({
    description: "Only these; all of the company's where absent",
  }),
  max_results: integer(1, RESULTS_MAX).default(20),
  min_score: number(0, 100).optional().openapi({ description: "Leaves lower scores out of the answer" }),
}).openapi("MatchRequest", { example: { max_results: 10, min_score: 60 } });

const MatchResult = z.strictObject({
  data: z.array(CandidateBody).openapi({ description: "Best first; ranks are among all of the job's candidates" }),
  total: z.int().min(0).openapi({ description: "How many there are, also beyond max_results" }),
}).openapi("MatchResult");

const match = createRoute({
  method: "post",
  path: "/jobs/{job_id}/match",
  operationId: "matchJob",
  tags: ["Candidates"],
  summary: "Match a job to resumes",
  description: "Scores the company's resumes against the job. Known candidates keep their status. With more than " +
    `${WAITED_FOR_MAX} resumes and no \`Prefer: wait\`, or with \`Prefer: respond-async\`, the answer is 202 and an ` +
    "operation to watch; the list of candidates then has the result.",
  security: bearer,
  request: {
    params: params("job_id"),
    headers: z.object(preferHeader),
    body: body(MatchRequest),
  },
  responses: {
    200: json(MatchResult, "The candidates as ranked now", preferenceApplied),
    202: json(OperationBody, "The operation to watch", {
      location: { description: "Path of the operation", schema: { type: "string" } },
      ...preferenceApplied,
    }),
    ...problems("forbidden", "not_found", "unavailable"),
  },
});

/** Mounts the endpoint that matches a job. */
export function matchRoutes(
  services: Pick<Services, "db" | "tasks" | "completions" | "now" | "newId">,
  settings: { uploadWaitMs: number },
): AppRouter {
  return newRouter().openapi(match, async (c) => {
    const { job_id: jobId } = c.req.valid("param");
    const { resume_ids: resumeIds, max_results: limit, min_score } = c.req.valid("json");
    const { actor } = c.var;
    const { operationId, total } = await requestMatch(services, actor, { jobId, resumeIds: resumeIds ?? null });
    const waitMs = preferredWait(c, total > WAITED_FOR_MAX ? 0 : settings.uploadWaitMs);
    const key = { companyId: actor.companyId, operationId };
    const operation = await awaitOperation(services, key, waitMs);
    if (operation.status === "failed") throw toAppError(operation.error);
    if (operation.status !== "succeeded" || waitMs === 0) {
      c.header("Location", `/api/v1/operations/${operationId}`);
      return c.json(operationBody(operation), 202);
    }
    const found = await rankCandidates(services, actor, jobId, {
      ...ALL_CANDIDATES,
      filter: { ...ALL_CANDIDATES.filter, minScore: min_score ?? null },
      ...(resumeIds && { resumeIds }),
      limit,
      after: null,
    });
    return c.json({ data: found.rows.map(candidateBody), total: found.total }, 200);
  });
}

function toAppError(error: { code: string; detail: string } | null): AppError {
  if (!error || !Object.hasOwn(catalogue, error.code)) throw new Error("Cannot tell why the operation failed");
  return new AppError(error.code as ErrorCode, error.detail);
}
