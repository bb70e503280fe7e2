/**
 * The OpenAPI document: what the routes declare, and what the conventions add to every one of them.
 *
 * @module
 */
import { catalogue, type ErrorCode } from "../errors.ts";
import type { AppRouter } from "./contract.ts";
import { documentedHeaders, Problem } from "./schemas.ts";
import { needsAccount } from "./operation.ts";
import { addLinks } from "./links.ts";
import { type ScopedOperation, scopeOf } from "./scopes.ts";

const description = `Ranks résumés for jobs and says why.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Unknown query parameters and body fields are
refused with 422. A POST with an \`Idempotency-Key\` does its work once; items carry an \`ETag\` for \`If-Match\` and
\`If-None-Match\`. Lists take \`limit\` and an opaque \`cursor\`. Every answer carries \`x-request-id\`.`;

/** The part of an operation that is completed here. */
interface Operation extends Omit<ScopedOperation, "method"> {
  security?: object[];
  parameters?: object[];
  requestBody?: object;
  responses?: Record<string, { description?: string; headers?: Record<string, unknown>; content?: unknown }>;
}

const methods = ["get", "put", "post", "delete", "patch"] as const;

/** Builds the document from all routes that are mounted by now. */
export function buildDocument(app: AppRouter, version: string) {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "`access_token` from `POST /api/v1/auth/login`",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "api_key", {
    type: "http",
    scheme: "bearer",
    description: "`key` from `POST /api/v1/api-keys`, which must have the scope named with the operation",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "metrics_token", {
    type: "http",
    scheme: "bearer",
    description: "`METRICS_TOKEN` of the server",
  });
  app.openAPIRegistry.register("Problem", Problem);
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Job Match",
      version,
      description,
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
  });
  delete document.webhooks;
  sayNullable(document);
  document.components = {
    ...document.components,
    headers: {
      RequestId: { description: "Name of the request, also in the log", schema: { type: "string" } },
      ETag: { description: "Version of the item, for If-Match and If-None-Match", schema: { type: "string" } },
      Link: { description: 'The next page, as `rel="next"`; absent on the last', schema: { type: "string" } },
      RateLimit: {
        description: "Requests left (`r`) until the window ends (`t`, seconds)",
        schema: { type: "string" },
      },
      RateLimitPolicy: { description: "Requests (`q`) in a window (`w`, seconds)", schema: { type: "string" } },
      IdempotentReplayed: {
        description: "`true` where the answer is that of an earlier request with the same key",
        schema: { type: "string" },
      },
    },
    parameters: {
      IfMatch: header("if-match", "Change it only if it still has this `ETag`", { type: "string" }),
      IfNoneMatch: header("if-none-match", "Answer 304 if it still has this `ETag`", { type: "string" }),
      IdempotencyKey: header("idempotency-key", "Sent again within 24 hours, the request does its work once", {
        type: "string",
        minLength: 1,
        maxLength: 255,
        pattern: "^[\\x21-\\x7e]+$",
      }),
    },
  };
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const isList = item.get?.parameters?.some((parameter) => "name" in parameter && parameter.name === "cursor");
    const isItem = !isList && (item.patch ?? item.put ?? (item.get && item.delete)) !== undefined;
    for (const method of methods) {
      if (item[method]) complete(item[method], { path, method, isItem, isList: isList === true && method === "get" });
    }
  }
  addLinks(document.paths ?? {});
  return document;
}

/**
 * A named schema that may be null comes out as `allOf: [it, { type: [its type, "null"] }]`, which null never meets;
 * makes it `anyOf: [it, null]`.
 */
function sayNullable(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  if ("allOf" in node && Array.isArray(node.allOf)) {
    const [named, other]: unknown[] = node.allOf;
    if (node.allOf.length === 2 && isObject(named) && "$ref" in named && isObject(other) && "type" in other) {
      const { type, ...rest } = other;
      if (Array.isArray(type) && type.includes("null")) {
        Object.assign(node, rest, { anyOf: [named, { type: "null" }] });
        delete node.allOf;
      }
    }
  }
  for (const member of Object.values(node)) sayNullable(member);
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const header = (name: string, description: string, schema: Record<string, unknown>) => ({
  name,
  in: "header" as const,
  description,
  required: false,
  schema,
});

/** Where an operation stands: `isItem` for a path that shows one thing which can be changed, `isList` for a paged GET. */
interface Place {
  path: string;
  method: (typeof methods)[number];
  isItem: boolean;
  isList: boolean;
}

/** Adds what follows from the declaration; what a route declares by itself stays. */
function complete(operation: Operation, place: Place): void {
  const responses = operation.responses ??= {};
  addConditions(operation, place);
  const scope = !needsAccount(operation) ? null : scopeOf({ ...operation, method: place.method });
  if (scope) operation.security = [{ bearer: [] }, { api_key: [scope] }];
  for (const code of impliedCodes(operation, place)) {
    const [status, title] = catalogue[code];
    responses[status] ??= {
      description: `${title} (\`${code}\`)`,
      headers: documentedHeaders(status),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    };
  }
  for (const response of Object.values(responses)) {
    response.headers = { ...response.headers, "x-request-id": { $ref: "#/components/headers/RequestId" } };
    if (!place.path.startsWith("/api/")) continue;
    response.headers["ratelimit"] = { $ref: "#/components/headers/RateLimit" };
    response.headers["ratelimit-policy"] = { $ref: "#/components/headers/RateLimitPolicy" };
  }
}

/** Conditional requests on items, idempotency keys on every POST that needs a token. */
function addConditions(operation: Operation, { method, isItem, isList }: Place): void {
  const responses = operation.responses ??= {};
  const add = (name: string) => (operation.parameters ??= []).push({ $ref: `#/components/parameters/${name}` });
  if (isList && responses["200"]) {
    responses["200"].headers = { ...responses["200"].headers, link: { $ref: "#/components/headers/Link" } };
  }
  const etag = { etag: { $ref: "#/components/headers/ETag" } };
  if (method === "get" && responses["200"] && (isItem || responses["200"].headers?.["etag"])) {
    add("IfNoneMatch");
    responses["304"] = { description: "Not modified", headers: etag };
    responses["200"].headers = { ...responses["200"].headers, ...etag };
  }
  const isConditional = isItem || responses["412"] !== undefined;
  if (isConditional && (method === "patch" || method === "put" || method === "delete")) add("IfMatch");
  if (method === "post" && needsAccount(operation)) {
    add("IdempotencyKey");
    for (const [status, response] of Object.entries(responses)) {
      if (!status.startsWith("2")) continue;
      response.headers = {
        ...response.headers,
        "idempotent-replayed": { $ref: "#/components/headers/IdempotentReplayed" },
      };
    }
  }
}

function impliedCodes(operation: Operation, { path, method, isItem }: Place): ErrorCode[] {
  const codes: ErrorCode[] = ["invalid"];
  if (path.startsWith("/api/")) codes.push("rate_limited", "unavailable");
  if (isItem && method !== "get" && method !== "post") codes.push("precondition_failed");
  if (method === "post" && needsAccount(operation)) codes.push("conflict");
  if (needsAccount(operation)) codes.push("unauthenticated", "forbidden");
  if (operation.parameters?.some((parameter) => "in" in parameter && parameter.in === "path")) codes.push("not_found");
  if (operation.requestBody) codes.push("malformed", "too_large", "unsupported_media_type");
  return codes;
}
