/** HTTP face of what belongs to a resume: its file and its matches. @module */
import { CANDIDATE_STATUSES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  createRoute,
  json,
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { etagHeader, taggedAsRead } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import { score } from "../matches/routes.ts";
import { rankMatchesOf } from "../matches/resume_matches.ts";
import { ResumeMatchBody, resumeMatchBody } from "../matches/wire.ts";
import type { Services } from "../services.ts";
import { getFile, type Resume } from "./resumes.ts";

const binary = z.string().openapi({ format: "binary" });

const download = createRoute({
  method: "get",
  path: "/resumes/{resume_id}/file",
  operationId: "downloadResumeFile",
  tags: ["Resumes"],
  summary: "Download a resume's file",
  description: "The bytes as they were uploaded.",
  security: bearer,
  request: { params: params("resume_id") },
  responses: {
    200: {
      description: "The file",
      headers: {
        ...etagHeader,
        "content-disposition": {
          description: "`attachment`, with the name of the file (RFC 6266)",
          schema: { type: "string" },
        },
      },
      content: {
        "application/pdf": { schema: binary },
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { schema: binary },
        "text/plain": { schema: binary },
        "application/json": { schema: z.unknown().openapi({ description: "A JSON Resume" }) },
      },
    },
    ...problems("not_found"),
  },
});

const types: Record<Resume["format"], string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain",
  json: "application/json",
};

const listMatches = createRoute({
  method: "get",
  path: "/resumes/{resume_id}/matches",
  operationId: "listResumeMatches",
  "x-repeatable": true,
  tags: ["Resumes"],
  summary: "Rank a resume's jobs",
  description: "Every job that the resume is matched to, the best match first.",
  security: bearer,
  request: {
    params: params("resume_id"),
    query: listQuery({ status: z.enum(CANDIDATE_STATUSES).optional(), min_score: score }),
  },
  responses: { 200: json(page(ResumeMatchBody, "ResumeMatchPage"), "A page of matches"), ...problems("not_found") },
});

/** Mounts file and matches of resumes. */
export function resumeFileRoutes(services: Pick<Services, "db">, cursors: Cursors): AppRouter {
  return newRouter()
    .openapi(download, async (c) => {
      const { resume_id } = c.req.valid("param");
      const { bytes, filename, format } = await getFile(services, c.var.actor, resume_id);
      return c.body(taggedAsRead(c, bytes), 200, {
        "content-type": types[format],
        "content-disposition": attachment(filename),
      });
    })
    .openapi(listMatches, async (c) => {
      const { resume_id: resumeId } = c.req.valid("param");
      const { limit, cursor, ...given } = c.req.valid("query");
      const scope = { list: "listResumeMatches", of: resumeId, actor: c.var.actor, query: given };
      const { rows, total } = await rankMatchesOf(services, c.var.actor, resumeId, {
        limit: limit + 1,
        after: cursors.decode(scope, cursor, MatchPosition),
        filter: { status: given.status ?? null, minScore: given.min_score ?? null },
      });
      const { data, nextCursor } = cutPage(
        rows,
        limit,
        ({ overall, jobId }) => cursors.encode(scope, { overall, jobId }),
      );
      const shown = data.map(resumeMatchBody);
      return c.json(pageBody(c, { data: shown, nextCursor, total }), 200);
    });
}

const MatchPosition = z.strictObject({ overall: z.number(), jobId: z.guid() });

/** A header that every client understands: plain characters for old ones, RFC 5987 for the rest. */
function attachment(filename: string): string {
  const plain = filename.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(filename)
    .replaceAll(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
