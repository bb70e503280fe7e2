/**
 * Bounded building blocks for wire schemas, the problem document, and how a validation failure is told.
 *
 * Lengths are counted in code points, as JSON Schema counts them.
 *
 * @module
 */
import { z } from "@hono/zod-openapi";
import type { FieldError } from "../errors.ts";

/** Body of every error (RFC 9457). */
export const Problem = z.strictObject({
  type: z.string().openapi({ example: "urn:job-match:problem:invalid" }),
  title: z.string().openapi({ example: "Invalid input" }),
  status: z.int().min(400).max(599).openapi({ example: 422 }),
  detail: z.string().openapi({ example: "Cannot accept the request: the body is invalid" }),
  instance: z.string().openapi({ example: "/api/v1/jobs" }),
  request_id: z.string(),
  code: z.string().openapi({ description: "Stable name of the error", example: "invalid" }),
  errors: z.array(z.strictObject({
    pointer: z.string().openapi({
      description: "JSON pointer into the body, or `/query/<name>`, `/header/<name>`",
      example: "/title",
    }),
    detail: z.string().openapi({ example: "Invalid input: expected string, received undefined" }),
  })).optional(),
}).openapi("Problem", { description: "What went wrong, as `application/problem+json` (RFC 9457)" });

/** Documented response headers, by lower-case name. */
export type HeaderDocs = Record<string, { description: string; schema: { type: "string" | "integer" } }>;

/** Headers that come with every answer of a status. */
export function documentedHeaders(status: number): HeaderDocs {
  if (status === 401) {
    return { "www-authenticate": { description: "How to authenticate", schema: { type: "string" } } };
  }
  if (status === 405) return { allow: { description: "Methods of this path", schema: { type: "string" } } };
  if (status === 429 || status === 503) {
    return { "retry-after": { description: "Seconds to wait", schema: { type: "integer" } } };
  }
  return {};
}

const FIELDS_MAX = 50;
const POINTER_CHARS_MAX = 200;

/** Lists what is wrong, one entry a JSON pointer below `prefix`. Never quotes a value. */
export function fieldErrors(error: z.core.$ZodError, prefix: string[] = []): FieldError[] {
  const details = new Map<string, string>();
  for (const issue of error.issues.flatMap(narrow)) {
    const path = [...prefix, ...issue.path];
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.map((key) => pointer([...path, key])) : [];
    for (const at of unknown) details.set(at, "Unknown field");
    if (issue.code !== "unrecognized_keys" && !details.has(pointer(path))) details.set(pointer(path), issue.message);
  }
  return [...details].slice(0, FIELDS_MAX).map(([pointer, detail]) => ({ pointer, detail }));
}

/** Of an input that is none of several shapes: what keeps it from the one it looks like. */
function narrow(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [likely] = issue.errors
    .filter((issues) => !issues.some(({ code, path }) => code === "invalid_type" && path.length === 0))
    .toSorted((a, b) => unknownKeys(a) - unknownKeys(b));
  if (!likely) return [issue];
  return likely.flatMap((inner) => narrow({ ...inner, path: [...issue.path, ...inner.path] }));
}

const unknownKeys = (issues: z.core.$ZodIssue[]) =>
  issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 0), 0);

function pointer(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")
    .slice(0, POINTER_CHARS_MAX);
}

const codePoints = (value: string) => {
  let count = value.length;
  for (let i = 0; i + 1 < value.length; i++) {
    if (value.charCodeAt(i) >> 10 === 54 && value.charCodeAt(i + 1) >> 10 === 55) count--;
  }
  return count;
};

/**
 * Free text of `min` to `max` code points, kept as typed.
 * Refuses what no database or reader can hold: NUL and lone surrogates.
 */
export function text(min: number, max: number): z.ZodString {
  return bounded(z.string(), min, max)
    .refine((value) => value.isWellFormed() && !value.includes("\0"), "Invalid input: expected text without NUL")
    .openapi({ minLength: min, maxLength: max, pattern: "^[^\\u0000]*$" });
}

/** Control characters and line separators, as the inside of a character class. */
const CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";
const controls = new RegExp(`[${CONTROLS}]`);
const linePattern = `^[^${CONTROLS}]*$`;
const filledLinePattern = `^[^${CONTROLS}]*[^\\s${CONTROLS}][^${CONTROLS}]*$`;

