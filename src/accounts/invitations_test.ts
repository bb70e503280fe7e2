import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type Answer, PASSWORD, type TestApi, testApi } from "../../tests/harness/api.ts";
import { idempotencyKeys, invitations, users } from "../db/schema.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

async function owner(api: TestApi): Promise<{ token: string; company: string }> {
  const user = await api.register();
  return { token: (await api.logIn(user.email)).access_token, company: user.company_id };
}

async function join(api: TestApi, invite_token: unknown, email: string, more = {}): Promise<Answer> {
  const body = { email, password: PASSWORD, full_name: "Grace Example", invite_token, ...more };
  const response = await api.post("/api/v1/auth/register", body);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const invite = async (api: TestApi, token: string, body = {}) =>
  (await api.send(token, "POST", "/invitations", { role: "recruiter", ...body })).body;

Deno.test("an invited user joins that company with the invited role, whatever role they name", async () => {
  await using api = await testApi();
  const { token, company } = await owner(api);
  const { status, body, headers } = await api.send(token, "POST", "/invitations", { role: "hiring_manager" });
  equal(status, 201);
  match(body.token, /^jmi_[\w-]{64}$/);
  equal(Date.parse(body.expires_at) - Date.parse(body.created_at), 7 * DAY_MS);

  const joined = await join(api, body.token, "grace@example.com", { role: "admin" });
  equal(joined.status, 201, JSON.stringify(joined.body));
  const { company_id, role, is_owner, is_active } = joined.body;
  deepEqual({ company_id, role, is_owner, is_active }, {
    company_id: company,
    role: "hiring_manager",
    is_owner: false,
    is_active: true,
  });
  const shown = await api.send(token, "GET", `/invitations/${body.id}`);
  deepEqual([shown.body.status, typeof shown.body.accepted_at], ["accepted", "string"]);
  ok(shown.headers.get("etag") !== headers.get("etag"));
});

Deno.test("an invitation's token is shown once and kept as a hash only, also with an idempotency key", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const key = { "idempotency-key": "invite-once" };
  const first = await api.send(token, "POST", "/invitations", { role: "recruiter" }, key);
  const again = await api.send(token, "POST", "/invitations", { role: "recruiter" }, key);

  deepEqual(again.body, { ...first.body, token: null });
  equal(again.headers.get("idempotent-replayed"), "true");
  const { token: secret, ...rest } = first.body;
  const shown = await api.send(token, "GET", `/invitations/${rest.id}`);
  deepEqual([shown.body, shown.headers.get("etag")], [rest, first.headers.get("etag")]);
  deepEqual((await api.send(token, "GET", "/invitations")).body.data, [rest]);
  const { db } = api.services;
  const stored = JSON.stringify([await db.select().from(invitations), await db.select().from(idempotencyKeys)]);
  ok(!stored.includes(secret));
});

Deno.test("of ten who use one invitation at once, one joins", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const { token: secret } = await invite(api, token);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => join(api, secret, `g${i}@example.com`)));

  deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array(9).fill(404)]);
  equal(await api.services.db.$count(users), 2);
  equal((await join(api, secret, "late@example.com")).status, 404);
});

Deno.test("an invitation is lost on whom it is not for, on time, and on whoever makes up a token", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const bound = await invite(api, token, { email: "Grace@Example.com" });
  equal(bound.email, "grace@example.com");
  const other = await join(api, bound.token, "eve@example.com");
  deepEqual([other.status, other.body.code], [403, "forbidden"]);
  for (const made of ["x", `jmi_${"A".repeat(64)}`, `${bound.token}A`, bound.token.toUpperCase()]) {
    equal((await join(api, made, "grace@example.com")).status, 404, made);
  }
  for (const wrong of ["", "a\0", 5, null]) equal((await join(api, wrong, "grace@example.com")).status, 422);
  const both = await join(api, bound.token, "grace@example.com", { company_name: "Mine", role: "admin" });
  deepEqual([both.status, both.body.errors[0].pointer], [422, "/invite_token"]);

  api.advance(7 * DAY_MS);
  equal((await join(api, bound.token, "grace@example.com")).status, 404);
  equal(await api.services.db.$count(users), 1);
});

Deno.test("an address that is taken leaves the invitation open for another", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const taken = await api.register();
  const { token: secret } = await invite(api, token);

  equal((await join(api, secret, taken.email)).status, 409);
  equal((await join(api, secret, "grace@example.com")).status, 201);
});

Deno.test("a withdrawn invitation is worthless, an accepted one stays", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const [first, second] = [await invite(api, token), await invite(api, token)];
  const stale = { "if-match": '"9.AAAAAAAAAAAA"' };
  equal((await api.send(token, "DELETE", `/invitations/${first.id}`, undefined, stale)).status, 412);
  equal((await api.send(token, "DELETE", `/invitations/${first.id}`)).status, 204);
  equal((await join(api, first.token, "grace@example.com")).status, 404);
  equal((await api.send(token, "GET", `/invitations/${first.id}`)).status, 404);

  equal((await join(api, second.token, "grace@example.com")).status, 201);
  const { status, body } = await api.send(token, "DELETE", `/invitations/${second.id}`);
  deepEqual([status, body.code], [409, "conflict"]);
});

Deno.test("the list of invitations is by status, pages through, and keeps its cursors apart", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const made = [];
  for (let i = 0; i < 3; i++) made.unshift((await invite(api, token)).id);
  const page = (query: string) => api.send(token, "GET", `/invitations?${query}`);
  const first = (await page("status=pending&limit=2")).body;
  const second = (await page(`status=pending&limit=2&cursor=${first.next_cursor}`)).body;
  deepEqual([...first.data, ...second.data].map(({ id }) => id), made);
  deepEqual([first.total, first.has_more, second.has_more, second.next_cursor], [3, true, false, null]);
  equal((await page(`status=expired&cursor=${first.next_cursor}`)).status, 422);

  api.advance(6 * DAY_MS);
  const { email } = await api.register();
  const stranger = (await api.logIn(email)).access_token;
  equal((await api.send(stranger, "GET", "/invitations")).body.total, 0);
  for (const method of ["GET", "DELETE"]) {
    equal((await api.send(stranger, method, `/invitations/${made[0]}`)).status, 404);
  }
});

Deno.test("who may no longer invite leaves no open invitation behind", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  for (const change of [{ role: "recruiter" }, { is_active: false }]) {
    const admin = await api.member(token, "admin");
    const left = await invite(api, admin.token, { role: "admin" });
    equal((await api.send(token, "PATCH", `/members/${admin.user.id}`, change)).status, 200);
    equal((await join(api, left.token, "grace@example.com")).status, 404);
  }
});
