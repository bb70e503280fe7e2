/**
 * What an API key may do: one scope an operation, from its tag and method. GET reads; everything else writes, but for
 * the few that only ask a question in a body. An operation whose tag is not listed is closed to keys.
 *
 * @module
 */
import type { RouteConfig } from "@hono/zod-openapi";

/** Scopes that a key can be given. */
export const SCOPES = [
  "jobs:read",
  "jobs:write",
  "resumes:read",
  "resumes:write",
  "candidates:read",
  "candidates:write",
  "interviews:read",
  "interviews:write",
  "analytics:read",
] as const;

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

/** Whose scopes an operation of a tag needs. `null`: for people only, who log in. */
const resources: Record<string, string | null> = {
  Jobs: "jobs",
  Skills: "jobs",
  Matching: "jobs",
  Resumes: "resumes",
  Operations: "resumes",
  Candidates: "candidates",
  Interviews: "interviews",
  Analytics: "analytics",
  Auth: null,
  Company: null,
  Members: null,
  Invitations: null,
  "API keys": null,
};

/** POSTs that store nothing, by operationId. */
const questions = new Set(["searchResumes", "scoreMatch", "extractSkills"]);

/** The part of a declaration that decides. */
export type ScopedOperation = Pick<RouteConfig, "method" | "operationId" | "tags">;

/**
 * @returns The scope; `null` where no key is let in; `undefined` where nobody has decided, which lets no key in either.
 */
export function scopeOf({ method, operationId, tags }: ScopedOperation): Scope | null | undefined {
  const resource = resources[tags?.[0] ?? ""];
  if (resource === undefined || resource === null) return resource;
  const reads = method === "get" || method === "head" || questions.has(operationId ?? "");
  return SCOPES.find((scope) => scope === `${resource}:${reads ? "read" : "write"}`) ?? null;
}
