import { deepEqual, equal, match, ok } from "node:assert/strict";
import { PASSWORD, type TestApi, testApi } from "../../tests/harness/api.ts";
import { AppError } from "../errors.ts";
import {
  anyone,
  body,
  createRoute,
  integer,
  json,
  line,
  listQuery,
  newRouter,
  number,
  page,
  pageBody,
  params,
  problems,
  text,
  timestamp,
  uuid,
  z,
} from "./contract.ts";

const Thing = z.strictObject({
  name: line(1, 20),
  notes: text(0, 50).optional(),
  count: integer(0, 2 ** 53 - 1).optional(),
  ratio: number(0, 1).optional(),
  at: timestamp().optional(),
  other_id: uuid().optional(),
  nested: z.strictObject({ a: z.string() }).optional(),
}).openapi("Thing");

const things = newRouter()
  .openapi(
    createRoute({
      method: "post",
      path: "/things",
      operationId: "createThing",
      security: anyone,
      request: { body: body(Thing) },
      responses: { 201: json(z.strictObject({ name: z.string() }), "Made"), ...problems("conflict") },
    }),
    (c) => c.json({ name: c.req.valid("json").name }, 201),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/things",
      operationId: "listThings",
      security: anyone,
      request: { query: listQuery({ q: line(1, 10).optional() }) },
      responses: { 200: json(page(z.string(), "ThingPage"), "Things") },
    }),
    (c) => {
      const { limit } = c.req.valid("query");
      return c.json(pageBody(c, { data: [], nextCursor: limit === 1 ? "next" : null, total: limit }), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/things/{thing_id}",
      operationId: "getThing",
      security: anyone,
      request: { params: params("thing_id") },
      responses: { 200: json(z.string(), "Its id") },
    }),
    (c) => c.json(c.req.valid("param").thing_id, 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/undeclared",
      operationId: "getUndeclared",
      responses: { 204: { description: "" } },
    }),
    (c) => c.body(null, 204),
  )
  .openapi(
    createRoute({ method: "get", path: "/broken", operationId: "getBroken", security: anyone, responses: {} }),
    () => {
      throw new Error("password of ada@example.com is hunter2");
    },
  )
  .openapi(
    createRoute({ method: "get", path: "/away", operationId: "getAway", security: anyone, responses: {} }),
    () => {
      throw new AppError("unavailable", "Cannot embed: the queue is full", { retryAfterSeconds: 1.2 });
    },
  );
things.openapi(
  createRoute({
    method: "post",
    path: "/raw",
    operationId: "postRaw",
    security: anyone,
    "x-max-bytes": 1000,
    request: {
      body: {
        required: true,
        content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      },
    },
    responses: { 200: json(z.strictObject({ bytes: z.int() }), "Its size") },
  }),
  async (c) => c.json({ bytes: (await c.req.arrayBuffer()).byteLength }, 200),
);

const path = "/api/v1/things";

async function withApi(test: (api: TestApi) => Promise<void>): Promise<void> {
  await using api = await testApi({ routes: [things] });
  await test(api);
}

/** Checks that an answer is a whole problem document and gives it. */
async function problem(response: Response, status: number) {
  equal(response.status, status);
  equal(response.headers.get("content-type"), "application/problem+json");
  const document = await response.json();
  equal(document.status, status);
  equal(document.request_id, response.headers.get("x-request-id"));
  for (const name of ["type", "title", "detail", "instance", "code"]) equal(typeof document[name], "string", name);
  return document;
}

const send = (
  api: TestApi,
  content: BodyInit | null,
  headers: Record<string, string> = { "content-type": "application/json" },
) => api.request(path, { method: "POST", body: content, headers });

Deno.test("a body that is not JSON is 400", () =>
  withApi(async (api) => {
    for (const content of ["", "{", "nul", '{"name":"a"', '{"name":NaN}', "\ufeff{}x"]) {
      equal((await problem(await send(api, content), 400)).code, "malformed", content);
    }
    const latin1 = new Uint8Array([...new TextEncoder().encode('{"name":"'), 0xe9, ...new TextEncoder().encode('"}')]);
    await problem(await send(api, latin1), 400);
  }));

