/** HTTP face of resumes: the wire contract, then one call to a verb. @module */
import { AppError, catalogue, type ErrorCode } from "../errors.ts";
import { preferenceApplied, preferHeader, preferredWait } from "../http/accept.ts";
import {
  type AppRouter,
  bearer,
  createRoute,
  email,
  formField,
  json,
  line,
  newRouter,
  params,
  problems,
  query,
  uuid,
  z,
} from "../http/contract.ts";
import { tagged } from "../http/etag.ts";
import { findCandidate } from "../matches/candidates.ts";
import { CandidateDetail, candidateDetail } from "../matches/wire.ts";
import { awaitOperation } from "../operations/operations.ts";
import { OperationBody, operationBody } from "../operations/wire.ts";
import type { Actor, Services } from "../services.ts";
import { cleanFilename } from "./filename.ts";
import { sniffFormat } from "./format.ts";
import { toJsonResume } from "./json_resume.ts";
import { JsonResume } from "./json_resume_schema.ts";
import { getResume, receiveResume } from "./resumes.ts";
import { ResumeBody, resumeBody } from "./wire.ts";

/** Room for the multipart framing and the small fields around a file. */
const FRAMING_BYTES = 64 * 1024;

const Upload = z.strictObject({
  file: z.instanceof(File, { error: "Invalid input: expected a file" })
    .openapi({ type: "string", format: "binary", description: "PDF, DOCX, TXT or JSON Resume" }),
  job_id: formField(uuid()).openapi({ description: "Match the resume to this job" }),
  candidate_name: formField(line(1, 200)),
  email: formField(email()),
  phone: formField(line(1, 50)),
  source: formField(line(1, 100)).openapi({ example: "careers page" }),
}).openapi("ResumeUpload");

const Uploaded = z.strictObject({ resume: ResumeBody, match: CandidateDetail.nullable() }).openapi("UploadedResume");

// A copy: the schema may have been made before zod was taught what `openapi` is.
const JsonResumeBody = JsonResume.clone().openapi("JsonResume", {
  description: "A JSON Resume 1.0.0 document; what the resume does not say is absent",
  example: { basics: { name: "Ana Lima" }, work: [{ name: "Northwind", position: "Analyst", startDate: "2021-03" }] },
});

/** Mounts the resume endpoints. */
export function resumeRoutes(
  services: Pick<Services, "db" | "readAhead" | "tasks" | "completions" | "now" | "newId">,
  settings: { uploadBytesMax: number; uploadWaitMs: number },
): AppRouter {
  const upload = createRoute({
    method: "post",
    path: "/resumes/upload",
    operationId: "uploadResume",
    tags: ["Resumes"],
    summary: "Upload a resume",
    description:
      "Reads the file, extracts structure and skills, embeds it and, with `job_id`, matches it to the job. " +
      "Work that takes longer than `Prefer: wait` allows, or `Prefer: respond-async`, is answered with 202 and an operation to watch. " +
      "The same bytes again are the same resume.",
    security: bearer,
    "x-max-bytes": settings.uploadBytesMax + FRAMING_BYTES,
    request: {
      headers: z.object(preferHeader),
      body: { required: true, content: { "multipart/form-data": { schema: Upload } } },
    },
    responses: {
      200: json(Uploaded, "The resume that this file already is, and its match", preferenceApplied),
      201: json(Uploaded, "The resume as read, and its match; `match` is null without `job_id`", preferenceApplied),
      202: json(OperationBody, "The operation to watch", {
        location: { description: "Path of the operation", schema: { type: "string" } },
        ...preferenceApplied,
      }),
      ...problems(
        "malformed",
        "forbidden",
        "not_found",
        "conflict",
        "too_large",
        "unsupported_media_type",
        "wrong_type",
        "invalid",
        "encrypted",
        "damaged",
        "empty",
        "scanned",
        "too_complex",
        "not_a_resume",
        "unavailable",
      ),
    },
  });

  const get = createRoute({
    method: "get",
    path: "/resumes/{resume_id}",
    operationId: "getResume",
    "x-repeatable": true,
    tags: ["Resumes"],
    summary: "Show a resume",
    description: "What was read out of the file. Offsets are UTF-16 code units of its text. " +
      "With `format=jsonresume` as a JSON Resume 1.0.0 document instead.",
    security: bearer,
    request: {
      params: params("resume_id"),
      query: query({
        format: z.enum(["jsonresume"]).optional().openapi({ description: "Another form of the answer" }),
      }),
    },
    responses: {
      200: json(z.union([ResumeBody, JsonResumeBody]), "The resume"),
      ...problems("not_found"),
    },
  });

  return newRouter()
    .openapi(upload, async (c) => {
      const { file, job_id: jobId = null, ...given } = c.req.valid("form");
      if (file.size > settings.uploadBytesMax) {
        throw new AppError("too_large", `Cannot store the resume: the file is over ${settings.uploadBytesMax} bytes`);
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { resumeId, operationId, existing } = await receiveResume(services, c.var.actor, {
        bytes,
        format: sniffFormat(bytes, file.type, file.name),
        filename: cleanFilename(file.name),
        jobId,
        givenName: given.candidate_name ?? null,
        givenEmail: given.email ?? null,
        givenPhone: given.phone ?? null,
        source: given.source ?? null,
      });
      const key = { companyId: c.var.actor.companyId, operationId };
      const operation = await awaitOperation(services, key, preferredWait(c, settings.uploadWaitMs));
      if (operation.status === "failed") throw toAppError(operation.error);
      if (operation.status !== "succeeded") {
        c.header("Location", `/api/v1/operations/${operationId}`);
        return c.json(operationBody(operation), 202);
      }
      return c.json(await uploaded(services, c.var.actor, resumeId, jobId), existing ? 200 : 201);
    })
    .openapi(get, async (c) => {
      const { resume_id } = c.req.valid("param");
      const resume = await getResume(services, c.var.actor, resume_id);
      const isJsonResume = c.req.valid("query").format === "jsonresume";
      const shown = isJsonResume ? toJsonResume(resume) : resumeBody(resume);
      return c.json(tagged(c, resume.version, shown), 200);
    });
}

async function uploaded(
  services: Pick<Services, "db">,
  actor: Actor,
  resumeId: string,
  jobId: string | null,
): Promise<z.input<typeof Uploaded>> {
  const [resume, match] = await Promise.all([
    getResume(services, actor, resumeId),
    jobId === null ? null : findCandidate(services.db, actor.companyId, jobId, resumeId),
  ]);
  return { resume: resumeBody(resume), match: match && candidateDetail(match) };
}

function toAppError(error: { code: string; detail: string } | null): AppError {
  if (!error || !Object.hasOwn(catalogue, error.code)) throw new Error("Cannot tell why the operation failed");
  return new AppError(error.code as ErrorCode, error.detail);
}
