import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { PASSWORD, pointersOf, problemOf, type TestApi, testApi } from "../../tests/harness/api.ts";
import { companies, logins, users } from "../db/schema.ts";
import { injected } from "../../tests/trust/report.ts";

const account = {
  email: "ada@example.com",
  password: PASSWORD,
  full_name: "Ada Example",
  role: "recruiter",
  company_name: "Example Ltd",
};

async function rows({ services: { db } }: TestApi): Promise<number[]> {
  return await Promise.all([companies, users, logins].map((table) => db.$count(table)));
}

Deno.test("POST /auth/register founds a company owned by the user, and shows no password", async () => {
  await using api = await testApi();
  const response = await api.post("/api/v1/auth/register", { ...account, email: "Ada@Example.COM" });
  equal(response.status, 201);
  const { id, company_id, created_at, ...user } = await response.json();

  deepEqual(user, {
    email: "ada@example.com",
    full_name: "Ada Example",
    role: "recruiter",
    company_name: "Example Ltd",
    is_owner: true,
    is_active: true,
  });
  for (const uuid of [id, company_id]) match(uuid, /^[0-9a-f]{8}-/);
  ok(!Number.isNaN(Date.parse(created_at)));
  const [login] = await api.services.db.select().from(logins);
  equal(await api.services.passwords.verify(PASSWORD, login!.passwordHash), true);
  ok(!login!.passwordHash.includes(PASSWORD));
});

for (const role of ["recruiter", "hiring_manager", "admin"]) {
  Deno.test(`a ${role} can register, log in and see themselves`, async () => {
    await using api = await testApi();
    const user = await api.register({ role });
    const { access_token, refresh_token, ...tokens } = await api.logIn(user.email);

    deepEqual(tokens, { token_type: "bearer", expires_in: 1800, user });
    match(refresh_token, /^jmr_/);
    deepEqual(await (await api.get("/api/v1/auth/me", access_token)).json(), user);
  });
}

Deno.test("a company's name that is taken founds another company all the same", async () => {
  await using api = await testApi();
  const [first, second] = [await api.register(), await api.register()];

  notEqual(first.company_id, second.company_id);
  equal(first["company_name"], second["company_name"]);
});

Deno.test("an e-mail address that is taken is 409, in any case, and founds no company", async () => {
  await using api = await testApi();
  await api.register({ email: account.email });
  for (const email of [account.email, "ADA@example.com"]) {
    deepEqual(await problemOf(await api.post("/api/v1/auth/register", { ...account, email })), [409, "conflict"]);
  }

  deepEqual(await rows(api), [1, 1, 1]);
});

Deno.test("of many registrations of one address at once, one wins and the others store nothing", async () => {
  await using api = await testApi();
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.post("/api/v1/auth/register", account)));

  deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array(7).fill(409)]);
  deepEqual(await rows(api), [1, 1, 1]);
});

