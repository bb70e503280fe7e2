import { equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { loadConfig } from "./config.ts";
import { AppError } from "./errors.ts";
import { createPasswords } from "./passwords.ts";

const passwords = createPasswords({ cost: 4 });

Deno.test("a password verifies against its own hash only", async () => {
  const hash = await passwords.hash("correct horse");
  ok(await passwords.verify("correct horse", hash));
  equal(await passwords.verify("correct horsE", hash), false);
  equal(await passwords.verify("", hash), false);
});

Deno.test("unless configured otherwise a password is hashed at cost 12, and the hash tells how it was made", async () => {
  const byDefault = createPasswords({ cost: loadConfig({}).bcryptCost });
  match(await byDefault.hash("correct horse"), /^jm1\$\$2b\$12\$/);
});

Deno.test("two hashes of one password differ", async () => {
  notEqual(await passwords.hash("same"), await passwords.hash("same"));
});

Deno.test("every character counts: past 72 bytes, and after NUL", async () => {
  const long = "é".repeat(200);
  ok(await passwords.verify(long, await passwords.hash(long)));
  equal(await passwords.verify(long.slice(0, -1), await passwords.hash(long)), false);
  equal(await passwords.verify("a\0b", await passwords.hash("a\0c")), false);
});

Deno.test("however a character is composed, it is the same password", async () => {
  ok(await passwords.verify("cafe\u0301 am Fluß", await passwords.hash("caf\u00e9 am Fluß")));
});

Deno.test("without a hash, and with one of an unknown scheme, nothing verifies", async () => {
  equal(await passwords.verify("anything", null), false);
  const bcrypt = (await passwords.hash("anything")).slice("jm1$".length);
  equal(await passwords.verify("anything", bcrypt), false);
  equal(await passwords.verify("anything", "jm1$garbage"), false);
});

// A ratio within one run: both do the same bcrypt rounds. Without the stand-in hash it is above 1000.
Deno.test("an unknown account takes about as long as a known one", async () => {
  const slow = createPasswords({ cost: 9 });
  const hash = await slow.hash("known");
  const fastestOf = async (given: string | null) => {
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const started = performance.now();
      await slow.verify("wrong", given);
      best = Math.min(best, performance.now() - started);
    }
    return best;
  };
  const ratio = await fastestOf(hash) / await fastestOf(null);
  ok(ratio > 0.4 && ratio < 2.5, `ratio ${ratio}`);
});

Deno.test("past the bounded queue the answer is 503 with a time to wait, and the others finish", async () => {
  const bounded = createPasswords({ cost: 4, atOnce: 1, waitingMax: 2 });
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => bounded.hash("x")));
  const refused = results.filter((result) => result.status === "rejected");
  equal(refused.length, 3);
  for (const { reason } of refused) {
    ok(reason instanceof AppError);
    equal(reason.code, "unavailable");
    ok((reason.retryAfterSeconds ?? 0) > 0);
  }
  await bounded.hash("later");
});

Deno.test("a fault inside bcrypt is not taken for a full queue", async () => {
  await rejects(createPasswords({ cost: 99 }).hash("x"), (error) => !(error instanceof AppError));
});