Deno.test("a body without, or of another content type, is 415", () =>
  withApi(async (api) => {
    const types = [
      "text/plain",
      "application/xml",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "json",
      "application/jsonp",
    ];
    for (const type of types) await problem(await send(api, '{"name":"a"}', { "content-type": type }), 415);
    await problem(await send(api, new TextEncoder().encode('{"name":"a"}'), {}), 415);
    await problem(await send(api, null, {}), 415);
    await problem(await send(api, "{}", { "content-type": "application/json; charset=utf-16" }), 415);
    await problem(await send(api, "{}", { "content-type": "application/json", "content-encoding": "gzip" }), 415);
  }));

Deno.test("a JSON content type may name its charset, in any case", () =>
  withApi(async (api) => {
    for (
      const type of [
        "application/json; charset=utf-8",
        "Application/JSON;charset=UTF-8",
        'application/json; charset="utf-8"',
      ]
    ) {
      equal((await send(api, '{"name":"a"}', { "content-type": type })).status, 201, type);
    }
  }));

Deno.test("a body past 1 MB is 413, declared or chunked, and nobody waits for its end", () =>
  withApi(async (api) => {
    const large = JSON.stringify({ name: "a".repeat(1024 * 1024) });
    await problem(await send(api, large), 413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65536;
        controller.enqueue(new Uint8Array(65536).fill(32));
      },
    });
    await problem(await send(api, endless), 413);
    ok(sent < 4 * 1024 * 1024, `${sent} bytes were read`);
  }));

Deno.test("a route's own limit holds for what is not JSON", () =>
  withApi(async (api) => {
    const { access_token } = await api.logIn((await api.register()).email);
    const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/octet-stream" };
    const raw = (size: number) => api.request("/api/v1/raw", { method: "POST", headers, body: new Uint8Array(size) });
    deepEqual(await (await raw(1000)).json(), { bytes: 1000 });
    await problem(await raw(1001), 413);
  }));

Deno.test("unknown fields are named by pointer, at any depth", () =>
  withApi(async (api) => {
    const { errors } = await problem(
      await send(api, '{"name":"a","x":1,"a/b~c":2,"__proto__":{"y":1},"nested":{"a":"","b":1}}'),
      422,
    );
    deepEqual(errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
      "/__proto__",
      "/a~1b~0c",
      "/nested/b",
      "/x",
    ]);
  }));

Deno.test("text that no database holds, and numbers that no JSON number holds, are 422 by pointer", () =>
  withApi(async (api) => {
    const bad: [string, string][] = [
      ['{"name":"a\\u0000b"}', "/name"],
      ['{"name":"a\\nb"}', "/name"],
      ['{"name":"   "}', "/name"],
      ['{"name":"\\ud800"}', "/name"],
      ['{"name":"a","notes":"\\udfff"}', "/notes"],
      ['{"name":"a","notes":"\\u0000"}', "/notes"],
      ['{"name":"a","count":1e400}', "/count"],
      ['{"name":"a","count":9007199254740993}', "/count"],
      ['{"name":"a","count":0.5}', "/count"],
      ['{"name":"a","count":"1"}', "/count"],
      ['{"name":"a","ratio":1e999}', "/ratio"],
      ['{"name":"a","ratio":-0.1}', "/ratio"],
      ['{"name":"a","at":"2030-02-30T00:00:00Z"}', "/at"],
      ['{"name":"a","at":"2030-02-03T00:00:00"}', "/at"],
      ['{"name":"a","at":"0000-01-01T00:00:00Z"}', "/at"],
      ['{"name":"a","other_id":"x"}', "/other_id"],
      ["[]", ""],
      ["null", ""],
    ];
    for (const [content, pointer] of bad) {
      const { errors } = await problem(await send(api, content), 422);
      deepEqual(errors.map((error: { pointer: string }) => error.pointer), [pointer], content);
    }
  }));

