/**
 * Starts the service in its role: `api` answers HTTP, `worker` does the tasks, `all` does both in one process.
 *
 * @module
 */
import type { Background } from "./background.ts";
import { type Config, loadConfig } from "./config.ts";
import { createLog } from "./log.ts";
import type { Log } from "./services.ts";
import { startServices, tellStartError } from "./start.ts";

/** How long requests and tasks may go on after SIGTERM. */
const DRAIN_MS = 7000;
/** For answers that are still being sent. */
const LAST_MS = 1000;

/** Runs until SIGTERM or SIGINT. */
async function main(config: Config, log: Log): Promise<void> {
  const [{ services, profile, scraping, close }, { createHandler, drained, VERSION, startBackground, workOnTasks }] =
    await Promise.all([
      startServices(config, log),
      loadRest(),
    ]);
  const works = config.role !== "api";
  if (works) await workOnTasks(services);
  let background: Background | null = null;
  const handler = await createHandler(services, config, { freshening: () => background?.progress() ?? null, scraping });
  const { fetch, drain } = drained(handler.fetch);
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
  }, fetch);
  if (works) background = startBackground(services, config);

  await stopSignal();
  log.info("stopping", { drainMs: DRAIN_MS });
  await Promise.all([
    withinMs(drain(), DRAIN_MS).then(() => withinMs(server.shutdown(), LAST_MS)),
    services.tasks.stop(DRAIN_MS),
    background && withinMs(background.stop(), DRAIN_MS),
  ]);
  await close();
  log.info("stopped");
}

/** Routes first: a schema that was made before they taught zod about OpenAPI could not be documented. */
async function loadRest() {
  const handler = await import("./handler.ts");
  return { ...handler, ...await import("./background.ts"), ...await import("./http/drain.ts") };
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
