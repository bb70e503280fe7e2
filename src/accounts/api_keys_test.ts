import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type Answer, type TestApi, testApi } from "../../tests/harness/api.ts";
import { apiKeys, idempotencyKeys } from "../db/schema.ts";
import { bearer, createRoute, json, newRouter, z } from "../http/contract.ts";
import { SCOPES } from "../http/scopes.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const ID = "01912d68-783e-7a03-8467-5661c1243ad4";

/** Something that a key can open: answers with who acts. */
const jobs = newRouter().openapi(
  createRoute({
    method: "get",
    path: "/who",
    tags: ["Jobs"],
    security: bearer,
    responses: { 200: json(z.looseObject({ userId: z.string() }), "The actor") },
  }),
  (c) => c.json({ ...c.var.actor }, 200),
);

async function owner(api: TestApi): Promise<{ token: string; id: string; company: string }> {
  const { email, id, company_id: company } = await api.register();
  return { token: (await api.logIn(email)).access_token, id, company };
}

const make = (api: TestApi, token: string, body = {}, headers = {}): Promise<Answer> =>
  api.send(token, "POST", "/api-keys", { name: "Careers page", scopes: ["jobs:read"], ...body }, headers);

const use = async (api: TestApi, key: string) => (await api.send(key, "GET", "/who")).status;

Deno.test("a key acts as its maker, is shown once, and is kept as a hash only", async () => {
  await using api = await testApi({ routes: [jobs] });
  const { token, id, company } = await owner(api);
  const header = { "idempotency-key": "make-once" };
  const { status, body, headers } = await make(
    api,
    token,
    { scopes: ["jobs:write", "jobs:read", "jobs:read"] },
    header,
  );
  equal(status, 201);
  const { key, ...rest } = body;
  match(key, /^jm_[\w-]{64}$/);
  equal(rest.prefix, key.slice(0, 11));
  deepEqual(rest.scopes, ["jobs:read", "jobs:write"]);
  deepEqual((await make(api, token, { scopes: ["jobs:write", "jobs:read", "jobs:read"] }, header)).body, {
    ...rest,
    key: null,
  });

  const shown = await api.send(token, "GET", `/api-keys/${rest.id}`);
  deepEqual([shown.body, shown.headers.get("etag")], [rest, headers.get("etag")]);
  const actor = (await api.send(key, "GET", "/who")).body;
  deepEqual(actor, { userId: id, companyId: company, role: "recruiter", isOwner: true });
  const { db } = api.services;
  const stored = JSON.stringify([await db.select().from(apiKeys), await db.select().from(idempotencyKeys)]);
  ok(!stored.includes(key));
});

Deno.test("a key stops at the next request when it is deleted, expires, or its maker is deactivated", async () => {
  await using api = await testApi({ routes: [jobs] });
  const { token } = await owner(api);
  const member = await api.member(token, "recruiter");
  const expires_at = new Date(api.services.now().getTime() + DAY_MS).toISOString();
  const [deleted, expiring, theirs] = [
    (await make(api, token)).body,
    (await make(api, token, { expires_at })).body,
    (await make(api, member.token)).body,
  ];
  for (const { key } of [deleted, expiring, theirs]) equal(await use(api, key), 200);

  equal((await api.send(token, "DELETE", `/api-keys/${deleted.id}`)).status, 204);
  const { status, body } = await api.send(deleted.key, "GET", "/who");
  deepEqual([status, body.code], [401, "unauthenticated"]);
  equal((await api.send(token, "PATCH", `/members/${member.user.id}`, { role: "hiring_manager" })).status, 200);
  equal((await api.send(theirs.key, "GET", "/who")).body.role, "hiring_manager");
  equal((await api.send(token, "PATCH", `/members/${member.user.id}`, { is_active: false })).status, 200);
  equal(await use(api, theirs.key), 401);
  equal(await use(api, expiring.key), 200);
  api.advance(DAY_MS);
  equal(await use(api, expiring.key), 401);
});

