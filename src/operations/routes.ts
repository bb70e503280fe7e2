/** HTTP face of operations: the wire contract, then one call to a verb. @module */
import { OPERATION_KINDS, OPERATION_STATUSES } from "../db/schema.ts";
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
import { createEventStreams, type EventStreamLimits } from "../http/sse.ts";
import type { Services } from "../services.ts";
import { listOperationFiles, listOperations } from "./list.ts";
import { getOperation, isOver, stateOf, watchOperation } from "./operations.ts";
import { OperationBody, operationBody, operationExample, OperationFile, operationFile } from "./wire.ts";

const list = createRoute({
  method: "get",
  path: "/operations",
  operationId: "listOperations",
  tags: ["Operations"],
  summary: "List long requests",
  description: "Newest first. The files of a batch are listed with it, not here.",
  security: bearer,
  request: {
    query: listQuery({ kind: z.enum(OPERATION_KINDS).optional(), status: z.enum(OPERATION_STATUSES).optional() }),
  },
  responses: { 200: json(page(OperationBody, "OperationPage"), "Operations, newest first"), ...problems("invalid") },
});

const get = createRoute({
  method: "get",
  path: "/operations/{operation_id}",
  operationId: "getOperation",
  tags: ["Operations"],
  summary: "Watch a long request",
  description: "Where a request stands that was answered with 202.",
  security: bearer,
  request: { params: params("operation_id") },
  responses: { 200: json(OperationBody, "The operation", etagHeader), ...problems("not_found") },
});

const files = createRoute({
  method: "get",
  path: "/operations/{operation_id}/files",
  operationId: "listOperationFiles",
  tags: ["Operations"],
  summary: "List the files of a batch",
  description: "In the order they were sent, those of an archive in its order: what became of each, with the reason " +
    "where it was refused. Empty for an operation that is no batch.",
  security: bearer,
  request: {
    params: params("operation_id"),
    query: listQuery({ status: z.enum(OPERATION_STATUSES).optional() }),
  },
  responses: {
    200: json(page(OperationFile, "OperationFilePage"), "Files in the order they were sent"),
    ...problems("not_found", "invalid"),
  },
});

const OperationEvent = z.strictObject({
  id: z.string().openapi({ description: "Send the last one as `Last-Event-ID`" }),
  event: z.enum(["progress", "succeeded", "failed"]),
  data: z.string().openapi({ description: "An `Operation` as JSON" }),
}).openapi("OperationEvent", {
  description: "Each event of the stream: its lines `id`, `event` and `data`",
  example: { id: "succeeded-1", event: "succeeded", data: JSON.stringify(operationExample) },
});

const stream = createRoute({
  method: "get",
  path: "/operations/{operation_id}/events",
  operationId: "streamOperation",
  tags: ["Operations"],
  summary: "Follow a long request",
  description:
    "Server-sent events: the state now, then every change: `progress`, and at last `succeeded` or `failed`, " +
    "after which the stream ends. `data` is the operation. A client that comes back with `Last-Event-ID` is not told " +
    "again what it knows; one that knows the end gets 204, which tells a browser to stop. A stream also ends after " +
    "two minutes: connect again.",
  security: bearer,
  request: {
    params: params("operation_id"),
    headers: z.object({
      "last-event-id": z.string().max(100).optional().openapi({ description: "`id` of the last event received" }),
    }),
  },
  responses: {
    200: {
      description: "The events",
      content: {
        "text/event-stream": {
          schema: OperationEvent,
        },
      },
    },
    204: { description: "The client has seen the last event" },
    ...problems("not_found", "rate_limited"),
  },
});

const OperationPosition = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });
const FilePosition = z.strictObject({ position: z.int() });

/** Mounts the operation endpoints. */
export function operationRoutes(
  services: Pick<Services, "db" | "completions" | "log">,
  cursors: Cursors,
  limits: EventStreamLimits = {},
): AppRouter {
  const streams = createEventStreams(services, limits);
  return newRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...given } = c.req.valid("query");
      const scope = { list: "listOperations", actor: c.var.actor, query: given };
      const { rows, total } = await listOperations(services, c.var.actor, {
        limit: limit + 1,
        after: cursors.decode(scope, cursor, OperationPosition),
        filter: { kind: given.kind ?? null, status: given.status ?? null },
      });
      const { data, nextCursor } = cutPage(
        rows,
        limit,
        ({ createdAt, id }) => cursors.encode(scope, { at: createdAt.toISOString(), id }),
      );
      return c.json(pageBody(c, { data: data.map(operationBody), nextCursor, total }), 200);
    })
    .openapi(get, async (c) => {
      const { operation_id } = c.req.valid("param");
      const operation = await getOperation(services, c.var.actor, operation_id);
      return c.json(taggedAsRead(c, operationBody(operation)), 200);
    })
    .openapi(files, async (c) => {
      const { operation_id } = c.req.valid("param");
      const { limit, cursor, ...given } = c.req.valid("query");
      const scope = { list: "listOperationFiles", actor: c.var.actor, query: given, of: operation_id };
      const { rows, total } = await listOperationFiles(services, c.var.actor, operation_id, {
        limit: limit + 1,
        after: cursors.decode(scope, cursor, FilePosition)?.position ?? null,
        status: given.status ?? null,
      });
      const { data, nextCursor } = cutPage(rows, limit, ({ position }) => cursors.encode(scope, { position }));
      return c.json(pageBody(c, { data: data.map(operationFile), nextCursor, total }), 200);
    })
    .openapi(stream, async (c) => {
      const operation = await getOperation(services, c.var.actor, c.req.valid("param").operation_id);
      const seen = c.req.valid("header")["last-event-id"] ?? null;
      if (isOver(operation) && stateOf(operation) === seen) return c.body(null, 204);
      const key = { companyId: c.var.actor.companyId, operationId: operation.id };
      return streams.open(c, async function* (signal) {
        for await (const state of watchOperation(services, key, { seen, signal })) {
          const event = isOver(state) ? state.status : "progress";
          yield { id: stateOf(state), event, data: JSON.stringify(operationBody(state)) };
        }
      });
    });
}
