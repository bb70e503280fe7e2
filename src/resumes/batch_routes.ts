/** HTTP face of batches of resumes: the wire contract, then one call to a verb. @module */
import {
  type AppRouter,
  bearer,
  createRoute,
  formField,
  json,
  line,
  newRouter,
  problems,
  uuid,
  z,
} from "../http/contract.ts";
import { getOperation } from "../operations/operations.ts";
import { OperationBody, operationBody } from "../operations/wire.ts";
import type { Services } from "../services.ts";
import { BATCH_FILES_MAX, type BatchLimits, receiveBatch } from "./batch.ts";

/** Room for the multipart framing of each file, and the small fields. */
const FRAMING_BYTES = 1024 * 1024;

const oneIsMany = (value: unknown) => value === undefined || Array.isArray(value) ? value : [value];

const BatchUpload = z.strictObject({
  files: z.preprocess(
    oneIsMany,
    z.array(z.instanceof(File, { error: "Invalid input: expected a file" })).min(1).max(
      BATCH_FILES_MAX,
    ),
  ).openapi({
    type: "array",
    items: { type: "string", format: "binary" },
    minItems: 1,
    maxItems: BATCH_FILES_MAX,
    description: "PDF, DOCX, TXT, JSON Resume, or zip archives of them",
  }),
  job_id: formField(uuid()).openapi({ description: "Match the resumes to this job" }),
  source: formField(line(1, 100)).openapi({ example: "job fair" }),
}).openapi("ResumeBatch");

/** Mounts the endpoint that takes batches. */
export function batchRoutes(
  services: Pick<Services, "db" | "tasks" | "now" | "newId">,
  limits: BatchLimits,
): AppRouter {
  const upload = createRoute({
    method: "post",
    path: "/resumes/batch",
    operationId: "uploadResumes",
    tags: ["Resumes"],
    summary: "Upload many resumes",
    description: `Takes up to ${BATCH_FILES_MAX} files, also out of zip archives, and answers with an operation that ` +
      "ends when the last one is read. `GET /operations/{id}/files` lists what became of each; a file that is refused " +
      "does not stop the others. Folders and hidden files of an archive are left out; an archive that cannot be opened " +
      "counts as one file. The same bytes again are the same resume.",
    security: bearer,
    "x-max-bytes": limits.batchBytesMax + FRAMING_BYTES,
    request: { body: { required: true, content: { "multipart/form-data": { schema: BatchUpload } } } },
    responses: {
      202: json(OperationBody, "The operation to watch", {
        location: { description: "Path of the operation", schema: { type: "string" } },
      }),
      ...problems(
        "malformed",
        "forbidden",
        "not_found",
        "conflict",
        "too_large",
        "unsupported_media_type",
        "invalid",
        "unavailable",
      ),
    },
  });

  return newRouter().openapi(upload, async (c) => {
    const { files, job_id, source } = c.req.valid("form");
    const batch = { parts: files, jobId: job_id ?? null, source: source ?? null };
    const id = await receiveBatch(services, c.var.actor, batch, limits);
    c.header("Location", `/api/v1/operations/${id}`);
    return c.json(operationBody(await getOperation(services, c.var.actor, id)), 202);
  });
}
