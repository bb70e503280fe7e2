/** Operations on the wire. @module */
import { OPERATION_KINDS, OPERATION_STATUSES, type operations } from "../db/schema.ts";
import { id, z } from "../http/contract.ts";
import type { Operation } from "./list.ts";

/** What the document shows. */
export const operationExample = {
  id: "01912d68-783e-7a03-8467-5661c1243ad4",
  kind: "ingest" as const,
  status: "succeeded" as const,
  progress: { done: 1, total: 1 },
  result: { resume_id: "01912d68-783e-7a03-8467-5661c1243ad5", job_id: null, files: null },
  error: null,
  created_at: "2026-03-02T09:00:00.000Z",
  updated_at: "2026-03-02T09:00:02.000Z",
};

const Failure = z.strictObject({ code: z.string(), detail: z.string() }).nullable();

/** A long request as its caller sees it. */
export const OperationBody = z.strictObject({
  id: id(),
  kind: z.enum(OPERATION_KINDS),
  status: z.enum(OPERATION_STATUSES),
  progress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }).openapi({
    description: "What is counted depends on the kind: files of a batch, resumes of a match",
  }),
  result: z.strictObject({
    resume_id: id().nullable(),
    job_id: id().nullable(),
    files: z.strictObject({ succeeded: z.int().min(0), failed: z.int().min(0) }).nullable().openapi({
      description: "Of a batch: how many of its files became resumes, and how many were refused. " +
        "`GET /operations/{id}/files` says why.",
    }),
  }).nullable().openapi({ description: "What was made, once it succeeded. A batch succeeds when all files are done" }),
  error: Failure.openapi({ description: "Why it failed; `code` is one of the problem codes" }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("Operation", { example: operationExample });

/** What became of one file of a batch. */
export const OperationFile = z.strictObject({
  position: z.int().min(0).openapi({ description: "Place in the batch, from 0" }),
  filename: z.string().nullable().openapi({ description: "As it was sent; null once the resume is erased" }),
  operation_id: id().openapi({ description: "The file's own operation" }),
  status: z.enum(OPERATION_STATUSES),
  resume_id: id().nullable().openapi({ description: "Once it succeeded; the same for files of the same bytes" }),
  error: Failure.openapi({ description: "Why the file was refused; `code` is one of the problem codes" }),
}).openapi("OperationFile", {
  example: {
    position: 3,
    filename: "ana-lima.pdf",
    operation_id: "01912d68-783e-7a03-8467-5661c1243ad6",
    status: "failed",
    resume_id: null,
    error: { code: "encrypted", detail: "Cannot read the file: it is encrypted" },
  },
});

/** Maps an operation to its wire form. */
export function operationBody(operation: Operation): z.input<typeof OperationBody> {
  const { id, kind, status, done, total, resumeId, jobId, files, error, createdAt, updatedAt } = operation;
  return {
    id,
    kind,
    status,
    progress: { done, total },
    result: status === "succeeded" ? { resume_id: resumeId, job_id: jobId, files } : null,
    error,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

/** Maps a file of a batch to its wire form. */
export function operationFile(file: typeof operations.$inferSelect): z.input<typeof OperationFile> {
  const { id, position, filename, status, resumeId, error } = file;
  return {
    position: position ?? 0,
    filename,
    operation_id: id,
    status,
    resume_id: status === "succeeded" ? resumeId : null,
    error,
  };
}