/** One line of `min` to `max` code points, without the spaces around it. With `min` > 0 it is not blank. */
export function line(min: number, max: number): z.ZodString {
  return bounded(z.string().trim(), min, max)
    .refine((value) => value.isWellFormed() && !controls.test(value), "Invalid input: expected one line of text")
    .openapi({ minLength: min, maxLength: max, pattern: min > 0 ? filledLinePattern : linePattern });
}

function bounded(schema: z.ZodString, min: number, max: number): z.ZodString {
  return schema
    .refine((value) => codePoints(value) >= min, `Too small: expected at least ${min} characters`)
    .refine((value) => codePoints(value) <= max, `Too big: expected at most ${max} characters`);
}

/** Within the lengths of RFC 5321, 4.5.3.1: 254 in all, 64 before the @, 63 a label. The first keeps all else short. */
const emailPattern = new RegExp(`^(?=.{3,254}$)(?=[^@]{1,64}@)(?![^@]*@.*[^.]{64})${z.regexes.email.source.slice(1)}`);

/** An e-mail address of at most 254 characters, in lower case. */
export function email(): z.ZodEmail {
  return z.email({ pattern: emailPattern, error: "Invalid input: expected an e-mail address" }).toLowerCase()
    .openapi({ example: "ada@example.com", maxLength: 254, pattern: emailPattern.source });
}

/** An id in a body or a query: 422 when malformed. (In a path: `params`.) */
export function uuid(): z.ZodGUID {
  return z.guid("Invalid input: expected a UUID").openapi({ format: "uuid" });
}

/** An id in a response. */
export function id(): z.ZodString {
  return z.string().openapi({ format: "uuid", example: "01912d68-783e-7a03-8467-5661c1243ad4" });
}

/** A field of a form that may be left out, or left empty, which is the same: forms send what nobody filled in. */
export function formField<S extends z.ZodType>(schema: S): FormField<S> {
  return z.union([schema, z.string().max(0).transform(() => undefined)]).optional();
}

type FormField<S extends z.ZodType> = z.ZodOptional<
  z.ZodUnion<readonly [S, z.ZodPipe<z.ZodString, z.ZodTransform<undefined, string>>]>
>;

/** A finite number from `min` to `max`. */
export function number(min: number, max: number): z.ZodNumber {
  return z.number().min(min).max(max);
}

/** A whole number from `min` to `max`, both of them safe integers. */
export function integer(min: number, max: number): z.ZodInt {
  return z.int().min(min).max(max);
}

/** A point in time with an offset, from 1900 to 2199: what JavaScript and PostgreSQL both hold. */
export function timestamp(): z.ZodPipe<z.ZodISODateTime, z.ZodTransform<Date, string>> {
  return z.iso.datetime({ offset: true, message: "Invalid input: expected an ISO 8601 date-time with an offset" })
    .refine((value) => /^(19|2[01])/.test(value), "Invalid input: expected a year from 1900 to 2199")
    .transform((value) => new Date(value))
    .openapi({ type: "string", format: "date-time", example: "2030-05-17T09:30:00Z" });
}

/** An IANA time zone, such as `Europe/Berlin`. */
export function timezone(): z.ZodString {
  return z.string().min(1).max(64).regex(/^[A-Za-z]\w*([/+-]\w+)*$/, "Invalid input: expected an IANA time zone")
    .refine(isTimezone, "Invalid input: expected an IANA time zone")
    .openapi({ example: "Europe/Berlin" });
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Checks that no object in the schema lets unknown fields through.
 *
 * @throws {TypeError} If one does.
 */
export function requireStrict(schema: z.core.$ZodType, path = "body"): void {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case "object":
      if (def.catchall?._zod.def.type !== "never") throw new TypeError(`Cannot use schema: ${path} is not strict`);
      for (const [name, member] of Object.entries(def.shape)) requireStrict(member, `${path}.${name}`);
      break;
    case "array":
      requireStrict(def.element, `${path}[]`);
      break;
    case "union":
      for (const option of def.options) requireStrict(option, path);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "nonoptional":
      requireStrict(def.innerType, path);
      break;
    case "pipe":
      requireStrict(def.in, path);
      break;
  }
}
