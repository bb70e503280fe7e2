import { deepEqual, equal, notEqual } from "node:assert/strict";
import { type Caller, testApp } from "../../tests/harness/app.ts";

const job = {
  title: "Baker",
  company: "Corner Bakery",
  description: "You bake bread at night.",
  requirements: "Two years at an oven.",
  skills_required: ["Bread baking"],
};

const post = (caller: Caller, key: string, body: unknown = job) =>
  caller.send("POST", "/jobs", body, { "idempotency-key": key });

Deno.test("a POST sent again with its key is answered again and done once, also ten at a time", async () => {
  await using test = await testApp();
  const owner = await test.owner();

  const first = await post(owner, "first");
  const again = await post(owner, "first");
  equal(first.status, 201);
  equal(first.headers.get("idempotent-replayed"), null);
  equal(again.headers.get("idempotent-replayed"), "true");
  deepEqual([again.status, again.body, again.headers.get("etag")], [201, first.body, first.headers.get("etag")]);

  const atOnce = await Promise.all(Array.from({ length: 10 }, () => post(owner, "second")));
  deepEqual([...new Set(atOnce.map(({ status }) => status))].toSorted(), [201, 409]);
  for (const { status, headers } of atOnce) if (status === 409) equal(headers.get("retry-after"), "1");
  equal((await owner.get("/jobs")).body.total, 2);
});

Deno.test("a key belongs to one body, one user and one path, and is forgotten after a day", async () => {
  let aheadMs = 0;
  await using test = await testApp({ overrides: { now: () => new Date(Date.now() + aheadMs) } });
  const [owner, other] = [await test.owner(), await test.owner()];
  const first = await post(owner, "mine");

  const changed = await post(owner, "mine", { ...job, title: "Confectioner" });
  deepEqual([changed.status, changed.body.errors[0].pointer], [422, "/header/idempotency-key"]);
  equal((await post(other, "mine")).headers.get("idempotent-replayed"), null);
  equal((await post(owner, "")).status, 422);
  equal((await post(owner, "x".repeat(256))).status, 422);

  aheadMs = 24 * 60 * 60 * 1000 + 1;
  const session = await owner.send("POST", "/auth/login", {
    email: owner.user.email,
    password: "a long enough passphrase",
  });
  const later = await post(test.as(session.body.access_token), "mine");
  equal(later.status, 201);
  notEqual(later.body.id, first.body.id);
});

Deno.test("a request that was refused leaves its key free", async () => {
  await using test = await testApp();
  const owner = await test.owner();
  const refused = await post(owner, "again", { ...job, title: "" });
  equal(refused.status, 422);
  equal((await post(owner, "again")).status, 201);
});

Deno.test("an upload sent again with its key is the same upload, though the form has another boundary", async () => {
  await using test = await testApp();
  const owner = await test.owner();
  const lines = ["Maren Example-Holt", "maren.holt@example.com", "Experience", "Baker, Corner Bakery, 2015 - 2020"];
  const file = () => new File([`${lines.join("\n")}\nBaked bread, cakes and rolls for the whole town.\n`], "maren.txt");
  const key = { "idempotency-key": "one file".replaceAll(" ", "-") };

  const first = await owner.upload(file(), {}, key);
  const again = await owner.upload(file(), {}, key);
  deepEqual([first.status, again.status], [201, 201]);
  equal(again.headers.get("idempotent-replayed"), "true");
  deepEqual(again.body, first.body);
});
