/**
 * The OpenAPI document: what the routes declare, and what the conventions add to every one of them.
 *
 * @module
 */
import { catalogue, type ErrorCode } from "../errors.ts";
import type { AppRouter } from "./contract.ts";
import { documentedHeaders, Problem } from "./schemas.ts";

const description = `Ranks résumés for jobs and says why.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Unknown query parameters and body fields are
refused with 422. Lists take \`limit\` and an opaque \`cursor\`. Every answer carries \`x-request-id\`.`;

/** The part of an operation that is completed here. */
interface Operation {
  security?: unknown[];
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
  document.components = {
    ...document.components,
    headers: {
      RequestId: { description: "Name of the request, also in the log", schema: { type: "string" } },
    },
  };
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of methods) if (item[method]) complete(item[method]);
  }
  return document;
}

/** Adds the answers that follow from the declaration; what a route declares by itself stays. */
function complete(operation: Operation): void {
  const responses = operation.responses ??= {};
  for (const code of impliedCodes(operation)) {
    const [status, title] = catalogue[code];
    responses[status] ??= {
      description: `${title} (\`${code}\`)`,
      headers: documentedHeaders(status),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    };
  }
  for (const response of Object.values(responses)) {
    response.headers = { ...response.headers, "x-request-id": { $ref: "#/components/headers/RequestId" } };
  }
}

function impliedCodes(operation: Operation): ErrorCode[] {
  const codes: ErrorCode[] = ["invalid"];
  if (operation.security?.length !== 0) codes.push("unauthenticated");
  if (operation.parameters?.some((parameter) => "in" in parameter && parameter.in === "path")) codes.push("not_found");
  if (operation.requestBody) codes.push("malformed", "too_large", "unsupported_media_type");
  return codes;
}
