/**
 * The structured log. What may appear in it is listed; everything else is left out, so that a careless field cannot
 * leak a person's data or a token.
 *
 * @module
 */
import type { Log } from "./services.ts";

/** How to log. */
export interface LogOptions {
  /** Least level that is written. `silent` writes nothing. */
  level: "info" | "warn" | "error" | "silent";
  /** One JSON object a line, or a line for people. */
  format: "json" | "pretty";
  /** @default `() => new Date()` */
  now?: () => Date;
  /** @default stdout for info, stderr for the others. */
  write?: (line: string, level: Level) => void;
}

type Level = "info" | "warn" | "error";
const ranks = { info: 1, warn: 2, error: 3, silent: 4 };

/** Fields whose text is ours and never a caller's. Numbers, booleans, ids and errors need no listing. */
const textFields = new Set([
  "method", // of the request
  "route", // its pattern
  "profile",
  "role",
  "environment",
  "database",
  "cache",
  "model",
  "dtype",
  "version",
  "from", // states
  "to",
  "state",
  "status",
  "kind",
  "lane",
  "code", // of our error catalogue
  "format",
  "signal",
  "reason",
  "part", // of the system
  "listening", // address and port
  "dataDir",
  "operation", // operationId or the name of a verb
  "queue",
  "task",
]);

/** An id of ours: a UUID, or the caller's request id, which is a plain word by its own check. */
const isId = (name: string, value: string) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) || (name === "requestId" && /^[\w-]{1,64}$/.test(value));

/** Makes the process's log. */
export function createLog(options: LogOptions): Log {
  const { level: least, format, now = () => new Date(), write = writeToStandard } = options;
  const log = (level: Level) => (message: string, fields: Record<string, unknown> = {}) => {
    if (ranks[level] < ranks[least]) return;
    const entry = { time: now().toISOString(), level, message, ...describeFields(fields) };
    write(format === "json" ? JSON.stringify(entry) : pretty(entry), level);
  };
  return { info: log("info"), warn: log("warn"), error: log("error") };
}

function describeFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, describe(name, value)]),
  );
}

function describe(name: string, value: unknown): unknown {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return describeError(value);
  if (typeof value === "string" && (textFields.has(name) || isId(name, value))) return value.slice(0, 300);
  return "[redacted]";
}

const CAUSES_MAX = 4;

/** What of an error helps to mend it: its kind, code, SQLSTATE, words without values, and the frames of its stack. */
function describeError(error: Error, depth = 0): Record<string, unknown> {
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  const cause = error.cause instanceof Error && depth < CAUSES_MAX ? describeError(error.cause, depth + 1) : undefined;
  return {
    name: error.name,
    ...(code !== undefined && { [isSqlState(code) ? "sqlstate" : "code"]: code }),
    ...constraintOf(error),
    message: safeMessage(error, code),
    stack: frames.slice(0, 20),
    ...(cause && { cause }),
  };
}

const isSqlState = (code: string) => /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);

function constraintOf(error: Error): Record<string, string> {
  if ("constraint" in error && typeof error.constraint === "string") return { constraint: error.constraint };
  return {};
}

/**
 * Messages carry values: Drizzle appends the parameters, PostgreSQL quotes them in data and constraint errors, JSON
 * quotes its input. Class 42 (syntax, missing tables) quotes only names, so it stays whole.
 */
function safeMessage(error: Error, code: string | undefined): string {
  const [text = ""] = error.message.split(/\nparams:/);
  if (code !== undefined && isSqlState(code) && /^2[23]/.test(code)) return "[redacted]";
  const quoted = code !== undefined && code.startsWith("42") && isSqlState(code) || text.startsWith("Failed query:");
  return (quoted ? text : text.replace(/"[^"]*"?|'[^']*@[^']*'?/g, '"…"'))
    .replace(/[^\s"'<>(){}[\],;]+@[^\s"'<>(){}[\],;]+/g, "…")
    .replace(/\bjm[a-z]*_[\w-]+|\beyJ[\w.-]+|\bBearer\s+\S+/g, "…")
    .slice(0, 1000);
}

function pretty(entry: { time: string; level: Level; message: string } & Record<string, unknown>): string {
  const { time, level, message, ...fields } = entry;
  const errors: string[] = [];
  const words = Object.entries(fields).map(([name, value]) => {
    if (typeof value !== "object" || value === null) return `${name}=${value}`;
    errors.push(`\n  ${name}: ${JSON.stringify(value, null, 2).replaceAll("\n", "\n  ")}`);
    return "";
  });
  return [time.slice(11, 23), level.toUpperCase().padEnd(5), message, ...words].filter((word) => word !== "").join(
    " ",
  ) +
    errors.join("");
}

const encoder = new TextEncoder();

function writeToStandard(line: string, level: Level): void {
  const stream = level === "info" ? Deno.stdout : Deno.stderr;
  let rest = encoder.encode(line + "\n");
  try {
    while (rest.length > 0) rest = rest.subarray(stream.writeSync(rest));
  } catch (error) {
    // Whoever read the log has gone: that must not end the service.
    if (!(error instanceof Deno.errors.BrokenPipe || error instanceof Deno.errors.WouldBlock)) throw error;
  }
}
