import { deepEqual, equal, ok } from "node:assert/strict";
import { testApp } from "../../tests/harness/app.ts";
import { scopeOf, SCOPES } from "./scopes.ts";

const UNKNOWN_ID = "01912d68-783e-7a03-8467-5661c1243ad4";
/** For people, who log in. */
const CLOSED = ["Auth", "Company", "Members", "Invitations", "API keys"];

interface Operation {
  method: string;
  path: string;
  operationId: string;
  tags: string[];
  security?: Record<string, string[]>[];
}

Deno.test("a key opens an operation with its one scope, and without it none; accounts it never opens", async (t) => {
  await using test = await testApp();
  const owner = await test.owner();
  const keyWith = async (scopes: readonly string[]) => {
    const { status, body } = await owner.post("/api-keys", { name: "Test", scopes });
    equal(status, 201, JSON.stringify(body));
    return body.key;
  };
  const keys = new Map<string, { only: string; others: string }>();
  for (const scope of SCOPES) {
    const others = SCOPES.filter((other) => other !== scope);
    keys.set(scope, { only: await keyWith([scope]), others: await keyWith(others) });
  }
  const every = await keyWith(SCOPES);

  const { paths } = await (await test.request("/openapi.json")).json();
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries<Record<string, Omit<Operation, "method" | "path">>>(paths)) {
    for (const [method, operation] of Object.entries(item)) operations.push({ ...operation, method, path });
  }
  const guarded = operations.filter(({ path, security }) => path.startsWith("/api/") && security?.length !== 0);
  ok(guarded.length > 20);
  const seen = new Set<string>();
  for (const operation of guarded) {
    await t.step(operation.operationId, async () => {
      const method = operation.method.toUpperCase();
      const path = operation.path.replaceAll(/\{\w+\}/g, UNKNOWN_ID);
      const send = async (key: string) => {
        const response = await test.request(path, { method, headers: { authorization: `Bearer ${key}` } });
        await response.body?.cancel();
        return response.status;
      };
      const scope = scopeOf({ ...operation, method: operation.method as "get" });
      ok(scope !== undefined, `nobody decided which scope the tag ${operation.tags[0]} needs`);
      if (scope === null) {
        ok(CLOSED.includes(operation.tags[0]!));
        equal(await send(every), 403);
        return;
      }
      seen.add(scope);
      deepEqual(operation.security, [{ bearer: [] }, { api_key: [scope] }]);
      equal(await send(keys.get(scope)!.others), 403);
      const status = await send(keys.get(scope)!.only);
      ok(status < 500 && status !== 401 && status !== 403, `${status}`);
    });
  }
  ok(seen.has("jobs:read") && seen.has("resumes:write"));
});

Deno.test("a key of a hiring manager writes no job, whatever its scopes", async () => {
  await using test = await testApp();
  const owner = await test.owner({ role: "recruiter" });
  const { body: invitation } = await owner.post("/invitations", { role: "hiring_manager" });
  const email = "manager@example.com";
  const password = "a long enough passphrase";
  const registered = await test.request("/api/v1/auth/register", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password, full_name: "Test Manager", invite_token: invitation.token }),
  });
  equal(registered.status, 201, await registered.text());
  const login = await owner.post("/auth/login", { email, password });
  const { body } = await test.as(login.body.access_token).post("/api-keys", { name: "Mine", scopes: SCOPES });
  const integration = test.as(body.key);

  equal((await integration.get("/jobs")).status, 200);
  const job = { title: "Baker", company: "Ours", description: "Bake bread.", requirements: "Baking." };
  equal((await integration.post("/jobs", job)).status, 403);
});
