/**
 * One battery for all routes, driven from the OpenAPI document: whatever is added to it is asked wrongly in every way
 * that the conventions have an answer for, and rightly once. `testApp` holds each answer to the document besides.
 *
 * @module
 */
import { deepEqual, ok } from "node:assert/strict";
import {
  ask,
  exampleOf,
  idFields,
  isForUsers,
  type Operation,
  operationsOf,
  resolve,
  toBeDone,
  type Twist,
  wrongText,
  wrongValue,
} from "./asking.ts";
import { SCOPES } from "../../src/http/scopes.ts";
import { METRICS_TOKEN } from "../harness/app.ts";
import { table } from "./table.ts";
import { makeWorld, type World } from "./world.ts";
import { injected } from "../trust/report.ts";

/** One way to ask, and what the answer must be. */
interface Case {
  operation: Operation;
  name: string;
  twist: Twist;
  status: number;
  /** What the problem's errors must point to. */
  pointer?: string;
  header?: string;
}

const UNKNOWN_ID = "01912d68-783e-7a03-8467-5661c1243ad4";

const checks: Record<string, (operation: Operation, world: World) => Case[] | Promise<Case[]>> = {
  "without a token, or with an expired, forged or garbled one, or one for others: 401": (operation, { tokens }) => {
    if (operation.kind.who === "anyone") return [];
    const forOthers = operation.kind.who === "operators" ? tokens.owner : METRICS_TOKEN;
    return [null, tokens.expired, tokens.forged, "garbage", forOthers].map((token) => ({
      operation,
      name: `token ${token?.slice(0, 8)}`,
      twist: { token },
      status: 401,
      header: "www-authenticate",
    }));
  },

  "an API key without the scope: 403": async (operation, world) => {
    if (!isForUsers(operation)) return [];
    const token = await world.key(SCOPES.filter((scope) => scope !== operation.scope));
    return [{ operation, name: "key", twist: { token }, status: 403 }];
  },

  "a role that may not, and its key with every scope: 403": async (operation, { tokens, key }) => {
    const refused = {
      anyone: [],
      operators: [],
      all: [],
      writers: ["hiring_manager"],
      admins: ["hiring_manager", "recruiter"],
    } as const;
    const roles = refused[operation.kind.who];
    const asked = roles.map((role) => ({ name: role as string, token: tokens[role] }));
    if (roles.length > 0) asked.push({ name: "key", token: await key(SCOPES, "hiring_manager") });
    return asked.map(({ name, token }) => ({ operation, name, twist: { token }, status: 403 }));
  },

  "another company's id, an unknown and a malformed one: 404": (operation, { ids, foreign }) =>
    operation.params.flatMap((name) =>
      [foreign[name]!, UNKNOWN_ID, "1", "%00"].map((id) => ({
        operation,
        name: `${name} ${id}`,
        twist: { ids: { ...ids, [name]: id } },
        status: 404,
      }))
    ),

  "an unknown query parameter: 422 that names it": (operation) => [
    { operation, name: "query", twist: { query: "?nonsense=1" }, status: 422, pointer: "/query/nonsense" },
  ],

  "a query parameter that is not of its type: 422 that names it": (operation) =>
    operation.query.map(({ name, schema }) => ({
      operation,
      name,
      twist: { query: `?${name}=${wrongText(schema)}` },
      status: 422,
      pointer: `/query/${name}`,
    })),

  "an unknown field: 422 that names it": (operation, { ids }) =>
    operation.bodyType === null ? [] : [{
      operation,
      name: "field",
      twist: { json: operation.kind.body === null ? { nonsense: 1 } : { ...exampleOf(operation, ids), nonsense: 1 } },
      status: 422,
      pointer: "/nonsense",
    }],

  "a field that is not of its type: 422 that names it": (operation, { ids, app }) => {
    if (operation.bodyType !== "application/json") return [];
    const properties = Object.entries(operation.bodySchema["properties"] ?? {});
    return properties.map(([name, schema]) => ({
      operation,
      name,
      twist: { json: { ...exampleOf(operation, ids), [name]: wrongValue(resolve(app.contract, schema)) } },
      status: 422,
      pointer: `/${name}`,
    }));
  },

  "a body past its limit: 413": (operation) =>
    operation.bodyType === null ? [] : [{
      operation,
      name: "oversized",
      // Said before it is sent: what is sent unsaid is cut off at the same limit, see conventions_test.ts.
      twist: {
        headers: {
          "content-type": operation.bodyType + (operation.kind.body === null ? "; boundary=x" : ""),
          "content-length": "1000000000",
        },
        body: " ",
      },
      status: 413,
    }],

  "a body of another type: 415": (operation) =>
    operation.bodyType === null ? [] : ["text/plain", "application/xml"].map((type) => ({
      operation,
      name: type,
      twist: { headers: { "content-type": type }, body: "<a/>" },
      status: 415,
    })),

  "a body that is not JSON: 400": (operation) =>
    operation.bodyType !== "application/json" ? [] : ["", "{", '{"a":NaN}'].map((body) => ({
      operation,
      name: body,
      twist: { headers: { "content-type": "application/json" }, body },
      status: 400,
    })),

  "a page of none or of a million: 422 that names it": (operation) =>
    !operation.query.some(({ name }) => name === "limit") ? [] : ["0", "-1", "1000000", "1.5", ""].map((limit) => ({
      operation,
      name: limit,
      twist: { query: `?limit=${limit}` },
      status: 422,
      pointer: "/query/limit",
    })),

  "a bad cursor: 422 that names it": (operation, { ids }) => {
    const twist = operation.query.some(({ name }) => name === "cursor")
      ? { query: "?cursor=made.up" }
      : "cursor" in (operation.bodySchema["properties"] as object ?? {})
      ? { json: { ...exampleOf(operation, ids), cursor: "made.up" } }
      : null;
    const pointer = twist && "query" in twist ? "/query/cursor" : "/cursor";
    return twist === null ? [] : [{ operation, name: "cursor", twist, status: 422, pointer }];
  },

  "an entity tag that is not the item's: 412": (operation) =>
    !["PATCH", "PUT", "DELETE"].includes(operation.method) || !operation.documented.responses["412"] ? [] : [{
      operation,
      name: "if-match",
      twist: { headers: { "if-match": '"999.stale"' } },
      status: 412,
    }],
};