const wrongAccounts: [name: string, fields: Record<string, unknown>, pointer: string][] = [
  ["a short password", { password: "eleven char" }, "/password"],
  ["an endless password", { password: "ab ".repeat(100) }, "/password"],
  ["a common password", { password: "Password1234!" }, "/password"],
  ["a run for a password", { password: "abcdefghijklmnop" }, "/password"],
  ["a repetition for a password", { password: "aaaaaaaaaaaaaaaa" }, "/password"],
  ["the e-mail address for a password", { password: account.email }, "/password"],
  ["a NUL in the password", { password: `${PASSWORD}\0` }, "/password"],
  ["a lone surrogate in the password", { password: `${PASSWORD}\ud800` }, "/password"],
  ["a password that is no text", { password: 123456789012 }, "/password"],
  ["no password", { password: undefined }, "/password"],
  ["an e-mail address that is none", { email: "ada.example.com" }, "/email"],
  ["an e-mail address with 65 characters before the @", { email: `${"a".repeat(65)}@example.com` }, "/email"],
  ["an e-mail address with a domain label of 64", { email: `ada@${"a".repeat(64)}.com` }, "/email"],
  ["an endless e-mail address", { email: `${"a".repeat(300)}@example.com` }, "/email"],
  ["a NUL in the e-mail address", { email: "ada\0@example.com" }, "/email"],
  ["an unknown role", { role: "owner" }, "/role"],
  ["a blank name", { full_name: "  " }, "/full_name"],
  ["a NUL in the name", { full_name: "Ada\0" }, "/full_name"],
  ["a lone surrogate in the name", { full_name: "Ada \udc00" }, "/full_name"],
  ["an endless name", { full_name: "a".repeat(201) }, "/full_name"],
  ["no company", { company_name: undefined }, "/company_name"],
  ["a line break in the company's name", { company_name: "Example\r\nLtd" }, "/company_name"],
  ["an unknown field", { is_owner: true }, "/is_owner"],
  ["a company by id", { company_id: "01912d68-783e-7a03-8467-5661c1243ad4" }, "/company_id"],
];

Deno.test("POST /auth/register refuses bad input by pointer and stores nothing", async (t) => {
  await using api = await testApi();
  for (const [name, fields, pointer] of wrongAccounts) {
    await t.step(name, async () => {
      const response = await api.post("/api/v1/auth/register", { ...account, ...fields });
      equal(response.status, 422);
      deepEqual(await pointersOf(response), [pointer]);
    });
  }

  deepEqual(await rows(api), [0, 0, 0]);
});

const bodies: [name: string, body: BodyInit, type: string | null, expected: [number, string]][] = [
  ["half of a document", '{"email": ', "application/json", [400, "malformed"]],
  ["nothing", "", "application/json", [400, "malformed"]],
  ["bytes that are not UTF-8", Uint8Array.of(0x22, 0xff, 0x22), "application/json", [400, "malformed"]],
  ["a list", "[]", "application/json", [422, "invalid"]],
  ["null", "null", "application/json", [422, "invalid"]],
  ["depth without end", "[".repeat(100_000), "application/json", [400, "malformed"]],
  ["a form", "email=a", "application/x-www-form-urlencoded", [415, "unsupported_media_type"]],
  ["text", JSON.stringify(account), "text/plain", [415, "unsupported_media_type"]],
  ["no content type", new TextEncoder().encode(JSON.stringify(account)), null, [415, "unsupported_media_type"]],
  ["more than a megabyte", `"${"a".repeat(1_100_000)}"`, "application/json", [413, "too_large"]],
];

Deno.test("no auth route fails on a body that is not its JSON", async (t) => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token } = await api.logIn(email);
  for (const path of ["register", "login", "refresh", "change-password"]) {
    for (const [name, body, type, expected] of bodies) {
      await t.step(`${path}: ${name}`, async () => {
        const headers = { authorization: `Bearer ${access_token}`, ...(type !== null && { "content-type": type }) };
        const response = await api.request(`/api/v1/auth/${path}`, { method: "POST", headers, body });
        deepEqual(await problemOf(response), expected);
      });
    }
  }
});

Deno.test("a wrong password and an unknown address get one answer, after the same work", async () => {
  await using api = await testApi();
  let checks = 0;
  const { passwords } = api.services;
  const verify = passwords.verify.bind(passwords);
  passwords.verify = (...given) => {
    checks++;
    return verify(...given);
  };
  const { email } = await api.register();

  const answers = [];
  for (const body of [{ email, password: "not the passphrase" }, { email: "nobody@example.com", password: PASSWORD }]) {
    const response = await api.post("/api/v1/auth/login", body);
    match(response.headers.get("www-authenticate") ?? "", /^Bearer/);
    const { request_id: _, ...told } = await response.json();
    answers.push(told);
  }
  equal(answers[0].status, 401);
  deepEqual(answers[0], answers[1]);
  equal(checks, 2);
  injected(15, "logins with a wrong password, and of nobody", answers.length);
});

