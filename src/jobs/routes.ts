/** HTTP face of jobs: the wire contract, then one call to a verb. @module */
import { EMPLOYMENT_TYPES, JOB_STATUSES } from "../db/schema.ts";
import { wants } from "../http/accept.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  json,
  line,
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  query,
  timestamp,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { suggestSkills } from "../skills/suggest.ts";
import { changeJob, deleteJob } from "./change.ts";
import { createJob, getJob, getJobEmbedding } from "./jobs.ts";
import { JOB_SORTS, jobCursor, listJobs } from "./list.ts";
import { jobPosting } from "./posting.ts";
import { fromBody, fromChange, JobBody, JobChange, JobWithEmbedding, NewJob, toBody, toSuggestion } from "./wire.ts";

const create = createRoute({
  method: "post",
  path: "/jobs",
  operationId: "createJob",
  tags: ["Jobs"],
  summary: "Post a job",
  description: "Stores the job, embeds its text and reads its skills. The answer holds the embedding.",
  security: bearer,
  request: { body: body(NewJob) },
  responses: { 201: json(JobWithEmbedding, "The job as stored"), ...problems("forbidden", "unavailable") },
});

const list = createRoute({
  method: "get",
  path: "/jobs",
  operationId: "listJobs",
  "x-repeatable": true,
  tags: ["Jobs"],
  summary: "List jobs",
  description: "The company's jobs, newest first unless `sort` says otherwise.",
  security: bearer,
  request: {
    query: listQuery({
      status: z.enum(JOB_STATUSES).optional(),
      q: line(1, 200).optional().openapi({
        description: "In title, company, description, requirements or location",
      }),
      skill: line(1, 300).optional().openapi({ description: "Required or preferred, in any of its spellings" }),
      location: line(1, 300).optional().openapi({ description: "Part of the location" }),
      employment_type: z.enum(EMPLOYMENT_TYPES).optional(),
      created_after: timestamp().optional(),
      sort: z.enum(JOB_SORTS).optional().openapi({ default: "-created_at", description: "A minus descends" }),
    }),
  },
  responses: { 200: json(page(JobBody, "JobPage"), "A page of jobs") },
});

const JobPosting = z.looseObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("JobPosting"),
}).openapi("JobPosting", { description: "As https://schema.org/JobPosting says" });

const get = createRoute({
  method: "get",
  path: "/jobs/{job_id}",
  operationId: "getJob",
  "x-repeatable": true,
  tags: ["Jobs"],
  summary: "Show a job",
  description: "One job; with `include=embedding` also its vector, with `include=suggestions` skills that its text " +
    "implies. With `Accept: application/ld+json` a schema.org JobPosting.",
  security: bearer,
  request: { params: params("job_id"), query: query({ include: z.enum(["embedding", "suggestions"]).optional() }) },
  responses: {
    200: {
      description: "The job",
      content: { "application/json": { schema: JobWithEmbedding }, "application/ld+json": { schema: JobPosting } },
    },
    ...problems("not_found", "unavailable"),
  },
});

const rescored = "Where the text or the skills change, the job is embedded anew and its candidates are scored again " +
  "in the background; until then they are `stale`.";

const change = createRoute({
  method: "patch",
  path: "/jobs/{job_id}",
  operationId: "changeJob",
  tags: ["Jobs"],
  summary: "Change a job",
  description: `Changes what is given; the rest stays. ${rescored}`,
  security: bearer,
  request: { params: params("job_id"), body: body(JobChange) },
  responses: {
    200: json(JobWithEmbedding, "The job as it is now"),
    ...problems("forbidden", "not_found", "conflict", "unavailable"),
  },
});

const replace = createRoute({
  method: "put",
  path: "/jobs/{job_id}",
  operationId: "replaceJob",
  tags: ["Jobs"],
  summary: "Replace a job",
  description: `Everything that is not given gets its default. ${rescored}`,
  security: bearer,
  request: { params: params("job_id"), body: body(NewJob) },
  responses: {
    200: json(JobWithEmbedding, "The job as it is now"),
    ...problems("forbidden", "not_found", "conflict", "unavailable"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/jobs/{job_id}",
  operationId: "deleteJob",
  tags: ["Jobs"],
  summary: "Delete a job",
  description: "With its candidates, their history, notes and interviews. Refused while interviews are scheduled, " +
    "unless `force=true`.",
  security: bearer,
  request: { params: params("job_id"), query: query({ force: z.enum(["true", "false"]).optional() }) },
  responses: { 204: { description: "The job is gone" }, ...problems("forbidden", "not_found", "conflict") },
});

/** Mounts the job endpoints. */
export function jobRoutes(
  services: Pick<Services, "db" | "embedder" | "analyst" | "tasks" | "now" | "newId">,
  cursors: Cursors,
): AppRouter {
  return newRouter()
    .openapi(create, async (c) => {
      const { embedding, ...job } = await createJob(services, c.var.actor, fromBody(c.req.valid("json")));
      return c.json(tagged(c, job.version, { ...toBody(job), embedding }), 201);
    })
    .openapi(list, async (c) => {
      const { limit, cursor, sort = "-created_at", ...given } = c.req.valid("query");
      const scope = { list: "listJobs", actor: c.var.actor, query: { ...given, sort } };
      const { rows, total } = await listJobs(services, c.var.actor, {
        limit: limit + 1,
        after: cursors.decode(scope, cursor, JobPosition),
        sort,
        filter: {
          status: given.status ?? null,
          q: given.q ?? null,
          skill: given.skill ?? null,
          location: given.location ?? null,
          employmentType: given.employment_type ?? null,
          createdAfter: given.created_after ?? null,
        },
      });
      const { data, nextCursor } = cutPage(rows, limit, (job) => cursors.encode(scope, { ...jobCursor(job, sort) }));
      return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
    })
    .openapi(get, async (c) => {
      const { job_id } = c.req.valid("param");
      const { include } = c.req.valid("query");
      const job = await getJob(services, c.var.actor, job_id);
      if (wants(c, "application/ld+json")) {
        const posting = tagged(c, job.version, jobPosting(job));
        return c.json(posting, 200, { "content-type": "application/ld+json" });
      }
      const shown = toBody(job);
      if (include === undefined) return c.json(tagged(c, job.version, shown), 200);
      if (include === "suggestions") {
        const suggested = await suggestSkills(services, job);
        return c.json(tagged(c, job.version, { ...shown, skills_suggested: suggested.map(toSuggestion) }), 200);
      }
      const embedding = await getJobEmbedding(services, c.var.actor, job_id);
      return c.json(tagged(c, job.version, { ...shown, embedding }), 200);
    })
    .openapi(change, async (c) => {
      const { job_id } = c.req.valid("param");
      const asked = fromChange(c.req.valid("json"));
      const job = await changeJob(services, c.var.actor, job_id, asked, expectedVersions(c));
      return c.json(tagged(c, job.version, toBody(job)), 200);
    })
    .openapi(replace, async (c) => {
      const { job_id } = c.req.valid("param");
      const asked = fromBody(c.req.valid("json"));
      const job = await changeJob(services, c.var.actor, job_id, asked, expectedVersions(c));
      return c.json(tagged(c, job.version, toBody(job)), 200);
    })
    .openapi(remove, async (c) => {
      const { job_id } = c.req.valid("param");
      const force = c.req.valid("query").force === "true";
      await deleteJob(services, c.var.actor, job_id, { force, expected: expectedVersions(c) });
      return c.body(null, 204);
    });
}

const JobPosition = z.strictObject({ key: z.string(), id: z.guid() });