Deno.test("lengths are counted in code points, and one-line text is trimmed", () =>
  withApi(async (api) => {
    const response = await send(api, JSON.stringify({ name: `  ${"😀".repeat(20)}  ` }));
    deepEqual(await response.json(), { name: "😀".repeat(20) });
    await problem(await send(api, JSON.stringify({ name: "😀".repeat(21) })), 422);
  }));

Deno.test("a flood of wrong fields gives a bounded answer", () =>
  withApi(async (api) => {
    const flood = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`field-${i}-${"x".repeat(20)}`, i]));
    const response = await send(api, JSON.stringify(flood));
    equal(response.status, 422);
    ok((await response.text()).length < 20_000);
  }));

Deno.test("no value is quoted back", () =>
  withApi(async (api) => {
    const response = await send(
      api,
      JSON.stringify({ name: 1, notes: ["hunter2"], other_id: "hunter2", nested: "hunter2" }),
    );
    ok(!(await response.text()).includes("hunter2"));
  }));

Deno.test("unknown, doubled and wrong query parameters are 422 by pointer, also where none is declared", () =>
  withApi(async (api) => {
    const cases: [string, string][] = [
      ["/things?x=1", "/query/x"],
      ["/things?limit=0", "/query/limit"],
      ["/things?limit=101", "/query/limit"],
      ["/things?limit=1000000", "/query/limit"],
      ["/things?limit=1e1", "/query/limit"],
      ["/things?limit=", "/query/limit"],
      ["/things?limit=1&limit=2", "/query/limit"],
      ["/things?q=%00", "/query/q"],
      ["/things/01912d68-783e-7a03-8467-5661c1243ad4?x=1", "/query/x"],
    ];
    for (const [path, pointer] of cases) {
      const { errors } = await problem(await api.get(`/api/v1${path}`), 422);
      deepEqual(errors.map((error: { pointer: string }) => error.pointer), [pointer], path);
    }
  }));

Deno.test("a list defaults to 20 and links to its next page with the same query", () =>
  withApi(async (api) => {
    const all = await api.get(path);
    deepEqual(await all.json(), { data: [], next_cursor: null, has_more: false, total: 20 });
    equal(all.headers.get("link"), null);
    const first = await api.get(`${path}?limit=1&q=a%20b`);
    equal((await first.json()).has_more, true);
    equal(first.headers.get("link"), `<${path}?limit=1&q=a+b&cursor=next>; rel="next"`);
  }));

Deno.test("a malformed id is answered like an unknown one", () =>
  withApi(async (api) => {
    for (const id of ["1", "x".repeat(36), "01912d68-783e-7a03-8467-5661c1243ad", "%00", "%F0"]) {
      await problem(await api.get(`${path}/${id}`), 404);
    }
    equal((await api.get(`${path}/01912D68-783e-7a03-8467-5661c1243ad4`)).status, 200);
  }));

Deno.test("an unknown path is 404, with and without a token", () =>
  withApi(async (api) => {
    const { access_token } = await api.logIn((await api.register()).email);
    for (const token of [undefined, access_token, "garbage"]) {
      for (const unknown of ["/api/v1/nothing", "/api/v2/things", "/", "/api", `${path}/`]) {
        await problem(await api.get(unknown, token), 404);
      }
    }
  }));

Deno.test("another method on a known path is 405 with Allow", () =>
  withApi(async (api) => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const response = await api.request(path, { method });
      equal(response.headers.get("allow"), "GET, HEAD, POST");
      await problem(response, 405);
    }
    const item = await api.request(`${path}/01912d68-783e-7a03-8467-5661c1243ad4`, { method: "POST" });
    equal(item.headers.get("allow"), "GET, HEAD");
    await problem(item, 405);
    equal((await api.request(path, { method: "HEAD" })).status, 200);
  }));

