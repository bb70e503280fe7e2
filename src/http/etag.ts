/**
 * Entity tags (RFC 9110, 8.8.3): `"<version>.<digest of the body>"`. The version is what a write depends on; the digest
 * also tells apart answers that differ in what the row does not hold, such as a candidate's rank.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { ExpectedVersions } from "../version_check.ts";
import type { AppEnv, HeaderDocs } from "./contract.ts";

const DIGEST_CHARS = 12;

/** Sets the tag of an answer that shows one item, and gives the body back. */
export function tagged<T extends object>(c: Context<AppEnv>, version: number, body: T): T {
  c.header("ETag", `"${version}.${digest(JSON.stringify(body))}"`);
  return body;
}

/** The same for what nobody writes by its tag: a state to watch, a file. */
export function taggedAsRead<T extends object | string>(c: Context<AppEnv>, body: T): T {
  const content = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  c.header("ETag", `"${digest(content)}"`);
  return body;
}

/** What a route declares with an answer that is {@link taggedAsRead}; the rest is in the document by itself. */
export const etagHeader: HeaderDocs = {
  etag: { description: "Of this content, for If-None-Match", schema: { type: "string" } },
};

const digest = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("base64url").slice(0, DIGEST_CHARS);

/** What `If-Match` allows. A tag that is not one of ours, or a weak one, matches no version. */
export function expectedVersions(c: Context<AppEnv>): ExpectedVersions {
  const header = c.req.header("if-match")?.trim();
  if (header === undefined || header === "*") return null;
  return header.split(",").flatMap((tag) => {
    const [, version] = /^"(\d{1,15})\.[\w-]+"$/.exec(tag.trim()) ?? [];
    return version === undefined ? [] : [Number(version)];
  });
}

/** Answers 304 where the caller has the current representation already. */
export function answerNotModified(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const known = c.req.header("if-none-match");
    const tag = c.res.headers.get("etag");
    if (known === undefined || tag === null || c.res.status !== 200 || !["GET", "HEAD"].includes(c.req.method)) return;
    const tags = known.split(",").map((each) => each.trim().replace(/^W\//, ""));
    if (!tags.includes("*") && !tags.includes(tag)) return;
    const headers = new Headers(c.res.headers);
    headers.delete("content-type");
    headers.delete("content-length");
    c.res = undefined;
    c.res = new Response(null, { status: 304, headers });
  };
}
