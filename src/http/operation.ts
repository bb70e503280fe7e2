/**
 * Which declared operation a request is for, so that middleware can act on the declaration.
 *
 * @module
 */
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import { matchedRoutes } from "hono/route";
import type { AppEnv } from "./contract.ts";

/** A route that matched, and what its declaration asks for. */
export interface MatchedOperation {
  /** `/api/v1/jobs/:id` */
  pattern: string;
  /** Undefined where the route is not part of the documented contract. */
  declared: RouteConfig | undefined;
  needsToken: boolean;
  /** Whether its answer depends on rows of the database alone; declared with `x-repeatable`. */
  isRepeatable: boolean;
}

/** Whether a declaration asks for an access token or an API key, as one that says nothing of security does. */
export function needsAccount({ security }: { security?: object[] }): boolean {
  return security?.some((each) => "bearer" in each) ?? true;
}

/**
 * Finds the operation of a request; `null` for an unknown path or method, also where `/things/:id` would take a path
 * that is declared word for word for other methods. The routes are read at the first call.
 */
export function operationFinder(app: OpenAPIHono<AppEnv>): (c: Context<AppEnv>) => MatchedOperation | null {
  let declarations: Map<string, RouteConfig> | undefined;
  let literal: Set<string> | undefined;
  return (c) => {
    const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL");
    if (!route) return null;
    declarations ??= indexDeclarations(app);
    literal ??= new Set([...declarations.values()].map(({ path }) => path).filter((path) => !path.includes("{")));
    if (route.path.includes(":") && literal.has(c.req.path)) return null;
    const declared = declarations.get(`${route.method} ${route.path}`);
    const needsToken = declared ? needsAccount(declared) : route.path.startsWith("/api/");
    return { pattern: route.path, declared, needsToken, isRepeatable: declared?.["x-repeatable"] === true };
  };
}

function indexDeclarations(app: OpenAPIHono<AppEnv>): Map<string, RouteConfig> {
  const found = new Map<string, RouteConfig>();
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { method, path } = definition.route;
    found.set(`${method.toUpperCase()} ${path.replaceAll(/\/{(.+?)}/g, "/:$1")}`, definition.route);
  }
  return found;
}
