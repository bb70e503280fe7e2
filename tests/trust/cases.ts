/**
 * Requests made from an operation of our own document: right ones, and ones that are wrong in one or more places.
 *
 * @module
 */
import fc from "fast-check";
import { exampleOf, type Operation, type Twist } from "../contract/asking.ts";
import type { Ids } from "../contract/world.ts";

/** A number that no JSON writer makes is put in by its text, in place of this. */
const RAW = "\u0001raw:";
const rawNumbers = ["1e400", "-1e400", "9007199254740993", "1E-999", "-0", "0.1e1", "123456789012345678901234567890"];

const nasty = fc.constantFrom<unknown>(
  ...rawNumbers.map((text) => RAW + text),
  null,
  true,
  "",
  " ",
  0,
  -1,
  2 ** 31,
  2 ** 53,
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202e\u200b\ufeff",
  "__proto__",
  "%00",
  "' or 1=1 --",
  "${7*7}{{7*7}}",
  "../../etc/passwd",
  "x".repeat(10_000),
  "\u0300".repeat(500),
  [],
  {},
  [[[[[]]]]],
  { __proto__: null, constructor: 1 },
  "2024-02-30T25:61:61Z",
  "0000-00-00T00:00:00Z",
  "+275760-09-14T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "00000000-0000-0000-0000-000000000000",
);
const value = fc.oneof({ weight: 3, arbitrary: nasty }, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: "binary" }));
/** What a header may bear: anything else is refused before it is sent. */
const headerText = fc.oneof(
  fc.constantFrom("", "*", '"', 'W/"', '"x"', ",,,", ";q=", "a/b;q=9e999", "bytes=0-", "wait=1e400", "x".repeat(5000)),
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f).map(String.fromCharCode) }),
);
const queryText = fc.oneof(
  fc.constantFrom(
    "%00",
    "%ff",
    "%zz",
    "%",
    "%ed%a0%80",
    "1e400",
    "9007199254740993",
    "-1",
    "null",
    "[]",
    "a".repeat(5000),
  ),
  fc.string({ unit: "binary" }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const pathText = fc.oneof(
  fc.uuid(),
  fc.constantFrom("0", "-1", "null", "%00", "%ff", "%2e%2e%2f", "%", "a".repeat(3000), "1e400", "%F0%9F%92%A9"),
);
const headerNames = [
  "accept",
  "accept-encoding",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "last-event-id",
  "prefer",
  "range",
  "x-forwarded-for",
  "x-request-id",
];

/** Bodies that are not JSON of any value. */
const brokenBody = fc.oneof(
  fc.constantFrom<BodyInit>(
    "",
    "{",
    '{"a":',
    "[".repeat(20_000),
    '{"a":'.repeat(20_000),
    "\ufeff{}",
    "NaN",
    '{"title": "\\ud800"}',
    '{"a":1,"a":2}',
    new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    new Uint8Array([0xed, 0xa0, 0x80]),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
);

/** How a case differs from the right request, with what is told of it when it fails. */
export interface Case {
  twist: Twist;
  told: unknown;
}

/** One case of an operation. Nothing of the world is deleted, so that what comes later still meets it. */
export function caseOf(operation: Operation, ids: Ids): fc.Arbitrary<Case> {
  const fields = Object.keys((operation.bodySchema["properties"] ?? {}) as object);
  const change = fc.tuple(fc.constantFrom("unknown_field", ...fields), fc.option(value, { nil: undefined }));
  const json = fc.oneof(
    { weight: 4, arbitrary: fc.array(change, { maxLength: 3 }).map((changes) => changed(operation, ids, changes)) },
    { weight: 1, arbitrary: value },
  );
  const query = fc.array(
    fc.tuple(fc.constantFrom("unknown", ...operation.query.map(({ name }) => name)), queryText),
    { maxLength: 2 },
  );
  const headers = fc.array(fc.tuple(fc.constantFrom(...headerNames), headerText), { maxLength: 2 });
  const path = fc.option(fc.tuple(fc.constantFrom("", ...operation.params), pathText), { freq: 4, nil: undefined });
  const body = operation.bodyType === null
    ? fc.constant(undefined)
    : fc.option(brokenBody, { freq: 4, nil: undefined });
  return fc.record({ json, query, headers, path, body }).map((parts) => assemble(operation, ids, parts));
}

interface Parts {
  json: unknown;
  query: [string, string][];
  headers: [string, string][];
  path: [string, string] | undefined;
  body: BodyInit | undefined;
}

function assemble(operation: Operation, ids: Ids, { json, query, headers, path, body }: Parts): Case {
  const twist: Twist = { headers: Object.fromEntries(headers) };
  if (operation.method === "DELETE") twist.headers = { ...twist.headers, "if-match": '"of another version"' };
  if (path) twist.ids = { ...ids, [path[0]]: path[1] };
  if (query.length > 0) twist.query = `?${query.map((pair) => pair.join("=")).join("&")}`;
  const isForm = operation.kind.body === null;
  if (operation.bodyType !== null) {
    if (body !== undefined) twist.body = body;
    else if (isForm) twist.json = formFields(json);
    else twist.body = textOf(json);
    if (!isForm || body !== undefined) twist.headers = { "content-type": "application/json", ...twist.headers };
  }
  return { twist, told: { method: operation.method, path: operation.path, ...twist } };
}

/** A form has texts only. */
function formFields(json: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(Object(json)).map(([name, value]) => [name, typeof value === "string" ? value : textOf(value)]),
  );
}

function changed(operation: Operation, ids: Ids, changes: [string, unknown][]): unknown {
  const body = exampleOf(operation, ids);
  for (const [name, to] of changes) {
    if (to === undefined) delete body[name];
    else body[name] = to;
  }
  return body;
}

function textOf(json: unknown): string {
  return (JSON.stringify(json) ?? "").replaceAll(/"\\u0001raw:([^"]*)"/g, "$1");
}
