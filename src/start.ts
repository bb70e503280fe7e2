/**
 * Fills the bag of services from the configuration: the only place that chooses adapters.
 *
 * Threads take longest to be ready. So they are started first, and what is only needed later is imported later: drivers,
 * queue, and in `main.ts` the routes.
 *
 * @module
 */
import { v7 as newId } from "uuid";
import { createCache } from "./cache/cache.ts";
import { createAnalyst } from "./compute/analyst.ts";
import { createDocuments } from "./compute/documents.ts";
import { TaxonomyError } from "./compute/taxonomy_file.ts";
import { createEmbedder } from "./compute/embedder.ts";
import { ModelError, openModel } from "./compute/model.ts";
import { type Config, ConfigError } from "./config.ts";
import { UnreachableError } from "./db/database.ts";
import { DataFolderError } from "./db/lock.ts";
import { claimDatabase, type OpenDatabase } from "./db/open.ts";
import { listenForSnapshots } from "./db/snapshot.ts";
import { startUpkeep } from "./db/upkeep.ts";
import { createCompletions } from "./operations/completions.ts";
import { createPasswords } from "./passwords.ts";
import type { Analyst, Cache, Embedder, Log, Metrics, Services } from "./services.ts";

/** Bcrypt hashes under way at once: one core's worth, so that a storm of logins leaves the rest served. */
const HASHES_AT_ONCE = 2;

/** What a program works with. */
interface Started {
  services: Services;
  profile: "embedded" | "server";
  /** `null` where the settings name nobody who may ask for figures. */
  scraping: { token: string; metrics: Metrics } | null;
  close(): Promise<void>;
}

/**
 * Opens the database, brings it up to date, and starts threads and queue side by side.
 *
 * @throws {Error} With a sentence for the operator, such as who holds the data folder.
 */
export async function startServices(
  config: Config,
  log: Log,
): Promise<Started> {
  await using stack = new AsyncDisposableStack();
  const open = await claimDatabase(config, log);
  const cache = stack.adopt(await createCache(config, log), (opened) => opened.close());
  // The threads load the model on the other cores while the database opens on this one.
  const [database, [embedder, analyst]] = await Promise.all([
    open().then((opened) => stack.adopt(opened, () => opened.close())),
    startThreads(config, cache, log).then((started) =>
      stack.adopt(started, async ([embedder, analyst]) => {
        await embedder.close();
        await analyst.close();
      })
    ),
  ]);
  const { migrate } = await import("./db/migrate.ts");
  await migrate(database);
  stack.adopt(startUpkeep(database, log), (upkeep) => upkeep.stop());
  if (database.profile === "embedded") {
    stack.adopt(await listenForSnapshots(database, config.dataDir, log), (listener) => listener.stop());
  }
  const documents = stack.adopt(createDocuments({ log }), (opened) => opened.close());
  const { createTasks } = await import("./tasks/tasks.ts");
  const tasks = await createTasks({ database, log });
  const { createReadAhead } = await import("./resumes/read_ahead.ts");

  const services: Services = {
    db: database.db,
    cache,
    embedder,
    documents,
    analyst,
    readAhead: config.role === "all" ? createReadAhead({ documents, analyst }) : null,
    tasks,
    passwords: createPasswords({ cost: config.bcryptCost, atOnce: HASHES_AT_ONCE }),
    completions: createCompletions(),
    log,
    now: () => new Date(),
    newId,
  };
  const { metricsToken: token } = config;
  const scraping = token === null ? null : {
    token,
    metrics: stack.adopt(await startMetrics(services, database), (metrics) => metrics.stop()),
  };
  const opened = stack.move();
  return { services, profile: database.profile, scraping, close: () => opened.disposeAsync() };
}

async function startMetrics(services: Services, database: OpenDatabase): Promise<Metrics> {
  const { createMetrics } = await import("./metrics.ts");
  return createMetrics({
    ...services,
    connections: database.profile === "server" ? () => database.connections() : null,
  });
}

async function startThreads(config: Config, { shared }: Cache, log: Log): Promise<[Embedder, Analyst]> {
  const model = await openModel(config.embeddingModel);
  return [
    await createEmbedder({
      ...(config.embeddingThreads !== null && { threads: config.embeddingThreads }),
      model,
      log,
      shared,
    }),
    await createAnalyst({ ...(config.taxonomyFile !== null && { taxonomyFile: config.taxonomyFile }), model, log }),
  ];
}

/** What an operator can mend. */
const told = [ConfigError, DataFolderError, ModelError, TaxonomyError, UnreachableError];

/** What an operator can mend is told in a sentence; anything else with its stack. */
export function tellStartError(error: unknown): void {
  const isTold = error instanceof Error && told.some((type) => error instanceof type);
  // deno-lint-ignore no-console -- there is no log without a configuration
  console.error(isTold ? error.message : error);
}