/** Of docs/promises.md. */
const promises: { readonly [check: string]: number } = {
  "another company's id, an unknown and a malformed one: 404": 12,
  "an unknown field: 422 that names it": 13,
};

async function wrongCase(world: World, { operation, name, twist, status, pointer, header }: Case): Promise<string[]> {
  const label = `${operation.id}, ${name}`;
  try {
    const response = await ask(world, operation, twist);
    const text = await response.text();
    if (response.status !== status) return [`${label}: ${response.status} ${text.slice(0, 200)}`];
    const problem = JSON.parse(text);
    const complaints: string[] = [];
    if (response.headers.get("content-type") !== "application/problem+json") complaints.push("no problem document");
    if (problem.request_id !== response.headers.get("x-request-id")) complaints.push("another request id");
    if (response.headers.get("cache-control") !== "no-store") complaints.push("may be stored");
    if (header !== undefined && !response.headers.has(header)) complaints.push(`no ${header}`);
    const pointers: string[] = (problem.errors ?? []).map((error: { pointer: string }) => error.pointer);
    if (pointer !== undefined && !pointers.some((each) => each === pointer || each.startsWith(`${pointer}/`))) {
      complaints.push(`${pointer} is not among ${pointers}`);
    }
    return complaints.map((complaint) => `${label}: ${complaint}`);
  } catch (error) {
    return [`${label}: ${error instanceof Error ? error.message : error}`];
  }
}

