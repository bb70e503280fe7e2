/** The document as a whole: its conventions, its examples, its links, and what it was before. @module */
import { deepEqual, ok } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Contract, JsonSchema } from "../harness/contract_check.ts";
import { testApp } from "../harness/app.ts";
import { resolve } from "./asking.ts";
import { breakingChanges } from "./breaking.ts";

const snapshot = fileURLToPath(new URL("../../docs/openapi.json", import.meta.url));
/** `write` puts what is served into the snapshot; `write-breaking` also if clients break. */
const mode = Deno.env.get("OPENAPI") ?? "compare";

Deno.test("the document is whole, true in its examples and links, and the one in docs/openapi.json", async (t) => {
  await using app = await testApp({ withoutConsumer: true });
  const { contract } = app;
  const served = JSON.parse(await (await app.request("/openapi.json")).text());

  await t.step("it breaks no client of the document before it", async () => {
    if (mode === "write-breaking") return;
    deepEqual(breakingChanges(JSON.parse(await Deno.readTextFile(snapshot)), served), []);
  });
  await t.step("it is the one in docs/openapi.json; `deno task openapi` writes it", async () => {
    if (mode !== "compare") await Deno.writeTextFile(snapshot, JSON.stringify(served, null, 2) + "\n");
    deepEqual(served, JSON.parse(await Deno.readTextFile(snapshot)));
  });
  await t.step("every operation keeps the conventions", () => deepEqual(unconventional(contract), []));
  await t.step("every example is valid", () => {
    const wrong: string[] = [];
    let seen = 0;
    walk(contract.document, [], (node, place) => {
      if (!("example" in node) || place.at(-1) === "properties" || place.includes("parameters")) return;
      seen++;
      const complaint = contract.wrong(node["example"], ...place);
      if (complaint !== null) wrong.push(`${place.join("/")}: ${complaint}`);
    });
    deepEqual(wrong, []);
    ok(seen > 50, `${seen} examples`);
  });
  await t.step("every link leads to an operation, with all its ids and from fields that there are", () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const { operation } of contract.operations) {
      for (const response of Object.values(operation.responses)) {
        for (const [name, { operationId, parameters = {}, requestBody }] of Object.entries(response.links ?? {})) {
          seen++;
          const target = contract.operations.find((each) => each.operation.operationId === operationId);
          const needed = [...target?.path.matchAll(/\{(\w+)\}/g) ?? []].map(([, param]) => param!);
          if (!target || needed.join() !== Object.keys(parameters).join()) {
            wrong.push(`${operation.operationId}: ${name}`);
          }
          const body = resolve(contract, target?.operation.requestBody?.content["application/json"]?.schema ?? {});
          const unknown = Object.keys(requestBody ?? {}).filter((field) => !fieldsOf(contract, body).includes(field));
          wrong.push(...unknown.map((field) => `${operation.operationId}: ${name} without ${field}`));
        }
      }
    }
    deepEqual(wrong, []);
    ok(seen > 20, `${seen} links`);
  });
});

/** The fields of a body, or of any of its forms. */
function fieldsOf(contract: Contract, { properties = {}, anyOf = [] }: JsonSchema): string[] {
  const forms = (anyOf as JsonSchema[]).map((form) => resolve(contract, form));
  return [...Object.keys(properties as object), ...forms.flatMap((form) => fieldsOf(contract, form))];
}

function walk(node: unknown, place: string[], visit: (node: Record<string, unknown>, place: string[]) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>, place);
  for (const [name, member] of Object.entries(node)) {
    if (name !== "example") walk(member, [...place, name], visit);
  }
}

/** What an operation lacks of what every one has, a sentence each. */
function unconventional(contract: Contract): string[] {
  const wrong: string[] = [];
  const ids = new Set<string>();
  for (const { path, method, operation } of contract.operations) {
    const { operationId = "", tags = [], summary = "", description = "", responses, security } = operation;
    const complain = (what: string) => wrong.push(`${operationId || `${method} ${path}`}: ${what}`);
    if (!/^[a-z]+([A-Z][a-z]*)+$/.test(operationId) || ids.has(operationId)) complain("operationId");
    ids.add(operationId);
    if (tags.length !== 1) complain("not one tag");
    if (summary === "" || description === "") complain("no summary or description");
    if (!Object.keys(responses).some((status) => status.startsWith("4"))) complain("no 4xx");
    const named = (operation.parameters ?? []).map((each) => resolve(contract, each));
    const has = (where: string, name: string) => named.some((each) => each.in === where && each.name === name);
    const answer = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
    const schema = resolve(contract, answer?.content?.["application/json"]?.schema ?? {});
    const isPage = "next_cursor" in (schema["properties"] as object | undefined ?? {});
    if (method === "get" && isPage && !(has("query", "limit") && has("query", "cursor") && answer?.headers?.["link"])) {
      complain("not a list");
    }
    const isItem = path.endsWith("}") && !path.includes("/analytics/");
    if (method === "get" && isItem && !(has("header", "if-none-match") && answer?.headers?.["etag"])) {
      complain("no ETag");
    }
    if (["patch", "put", "delete"].includes(method) && isItem && !has("header", "if-match")) complain("no If-Match");
    const isOpen = security?.length === 0;
    if (method === "post" && !isOpen && !has("header", "idempotency-key")) complain("no Idempotency-Key");
    const answersWithTag = Object.entries(responses).some(([status]) => status === "412" || status === "304");
    if (answersWithTag && !has("header", "if-match") && !has("header", "if-none-match")) complain("no conditions");
    for (const [status, response] of Object.entries(responses)) {
      if (!response.headers?.["x-request-id"]) complain(`${status} without x-request-id`);
      if (path.startsWith("/api/") && !response.headers?.["ratelimit"]) complain(`${status} without ratelimit`);
    }
    for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
      const body = resolve(contract, schema);
      if (type === "application/json" && !hasExamples(contract, body)) complain("a body without an example");
    }
  }
  return wrong;
}

function hasExamples(contract: Contract, given: Record<string, unknown>): boolean {
  const schema = resolve(contract, given);
  if ("example" in schema || "enum" in schema) return true;
  for (const union of ["anyOf", "oneOf"]) {
    if (Array.isArray(schema[union])) return schema[union].every((each) => hasExamples(contract, each));
  }
  const properties = Object.values(schema["properties"] ?? {});
  return properties.length > 0 && properties.some((each) => hasExamples(contract, each));
}
