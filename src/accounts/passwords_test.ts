import { deepEqual, equal } from "node:assert/strict";
import { testApi } from "../../tests/harness/api.ts";
import { logins } from "../db/schema.ts";

const account = { full_name: "Ada Example", role: "recruiter", company_name: "Example Ltd" };

Deno.test("a password has 12 to 256 characters of any kind and is none of those that everybody tries first", async (t) => {
  await using api = await testApi();
  const register = (password: string, email = "ada@example.com") =>
    api.post("/api/v1/auth/register", { ...account, email, password });
  const refused: [why: string, password: string][] = [
    ["too short", "short words"],
    ["too long", "a passphrase ".repeat(20)],
    ["one of the commonest", "password1234"],
    ["the same in disguise", "P@ssw0rd!!!!!"],
    ["a common word and a year", "Sunflower-2026"],
    ["one that leaked often", "Polniypizdec0211"],
    ["the same in wide letters", "ｓｏｎｙｅｒｉｃｓｓｏｎ"],
    ["a word of this trade", "recruitment-1"],
    ["a keyboard's row", "qwertyuiopas"],
    ["digits in a row", "123456789012"],
    ["one character", "aaaaaaaaaaaaaa"],
    ["a word over and over", "abcabcabcabc"],
    ["the address", "ada@example.com"],
  ];
  for (const [why, password] of refused) {
    await t.step(`refused: ${why}`, async () => {
      const response = await register(password);
      const { errors } = await response.json();
      deepEqual([response.status, errors.map(({ pointer }: { pointer: string }) => pointer)], [422, ["/password"]]);
      equal(await api.services.db.$count(logins), 0);
    });
  }
  const taken = [
    "twelve chars",
    "lower case letters only",
    Array.from({ length: 64 }, (_, i) => `w${i + 10} `).join("").slice(0, 256),
    "пароль из четырёх слов",
    "🦊 seven foxes 🦊",
  ];
  for (const [i, password] of taken.entries()) {
    await t.step(`taken: ${[...password].length} characters`, async () => {
      const email = `ada${i}@example.com`;
      equal((await register(password, email)).status, 201);
      equal((await api.post("/api/v1/auth/login", { email, password })).status, 200);
    });
  }
});

Deno.test("a password may be typed in any form of its characters, and one character off is another password", async () => {
  await using api = await testApi();
  const [email, password] = ["ada@example.com", "ﬁve crème brûlées"];
  equal((await api.post("/api/v1/auth/register", { ...account, email, password })).status, 201);
  const logIn = async (typed: string) => (await api.post("/api/v1/auth/login", { email, password: typed })).status;

  equal(await logIn(password.normalize("NFD")), 200);
  equal(await logIn(password.normalize("NFKC")), 200);
  equal(await logIn("five creme brulees"), 401);
  equal(await logIn(`${password} `), 401);
});
