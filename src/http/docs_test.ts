import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type TestApi, testApi } from "../../tests/harness/api.ts";

const pages = {
  "/docs": ["/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/init.js"],
  "/redoc": ["/redoc/redoc.standalone.js", "/redoc/init.js"],
};

const documentOf = async (api: TestApi) => await (await api.get("/openapi.json")).json();

Deno.test("the document is OpenAPI 3.1 with every route, its version and the bearer scheme", async () => {
  await using api = await testApi();
  const document = await documentOf(api);
  match(document.openapi, /^3\.1\./);
  equal(document.info.version, "1.2.3");
  const declared = api.app.openAPIRegistry.definitions.flatMap((each) =>
    each.type === "route" ? [each.route.path] : []
  );
  deepEqual(new Set(Object.keys(document.paths)), new Set(declared));
  ok(declared.includes("/api/v1/auth/register"));
  equal(document.components.securitySchemes.bearer.scheme, "bearer");
});

Deno.test("an operation documents the answers that follow from its declaration", async () => {
  await using api = await testApi();
  const { paths } = await documentOf(api);
  const statuses = (path: string, method: string) => Object.keys(paths[path][method].responses);
  deepEqual(statuses("/api/v1/auth/me", "get"), ["200", "304", "401", "403", "422", "429", "503"]);
  deepEqual(
    statuses("/api/v1/auth/register", "post"),
    ["201", "400", "403", "404", "409", "413", "415", "422", "429", "503"],
  );
  ok(paths["/api/v1/auth/me"].get.responses["401"].headers["www-authenticate"]);
  deepEqual(paths["/api/v1/auth/login"].post.security, []);
});

Deno.test("every body schema is closed and every reference resolves", async () => {
  await using api = await testApi();
  const document = await documentOf(api);
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g);
  for (const [, kind, name] of references) ok(document.components[kind!][name!], `${kind}/${name}`);
  for (const [name, schema] of Object.entries<Record<string, unknown>>(document.components.schemas)) {
    if (schema["type"] === "object") equal(schema["additionalProperties"], false, name);
  }
});

Deno.test("the document is not sent again to who has it", async () => {
  await using api = await testApi();
  const etag = (await api.get("/openapi.json")).headers.get("etag") ?? "";
  for (const known of [etag, `"other", W/${etag}`, "*"]) {
    const again = await api.request("/openapi.json", { headers: { "if-none-match": known } });
    equal(again.status, 304);
    equal(await again.text(), "");
  }
  equal((await api.request("/openapi.json", { headers: { "if-none-match": '"other"' } })).status, 200);
});

Deno.test("both viewers are served whole by ourselves, under a policy without inline scripts", async () => {
  await using api = await testApi();
  for (const [page, files] of Object.entries(pages)) {
    const response = await api.get(page);
    const policy = response.headers.get("content-security-policy") ?? "";
    ok(policy.includes("default-src 'none'") && policy.includes("script-src 'self';"));
    const html = await response.text();
    ok(!/<script>|https?:|\son\w+=/.test(html), "inline script or foreign address");
    deepEqual([...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path), files);
    for (const file of files) {
      const served = await api.get(file);
      equal(served.status, 200, file);
      ok((await served.text()).length > 50, file);
    }
  }
});

Deno.test("no viewer loads an image, style or script from another host", async () => {
  await using api = await testApi();
  for (const file of Object.values(pages).flat()) {
    const source = await (await api.get(file)).text();
    deepEqual(source.match(/(?:src:|src=|@import |url\()\s*["']?https?:[^"')]+/g), null, file);
  }
});
