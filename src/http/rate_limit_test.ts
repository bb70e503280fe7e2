import { deepEqual, equal, match } from "node:assert/strict";
import { testApp } from "../../tests/harness/app.ts";

Deno.test("every answer of the API tells what is left, and past the limit comes 429 with the time to wait", async () => {
  await using test = await testApp({ requestsPerMinute: 3 });
  const owner = await test.owner();
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await owner.get("/auth/me"));

  deepEqual(answers.map(({ status }) => status), [200, 200, 200, 429]);
  const [first, , , last] = answers;
  equal(first!.headers.get("ratelimit-policy"), '"default";q=3;w=60');
  match(first!.headers.get("ratelimit")!, /^"default";r=2;t=\d+$/);
  equal(last!.body.code, "rate_limited");
  match(last!.headers.get("retry-after")!, /^\d+$/);

  const other = await test.request("/livez");
  equal(other.status, 200);
  equal(other.headers.get("ratelimit"), null);
});
