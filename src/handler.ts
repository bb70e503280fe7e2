/**
 * What a process answers over HTTP, by its role and configuration.
 *
 * @module
 */
import { type AppSettings, createApp, VERSION } from "./app.ts";
import { type Config, previousKeys, signingKey } from "./config.ts";
import { healthRoutes } from "./health/routes.ts";
import { createAccessTokens } from "./http/auth.ts";
import type { AppRouter } from "./http/contract.ts";
import { createCursors } from "./http/cursor.ts";
import type { Services } from "./services.ts";

export { VERSION };

/** The whole API, or for a process that only works on tasks its health alone. */
export async function createHandler(
  services: Services,
  config: Config,
  freshening: NonNullable<AppSettings["freshening"]>,
): Promise<AppRouter> {
  return config.role === "worker"
    ? healthRoutes(services, VERSION, freshening)
    : createApp(services, { ...await appSettings(config), freshening });
}

async function appSettings(config: Config): Promise<AppSettings> {
  const key = await signingKey(config);
  return {
    tokens: await createAccessTokens([key, ...previousKeys(config)], config.accessTokenMinutes),
    cursors: createCursors(key),
    https: config.environment === "production",
    uploadBytesMax: config.uploadBytesMax,
    batchBytesMax: config.batchBytesMax,
    uploadWaitMs: config.uploadWaitMs,
    refreshTokenDays: config.refreshTokenDays,
    passwordLengthMin: config.passwordLengthMin,
    trustedProxies: config.trustedProxies,
    requestsPerMinute: config.requestsPerMinute,
  };
}
