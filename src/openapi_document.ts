/**
 * The OpenAPI document of the whole API, without a server, a database or a model.
 *
 * @module
 */
import { createApp, VERSION } from "./app.ts";
import { loadConfig } from "./config.ts";
import { unconnectedDatabase } from "./db/unconnected.ts";
import { createAccessTokens } from "./http/auth.ts";
import { createCursors } from "./http/cursor.ts";
import { buildDocument } from "./http/document.ts";
import type { Services } from "./services.ts";

/** What `/openapi.json` of a server with default settings says. Nothing can be served by it. */
export async function openApiDocument(): Promise<ReturnType<typeof buildDocument>> {
  const config = loadConfig({});
  const key = new TextEncoder().encode("nothing is signed while routes are declared");
  const app = createApp({ db: unconnectedDatabase() } as Services, {
    ...config,
    tokens: await createAccessTokens([key], config.accessTokenMinutes),
    cursors: createCursors(key),
    https: false,
    probes: { scraping: null },
  });
  return buildDocument(app, VERSION);
}
