/**
 * What a process answers over HTTP, by its role and configuration.
 *
 * @module
 */
import { type AppSettings, createApp, createProbes, type ProbeSettings, VERSION } from "./app.ts";
import { type Config, previousKeys, signingKey } from "./config.ts";
import { createAccessTokens } from "./http/auth.ts";
import type { AppRouter } from "./http/contract.ts";
import { createCursors } from "./http/cursor.ts";
import type { Services } from "./services.ts";

export { VERSION };

/** The whole API, or for a process that only works on tasks what tells of it alone. */
export async function createHandler(
  services: Services,
  config: Config,
  probes: ProbeSettings,
): Promise<AppRouter> {
  return config.role === "worker"
    ? createProbes(services, probes)
    : createApp(services, { ...await appSettings(config), probes });
}

async function appSettings(config: Config): Promise<Omit<AppSettings, "probes">> {
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
    corsOrigins: config.corsOrigins,
    requestsPerMinute: config.requestsPerMinute,
  };
}