Deno.test("what is no key is 401, whatever it looks like", async () => {
  await using api = await testApi({ routes: [jobs] });
  const { token } = await owner(api);
  const { key } = (await make(api, token)).body;
  const changed = key.slice(0, 20) + (key[20] === "A" ? "B" : "A") + key.slice(21);
  for (const made of ["jm_", "jm_x", `jm_${"A".repeat(64)}`, changed, `${key}A`, key.toUpperCase(), key.slice(3)]) {
    equal(await use(api, made), 401, made);
  }
  equal(await use(api, key), 200);
});

Deno.test("the last use of a key is written at most once a minute", async () => {
  await using api = await testApi({ routes: [jobs] });
  const { token } = await owner(api);
  const { id, key } = (await make(api, token)).body;
  const lastUsed = async () => (await api.send(token, "GET", `/api-keys/${id}`)).body.last_used_at;
  equal(await lastUsed(), null);
  await use(api, key);
  const first = await lastUsed();
  match(first, /^\d{4}-/);
  api.advance(30_000);
  await use(api, key);
  equal(await lastUsed(), first);

  api.advance(30_000);
  await use(api, key);
  ok(Date.parse(await lastUsed()) - Date.parse(first) >= 60_000);
});

Deno.test("everybody manages their own keys, the owner and admins those of the company, nobody another company's", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const [manager, admin] = [await api.member(token, "hiring_manager"), await api.member(token, "admin")];
  const { token: stranger } = await owner(api);
  const [own, theirs] = [(await make(api, token)).body, (await make(api, manager.token)).body];
  const seen = async (by: string) => {
    const { data, total } = (await api.send(by, "GET", "/api-keys")).body;
    equal(data.length, total);
    return data.map(({ id }: { id: string }) => id);
  };
  deepEqual(await seen(manager.token), [theirs.id]);
  deepEqual(await seen(admin.token), [theirs.id, own.id]);
  deepEqual(await seen(stranger), []);
  for (const by of [manager.token, stranger]) {
    for (const method of ["GET", "DELETE"]) equal((await api.send(by, method, `/api-keys/${own.id}`)).status, 404);
  }
  const stale = { "if-match": '"2.AAAAAAAAAAAA"' };
  equal((await api.send(admin.token, "DELETE", `/api-keys/${theirs.id}`, undefined, stale)).status, 412);
  equal((await api.send(admin.token, "DELETE", `/api-keys/${theirs.id}`)).status, 204);

  const first = (await api.send(token, "GET", "/api-keys?limit=1")).body;
  deepEqual([first.data[0].id, first.has_more, first.next_cursor], [own.id, false, null]);
});

Deno.test("POST /api-keys refuses what is no name, scope or time to come", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const wrong: [Record<string, unknown>, string][] = [
    [{ name: " " }, "/name"],
    [{ name: "a\0" }, "/name"],
    [{ name: undefined }, "/name"],
    [{ scopes: [] }, "/scopes"],
    [{ scopes: ["jobs:delete"] }, "/scopes/0"],
    [{ scopes: ["analytics:write"] }, "/scopes/0"],
    [{ scopes: Array(SCOPES.length + 1).fill("jobs:read") }, "/scopes"],
    [{ expires_at: "2020-01-01T00:00:00Z" }, "/expires_at"],
    [{ expires_at: "tomorrow" }, "/expires_at"],
    [{ created_by: ID }, "/created_by"],
  ];
  for (const [body, pointer] of wrong) {
    const answer = await make(api, token, body);
    deepEqual([answer.status, answer.body.errors?.[0]?.pointer], [422, pointer], JSON.stringify(body));
  }
  equal(await api.services.db.$count(apiKeys), 0);
});

Deno.test("nobody holds more than a hundred keys, also when they are asked for at once", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const { id } = (await make(api, token)).body;
  const { db, newId } = api.services;
  const [row] = await db.select().from(apiKeys);
  const more = Array.from({ length: 97 }, () => ({ ...row!, id: newId(), hash: newId() }));
  await db.insert(apiKeys).values(more);

  const answers = await Promise.all(Array.from({ length: 6 }, () => make(api, token)));
  deepEqual(answers.map(({ status }) => status).toSorted(), [201, 201, 409, 409, 409, 409]);
  equal((await api.send(token, "DELETE", `/api-keys/${id}`)).status, 204);
  equal((await make(api, token)).status, 201);
});
