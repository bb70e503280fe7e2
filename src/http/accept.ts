/**
 * What a caller would rather have: another media type, or an answer at once.
 *
 * @module
 */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { type AppEnv, type HeaderDocs, z } from "./contract.ts";

/** Whether the caller would rather have `type` than JSON; says in the answer that this was looked at. */
export function wants(c: Context<AppEnv>, type: string): boolean {
  c.header("Vary", "Accept", { append: true });
  const json = "application/json";
  return accepts(c, { header: "Accept", supports: [json, type], default: json }) === type;
}

/** Longest time a request waits for its work, whatever it prefers. */
export const WAIT_SECONDS_MAX = 60;

/**
 * The declaration of the `Prefer` header, for the request headers of a route that calls {@link preferredWait}. What it
 * says that is not known is not followed, and nothing of it is an error (RFC 7240, 2).
 */
export const preferHeader = {
  prefer: z.string().optional().openapi({
    description: "`respond-async` to not wait for the work, `wait=10` to wait at most as many seconds for it, up to " +
      `${WAIT_SECONDS_MAX} (RFC 7240)`,
    example: "wait=10",
  }),
};

/** The declaration of what is answered to it. */
export const preferenceApplied: HeaderDocs = {
  "preference-applied": { description: "The part of `Prefer` that was followed", schema: { type: "string" } },
};

/**
 * How long the caller would have the request wait for its work; tells in the answer what was followed.
 *
 * @param ms Where the caller has no preference.
 */
export function preferredWait(c: Context<AppEnv>, ms: number): number {
  const preferences = parsePrefer(c.req.header("prefer") ?? "");
  const wait = /^\d{1,9}$/.exec(preferences.get("wait") ?? "")?.[0];
  const seconds = wait === undefined ? null : Math.min(Number(wait), WAIT_SECONDS_MAX);
  const isAsync = preferences.has("respond-async");
  const applied = [...isAsync ? ["respond-async"] : [], ...seconds === null ? [] : [`wait=${seconds}`]];
  if (applied.length > 0) c.header("Preference-Applied", applied.join(", "));
  if (seconds !== null) return seconds * 1000;
  return isAsync ? 0 : ms;
}

/** Preferences by name; of one that is given twice the first counts. Their parameters are left out. */
function parsePrefer(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, quoted, token] of header.matchAll(/(?:^|,)\s*([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;"]*)))?/g)) {
    if (!found.has(name!.toLowerCase())) found.set(name!.toLowerCase(), quoted ?? token ?? "");
  }
  return found;
}