Deno.test("every operation refuses what is wrong and does what is right", async (t) => {
  await using world = await makeWorld();
  const operations = operationsOf(world.app.contract);

  await t.step("every operation is classified, and nothing else", () => {
    const documented = world.app.contract.operations.map(({ operation }) => operation.operationId ?? "");
    deepEqual(documented.toSorted(), Object.keys(table).toSorted());
  });

  await t.step("a key needs one scope, but for what is for people, who log in", () => {
    const guarded = operations.filter(isForUsers);
    const closed = guarded.filter(({ scope }) => scope === null).flatMap(({ documented: { tags = [] } }) => tags);
    deepEqual([...new Set(closed)].toSorted(), ["API keys", "Auth", "Company", "Invitations", "Members"]);
    for (const { id, scope, documented } of guarded) {
      deepEqual(documented.security, [{ bearer: [] }, ...scope === null ? [] : [{ api_key: [scope] }]], id);
    }
  });

  for (const [name, check] of Object.entries(checks)) {
    await t.step(name, async () => {
      const wrong: string[] = [];
      let cases = 0;
      for (const operation of operations) {
        for (const each of await check(operation, world)) {
          wrong.push(...await wrongCase(world, each));
          cases++;
        }
      }
      deepEqual(wrong, []);
      const promise = promises[name];
      if (promise !== undefined) injected(promise, `of ${operations.length} operations: ${name}`, cases);
    });
  }

  await t.step("another company's id in a query or a body is answered like one that nobody has", async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      for (const { name, kind, twist } of idFields(world.app.contract, operation)) {
        const answers = await Promise.all(
          [world.foreign[kind] ?? `no ${kind} in the world`, UNKNOWN_ID].map(async (id) => {
            const response = await ask(world, operation, twist(id, exampleOf(operation, world.ids)));
            const body = (await response.text()).replaceAll(id, "ID").replaceAll(/"request_id":"[^"]+"/g, "");
            return { status: response.status, body };
          }),
        );
        const [foreign, unknown] = answers;
        const isNothing = foreign!.status === 404 || /"(total|updated)":0\b|"data":\[\]/.test(foreign!.body);
        if (!isNothing || JSON.stringify(foreign) !== JSON.stringify(unknown)) {
          wrong.push(`${operation.id}, ${name}: ${JSON.stringify(answers).slice(0, 400)}`);
        }
      }
    }
    deepEqual(wrong, []);
  });

  await t.step(
    "another company's id costs the same statements as one that nobody has, so that no clock tells them apart",
    async () => {
      const { statements, ids, foreign } = world;
      const wrong: string[] = [];
      let compared = 0;
      for (const operation of operations) {
        for (const name of operation.params) {
          const [theirs, nobodys] = await Array.fromAsync(
            [foreign[name]!, UNKNOWN_ID],
            (id) =>
              statements.during(async () => {
                const answer = await ask(world, operation, { ids: { ...ids, [name]: id } });
                await answer.body?.cancel();
              }),
          );
          compared++;
          if (theirs !== nobodys) wrong.push(`${operation.id}, ${name}: ${theirs} against ${nobodys}`);
        }
      }
      ok(compared > 40);
      deepEqual(wrong, []);
    },
  );

  const lists = operations.filter(({ method, query }) =>
    method === "GET" && query.some(({ name }) => name === "cursor")
  );

  await t.step("every list pages through once, each row once, and each page links to the next", async () => {
    const wrong: string[] = [];
    for (const operation of lists) wrong.push(...await wrongPages(world, operation));
    deepEqual(wrong, []);
  });

  await t.step("a page of any list takes at most two statements, beside the one that says who asks", async () => {
    const wrong: string[] = [];
    for (const operation of lists) {
      const used = await world.statements.during(() => ask(world, operation, { query: "?limit=50" }));
      if (used < 2 || used > 3) wrong.push(`${operation.id}: ${used}`);
    }
    deepEqual(wrong, []);
  });

  await t.step("a cursor goes on with its own list, filter and company only: 422", async () => {
    const wrong: string[] = [];
    const firsts = await Promise.all(lists.map((operation) => pageOf(world, operation, {})));
    for (const [index, operation] of lists.entries()) {
      const cursor = encodeURIComponent(firsts[index]!.next_cursor ?? "");
      const other = encodeURIComponent(firsts[(index + 1) % lists.length]!.next_cursor ?? "");
      const filter = operation.query.find(({ schema }) => schema["enum"]);
      const twists: Twist[] = [{ query: `?cursor=${other}` }];
      if (filter) twists.push({ query: `?${filter.name}=${[filter.schema["enum"]].flat()[0]}&cursor=${cursor}` });
      if (operation.params.length === 0) twists.push({ query: `?cursor=${cursor}`, token: world.stranger.token });
      for (const twist of twists) {
        const ask = { operation, name: "cursor", twist, status: 422, pointer: "/query/cursor" };
        wrong.push(...await wrongCase(world, ask));
      }
    }
    deepEqual(wrong, []);
  });

  await t.step("another method: 405 with the methods that there are", async () => {
    const byPath = Map.groupBy(operations, ({ path }) => path);
    for (const [path, group] of byPath) {
      const methods = group.map(({ method }) => method);
      const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].sort().join(", ");
      for (const method of ["GET", "PUT", "POST", "DELETE", "PATCH"].filter((each) => !methods.includes(each))) {
        const response = await ask(world, { ...group[0]!, bodyType: null }, { method });
        deepEqual([response.status, response.headers.get("allow")], [405, allow], `${method} ${path}`);
      }
    }
  });

  await t.step("a role that may read, and a key with the one scope, are let in", async () => {
    const reading = operations.filter(({ method, id, kind }) =>
      method === "GET" && id !== "streamOperation" && !kind.notDone
    );
    const wrong: string[] = [];
    for (const operation of reading.filter(({ kind }) => kind.who === "all" && !kind.own)) {
      const response = await ask(world, operation, { token: world.tokens.hiring_manager });
      if (!response.ok) wrong.push(`${operation.id}: ${await response.text()}`);
    }
    for (const operation of operations.filter(({ scope }) => scope !== null)) {
      const token = await world.key([operation.scope!]);
      const isRead = reading.includes(operation);
      // What would change something is asked for where there is nothing.
      const nowhere = { ids: {}, headers: { "content-type": "text/plain" }, body: "nothing" };
      const twist = operation.method === "GET" ? {} : operation.bodyType === null ? { ids: {} } : nowhere;
      const { status } = await ask(world, operation, { token, ...twist });
      if (isRead ? status !== 200 : status >= 500 || [401, 403].includes(status)) {
        wrong.push(`${operation.id} with ${operation.scope}: ${status}`);
      }
    }
    deepEqual(wrong, []);
  });

  await t.step("the document's example does what the operation is for; deletions come last", async () => {
    const wrong: string[] = [];
    for (const operation of toBeDone(operations)) wrong.push(...await wrongDeed(world, operation));
    deepEqual(wrong, []);
  });
});

