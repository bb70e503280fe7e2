import { deepEqual, equal, ok } from "node:assert/strict";
import { SignJWT } from "jose";
import { logins, users } from "../db/schema.ts";
import { PASSWORD, signingKey, testApi } from "../../tests/harness/api.ts";

const account = {
  email: "rita@example.com",
  password: PASSWORD,
  full_name: "Rita Recruiter",
  role: "recruiter",
  company_name: "Northwind",
};

Deno.test("POST /auth/register founds a company and says nothing of the password", async () => {
  await using api = await testApi();
  const response = await api.post("/api/v1/auth/register", account);
  const body = await response.json();
  equal(response.status, 201);
  deepEqual([body.email, body.full_name, body.company_name, body.is_owner], [
    "rita@example.com",
    "Rita Recruiter",
    "Northwind",
    true,
  ]);
  ok(!JSON.stringify(body).includes("password"));
  ok(!api.lines.join().includes("rita@"));
});

Deno.test("an address is taken once, in whatever case", async () => {
  await using api = await testApi();
  await api.register({ email: "rita@example.com" });
  const again = await api.post("/api/v1/auth/register", { ...account, email: "RITA@Example.com" });
  equal(again.status, 409);
  equal((await again.json()).code, "conflict");
  equal((await api.services.db.select().from(users)).length, 1);
});

Deno.test("ten registrations of one address at once are one user", async () => {
  await using api = await testApi();
  const all = await Promise.all(Array.from({ length: 10 }, () => api.post("/api/v1/auth/register", account)));
  deepEqual(all.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  equal((await api.services.db.select().from(logins)).length, 1);
});

const wrong: [string, Record<string, unknown>, string][] = [
  ["a short password", { password: "short" }, "/password"],
  ["a password longer than any", { password: "x".repeat(300) }, "/password"],
  ["a password with NUL", { password: `${PASSWORD}\0` }, "/password"],
  ["a lone surrogate", { full_name: "R\ud800" }, "/full_name"],
  ["no address", { email: "rita" }, "/email"],
  ["an unknown role", { role: "king" }, "/role"],
  ["an unknown field", { is_admin: true }, "/is_admin"],
  ["an empty name", { full_name: "  " }, "/full_name"],
];
for (const [what, fields, pointer] of wrong) {
  Deno.test(`POST /auth/register refuses ${what}, points at it, and stores nothing`, async () => {
    await using api = await testApi();
    const response = await api.post("/api/v1/auth/register", { ...account, ...fields });
    const body = await response.json();
    equal(response.status, 422);
    equal(response.headers.get("content-type"), "application/problem+json");
    deepEqual(body.errors.map((error: { pointer: string }) => error.pointer), [pointer]);
    deepEqual(await api.services.db.select().from(users), []);
  });
}

Deno.test("a password of 200 characters is compared to its end", async () => {
  await using api = await testApi();
  const password = "long ".repeat(40);
  await api.register({ email: "rita@example.com", password });
  equal((await api.post("/api/v1/auth/login", { email: "rita@example.com", password })).status, 200);
  const other = `${password.slice(0, -2)}x `;
  equal((await api.post("/api/v1/auth/login", { email: "rita@example.com", password: other })).status, 401);
});

Deno.test("POST /auth/login answers a token that GET /auth/me takes", async () => {
  await using api = await testApi();
  const user = await api.register();
  const { access_token, token_type, expires_in } = await api.logIn(user.email);
  deepEqual([token_type, expires_in], ["bearer", 1800]);
  const me = await api.get("/api/v1/auth/me", access_token);
  equal(me.status, 200);
  equal((await me.json()).id, user.id);
});

Deno.test("a wrong password and an unknown address get the same answer", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const answers = await Promise.all(
    [{ email, password: "something else at all" }, { email: "nobody@example.com", password: PASSWORD }]
      .map(async (body) => {
        const response = await api.post("/api/v1/auth/login", body);
        const { request_id: _, ...problem } = await response.json();
        return { status: response.status, problem };
      }),
  );
  equal(answers[0]?.status, 401);
  deepEqual(answers[0], answers[1]);
});

Deno.test("a token that is expired, forged, unsigned or for something else is refused", async () => {
  await using api = await testApi();
  const user = await api.register();
  const { access_token } = await api.logIn(user.email);
  const unsigned =
    [{ alg: "none" }, JSON.parse(atob(access_token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/")))]
      .map((part) => btoa(JSON.stringify(part)).replaceAll("=", "")).join(".") + ".";
  const otherKey = await new SignJWT({ cid: user.company_id }).setProtectedHeader({ alg: "HS256" }).setSubject(user.id)
    .setExpirationTime("1h").sign(new TextEncoder().encode("another key of more than 32 bytes ...."));
  const noAudience = await new SignJWT({ cid: user.company_id }).setProtectedHeader({ alg: "HS256" }).setSubject(
    user.id,
  )
    .setExpirationTime("1h").sign(signingKey);
  for (const token of ["", "abc", "a.b.c", unsigned, otherKey, noAudience, `${access_token}x`]) {
    equal((await api.get("/api/v1/auth/me", token || " ")).status, 401);
  }
  equal((await api.get("/api/v1/auth/me")).headers.get("www-authenticate")?.startsWith("Bearer"), true);
  api.advance(31 * 60_000);
  equal((await api.get("/api/v1/auth/me", access_token)).status, 401);
});

Deno.test("a refresh token works once; used again, it ends the session", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { refresh_token } = await api.logIn(email);
  const next = await api.post("/api/v1/auth/refresh", { refresh_token });
  equal(next.status, 200);
  const second = await next.json();
  api.advance(60 * 60_000);
  equal((await api.post("/api/v1/auth/refresh", { refresh_token })).status, 401);
  equal((await api.post("/api/v1/auth/refresh", { refresh_token: second.refresh_token })).status, 401);
});

Deno.test("POST /auth/logout ends the session at once", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token, refresh_token } = await api.logIn(email);
  const response = await api.post("/api/v1/auth/logout", { refresh_token }, access_token);
  ok(response.status === 204 || response.status === 200, String(response.status));
  equal((await api.get("/api/v1/auth/me", access_token)).status, 401);
  equal((await api.post("/api/v1/auth/refresh", { refresh_token })).status, 401);
});

Deno.test("guessing a password is slowed down, with the time to wait", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  let last: Response | undefined;
  for (let i = 0; i < 40 && last?.status !== 429; i++) {
    last = await api.post("/api/v1/auth/login", { email, password: `guess number ${i} of many` });
  }
  equal(last?.status, 429);
  ok(Number(last?.headers.get("retry-after")) > 0);
});

Deno.test("malformed and mistyped bodies are told apart, and never 5xx", async () => {
  await using api = await testApi();
  const send = (body: string, type = "application/json") =>
    api.request("/api/v1/auth/login", { method: "POST", headers: { "content-type": type }, body });
  equal((await send("{")).status, 400);
  equal((await send("")).status, 400);
  equal((await send("[]")).status, 422);
  equal((await send("{}", "text/plain")).status, 415);
  equal((await send(`{"email":1e999,"password":null}`)).status, 422);
});