Deno.test("a login is refused bad input like any other body", async () => {
  await using api = await testApi();
  for (
    const [body, pointer] of [
      [{ email: "a@example.com" }, "/password"],
      [{ email: "a@example.com", password: "a\0b" }, "/password"],
      [{ email: "a@example.com", password: "\ud800" }, "/password"],
      [{ email: { $ne: null }, password: PASSWORD }, "/email"],
      [{ email: "a@example.com", password: PASSWORD, remember: true }, "/remember"],
    ] as const
  ) {
    const response = await api.post("/api/v1/auth/login", body);
    equal(response.status, 422);
    deepEqual(await pointersOf(response), [pointer]);
  }
});

Deno.test("a tenth failure for an account is the last for a while, also with the right password", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const other = await api.register();
  const guess = () => api.post("/api/v1/auth/login", { email, password: "not the passphrase" });
  for (let i = 0; i < 10; i++) equal((await guess()).status, 401);

  for (const password of ["not the passphrase", PASSWORD]) {
    const response = await api.post("/api/v1/auth/login", { email, password });
    const seconds = Number(response.headers.get("retry-after"));
    deepEqual(await problemOf(response), [429, "rate_limited"]);
    ok(seconds >= 1 && seconds <= 15 * 60);
  }
  await api.logIn(other.email);
});

Deno.test("whoever guesses from elsewhere locks nobody out where they have logged in before", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const from = (hostname: string) => ({ remoteAddr: { transport: "tcp", hostname, port: 1 } } as const);
  const logIn = async (password: string, hostname: string) =>
    (await api.post("/api/v1/auth/login", { email, password }, undefined, from(hostname))).status;
  equal(await logIn(PASSWORD, "203.0.113.7"), 200);

  const guesses = [];
  for (let i = 0; i < 12; i++) guesses.push(await logIn("not the passphrase", "198.51.100.9"));
  deepEqual(guesses, [...Array(10).fill(401), 429, 429]);
  equal(await logIn(PASSWORD, "198.51.100.9"), 429);
  for (let i = 0; i < 3; i++) equal(await logIn(PASSWORD, "203.0.113.7"), 200);

  for (let i = 0; i < 10; i++) equal(await logIn("not the passphrase", "203.0.113.7"), 401);
  equal(await logIn(PASSWORD, "203.0.113.7"), 429, "nor is that a way around the throttle");
  injected(16, "guesses from elsewhere", guesses.length);
});

Deno.test("guesses at once cannot outrun the throttle, and unknown accounts have one, too", async () => {
  await using api = await testApi();
  const guess = { email: "nobody@example.com", password: "not the passphrase" };
  const answers = await Promise.all(Array.from({ length: 25 }, () => api.post("/api/v1/auth/login", guess)));

  equal(answers.filter(({ status }) => status === 401).length, 10);
  equal(answers.filter(({ status }) => status === 429).length, 15);
  injected(16, "guesses at one account at once", answers.length);
});

Deno.test("one address cannot try one password on many accounts", async () => {
  await using api = await testApi();
  const from = (hostname: string) => ({ remoteAddr: { transport: "tcp", hostname, port: 1 } } as const);
  const statuses = [];
  for (let i = 0; i < 51; i++) {
    const guess = { email: `user-${i}@example.com`, password: "not the passphrase" };
    statuses.push((await api.post("/api/v1/auth/login", guess, undefined, from("203.0.113.7"))).status);
  }
  deepEqual(statuses, [...Array(50).fill(401), 429]);
  injected(16, "guesses at as many accounts from one address", statuses.length);

  const elsewhere = { email: "user-0@example.com", password: "not the passphrase" };
  equal((await api.post("/api/v1/auth/login", elsewhere, undefined, from("203.0.113.8"))).status, 401);
});
