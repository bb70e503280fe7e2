/** HTTP face of jobs: the wire contract, then one call to a verb. @module */
import { EMPLOYMENT_TYPES, EXPERIENCE_LEVELS, JOB_STATUSES } from "../db/schema.ts";
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
  number,
  page,
  pageBody,
  params,
  problems,
  query,
  text,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { type SuggestedSkill as Suggestion, SUGGESTIONS_MAX, suggestSkills } from "../skills/suggest.ts";
import { createJob, getJob, getJobEmbedding, type Job, type JobInput, listJobs } from "./jobs.ts";

const Salary = z.strictObject({
  min: number(0, 1e12).nullable(),
  max: number(0, 1e12).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, "Invalid input: expected an ISO 4217 code").openapi({ example: "EUR" }),
  period: z.enum(["hour", "day", "month", "year"]),
}).refine(({ min, max }) => min === null || max === null || min <= max, "Invalid input: min is above max")
  .openapi("Salary");

const SKILLS_MAX = 200;
const skillList = z.array(line(1, 300)).max(SKILLS_MAX);

const jobExample = {
  title: "Backend engineer",
  company: "Northwind Logistics",
  description: "You build the services that plan our deliveries, and keep them running.",
  requirements: "Four years with PostgreSQL and TypeScript. You have run services in production.",
  skills_required: ["TypeScript", "PostgreSQL", "Docker"],
};

const NewJob = z.strictObject({
  title: line(1, 300),
  company: line(1, 300),
  description: text(1, 100_000),
  requirements: z.union([text(0, 100_000), z.array(text(0, 5_000)).max(500)]).default("")
    .openapi({ description: "Text; a list of strings is joined by line breaks" }),
  skills_required: skillList.default([])
    .openapi({ description: "Where empty, the skills found in the text are used and marked as derived" }),
  skills_preferred: skillList.default([])
    .openapi({ description: "Listed with each candidate; never part of the score" }),
  location: line(1, 300).nullish(),
  employment_type: z.enum(EMPLOYMENT_TYPES).nullish(),
  experience_level: z.enum(EXPERIENCE_LEVELS).nullish(),
  salary: Salary.nullish(),
  external_id: line(1, 200).nullish(),
  status: z.enum(JOB_STATUSES).default("open"),
}).openapi("NewJob", { example: jobExample });

const SuggestedSkill = z.strictObject({
  id: z.string().openapi({ example: "wound-care" }),
  name: z.string().openapi({ example: "Wound care" }),
  category: z.string().openapi({ example: "patient care" }),
  family: z.string().openapi({ example: "health" }),
  similarity: z.number().min(-1).max(1).openapi({ description: "Cosine of sentence and skill" }),
  quote: z.string().openapi({ description: "The sentence that implies it", example: "Dress wounds after operations" }),
}).openapi("SuggestedSkill");

const jobFields = {
  id: id(),
  company_id: id(),
  title: z.string(),
  company: z.string(),
  description: z.string(),
  requirements: z.string(),
  skills_required: z.array(z.string()),
  skills_preferred: z.array(z.string()),
  skills_derived: z.boolean().openapi({ description: "True where skills_required was read out of the text" }),
  location: z.string().nullable(),
  employment_type: z.enum(EMPLOYMENT_TYPES).nullable(),
  experience_level: z.enum(EXPERIENCE_LEVELS).nullable(),
  salary: Salary.nullable(),
  external_id: z.string().nullable(),
  status: z.enum(JOB_STATUSES),
  created_by: id(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};
const JobBody = z.strictObject(jobFields).openapi("Job");
const JobWithEmbedding = z.strictObject({
  ...jobFields,
  embedding: z.array(z.number()).min(384).max(384).optional()
    .openapi({ description: "384 numbers of unit length; in GET only with include=embedding" }),
  skills_suggested: z.array(SuggestedSkill).max(SUGGESTIONS_MAX).optional().openapi({
    description: "Skills that the text implies without naming them, best first; only with include=suggestions",
  }),
}).openapi("JobWithEmbedding");

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
  tags: ["Jobs"],
  summary: "List jobs",
  description: "The company's jobs, newest first.",
  security: bearer,
  request: { query: listQuery({ status: z.enum(JOB_STATUSES).optional() }) },
  responses: { 200: json(page(JobBody, "JobPage"), "A page of jobs") },
});

