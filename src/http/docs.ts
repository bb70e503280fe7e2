/**
 * The OpenAPI document and two ways to read it, all from our own files: nothing is loaded from another host.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { AppEnv, AppRouter } from "./contract.ts";
import { buildDocument } from "./document.ts";

/** Both viewers inject styles; neither needs an inline script. */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const packages = new URL("../../node_modules/", import.meta.url);
const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";
const HTML = "text/html; charset=utf-8";

/** What is served under which path: a file of a package, or a text of ours. */
const files: Record<string, { type: string; file: string } | { type: string; text: string }> = {
  "/docs": { type: HTML, text: page("docs/init.js", "docs/swagger-ui-bundle.js", "docs/swagger-ui.css") },
  "/docs/init.js": {
    type: SCRIPT,
    text: `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#viewer", deepLinking: true, validatorUrl: null });\n`,
  },
  "/docs/swagger-ui-bundle.js": { type: SCRIPT, file: "swagger-ui-dist/swagger-ui-bundle.js" },
  "/docs/swagger-ui.css": { type: STYLE, file: "swagger-ui-dist/swagger-ui.css" },
  "/redoc": { type: HTML, text: page("redoc/init.js", "redoc/redoc.standalone.js") },
  "/redoc/init.js": {
    type: SCRIPT,
    text: `Redoc.init("/openapi.json", { disableSearch: false, hideDownloadButton: false, ` +
      `theme: { typography: { fontFamily: "sans-serif", headings: { fontFamily: "sans-serif" } } } }, ` +
      `document.getElementById("viewer"));\n`,
  },
  "/redoc/redoc.standalone.js": { type: SCRIPT, file: "redoc/bundles/redoc.standalone.js" },
};

function page(init: string, script: string, style?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Job Match API</title>
<link rel="icon" href="data:,">
${style === undefined ? "" : `<link rel="stylesheet" href="/${style}">\n`}</head>
<body>
<div id="viewer"></div>
<script src="/${script}"></script>
<script src="/${init}"></script>
</body>
</html>
`;
}

interface Stored {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

/**
 * Serves `/openapi.json`, `/docs` and `/redoc`. The document is built at its first use, the files are read at theirs.
 *
 * @param app The root app, with every route mounted by the time of the first request.
 */
export function docsRoutes(app: AppRouter, version: string): Hono<AppEnv> {
  const router = new Hono<AppEnv>();
  const stored = new Map<string, Promise<Stored>>();
  const once = (path: string, load: () => Promise<Uint8Array<ArrayBuffer>>) => {
    const found = stored.get(path) ?? load().then((body) => ({ body, etag: etagOf(body) }));
    stored.set(path, found);
    // A read that failed is tried again by the next request.
    found.catch(() => stored.delete(path));
    return found;
  };
  router.get("/openapi.json", async (c) => {
    const load = () => Promise.resolve(new TextEncoder().encode(JSON.stringify(buildDocument(app, version))));
    return answer(c, await once(c.req.path, load), "application/json");
  });
  for (const [path, source] of Object.entries(files)) {
    router.get(path, async (c) => {
      const load = "file" in source
        ? () => readOwn(source.file)
        : () => Promise.resolve(new TextEncoder().encode(source.text));
      if (source.type === HTML) c.header("content-security-policy", PAGE_POLICY);
      return answer(c, await once(path, load), source.type);
    });
  }
  return router;
}

/** ReDoc's bundle asks another host for its maker's logo; an empty image stands in for it. */
const FOREIGN_IMAGE = "https://cdn.redoc.ly/redoc/logo-mini.svg";

async function readOwn(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = await Deno.readTextFile(new URL(file, packages));
  return new TextEncoder().encode(text.replaceAll(FOREIGN_IMAGE, "data:,"));
}

const etagOf = (body: Uint8Array) => `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

function answer(c: Context<AppEnv>, { body, etag }: Stored, type: string): Response {
  c.header("etag", etag);
  c.header("cache-control", "no-cache");
  const known = (c.req.header("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return c.body(null, 304);
  c.header("content-type", type);
  return c.body(body);
}
