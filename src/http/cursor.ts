/**
 * Opaque list cursors: a position, signed together with the list it belongs to, so that it cannot be made up, changed,
 * or used with another filter, sort order or company.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";
import type { z } from "@hono/zod-openapi";
import { AppError } from "../errors.ts";
import type { Actor } from "../services.ts";

/** The list that a cursor belongs to. */
export interface CursorScope {
  /** Its operationId. */
  list: string;
  actor: Actor;
  /** The valid query; `limit` and `cursor` do not count. */
  query: Record<string, unknown>;
  /** Further things the list depends on, such as the job in the path. */
  of?: string;
  /** Where the cursor came, as a JSON pointer; `/query/cursor` by default. */
  pointer?: string;
}

/** Signs and checks cursors. */
export interface Cursors {
  /** @param after Position of the last row of a page. */
  encode(scope: CursorScope, after: Record<string, string | number | null>): string;
  /**
   * @returns `null` without a cursor: the first page.
   * @throws {AppError} `invalid` if the cursor is not one of exactly this list.
   */
  decode<S extends z.ZodType>(scope: CursorScope, cursor: string | undefined, after: S): z.output<S> | null;
}

const MAC_BYTES = 16;

/** @param signingKey The server's signing key; cursors use a key derived from it. */
export function createCursors(signingKey: Uint8Array): Cursors {
  const key = createHmac("sha256", signingKey).update("job-match cursor v1").digest();
  const sign = (scope: CursorScope, payload: string) =>
    createHmac("sha256", key).update(JSON.stringify([describe(scope), payload])).digest().subarray(0, MAC_BYTES);
  return {
    encode(scope, after) {
      const payload = Buffer.from(JSON.stringify(after)).toString("base64url");
      return `${payload}.${sign(scope, payload).toString("base64url")}`;
    },
    decode(scope, cursor, after) {
      if (cursor === undefined) return null;
      const [payload = "", mac = ""] = cursor.split(".");
      const given = Buffer.from(mac, "base64url");
      if (given.length !== MAC_BYTES || !timingSafeEqual(given, sign(scope, payload))) throw invalidCursor(scope);
      const position = after.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
      if (!position.success) throw invalidCursor(scope);
      return position.data;
    },
  };
}

function describe({ list, actor, query, of }: CursorScope): unknown {
  const filters = Object.entries(query)
    .filter(([name, value]) => name !== "limit" && name !== "cursor" && value !== undefined)
    .sort(([a], [b]) => a < b ? -1 : 1);
  return [list, actor.companyId, of ?? null, filters];
}

const invalidCursor = ({ pointer = "/query/cursor" }: CursorScope) =>
  new AppError("invalid", "Cannot continue the list: the cursor is not of this list and filter", {
    fields: [{ pointer, detail: "Unknown cursor" }],
  });
