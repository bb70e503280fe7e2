/**
 * How the battery asks for an operation: its path with ids, an example of its body, and what is wrong on purpose.
 *
 * @module
 */
import type { Contract, DocumentedOperation, JsonSchema, Parameter } from "../harness/contract_check.ts";
import { type Scope, SCOPES } from "../../src/http/scopes.ts";
import { METRICS_TOKEN } from "../harness/app.ts";
import { type Kind, table } from "./table.ts";
import { type Ids, resumeFile, type World } from "./world.ts";

/** One operation of the document with its classification. */
export interface Operation {
  id: string;
  path: string;
  method: string;
  documented: DocumentedOperation;
  kind: Kind;
  /** Its path parameters. */
  params: string[];
  query: Required<Pick<Parameter, "name" | "schema">>[];
  /** What an API key needs for it; `null` where keys are refused. */
  scope: Scope | null;
  /** Media type of its body. */
  bodyType: string | null;
  bodySchema: JsonSchema;
}

/** What is asked differently from the right way. */
export interface Twist {
  token?: string | null;
  ids?: Ids;
  query?: string;
  body?: BodyInit;
  json?: unknown;
  headers?: Record<string, string>;
  method?: string;
}

/** Operations that are classified. */
export function operationsOf(contract: Contract): Operation[] {
  return contract.operations.flatMap(({ path, method, operation }) => {
    const id = operation.operationId ?? "";
    const kind = table[id];
    if (!kind) return [];
    const named = (operation.parameters ?? []).map((parameter) => resolve(contract, parameter));
    const [[type, content] = []] = Object.entries(operation.requestBody?.content ?? {});
    return [{
      id,
      path,
      method: method.toUpperCase(),
      documented: operation,
      kind,
      params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
      query: named.filter((each) => each.in === "query").map(({ name = "", schema = {} }) => ({ name, schema })),
      scope: SCOPES.find((scope) => operation.security?.some((each) => each["api_key"]?.includes(scope))) ?? null,
      bodyType: type ?? null,
      bodySchema: resolve(contract, content?.schema ?? {}),
    }];
  });
}

/** What can be done rightly, in an order in which each finds what it needs: deletions come last. */
export function toBeDone(operations: Operation[]): Operation[] {
  const order = ["GET", "PATCH", "PUT", "POST", "DELETE"];
  // What others hang on goes last, so a job's candidates and notes before the job.
  const isHeld = ({ id }: Operation) => id === "eraseResume" || id === "deleteJob" ? 1 : 0;
  const deepFirst = (a: Operation, b: Operation) => b.params.length - a.params.length || isHeld(a) - isHeld(b);
  return operations.filter(({ kind, id }) => !kind.notDone && id !== "streamOperation")
    .toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method) || deepFirst(a, b));
}

/** Whether it asks for the access token or API key of a user. */
export const isForUsers = ({ kind: { who } }: Pick<Operation, "kind">): boolean =>
  who !== "anyone" && who !== "operators";

/** Follows a reference into the components. */
export function resolve<T extends { $ref?: unknown }>(contract: Contract, node: T): T {
  if (typeof node.$ref !== "string") return node;
  const parts = node.$ref.split("/").slice(1);
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], contract.document) as T;
}

/** The document's example of a body, with what the world has in place of its ids. */
export function exampleOf(operation: Operation, ids: Ids): Record<string, unknown> {
  const { properties = {}, example } = operation.bodySchema as {
    properties?: Record<string, JsonSchema>;
    example?: Record<string, unknown>;
  };
  const own = Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) => "example" in schema ? [[name, schema["example"]]] : []),
  );
  return { ...(example ?? own), ...operation.kind.body?.(ids) };
}

/** Asks; what is not twisted is right. */
export async function ask(world: World, operation: Operation, twist: Twist = {}): Promise<Response> {
  const rightly = operation.kind.who === "operators" ? METRICS_TOKEN : world.tokens[operation.kind.as ?? "owner"];
  const token = twist.token === undefined ? rightly : twist.token;
  const ids = twist.ids ?? world.ids;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "missing");
  const headers = new Headers();
  if (token !== null && operation.kind.who !== "anyone") headers.set("authorization", `Bearer ${token}`);
  let body: BodyInit | undefined = twist.body;
  if (operation.bodyType !== null && body === undefined) {
    if (operation.kind.body === null) body = form(operation, twist.json);
    else {
      headers.set("content-type", "application/json");
      body = JSON.stringify(twist.json ?? exampleOf(operation, world.ids));
    }
  }
  for (const [name, value] of Object.entries(twist.headers ?? {})) headers.set(name, value);
  return await world.app.request(`${path}${twist.query ?? ""}`, {
    method: twist.method ?? operation.method,
    headers,
    ...(body !== undefined && { body }),
  });
}

function form(operation: Operation, fields: unknown): FormData {
  const form = new FormData();
  const isMany = "files" in (operation.bodySchema["properties"] as object);
  form.set(isMany ? "files" : "file", resumeFile("battery"));
  for (const [name, value] of Object.entries(fields ?? {})) form.set(name, String(value));
  return form;
}

/** A value that a schema refuses by its type; `undefined` where it takes anything of a text's kind. */
export function wrongValue(schema: JsonSchema): unknown {
  const types = [schema["type"]].flat();
  return types.includes("object") || schema["properties"] || schema["$ref"] ? 17 : { wrong: true };
}

/** A query text that a schema refuses. */
export function wrongText(schema: JsonSchema): string {
  const types = [schema["type"]].flat();
  const isText = types.includes("string") && !schema["enum"] && !schema["format"] && !schema["pattern"];
  return isText ? "%00" : "%01nonsense";
}

/** A query parameter or a field of a body that takes an id, and how to ask with another one. */
export interface IdField {
  name: string;
  /** The path parameter that takes ids of the same things. */
  kind: string;
  twist(id: string, example: Record<string, unknown>): Twist;
}

/** What is not named after what it takes. */
const aliases: Record<string, string> = { interviewer_id: "member_id", interviewers: "member_id" };
const kindOf = (name: string) => aliases[name] ?? name.replace(/s$/, "");

/** Everything of an operation's query and body that takes an id, one object deep. */
export function idFields(contract: Contract, operation: Operation): IdField[] {
  const isId = (schema: JsonSchema): boolean =>
    schema["format"] === "uuid" || [schema["anyOf"] ?? []].flat().some((each) => isId(each as JsonSchema));
  const query = operation.query.filter(({ schema }) => isId(schema)).map(({ name }) => ({
    name,
    kind: kindOf(name),
    twist: (id: string) => ({ query: `?${name}=${id}` }),
  }));
  const fields = (schema: JsonSchema) =>
    Object.entries(schema["properties"] ?? {}).map(([name, each]) => [name, resolve(contract, each)] as const);
  const inBody = (schema: JsonSchema, place: (value: Record<string, unknown>) => Record<string, unknown>): IdField[] =>
    fields(schema).flatMap(([name, each]) => {
      const isList = isId((each["items"] ?? {}) as JsonSchema);
      if (!isList && !isId(each)) return [];
      return [{
        name,
        kind: kindOf(name),
        twist: (id, example) => ({ json: { ...example, ...place({ [name]: isList ? [id] : id }) } }),
      }];
    });
  const nested = fields(operation.bodySchema)
    .flatMap(([name, each]) => inBody(each, (value) => ({ [name]: value })));
  return [...query, ...inBody(operation.bodySchema, (value) => value), ...nested];
}