const get = createRoute({
  method: "get",
  path: "/jobs/{job_id}",
  operationId: "getJob",
  tags: ["Jobs"],
  summary: "Show a job",
  description:
    "One job; with `include=embedding` also its vector, with `include=suggestions` skills that its text implies.",
  security: bearer,
  request: { params: params("job_id"), query: query({ include: z.enum(["embedding", "suggestions"]).optional() }) },
  responses: { 200: json(JobWithEmbedding, "The job"), ...problems("not_found", "unavailable") },
});

/** Mounts the job endpoints. */
export function jobRoutes(
  services: Pick<Services, "db" | "embedder" | "analyst" | "now" | "newId">,
  cursors: Cursors,
): AppRouter {
  return newRouter()
    .openapi(create, async (c) => {
      const { embedding, ...job } = await createJob(services, c.var.actor, fromBody(c.req.valid("json")));
      return c.json({ ...toBody(job), embedding }, 201);
    })
    .openapi(list, async (c) => {
      const { limit, cursor, status = null } = c.req.valid("query");
      const scope = { list: "listJobs", actor: c.var.actor, query: { status } };
      const after = cursors.decode(scope, cursor, JobPosition);
      const { rows, total } = await listJobs(services, c.var.actor, { limit: limit + 1, after, status });
      const { data, nextCursor } = cutPage(
        rows,
        limit,
        ({ createdAt, id }) => cursors.encode(scope, { createdAt: createdAt.toISOString(), id }),
      );
      return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
    })
    .openapi(get, async (c) => {
      const { job_id } = c.req.valid("param");
      const job = await getJob(services, c.var.actor, job_id);
      const { include } = c.req.valid("query");
      if (include === undefined) return c.json(toBody(job), 200);
      if (include === "suggestions") {
        const suggested = await suggestSkills(services, job);
        return c.json({ ...toBody(job), skills_suggested: suggested.map(toSuggestion) }, 200);
      }
      return c.json({ ...toBody(job), embedding: await getJobEmbedding(services, c.var.actor, job_id) }, 200);
    });
}

const JobPosition = z.strictObject({ createdAt: z.iso.datetime(), id: z.guid() });

function toSuggestion({ id, name, category, family, cosine, quote }: Suggestion): z.input<typeof SuggestedSkill> {
  return { id, name, category, family, similarity: cosine, quote };
}

function fromBody(job: z.output<typeof NewJob>): JobInput {
  return {
    title: job.title,
    company: job.company,
    description: job.description,
    requirements: typeof job.requirements === "string" ? job.requirements : job.requirements.join("\n"),
    skillsRequired: job.skills_required,
    skillsPreferred: job.skills_preferred,
    location: job.location ?? null,
    employmentType: job.employment_type ?? null,
    experienceLevel: job.experience_level ?? null,
    salary: job.salary ?? null,
    externalId: job.external_id ?? null,
    status: job.status,
  };
}

function toBody(job: Job): z.input<typeof JobBody> {
  return {
    id: job.id,
    company_id: job.companyId,
    title: job.title,
    company: job.company,
    description: job.description,
    requirements: job.requirements,
    skills_required: job.skillsRequired,
    skills_preferred: job.skillsPreferred,
    skills_derived: job.skillsDerived,
    location: job.location,
    employment_type: job.employmentType,
    experience_level: job.experienceLevel,
    salary: job.salary as z.input<typeof Salary> | null,
    external_id: job.externalId,
    status: job.status,
    created_by: job.createdBy,
    created_at: job.createdAt.toISOString(),
    updated_at: job.updatedAt.toISOString(),
  };
}
