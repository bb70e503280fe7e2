import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { z } from "@hono/zod-openapi";
import { AppError } from "../errors.ts";
import type { Actor } from "../services.ts";
import { createCursors, type CursorScope } from "./cursor.ts";

const cursors = createCursors(new TextEncoder().encode("a key of forty characters for this test."));
const actor: Actor = { userId: "u1", companyId: "c1", role: "recruiter", isOwner: false };
const scope: CursorScope = { list: "listThings", actor, query: { status: "open", limit: 5 } };
const Position = z.strictObject({ createdAt: z.string(), id: z.string() });
const after = { createdAt: "2030-01-01T00:00:00Z", id: "x" };

const refuses = (given: CursorScope, cursor: string) =>
  throws(
    () => cursors.decode(given, cursor, Position),
    (error) => error instanceof AppError && error.code === "invalid",
  );

Deno.test("a cursor leads back to its position", () => {
  deepEqual(cursors.decode(scope, cursors.encode(scope, after), Position), after);
});

Deno.test("without a cursor it is the first page", () => {
  equal(cursors.decode(scope, undefined, Position), null);
});

Deno.test("another limit goes on with the same cursor, in whatever order the filters stand", () => {
  const cursor = cursors.encode({ ...scope, query: { a: "1", b: "2" } }, after);
  ok(cursors.decode({ ...scope, query: { b: "2", limit: 50, a: "1", cursor } }, cursor, Position));
});

Deno.test("a cursor of another filter, list, place or company is refused", () => {
  const cursor = cursors.encode(scope, after);
  refuses({ ...scope, query: { status: "closed" } }, cursor);
  refuses({ ...scope, query: {} }, cursor);
  refuses({ ...scope, list: "listOthers" }, cursor);
  refuses({ ...scope, of: "job" }, cursor);
  refuses({ ...scope, actor: { ...actor, companyId: "c2" } }, cursor);
});

Deno.test("a colleague can go on with a cursor", () => {
  ok(cursors.decode({ ...scope, actor: { ...actor, userId: "u2" } }, cursors.encode(scope, after), Position));
});

Deno.test("a cursor that is changed, cut, made up or signed with another key is refused", () => {
  const cursor = cursors.encode(scope, after);
  for (let i = 0; i < cursor.length; i++) {
    const other = cursor[i] === "A" ? "B" : "A";
    const changed = cursor.slice(0, i) + other + cursor.slice(i + 1);
    // The last characters of base 64 may carry unused bits; the same bytes are the same cursor.
    if (i < cursor.length - 1) refuses(scope, changed);
  }
  for (const made of ["", ".", "x", "a.b.c", cursor.split(".")[0]!, `${cursor}x`, "\0", "é".repeat(50)]) {
    refuses(scope, made);
  }
  refuses(
    scope,
    createCursors(new TextEncoder().encode("another key, of forty characters as well")).encode(scope, after),
  );
});
