import { deepEqual, equal, ok } from "node:assert/strict";
import { DrizzleQueryError } from "drizzle-orm";
import { AppError } from "./errors.ts";
import { createLog, type LogOptions } from "./log.ts";

interface Line {
  text: string;
  stream: string;
}

function capture(options: Partial<LogOptions> = {}) {
  const lines: Line[] = [];
  const log = createLog({
    level: "info",
    format: "json",
    now: () => new Date("2030-01-02T03:04:05Z"),
    write: (text, stream) => lines.push({ text, stream }),
    ...options,
  });
  return { log, lines };
}

Deno.test("a line is one JSON object with time, level, message and fields", () => {
  const { log, lines } = capture();
  log.info("request", { method: "GET", status: 200, ms: 1.5, ok: true, nothing: null });
  deepEqual(JSON.parse(lines[0]!.text), {
    time: "2030-01-02T03:04:05.000Z",
    level: "info",
    message: "request",
    method: "GET",
    status: 200,
    ms: 1.5,
    ok: true,
    nothing: null,
  });
});

Deno.test("text under a name that is not listed never appears", () => {
  const { log, lines } = capture();
  const secrets = {
    email: "ada@example.com",
    token: "jmr_abc",
    text: "Ada Example",
    list: ["Ada"],
    deep: { name: "Ada" },
  };
  log.info("careless", { ...secrets, userId: "not a uuid: Ada" });
  ok(!/ada|jmr_/i.test(lines[0]!.text), lines[0]!.text);
});

Deno.test("ids and the request id stay", () => {
  const { log, lines } = capture();
  const jobId = "01912d68-783e-7a03-8467-5661c1243ad4";
  log.info("x", { jobId, requestId: "abc-1" });
  const line = JSON.parse(lines[0]!.text);
  equal(line.jobId, jobId);
  equal(line.requestId, "abc-1");
});

Deno.test("a failed query is logged with its SQL, SQLSTATE and stack, without parameters or quoted values", () => {
  const { log, lines } = capture();
  const cause = Object.assign(
    new Error('duplicate key value violates unique constraint "logins_pkey" (ada@example.com)'),
    {
      code: "23505",
      detail: "Key (email)=(ada@example.com) already exists.",
      constraint: "logins_pkey",
    },
  );
  log.error("failed", {
    error: new DrizzleQueryError("insert into logins values ($1)", ["ada@example.com", "s3cret"], cause),
  });
  const { error } = JSON.parse(lines[0]!.text);
  ok(!/ada@|s3cret/.test(lines[0]!.text), lines[0]!.text);
  equal(error.message, "Failed query: insert into logins values ($1)");
  equal(error.cause.sqlstate, "23505");
  equal(error.cause.constraint, "logins_pkey");
  ok(error.stack.length > 0);
});

Deno.test("messages of errors lose quoted text, addresses and tokens, and keep our own words", () => {
  const { log, lines } = capture();
  let parse: unknown;
  try {
    JSON.parse("Ada Example");
  } catch (error) {
    parse = error;
  }
  log.error("a", { error: parse });
  log.error("b", { error: new Error("no mailbox ada@example.com for Bearer abc.def.ghi") });
  log.error("c", { error: new AppError("conflict", "Cannot close the job: it is closed") });
  ok(!/Ada Example|ada@|abc\.def/.test(lines.map(({ text }) => text).join()));
  equal(JSON.parse(lines[2]!.text).error.message, "Cannot close the job: it is closed");
});

Deno.test("a missing table is named", () => {
  const { log, lines } = capture();
  log.error("failed", { error: Object.assign(new Error('relation "jobs" does not exist'), { code: "42P01" }) });
  equal(JSON.parse(lines[0]!.text).error.message, 'relation "jobs" does not exist');
});

Deno.test("an error that is its own cause ends", () => {
  const { log, lines } = capture();
  const error = new Error("round");
  error.cause = error;
  log.error("failed", { error });
  equal(lines.length, 1);
});

Deno.test("lines below the level are left out, the others go to their stream", () => {
  const { log, lines } = capture({ level: "warn" });
  log.info("a");
  log.warn("b");
  log.error("c");
  deepEqual(lines.map(({ stream }) => stream), ["warn", "error"]);
});

Deno.test("a message cannot begin a second line in JSON", () => {
  const { log, lines } = capture();
  log.info("a\nb", { reason: "c\nd" });
  equal(lines[0]!.text.split("\n").length, 1);
});

Deno.test("the pretty format shows fields and errors", () => {
  const { log, lines } = capture({ format: "pretty" });
  log.warn("cache lost", { kind: "redis", error: new Error("gone") });
  ok(lines[0]!.text.startsWith("03:04:05.000 WARN  cache lost kind=redis"));
  ok(lines[0]!.text.includes('"message": "gone"'));
});
