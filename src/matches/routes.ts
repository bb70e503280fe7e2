/** HTTP face of candidates: the wire contract, then one call to a verb. @module */
import { CANDIDATE_STATUSES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  json,
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  text,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { getCandidate, rankCandidates } from "./candidates.ts";
import { explainCandidate } from "./explain.ts";
import { changeStatus } from "./matches.ts";
import {
  CandidateBody,
  candidateBody,
  CandidateDetail,
  candidateDetail,
  ExplainedCandidate,
  explainedCandidate,
} from "./wire.ts";

const StatusChange = z.strictObject({
  status: z.enum(CANDIDATE_STATUSES),
  reason: text(1, 2000).nullish(),
}).openapi("StatusChange", { example: { status: "shortlisted", reason: "Runs the same stack" } });

const score = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, "Invalid input: expected a number from 0 to 100").transform(
  Number,
).refine((value) => value <= 100, "Invalid input: expected a number from 0 to 100")
  .optional().openapi({ type: "number", minimum: 0, maximum: 100, param: { required: false } });

const list = createRoute({
  method: "get",
  path: "/jobs/{job_id}/candidates",
  operationId: "listCandidates",
  tags: ["Candidates"],
  summary: "Rank a job's candidates",
  description: "Everybody matched to the job, best first, with the reasons for each score.",
  security: bearer,
  request: {
    params: params("job_id"),
    query: listQuery({ status: z.enum(CANDIDATE_STATUSES).optional(), min_score: score, max_score: score }),
  },
  responses: {
    200: json(page(CandidateBody, "CandidatePage"), "A page of candidates by descending match_score"),
    ...problems("not_found"),
  },
});

const get = createRoute({
  method: "get",
  path: "/jobs/{job_id}/candidates/{resume_id}",
  operationId: "getCandidate",
  tags: ["Candidates"],
  summary: "Show a candidate",
  description:
    "One candidate of a job, with the reasons for the score: the evidence of every skill, the passage that " +
    "speaks of each requirement, and what another required skill would change.",
  security: bearer,
  request: { params: params("job_id", "resume_id") },
  responses: { 200: json(ExplainedCandidate, "The candidate"), ...problems("not_found", "unavailable") },
});

const move = createRoute({
  method: "patch",
  path: "/jobs/{job_id}/candidates/{resume_id}",
  operationId: "changeCandidateStatus",
  tags: ["Candidates"],
  summary: "Move a candidate to another status",
  description: "Keeps who did it, when and why. Rejecting a candidate, or their withdrawal, cancels their interviews " +
    "to come.",
  security: bearer,
  request: { params: params("job_id", "resume_id"), body: body(StatusChange) },
  responses: { 200: json(CandidateDetail, "The candidate as it is now"), ...problems("not_found") },
});

/** Mounts the candidate endpoints. */
export function candidateRoutes(
  services: Pick<Services, "db" | "embedder" | "now" | "newId">,
  cursors: Cursors,
): AppRouter {
  return newRouter()
    .openapi(list, async (c) => {
      const { job_id: jobId } = c.req.valid("param");
      const { limit, cursor, status = null, min_score = null, max_score = null } = c.req.valid("query");
      const scope = {
        list: "listCandidates",
        of: jobId,
        actor: c.var.actor,
        query: { status, min_score, max_score },
      };
      const { rows, total } = await rankCandidates(services, c.var.actor, jobId, {
        limit: limit + 1,
        after: cursors.decode(scope, cursor, CandidatePosition),
        filter: { status, minScore: min_score, maxScore: max_score },
      });
      const { data, nextCursor } = cutPage(
        rows,
        limit,
        ({ overall, resumeId }) => cursors.encode(scope, { overall, resumeId }),
      );
      return c.json(pageBody(c, { data: data.map(candidateBody), nextCursor, total }), 200);
    })
    .openapi(get, async (c) => {
      const { job_id, resume_id } = c.req.valid("param");
      const candidate = await getCandidate(services, c.var.actor, job_id, resume_id);
      const reasons = await explainCandidate(services, c.var.actor.companyId, candidate);
      return c.json(explainedCandidate(candidate, reasons), 200);
    })
    .openapi(move, async (c) => {
      const { job_id: jobId, resume_id: resumeId } = c.req.valid("param");
      const { status, reason } = c.req.valid("json");
      const change = { status, reason: reason ?? null };
      return c.json(candidateDetail(await changeStatus(services, c.var.actor, { jobId, resumeId }, change)), 200);
    });
}

const CandidatePosition = z.strictObject({ overall: z.number(), resumeId: z.guid() });