/** Does the operation, with what belongs to its kind: the tag again is 304, the key again is the same answer, and with another body refused. */
async function wrongDeed(world: World, operation: Operation): Promise<string[]> {
  try {
    const isKeyed = operation.method === "POST" && isForUsers(operation);
    const twist: Twist = isKeyed ? { headers: { "idempotency-key": "battery" } } : {};
    if (operation.id === "deleteJob") twist.query = "?force=true";
    const response = await ask(world, operation, twist);
    const text = await response.text();
    if (!response.ok) return [`${operation.id}: ${response.status} ${text.slice(0, 300)}`];
    const tag = response.headers.get("etag");
    if (operation.method === "GET" && tag !== null) {
      const again = await ask(world, operation, { headers: { "if-none-match": tag } });
      if (again.status !== 304) return [`${operation.id}: ${again.status} for the same tag`];
    }
    if (!isKeyed) return [];
    const again = await ask(world, operation, twist);
    const isReplayed = again.status === response.status && again.headers.get("idempotent-replayed") === "true";
    if (!isReplayed) {
      return [`${operation.id}: ${again.status} for the same key: ${(await again.text()).slice(0, 200)}`];
    }
    if (operation.bodyType !== "application/json") return [];
    const body = JSON.stringify(exampleOf(operation, world.ids), null, 1);
    const other = await ask(world, operation, {
      ...twist,
      body,
      headers: { ...twist.headers, "content-type": "application/json" },
    });
    return other.status === 422 ? [] : [`${operation.id}: ${other.status} for the same key with another body`];
  } catch (error) {
    return [`${operation.id}: ${error instanceof Error ? error.message : error}`];
  }
}

/** A page as the battery reads it. */
interface Page {
  data: unknown[];
  next_cursor: string | null;
  has_more: boolean;
  total: number;
  link: string | null;
}

async function pageOf(world: World, operation: Operation, { cursor }: { cursor?: string }): Promise<Page> {
  const query = `?limit=1${cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
  const response = await ask(world, operation, { query });
  return { ...await response.json(), link: response.headers.get("link") };
}

/** Walks a list of at least two, row by row. */
async function wrongPages(world: World, operation: Operation): Promise<string[]> {
  const rows = new Set<string>();
  let page = await pageOf(world, operation, {});
  const { total } = page;
  for (let left = total; left > 0; left--) {
    rows.add(JSON.stringify(page.data));
    const { next_cursor: cursor, has_more: hasMore, link } = page;
    const isLast = left === 1;
    if (page.data.length !== 1 || hasMore === isLast || (cursor === null) !== isLast || (link === null) !== isLast) {
      return [`${operation.id}: ${left} of ${total} left, ${JSON.stringify(page).slice(0, 300)}`];
    }
    if (cursor === null) break;
    if (!link!.includes(`cursor=${encodeURIComponent(cursor)}`)) return [`${operation.id}: ${link}`];
    page = await pageOf(world, operation, { cursor });
  }
  return total >= 2 && rows.size === total ? [] : [`${operation.id}: ${rows.size} rows of ${total}`];
}
