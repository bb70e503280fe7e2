/** HTTP face of interview feedback: the wire contract, then one call to a verb. @module */
import { RECOMMENDATIONS } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  integer,
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
import { expectedVersions, tagged } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import {
  changeFeedback,
  createFeedback,
  type Feedback,
  type FeedbackKey,
  feedbackVersion,
  getFeedback,
  listFeedback,
} from "./feedback.ts";

const rating = () => integer(1, 5).optional();

const Ratings = z.strictObject({
  technical: rating(),
  problem_solving: rating(),
  communication: rating(),
  collaboration: rating(),
  motivation: rating(),
  overall: rating(),
}).openapi("FeedbackRatings", { description: "1 (poor) to 5 (excellent) by criterion", example: { technical: 4 } });

const NewFeedback = z.strictObject({
  recommendation: z.enum(RECOMMENDATIONS),
  ratings: Ratings.optional(),
  comments: text(0, 10_000).nullish(),
}).openapi("NewInterviewFeedback", {
  example: {
    recommendation: "yes",
    ratings: { technical: 4, communication: 5 },
    comments: "Explains trade-offs well.",
  },
});

const FeedbackChange = NewFeedback.partial()
  .openapi("InterviewFeedbackChange", { example: { recommendation: "strong_yes" } });

const FeedbackBody = z.strictObject({
  interview_id: id(),
  author_id: id(),
  recommendation: z.enum(RECOMMENDATIONS),
  ratings: z.record(z.string(), z.int()),
  comments: z.string().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("InterviewFeedback");

const create = createRoute({
  method: "post",
  path: "/interviews/{interview_id}/feedback",
  operationId: "createInterviewFeedback",
  tags: ["Interviews"],
  summary: "Give feedback on an interview",
  description: "Once an author; hiring managers may, too. Refused where the interview was cancelled or nobody came.",
  security: bearer,
  request: { params: params("interview_id"), body: body(NewFeedback) },
  responses: { 201: json(FeedbackBody, "The feedback as stored"), ...problems("not_found", "conflict") },
});

const list = createRoute({
  method: "get",
  path: "/interviews/{interview_id}/feedback",
  operationId: "listInterviewFeedback",
  tags: ["Interviews"],
  summary: "List the feedback on an interview",
  description: "One entry an author.",
  security: bearer,
  request: { params: params("interview_id"), query: listQuery({}) },
  responses: {
    200: json(page(FeedbackBody, "InterviewFeedbackPage"), "A page of feedback"),
    ...problems("not_found"),
  },
});

const get = createRoute({
  method: "get",
  path: "/interviews/{interview_id}/feedback/{author_id}",
  operationId: "getInterviewFeedback",
  tags: ["Interviews"],
  summary: "Show an author's feedback on an interview",
  description: "Everybody of the company may read it.",
  security: bearer,
  request: { params: params("interview_id", "author_id") },
  responses: { 200: json(FeedbackBody, "The feedback"), ...problems("not_found") },
});

const change = createRoute({
  method: "patch",
  path: "/interviews/{interview_id}/feedback/{author_id}",
  operationId: "changeInterviewFeedback",
  tags: ["Interviews"],
  summary: "Correct one's feedback on an interview",
  description: "Only its author may. Members that are absent stay; `ratings` replaces all of them.",
  security: bearer,
  request: { params: params("interview_id", "author_id"), body: body(FeedbackChange) },
  responses: { 200: json(FeedbackBody, "The feedback as it is now"), ...problems("forbidden", "not_found") },
});

/** Mounts the feedback endpoints. */
export function feedbackRoutes(services: Pick<Services, "db" | "now">, cursors: Cursors): AppRouter {
  return newRouter().openapi(create, async (c) => {
    const { recommendation, ratings = {}, comments = null } = c.req.valid("json");
    const input = { recommendation, ratings: givenRatings(ratings), comments };
    const stored = await createFeedback(services, c.var.actor, c.req.valid("param").interview_id, input);
    return c.json(tagged(c, feedbackVersion(stored), toBody(stored)), 201);
  }).openapi(list, async (c) => {
    const { interview_id: of } = c.req.valid("param");
    const { limit, cursor } = c.req.valid("query");
    const scope = { list: "listInterviewFeedback", of, actor: c.var.actor, query: {} };
    const after = cursors.decode(scope, cursor, z.strictObject({ authorId: z.guid() }))?.authorId ?? null;
    const { rows, total } = await listFeedback(services, c.var.actor, of, { limit: limit + 1, after });
    const { data, nextCursor } = cutPage(rows, limit, ({ authorId }) => cursors.encode(scope, { authorId }));
    return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
  }).openapi(get, async (c) => {
    const feedback = await getFeedback(services, c.var.actor, toKey(c.req.valid("param")));
    return c.json(tagged(c, feedbackVersion(feedback), toBody(feedback)), 200);
  }).openapi(change, async (c) => {
    const { recommendation, ratings, comments } = c.req.valid("json");
    const given = {
      ...(recommendation !== undefined && { recommendation }),
      ...(ratings !== undefined && { ratings: givenRatings(ratings) }),
      ...(comments !== undefined && { comments }),
    };
    const key = toKey(c.req.valid("param"));
    const stored = await changeFeedback(services, c.var.actor, key, given, expectedVersions(c));
    return c.json(tagged(c, feedbackVersion(stored), toBody(stored)), 200);
  });
}

const toKey = (path: { interview_id: string; author_id: string }): FeedbackKey => ({
  interviewId: path.interview_id,
  authorId: path.author_id,
});

function givenRatings(ratings: z.output<typeof Ratings>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ratings).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}

function toBody(feedback: Feedback): z.input<typeof FeedbackBody> {
  return {
    interview_id: feedback.interviewId,
    author_id: feedback.authorId,
    recommendation: feedback.recommendation,
    ratings: feedback.ratings,
    comments: feedback.comments,
    created_at: feedback.createdAt.toISOString(),
    updated_at: feedback.updatedAt.toISOString(),
  };
}
