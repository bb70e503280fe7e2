/**
 * Starts the service in its role: `api` answers HTTP, `worker` does the tasks, `all` does both in one process.
 *
 * @module
 */
import { createApp, VERSION } from "./app.ts";
import { type Config, loadConfig, signingKey } from "./config.ts";
import { FRESHEN_TURN, takeTurn } from "./db/turn.ts";
import { type Freshening, startFreshening } from "./freshen.ts";
import { healthRoutes } from "./health/routes.ts";
import { createAccessTokens } from "./http/auth.ts";
import { createCursors } from "./http/cursor.ts";
import { abandonTask, doTask } from "./ingest.ts";
import { createLog } from "./log.ts";
import { startRetention } from "./resumes/retention.ts";
import type { Log } from "./services.ts";
import { startServices, tellStartError } from "./start.ts";

/** How long requests and tasks may go on after SIGTERM. */
const DRAIN_MS = 8000;

/** Runs until SIGTERM or SIGINT. */
async function main(config: Config, log: Log): Promise<void> {
  const { services, profile, close } = await startServices(config, log);
  if (config.role !== "api") {
    await services.tasks.work(
      (task) => doTask(services, task),
      (task) => abandonTask(services, task),
    );
  }
  let freshening: Freshening | null = null;
  const progress = () => freshening?.progress() ?? null;
  const handler = config.role === "worker"
    ? healthRoutes(services, VERSION, progress)
    : createApp(services, { ...await appSettings(config), freshening: progress });
  const server = Deno.serve({
    hostname: config.host,
    port: config.port,
    onListen: ({ hostname, port }) =>
      log.info("listening", {
        listening: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`,
        role: config.role,
        profile,
        ...(profile === "embedded" && { dataDir: config.dataDir }),
        cache: config.cache.kind,
        version: VERSION,
      }),
  }, handler.fetch);
  if (config.role !== "api") {
    freshening = startFreshening(services, () => takeTurn(config.databaseUrl, FRESHEN_TURN));
  }
  const retention = config.role === "api" ? null : startRetention(services);

  await stopSignal();
  log.info("stopping", { drainMs: DRAIN_MS });
  await Promise.all([
    withinMs(server.shutdown(), DRAIN_MS),
    services.tasks.stop(DRAIN_MS),
    freshening === null ? undefined : withinMs(freshening.stop(), DRAIN_MS),
    retention && withinMs(retention.stop(), DRAIN_MS),
  ]);
  await close();
  log.info("stopped");
}

async function appSettings(config: Config): Promise<Parameters<typeof createApp>[1]> {
  const key = await signingKey(config);
  return {
    tokens: await createAccessTokens(key, config.accessTokenMinutes),
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

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) Deno.addSignalListener(signal, resolve);
  });
}

async function withinMs(work: Promise<void>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}

if (import.meta.main) {
  try {
    const config = loadConfig(Deno.env.toObject());
    await main(config, createLog({ level: config.logLevel, format: config.logFormat }));
    Deno.exit(0);
  } catch (error) {
    tellStartError(error);
    Deno.exit(1);
  }
}
