import { deepEqual } from "node:assert/strict";
import { breakingChanges } from "./breaking.ts";

interface Changes {
  request?: Record<string, unknown>;
  required?: string[];
  response?: Record<string, unknown>;
  query?: Record<string, unknown>;
  statuses?: string[];
}

function documentWith({ request = {}, required = ["a"], response = {}, query = {}, statuses = ["200"] }: Changes = {}) {
  const object = (properties: Record<string, unknown>, needed: string[]) => ({
    content: { "application/json": { schema: { type: "object", properties, required: needed } } },
  });
  const answer = object({ id: { type: "string" }, state: { enum: ["on", "off"] }, ...response }, ["id"]);
  return {
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          parameters: [{ name: "q", in: "query", schema: { type: "string", maxLength: 10 }, ...query }],
          requestBody: object({ a: { type: "string" }, kind: { enum: ["x", "y"] }, ...request }, required),
          responses: Object.fromEntries(statuses.map((status) => [status, answer])),
        },
      },
    },
  };
}

const label = "POST /things";

Deno.test("what only adds breaks nobody", () => {
  const additions: Changes[] = [
    {},
    { request: { b: { type: "string" } } },
    { request: { kind: { enum: ["x", "y", "z"] } } },
    { response: { name: { type: "string" } } },
    { statuses: ["200", "409"] },
    { query: { schema: { type: "string", maxLength: 20 } } },
    { required: [] },
  ];
  for (const each of additions) deepEqual(breakingChanges(documentWith(), documentWith(each)), []);
});

Deno.test("what takes away, narrows what is sent or widens what is given breaks, and is named", () => {
  const cases: [Changes, string][] = [
    [{ request: { b: { type: "string" } }, required: ["a", "b"] }, `${label}, body: field b is required now`],
    [{ request: { a: { type: "integer" } } }, `${label}, body/a: type string is gone`],
    [{ request: { a: { type: "string", maxLength: 5 } } }, `${label}, body/a: maxLength is 5 now`],
    [{ request: { kind: { enum: ["x"] } } }, `${label}, body/kind: value y is gone`],
    [{ request: { kind: undefined } }, `${label}, body: field kind is gone`],
    [{ response: { id: undefined } }, `${label}, 200: field id is gone`],
    [{ response: { id: { type: ["string", "null"] } } }, `${label}, 200/id: type null is new`],
    [{ response: { state: { enum: ["on"] } } }, `${label}, 200/state: value off is gone`],
    [{ statuses: ["201"] }, `${label}: 200 is gone`],
    [{ query: { required: true } }, `${label}: parameter query q is required now`],
    [{ query: { name: "search" } }, `${label}: parameter query q is gone`],
    [{ query: { schema: { type: "string", maxLength: 5 } } }, `${label}, query q: maxLength is 5 now`],
  ];
  for (const [changes, sentence] of cases) {
    deepEqual(breakingChanges(documentWith(), documentWith(changes)), [sentence]);
  }
  deepEqual(breakingChanges(documentWith(), { paths: {} }), [`${label} is gone`]);
});
