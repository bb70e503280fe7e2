/**
 * Answers that are given again from memory: as long as nothing in the database has changed, the same user gets the same
 * answer to the same question without its statements. Each request still asks the database whether it has changed, so
 * that an answer is never older than a fresh one would be.
 *
 * For routes that declare `x-repeatable`: what they answer depends on rows alone, not on the clock or on chance.
 *
 * @module
 */
import type { Context, MiddlewareHandler } from "hono";
import { LRUCache } from "lru-cache";
import type { AppEnv } from "./contract.ts";
import type { MatchedOperation } from "./operation.ts";

/** Of all answers together, and of one. */
const BYTES_MAX = 16 * 2 ** 20;
const ANSWER_BYTES_MAX = 2 * 2 ** 20;
/** See `databaseState`: no answer outlives a crash of the server by more. */
const KEPT_MS = 60_000;
/** What the handler says of its answer; the other headers are the conventions', and made anew. */
const KEPT_HEADERS = ["content-type", "etag", "link", "vary"];

interface Answer {
  /** Of the database, before the handler read it. */
  state: string;
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** Runs last, just before the route. @param find From `operationFinder`. */
export function repeatAnswers(
  find: (c: Context<AppEnv>) => MatchedOperation | null,
): MiddlewareHandler<AppEnv> {
  const answers = new LRUCache<string, Answer>({
    maxSize: BYTES_MAX,
    maxEntrySize: ANSWER_BYTES_MAX,
    sizeCalculation: ({ body }, key) => body.length + key.length,
    ttl: KEPT_MS,
  });
  return async (c, next) => {
    if (!find(c)?.isRepeatable) return await next();
    const { actor, databaseState: state } = c.var;
    const key = [actor.companyId, actor.userId, c.req.header("accept") ?? "", c.req.url].join("\n");
    const known = answers.get(key);
    if (known?.state === state) return c.body(known.body, 200, known.headers);
    await next();
    if (c.res.status !== 200 || !c.res.headers.get("content-type")?.startsWith("application/json")) return;
    const body = new Uint8Array(await c.res.arrayBuffer());
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = c.res.headers.get(name);
      if (value !== null) headers[name] = value;
    }
    answers.set(key, { state, body, headers });
    c.res = new Response(body, c.res);
  };
}
