/** HTTP face of lists of resumes: the wire contract, then one call to a verb. @module */
import { RESUME_STATUSES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  createRoute,
  id,
  json,
  line,
  listQuery,
  newRouter,
  page,
  pageBody,
  timestamp,
  uuid,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { listResumes, RESUME_SORTS, resumeCursor, type ResumeSummary } from "./list.ts";
import { FORMATS, phone } from "./wire.ts";

const ResumeSummaryBody = z.strictObject({
  id: id(),
  candidate_name: z.string().nullable(),
  email: z.string().nullable(),
  phone,
  location: z.string().nullable(),
  status: z.enum(RESUME_STATUSES),
  source: z.string().nullable(),
  filename: z.string(),
  format: z.enum(FORMATS),
  language: z.string().nullable().openapi({ description: "BCP-47 primary language" }),
  quality: z.number().min(0).max(1).nullable().openapi({ description: "How far the reading can be trusted" }),
  flags: z.array(z.string()).openapi({ description: "Why a person should look at the file itself" }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("ResumeSummary", { description: "A resume without what was read out of its text" });

const list = createRoute({
  method: "get",
  path: "/resumes",
  operationId: "listResumes",
  "x-repeatable": true,
  tags: ["Resumes"],
  summary: "List resumes",
  description:
    "The company's resumes, newest first unless `sort` says otherwise; by name, those without one come last.",
  security: bearer,
  request: {
    query: listQuery({
      q: line(1, 200).optional().openapi({ description: "Part of the name, e-mail address or filename" }),
      skill: line(1, 300).optional().openapi({ description: "That the resume mentions or meets" }),
      source: line(1, 100).optional().openapi({ description: "As given with the upload" }),
      status: z.enum(RESUME_STATUSES).optional(),
      flag: line(1, 50).optional().openapi({
        description: "One of the resume's `parse.flags`",
        example: "hidden_text",
      }),
      created_after: timestamp().optional(),
      job_id: uuid().optional().openapi({ description: "Matched to this job" }),
      sort: z.enum(RESUME_SORTS).optional().openapi({ default: "-created_at", description: "A minus descends" }),
    }),
  },
  responses: { 200: json(page(ResumeSummaryBody, "ResumePage"), "A page of resumes") },
});

/** Mounts the list of resumes. */
export function resumeListRoutes(services: Pick<Services, "db">, cursors: Cursors): AppRouter {
  return newRouter().openapi(list, async (c) => {
    const { limit, cursor, sort = "-created_at", ...given } = c.req.valid("query");
    const scope = { list: "listResumes", actor: c.var.actor, query: { ...given, sort } };
    const { rows, total } = await listResumes(services, c.var.actor, {
      limit: limit + 1,
      after: cursors.decode(scope, cursor, ResumePosition),
      sort,
      filter: {
        q: given.q ?? null,
        skill: given.skill ?? null,
        source: given.source ?? null,
        status: given.status ?? null,
        flag: given.flag ?? null,
        createdAfter: given.created_after ?? null,
        jobId: given.job_id ?? null,
      },
    });
    const { data, nextCursor } = cutPage(
      rows,
      limit,
      (resume) => cursors.encode(scope, { ...resumeCursor(resume, sort) }),
    );
    return c.json(pageBody(c, { data: data.map(summaryBody), nextCursor, total }), 200);
  });
}

const ResumePosition = z.strictObject({ key: z.string().nullable(), id: z.guid() });

function summaryBody(resume: ResumeSummary): z.input<typeof ResumeSummaryBody> {
  return {
    id: resume.id,
    candidate_name: resume.candidateName,
    email: resume.email,
    phone: resume.phone,
    location: resume.location,
    status: resume.status,
    source: resume.source,
    filename: resume.filename,
    format: resume.format,
    language: resume.language,
    quality: resume.parseQuality,
    flags: resume.parseFlags,
    created_at: resume.createdAt.toISOString(),
    updated_at: resume.updatedAt.toISOString(),
  };
}
