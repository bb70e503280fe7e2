/**
 * What every request goes through before and after its handler, in one place.
 *
 * @module
 */
import type { Context, MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { matchedRoutes } from "hono/route";
import { AppError } from "../errors.ts";
import type { Metrics, Services } from "../services.ts";
import { type AccessTokens, authenticate } from "./auth.ts";
import { readDeclaredBody } from "./body.ts";
import type { AppEnv, AppRouter } from "./contract.ts";
import { answerNotModified } from "./etag.ts";
import { createIdempotency } from "./idempotency.ts";
import { accessLog, requestIds } from "./observe.ts";
import { type MatchedOperation, operationFinder } from "./operation.ts";
import { problemNotFound, problemOnError } from "./problem.ts";
import { limitRate } from "./rate_limit.ts";
import { repeatAnswers } from "./repeat.ts";

/** What the conventions have to know. */
export interface ConventionSettings {
  tokens: AccessTokens;
  /** Whether clients reach this server over TLS only; announced to browsers. */
  https: boolean;
  /** Requests that one user may make in a minute; 0: any number. */
  requestsPerMinute: number;
  trustedProxies: readonly string[];
  /** Whose pages may call from a browser. */
  corsOrigins: readonly string[];
  /** `null`: nobody asks for figures. */
  metrics: Metrics | null;
}

/**
 * Installs the conventions on the root app. Call it before any route is mounted: middleware applies to what follows.
 *
 * Order: request id, access log, headers, token, rate, query, body, idempotency, memory; then the route's own
 * middleware and validators.
 *
 * @returns The database that features must be given: it ties the key of an idempotent request to its transaction.
 */
export function applyConventions(
  app: AppRouter,
  services: Pick<Services, "db" | "cache" | "log" | "now" | "newId">,
  settings: ConventionSettings,
): Services["db"] {
  const find = operationFinder(app);
  app.onError(problemOnError(services.log));
  app.notFound(problemNotFound(app));
  app.use(requestIds(services));
  app.use(accessLog(services.log, settings.metrics, find));
  app.use(securityHeaders(settings.https));
  if (settings.corsOrigins.length > 0) app.use(letPagesCall(settings.corsOrigins));
  app.use(answerNotModified());
  app.use(authenticate(find, services, settings.tokens));
  app.use(limitRate(services, { perMinute: settings.requestsPerMinute, trustedProxies: settings.trustedProxies }));
  app.use(async (c, next) => {
    const operation = find(c);
    // A route that takes any id is asked for a path of another one, whose methods are others.
    if (!operation && matchesRoute(c)) return await c.notFound();
    if (operation) {
      refuseUndeclaredQuery(c.req.queries(), operation);
      await readDeclaredBody(c, operation);
    }
    await next();
  });
  const { db, middleware } = createIdempotency(services, find);
  app.use(middleware);
  app.use(repeatAnswers(find));
  return db;
}

const matchesRoute = (c: Context<AppEnv>) => matchedRoutes(c).some(({ method }) => method !== "ALL");

/** A route that declares no query parameters has none; where it declares some, its strict schema refuses the others. */
function refuseUndeclaredQuery(queries: Record<string, string[]>, operation: MatchedOperation): void {
  const names = Object.keys(queries);
  if (!operation.declared || operation.declared.request?.query || names.length === 0) return;
  throw new AppError("invalid", "Cannot accept the request: query parameters are invalid", {
    fields: names.slice(0, 20).map((name) => ({ pointer: `/query/${name.slice(0, 100)}`, detail: "Unknown field" })),
  });
}

/** Cross-origin resource sharing. Without credentials: a token is sent by a page's own code, never by its browser. */
function letPagesCall(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  return cors({
    origin: [...origins],
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: [
      "Accept",
      "Authorization",
      "Content-Type",
      "Idempotency-Key",
      "If-Match",
      "If-None-Match",
      "Last-Event-ID",
      "Prefer",
      "X-Request-Id",
    ],
    exposeHeaders: [
      "Content-Disposition",
      "ETag",
      "Idempotent-Replayed",
      "Link",
      "Location",
      "Preference-Applied",
      "RateLimit",
      "RateLimit-Policy",
      "Retry-After",
      "X-Request-Id",
    ],
    maxAge: 600,
  });
}

/** Headers that keep a browser from doing more with an answer than showing it. A route may set its own policy. */
function securityHeaders(https: boolean): MiddlewareHandler<AppEnv> {
  const always: [string, string][] = [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-resource-policy", "same-origin"],
    ["cross-origin-opener-policy", "same-origin"],
  ];
  if (https) always.push(["strict-transport-security", "max-age=31536000; includeSubDomains"]);
  const unlessSet: [string, string][] = [
    ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
    ["cache-control", "no-store"],
  ];
  return async (c, next) => {
    await next();
    for (const [name, value] of always) c.res.headers.set(name, value);
    for (const [name, value] of unlessSet) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
