import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { createHash } from "node:crypto";
import { PASSWORD, pointersOf, problemOf, type TestApi, testApi } from "../../tests/harness/api.ts";
import { idempotencyKeys, refreshTokens, users } from "../db/schema.ts";
import { injected } from "../../tests/trust/report.ts";

const refresh = (api: TestApi, refresh_token: string) => api.post("/api/v1/auth/refresh", { refresh_token });

Deno.test("a refresh token gives the next pair, and a lost answer can be asked for again", async () => {
  await using api = await testApi();
  const user = await api.register();
  const first = await api.logIn(user.email);
  const second = await (await refresh(api, first.refresh_token)).json();
  notEqual(second.refresh_token, first.refresh_token);
  deepEqual(second.user, user);
  equal((await api.get("/api/v1/auth/me", second.access_token)).status, 200);

  api.advance(9_000);
  equal((await refresh(api, first.refresh_token)).status, 200);
  equal((await refresh(api, second.refresh_token)).status, 200);
});

Deno.test("a refresh token used again later ends the session it was stolen from, and no other", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const [stolen, elsewhere] = [await api.logIn(email), await api.logIn(email)];
  const next = await (await refresh(api, stolen.refresh_token)).json();

  api.advance(11_000);
  deepEqual(await problemOf(await refresh(api, stolen.refresh_token)), [401, "unauthenticated"]);
  deepEqual(await problemOf(await refresh(api, next.refresh_token)), [401, "unauthenticated"]);
  for (const { access_token } of [stolen, next]) {
    equal((await api.get("/api/v1/auth/me", access_token)).status, 401);
  }
  equal((await refresh(api, elsewhere.refresh_token)).status, 200);
  injected(18, "refresh tokens used by two", 1);
});

Deno.test("a refresh token that is unknown, expired or made up is 401, and is kept as a hash only", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { refresh_token } = await api.logIn(email);
  const stored = JSON.stringify(await api.services.db.select().from(refreshTokens));
  ok(!stored.includes(refresh_token));

  const changed = refresh_token.slice(0, -2) + (refresh_token.endsWith("AA") ? "BB" : "AA");
  for (
    const made of [changed, `jmr_${"A".repeat(64)}`, "jmr_", "x", refresh_token.toUpperCase(), `${refresh_token}A`]
  ) {
    deepEqual(await problemOf(await refresh(api, made)), [401, "unauthenticated"], made);
  }
  for (const wrong of ["", "a\0", "\ud800", "a".repeat(201)]) equal((await refresh(api, wrong)).status, 422);
  api.advance(31 * 24 * 3600_000);
  deepEqual(await problemOf(await refresh(api, refresh_token)), [401, "unauthenticated"]);
});

Deno.test("POST /auth/logout ends its session at once, and no other", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const [here, there] = [await api.logIn(email), await api.logIn(email)];
  const logOut = () =>
    api.request("/api/v1/auth/logout", { method: "POST", headers: { authorization: `Bearer ${here.access_token}` } });
  equal((await logOut()).status, 204);

  deepEqual(await problemOf(await logOut()), [401, "unauthenticated"]);
  equal((await api.get("/api/v1/auth/me", here.access_token)).status, 401);
  equal((await refresh(api, here.refresh_token)).status, 401);
  equal((await api.get("/api/v1/auth/me", there.access_token)).status, 200);
});

