import { deepEqual, equal, match } from "node:assert/strict";
import { testApi } from "../../tests/harness/api.ts";

const PAGE = "https://app.example.com";
const PATH = "/api/v1/auth/me";

/** What a browser asks before a page's request with a token. */
const preflight = (origin: string) => ({
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "PATCH", "access-control-request-headers": "authorization" },
});

const corsHeaders = (response: Response) => [...response.headers.keys()].filter((name) => /^access-control/.test(name));

Deno.test("no page may call from a browser unless its origin is configured", async () => {
  await using api = await testApi();
  for (const init of [preflight(PAGE), { headers: { origin: PAGE } }]) {
    deepEqual(corsHeaders(await api.app.request(PATH, init)), []);
  }
});

Deno.test("a page of a configured origin may call and read every header; another may not", async () => {
  await using api = await testApi({ corsOrigins: [PAGE, "http://localhost:3000"] });
  const asked = await api.app.request(PATH, preflight(PAGE));
  equal(asked.status, 204);
  equal(asked.headers.get("access-control-allow-origin"), PAGE);
  match(asked.headers.get("access-control-allow-methods")!, /PATCH/);
  match(asked.headers.get("access-control-allow-headers")!, /Authorization.*Idempotency-Key.*If-Match/);
  equal(asked.headers.get("access-control-allow-credentials"), null);

  // An error, too: a page that cannot read it cannot tell its user.
  const refused = await api.app.request(PATH, { headers: { origin: PAGE } });
  equal(refused.status, 401);
  equal(refused.headers.get("access-control-allow-origin"), PAGE);
  match(refused.headers.get("access-control-expose-headers")!, /ETag.*Link.*Location.*Retry-After/);
  match(refused.headers.get("vary")!, /Origin/i);

  for (
    const origin of ["https://evil.example", "https://app.example.com.evil.example", "null", "http://app.example.com"]
  ) {
    for (const init of [preflight(origin), { headers: { origin } }]) {
      equal((await api.app.request(PATH, init)).headers.get("access-control-allow-origin"), null, origin);
    }
  }
});
