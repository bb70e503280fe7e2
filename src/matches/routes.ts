/** HTTP face of candidates: the wire contract, then one call to a verb. @module */
import { CANDIDATE_STATUSES } from "../db/schema.ts";
import { wants } from "../http/accept.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  json,
  line,
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  text,
  uuid,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { changeStatuses } from "./bulk.ts";
import { CANDIDATE_SORTS, candidateCursor, getCandidate, rankCandidates } from "./candidates.ts";
import { candidatesCsv } from "./csv.ts";
import { explainCandidate } from "./explain.ts";
import { changeStatus } from "./matches.ts";
import {
  CandidateBody,
  candidateBody,
  CandidateDetail,
  candidateDetail,
  ExplainedCandidate,
  explainedCandidate,
  tell,
} from "./wire.ts";

const changeFields = { status: z.enum(CANDIDATE_STATUSES), reason: text(1, 2000).nullish() };
const StatusChange = z.strictObject(changeFields)
  .openapi("StatusChange", { example: { status: "shortlisted", reason: "Runs the same stack" } });

/** Candidates that one request may move. */
const BULK_MAX = 500;
const BulkStatusChange = z.strictObject({ resume_ids: z.array(uuid()).min(1).max(BULK_MAX), ...changeFields })
  .openapi("BulkStatusChange", {
    example: { resume_ids: ["01912d68-783e-7a03-8467-5661c1243ad4"], status: "rejected", reason: "Position filled" },
  });
const BulkStatusChanged = z.strictObject({
  results: z.array(z.strictObject({
    resume_id: id(),
    outcome: z.enum(["updated", "not_found"]).openapi({ description: "`not_found`: not a candidate of this job" }),
    from_status: z.enum(CANDIDATE_STATUSES).nullable(),
  })).openapi({ description: "One per distinct id, in the order given" }),
  updated: z.int().min(0),
  not_found: z.int().min(0),
}).openapi("BulkStatusChanged");

/** A bound of match scores in a query. */
export const score = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, "Invalid input: expected a number from 0 to 100")
  .transform(
    Number,
  ).refine((value) => value <= 100, "Invalid input: expected a number from 0 to 100")
  .optional().openapi({ type: "number", minimum: 0, maximum: 100, param: { required: false } });

const list = createRoute({
  method: "get",
  path: "/jobs/{job_id}/candidates",
  operationId: "listCandidates",
  "x-repeatable": true,
  tags: ["Candidates"],
  summary: "Rank a job's candidates",
  description: "Everybody matched to the job, best first unless `sort` says otherwise, with the reasons for each " +
    "score. Ranks are among all of the job's candidates, whatever the filter. With `Accept: text/csv` the whole " +
    "filtered list as a table, whatever `limit` and `cursor`.",
  security: bearer,
  request: {
    params: params("job_id"),
    query: listQuery({
      status: z.enum(CANDIDATE_STATUSES).optional(),
      min_score: score,
      max_score: score,
      skill: line(1, 300).optional().openapi({ description: "That the resume meets or mentions" }),
      q: line(1, 200).optional().openapi({ description: "Words of the resume, or a part of name or e-mail address" }),
      sort: z.enum(CANDIDATE_SORTS).optional().openapi({ default: "-match_score", description: "A minus descends" }),
    }),
  },
  responses: {
    200: {
      description: "A page of candidates",
      content: {
        "application/json": { schema: page(CandidateBody, "CandidatePage") },
        "text/csv": { schema: z.string().openapi({ description: "A line of names, then one line a candidate" }) },
      },
    },
    ...problems("not_found"),
  },
});

const get = createRoute({
  method: "get",
  path: "/jobs/{job_id}/candidates/{resume_id}",
  operationId: "getCandidate",
  "x-repeatable": true,
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

const moveMany = createRoute({
  method: "patch",
  path: "/jobs/{job_id}/candidates",
  operationId: "changeCandidateStatuses",
  tags: ["Candidates"],
  summary: "Move many candidates to another status",
  description: `Up to ${BULK_MAX} at once, in one transaction, each as if moved alone. Ids that are no candidates of ` +
    "the job are told and skipped.",
  security: bearer,
  request: { params: params("job_id"), body: body(BulkStatusChange) },
  responses: { 200: json(BulkStatusChanged, "What became of each"), ...problems("not_found") },
});

/** Mounts the candidate endpoints. */
export function candidateRoutes(
  services: Pick<Services, "db" | "embedder" | "now" | "newId">,
  cursors: Cursors,
): AppRouter {
  return newRouter()
    .openapi(list, async (c) => {
      const { job_id: jobId } = c.req.valid("param");
      const { limit, cursor, sort = "-match_score", ...given } = c.req.valid("query");
      const filter = {
        status: given.status ?? null,
        minScore: given.min_score ?? null,
        maxScore: given.max_score ?? null,
        skill: given.skill ?? null,
        q: given.q ?? null,
      };
      if (wants(c, "text/csv")) {
        const table = await candidatesCsv(services, c.var.actor, jobId, { filter, sort }, tell);
        return c.body(table, 200, {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": 'attachment; filename="candidates.csv"',
        });
      }
      const scope = { list: "listCandidates", of: jobId, actor: c.var.actor, query: { ...given, sort } };
      const after = cursors.decode(scope, cursor, CandidatePosition);
      const found = await rankCandidates(services, c.var.actor, jobId, { limit: limit + 1, after, filter, sort });
      const { data, nextCursor } = cutPage(
        found.rows,
        limit,
        (candidate) => cursors.encode(scope, { ...candidateCursor(candidate, sort) }),
      );
      return c.json(pageBody(c, { data: data.map(candidateBody), nextCursor, total: found.total }), 200);
    })
    .openapi(get, async (c) => {
      const { job_id, resume_id } = c.req.valid("param");
      const candidate = await getCandidate(services, c.var.actor, job_id, resume_id);
      const reasons = await explainCandidate(services, c.var.actor.companyId, candidate);
      return c.json(tagged(c, candidate.version, explainedCandidate(candidate, reasons)), 200);
    })
    .openapi(move, async (c) => {
      const { job_id: jobId, resume_id: resumeId } = c.req.valid("param");
      const { status, reason } = c.req.valid("json");
      const key = { jobId, resumeId };
      const change = { status, reason: reason ?? null };
      const candidate = await changeStatus(services, c.var.actor, key, change, expectedVersions(c));
      return c.json(tagged(c, candidate.version, candidateDetail(candidate)), 200);
    })
    .openapi(moveMany, async (c) => {
      const { job_id } = c.req.valid("param");
      const { resume_ids: resumeIds, status, reason = null } = c.req.valid("json");
      const results = await changeStatuses(services, c.var.actor, job_id, { resumeIds, status, reason });
      const updated = results.filter(({ outcome }) => outcome === "updated").length;
      return c.json({
        results: results.map(({ resumeId, outcome, fromStatus }) => ({
          resume_id: resumeId,
          outcome,
          from_status: fromStatus,
        })),
        updated,
        not_found: results.length - updated,
      }, 200);
    });
}

const CandidatePosition = z.strictObject({ key: z.union([z.number(), z.string()]), resumeId: z.guid() });
