/** HTTP face of operations: the wire contract, then one call to a verb. @module */
import { OPERATION_KINDS, OPERATION_STATUSES } from "../db/schema.ts";
import { type AppRouter, bearer, createRoute, id, json, newRouter, params, problems, z } from "../http/contract.ts";
import type { Services } from "../services.ts";
import { getOperation, type Operation } from "./operations.ts";

/** A long request as its caller sees it. */
export const OperationBody = z.strictObject({
  id: id(),
  kind: z.enum(OPERATION_KINDS),
  status: z.enum(OPERATION_STATUSES),
  progress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
  result: z.strictObject({ resume_id: id().nullable(), job_id: id().nullable() }).nullable()
    .openapi({ description: "What was made, once it succeeded" }),
  error: z.strictObject({ code: z.string(), detail: z.string() }).nullable()
    .openapi({ description: "Why it failed; `code` is one of the problem codes" }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("Operation");

const get = createRoute({
  method: "get",
  path: "/operations/{operation_id}",
  operationId: "getOperation",
  tags: ["Operations"],
  summary: "Watch a long request",
  description: "Where a request stands that was answered with 202.",
  security: bearer,
  request: { params: params("operation_id") },
  responses: { 200: json(OperationBody, "The operation"), ...problems("not_found") },
});

/** Mounts the operation endpoints. */
export function operationRoutes(services: Pick<Services, "db">): AppRouter {
  return newRouter().openapi(get, async (c) => {
    const { operation_id } = c.req.valid("param");
    return c.json(operationBody(await getOperation(services, c.var.actor, operation_id)), 200);
  });
}

/** Maps an operation to its wire form. */
export function operationBody(operation: Operation): z.input<typeof OperationBody> {
  const { id, kind, status, done, total, resumeId, jobId, error, createdAt, updatedAt } = operation;
  return {
    id,
    kind,
    status,
    progress: { done, total },
    result: status === "succeeded" ? { resume_id: resumeId, job_id: jobId } : null,
    error,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}