Deno.test("a route that says nothing about security needs a token", () =>
  withApi(async (api) => {
    await problem(await api.get("/api/v1/undeclared"), 401);
    const { access_token } = await api.logIn((await api.register()).email);
    equal((await api.get("/api/v1/undeclared", access_token)).status, 204);
  }));

Deno.test("an unexpected error is a 500 that tells nothing, and its request id is in the log", () =>
  withApi(async (api) => {
    const document = await problem(await api.get("/api/v1/broken"), 500);
    ok(!JSON.stringify(document).includes("hunter2"));
    const logged = api.lines.map((text) => JSON.parse(text)).find(({ level }) => level === "error");
    equal(logged.requestId, document.request_id);
    ok(logged.error.stack.length > 0);
    ok(!api.lines.join().includes("ada@example.com"));
  }));

Deno.test("503 says when to come back, in whole seconds", () =>
  withApi(async (api) => {
    const response = await api.get("/api/v1/away");
    equal(response.headers.get("retry-after"), "2");
    equal((await problem(response, 503)).detail, "Cannot embed: the queue is full");
  }));

Deno.test("a request id that is a plain word is kept, any other replaced", () =>
  withApi(async (api) => {
    const idOf = async (given: string) =>
      (await api.request("/api/v1/nothing", { headers: { "x-request-id": given } })).headers.get("x-request-id");
    equal(await idOf("abc_DEF-123"), "abc_DEF-123");
    for (const bad of ["a b", "<script>", "a".repeat(65), "é"]) match(await idOf(bad) ?? "", /^[0-9a-f-]{36}$/);
  }));

Deno.test("every answer bears the security headers and is not stored", () =>
  withApi(async (api) => {
    const answers = [
      await api.get(path),
      await api.get("/nothing"),
      await api.get("/api/v1/broken"),
      await api.get("/api/v1/auth/me"),
    ];
    for (const { headers } of answers) {
      equal(headers.get("x-content-type-options"), "nosniff");
      equal(headers.get("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
      equal(headers.get("cache-control"), "no-store");
      equal(headers.get("referrer-policy"), "no-referrer");
      match(headers.get("strict-transport-security") ?? "", /max-age=\d{8}/);
    }
  }));

Deno.test("the access log names the route's pattern and nobody's data", () =>
  withApi(async (api) => {
    await api.get(`${path}/01912d68-783e-7a03-8467-5661c1243ad4`);
    await api.get(`${path}?q=hypatia`);
    await api.register({ email: "grace@example.com", full_name: "Grace Example" });
    await api.post("/api/v1/auth/login", { email: "grace@example.com", password: "wrong" });
    const entries = api.lines.map((text) => JSON.parse(text)).filter(({ message }) => message === "request");
    deepEqual(entries.map(({ method, route, status }) => `${method} ${route} ${status}`), [
      "GET /api/v1/things/:thing_id 200",
      "GET /api/v1/things 200",
      "POST /api/v1/auth/register 201",
      "POST /api/v1/auth/login 401",
    ]);
    ok(!/hypatia|grace|wrong/i.test(api.lines.join()) && !api.lines.join().includes(PASSWORD));
  }));

Deno.test("every answer of the API tells what is left, and past the limit comes 429 with the time to wait", async () => {
  await using api = await testApi({ requestsPerMinute: 3 });
  const { access_token: token } = await api.logIn((await api.register()).email);
  const answers: Response[] = [];
  for (let i = 0; i < 4; i++) answers.push(await api.get("/api/v1/auth/me", token));
  const [first, , , last] = answers;
  deepEqual(answers.map(({ status }) => status), [200, 200, 200, 429]);
  equal(first!.headers.get("ratelimit-policy"), '"default";q=3;w=60');
  match(first!.headers.get("ratelimit")!, /^"default";r=2;t=\d+$/);
  equal((await problem(last!, 429)).code, "rate_limited");
  match(last!.headers.get("retry-after")!, /^\d+$/);
  equal((await api.get("/openapi.json")).headers.get("ratelimit"), null);
});
