/**
 * Request ids and the access log.
 *
 * @module
 */
import type { MiddlewareHandler } from "hono";
import type { Log, Metrics, Services } from "../services.ts";
import type { AppEnv } from "./contract.ts";
import type { MatchedOperation } from "./operation.ts";

/** Takes the caller's `x-request-id` where it is a plain word, else makes one; answers with it. */
export function requestIds({ newId }: Pick<Services, "newId">): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const given = c.req.header("x-request-id");
    const requestId = given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : newId();
    c.set("requestId", requestId);
    await next();
    c.res.headers.set("x-request-id", requestId);
  };
}

/** Whatever else a caller may make up is one label. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** One line and one count a request: the route's pattern instead of its path, no query string, nobody's data. */
export function accessLog(
  log: Log,
  metrics: Metrics | null,
  find: (c: Parameters<MiddlewareHandler<AppEnv>>[0]) => MatchedOperation | null,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const { method } = c.req;
    const { status } = c.res;
    const route = find(c)?.pattern ?? "unmatched";
    metrics?.answered({ method: METHODS.has(method) ? method : "other", route, status }, ms / 1000);
    log.info("request", {
      method,
      route,
      status,
      ms: Math.round(ms * 10) / 10,
      requestId: c.var.requestId,
    });
  };
}
