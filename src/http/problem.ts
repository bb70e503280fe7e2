/**
 * Every error as `application/problem+json` (RFC 9457). Nothing unexpected is ever told to the caller.
 *
 * @module
 */
import type { Context, ErrorHandler, Hono, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { TrieRouter } from "hono/router/trie-router";
import { fromDatabaseError } from "../db/database.ts";
import { AppError, catalogue, type ErrorCode } from "../errors.ts";
import type { Log } from "../services.ts";
import type { AppEnv } from "./contract.ts";

/** Answers what was thrown: an {@link AppError} as itself, anything else as a 500 whose cause is only in the log. */
export function problemOnError(log: Log): ErrorHandler<AppEnv> {
  return (error, c) => {
    const known = error instanceof HTTPException ? fromHttpException(error) : fromDatabaseError(error);
    if (known instanceof AppError) {
      // A part of the system that is away is the caller's 503 and the operator's business.
      if (catalogue[known.code][0] >= 500 && known.cause !== undefined) {
        log.warn("request refused", { requestId: c.var.requestId, code: known.code, error: known.cause });
      }
      return problemResponse(c, known);
    }
    log.error("request failed", { requestId: c.var.requestId, method: c.req.method, error });
    return respond(c, 500, {
      code: "internal",
      title: "Internal error",
      detail: "Cannot answer: something went wrong here",
    });
  };
}

/** Answers an unknown path with 404, and a known path asked with another method with 405 and `Allow`. */
export function problemNotFound(app: Hono<AppEnv>): NotFoundHandler<AppEnv> {
  let methodsOf: ((path: string) => string[]) | undefined;
  return (c) => {
    methodsOf ??= indexMethods(app);
    const methods = new Set(methodsOf(c.req.path));
    if (methods.size === 0) return problemResponse(c, new AppError("not_found", "Cannot find it: no such path"));
    if (methods.has("GET")) methods.add("HEAD");
    c.header("Allow", [...methods].sort().join(", "));
    return problemResponse(c, new AppError("method_not_allowed", `Cannot ${verb(c)} this path: see Allow`));
  };
}

function verb(c: Context<AppEnv>): string {
  return /^[A-Z]{1,10}$/.test(c.req.method) ? c.req.method : "use that method on";
}

/** Gives the methods of a path. One that is declared word for word has only its own, not those of `/things/:id`. */
function indexMethods(app: Hono<AppEnv>): (path: string) => string[] {
  const router = new TrieRouter<string>();
  const literal = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { method, path } of app.routes) {
    const key = `${method} ${path}`;
    if (method === "ALL" || seen.has(key)) continue;
    seen.add(key);
    router.add("ALL", path, method);
    if (!path.includes(":")) literal.set(path, (literal.get(path) ?? new Set()).add(method));
  }
  return (path) => [...literal.get(path) ?? router.match("ALL", path)[0].map(([method]) => method)];
}

/** Writes an expected error as a problem. */
export function problemResponse(c: Context<AppEnv>, error: AppError): Response {
  const [status, title] = catalogue[error.code];
  if (status === 401) {
    const invalid = c.req.header("authorization") === undefined ? "" : ', error="invalid_token"';
    c.header("WWW-Authenticate", `Bearer realm="job-match"${invalid}`);
  }
  if (error.retryAfterSeconds !== undefined) {
    c.header("Retry-After", String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
  }
  return respond(c, status, { code: error.code, title, detail: error.message, fields: error.fields });
}

function respond(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  problem: { code: ErrorCode | "internal"; title: string; detail: string; fields?: AppError["fields"] },
): Response {
  const { code, title, detail, fields = [] } = problem;
  const document = {
    type: `urn:job-match:problem:${code}`,
    title,
    status,
    detail,
    instance: c.req.path,
    request_id: c.var.requestId,
    code,
    ...(fields.length > 0 && { errors: fields }),
  };
  c.header("Content-Type", "application/problem+json");
  return c.newResponse(JSON.stringify(document), { status });
}

/** What Hono and its validators throw by themselves. */
function fromHttpException(error: HTTPException): Error {
  switch (error.status) {
    case 400:
      return new AppError("malformed", "Cannot read the request: the body is malformed");
    case 413:
      return new AppError("too_large", "Cannot accept the request: the body is too large");
    case 415:
      return new AppError("unsupported_media_type", "Cannot accept the request: the content type is not supported");
    default:
      return error;
  }
}
