/**
 * Request ids and the access log.
 *
 * @module
 */
import type { MiddlewareHandler } from "hono";
import type { Log, Services } from "../services.ts";
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

/** One line a request: the route's pattern instead of its path, no query string, nobody's data. */
export function accessLog(
  log: Log,
  find: (c: Parameters<MiddlewareHandler<AppEnv>>[0]) => MatchedOperation | null,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    log.info("request", {
      method: c.req.method,
      route: find(c)?.pattern ?? "unmatched",
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      requestId: c.var.requestId,
    });
  };
}