Deno.test("POST /auth/change-password ends the other sessions, and only the new password logs in", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const [here, there] = [await api.logIn(email), await api.logIn(email)];
  const newPassword = "another passphrase of words";
  const change = (current_password: string, new_password: string) =>
    api.post("/api/v1/auth/change-password", { current_password, new_password }, here.access_token);

  deepEqual(await pointersOf(await change("not the passphrase", newPassword)), ["/current_password"]);
  deepEqual(await pointersOf(await change(PASSWORD, "password1234")), ["/new_password"]);
  deepEqual(await pointersOf(await change(PASSWORD, "short")), ["/new_password"]);
  equal((await change(PASSWORD, newPassword)).status, 204);

  equal((await api.get("/api/v1/auth/me", here.access_token)).status, 200);
  equal((await api.get("/api/v1/auth/me", there.access_token)).status, 401);
  equal((await refresh(api, there.refresh_token)).status, 401);
  equal((await api.post("/api/v1/auth/login", { email, password: PASSWORD })).status, 401);
  await api.logIn(email, newPassword);
});

Deno.test("a password changed with an idempotency key is changed once, and leaves no fast hash of it behind", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token } = await api.logIn(email);
  const change = (new_password: string) =>
    api.send(access_token, "POST", "/auth/change-password", { current_password: PASSWORD, new_password }, {
      "idempotency-key": "change-once",
    });
  equal((await change("another passphrase of words")).status, 204);
  const again = await change("another passphrase of words");
  deepEqual([again.status, again.headers.get("idempotent-replayed")], [204, "true"]);
  equal((await change("a third passphrase of words")).status, 422);

  const [kept] = await api.services.db.select().from(idempotencyKeys);
  const body = JSON.stringify({ current_password: PASSWORD, new_password: "another passphrase of words" });
  notEqual(kept!.bodyHash, createHash("sha256").update(body).digest("hex"));
});

Deno.test("PATCH /auth/me changes the name and nothing else", async () => {
  await using api = await testApi();
  const user = await api.register();
  const { access_token } = await api.logIn(user.email);
  const change = (body: unknown) => api.send(access_token, "PATCH", "/auth/me", body);
  deepEqual((await change({ full_name: " Grace Example " })).body, { ...user, full_name: "Grace Example" });
  deepEqual((await change({})).body, { ...user, full_name: "Grace Example" });

  for (const name of ["email", "role", "is_owner", "is_active", "company_id", "password"]) {
    const { status, body } = await change({ [name]: "x" });
    deepEqual([status, body.errors[0].pointer], [422, `/${name}`]);
  }
  for (const full_name of ["", " ", "a".repeat(201), "a\nb", null]) equal((await change({ full_name })).status, 422);
});

Deno.test("a password to be changed cannot be guessed without end", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token } = await api.logIn(email);
  const guess = () =>
    api.post(
      "/api/v1/auth/change-password",
      { current_password: "not the passphrase", new_password: "another passphrase of words" },
      access_token,
    );
  for (let i = 0; i < 10; i++) equal((await guess()).status, 422);

  deepEqual(await problemOf(await guess()), [429, "rate_limited"]);
});

Deno.test("a user who is deactivated or demoted is so at the next request", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token, refresh_token } = await api.logIn(email);
  await api.services.db.update(users).set({ role: "hiring_manager" });
  equal((await (await api.get("/api/v1/auth/me", access_token)).json()).role, "hiring_manager");
  await api.services.db.update(users).set({ isActive: false });

  equal((await api.get("/api/v1/auth/me", access_token)).status, 401);
  equal((await refresh(api, refresh_token)).status, 401);
  equal((await api.post("/api/v1/auth/login", { email, password: PASSWORD })).status, 401);
});

Deno.test("a token speaks for its own user and company, whatever another company holds", async () => {
  await using api = await testApi();
  const [ada, bob] = [await api.register(), await api.register()];
  const { access_token } = await api.logIn(ada.email);
  const me = await (await api.get("/api/v1/auth/me", access_token)).json();

  equal(me.company_id, ada.company_id);
  ok(!JSON.stringify(me).includes(bob.company_id));
  const claims = { userId: bob.id, companyId: ada.company_id, sessionId: bob.id, sessionVersion: 0 };
  const mixed = await api.tokens.sign(claims, api.services.now());
  equal((await api.get("/api/v1/auth/me", mixed)).status, 401);
});
