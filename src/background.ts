/**
 * What a process that works does besides answering: tasks of the queue, freshening of old scores, retention.
 *
 * @module
 */
import type { Config } from "./config.ts";
import { FRESHEN_TURN, takeTurn } from "./db/turn.ts";
import { startFreshening } from "./freshen.ts";
import type { FresheningProgress } from "./health/routes.ts";
import { abandonTask, doTask } from "./ingest.ts";
import { startRetention } from "./resumes/retention.ts";
import { startSearchUpkeep } from "./search_upkeep.ts";
import type { Services } from "./services.ts";

/** Work that goes on by itself until it is stopped. */
export interface Background {
  /** How far freshening is; `null` while there is none to do here. */
  progress(): FresheningProgress | null;
  stop(): Promise<void>;
}

/** Starts taking tasks of the queue. */
export async function workOnTasks(services: Services): Promise<void> {
  await services.tasks.work(
    (task) => doTask(services, task),
    (task) => abandonTask(services, task),
  );
}

/** Starts what nobody asks for: bringing old scores up to date, erasing what is past its time, indexes of large companies. */
export function startBackground(services: Services, config: Config): Background {
  const freshening = startFreshening(services, () => takeTurn(config.databaseUrl, FRESHEN_TURN));
  const retention = startRetention(services);
  const searchUpkeep = startSearchUpkeep(config.databaseUrl, services.log);
  return {
    progress: () => freshening.progress(),
    async stop() {
      searchUpkeep.stop();
      await Promise.all([freshening.stop(), retention.stop()]);
    },
  };
}
