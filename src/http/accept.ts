/**
 * What a caller would rather have: another media type, or an answer at once.
 *
 * @module
 */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { AppEnv } from "./contract.ts";

/** Whether the caller would rather have `type` than JSON; says in the answer that this was looked at. */
export function wants(c: Context<AppEnv>, type: string): boolean {
  c.header("Vary", "Accept", { append: true });
  const json = "application/json";
  return accepts(c, { header: "Accept", supports: [json, type], default: json }) === type;
}

/** Whether a `Prefer` header (RFC 7240) asks not to wait. */
export function prefersAsync(prefer: string | undefined): boolean {
  return (prefer ?? "").split(",").some((part) => part.split(";")[0]!.trim().toLowerCase() === "respond-async");
}
