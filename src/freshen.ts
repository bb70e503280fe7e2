/**
 * Brings up to date, in the background, what an older parser, taxonomy or model has made: after each start, once.
 *
 * Nobody waits for it: texts are embedded in the bulk lane, one resume at a time is read, and old scores are served as
 * stale meanwhile. What is done is in the database, so that the next start goes on after a `kill -9`.
 *
 * ```
 * start ──▶ turn taken ──▶ rematch of what is stale ──▶ done until the next start
 *   ▲           │ another process has it, or it failed
 *   └── later ──┘
 * ```
 *
 * @module
 */
import type { FresheningProgress } from "./health/routes.ts";
import type { RematchReport } from "./rematch_moves.ts";
import { rematchStale } from "./rematch_run.ts";
import type { Embedder, Log, Services } from "./services.ts";

/** Another process may have died in its turn, and a database that was away may be back. */
const RETRY_MS = 60_000;
const TELL_EVERY_MS = 10_000;

/** The work under way. */
export interface Freshening {
  /** `null` while there is nothing to do. */
  progress(): FresheningProgress | null;
  /** Resolves when everything is up to date, or it was stopped. Never rejects. */
  readonly finished: Promise<void>;
  /** Stops after the row under way. */
  stop(): Promise<void>;
}

/** @param takeTurn From `db/turn.ts`: `null` while another process works. */
export function startFreshening(
  services: Pick<Services, "db" | "documents" | "analyst" | "embedder" | "log" | "now">,
  takeTurn: () => Promise<AsyncDisposable | null>,
): Freshening {
  const stopping = new AbortController();
  const { signal } = stopping;
  const inBulk = { ...services, embedder: bulkLane(services.embedder) };
  let current: FresheningProgress | null = null;
  let toldAt = 0;

  const finished = (async () => {
    while (!signal.aborted) {
      if (await isDone()) return;
      await pause(RETRY_MS, signal);
    }
  })();
  return {
    progress: () => current,
    finished,
    async stop() {
      stopping.abort();
      await finished;
    },
  };

  async function isDone(): Promise<boolean> {
    try {
      await using turn = await takeTurn();
      if (turn === null) return false;
      const report = await rematchStale(inBulk, (step, done, total) => {
        signal.throwIfAborted();
        current = { step, done, total };
        tell(services.log, current);
      });
      tellOf(services.log, report);
      return true;
    } catch (error) {
      if (!signal.aborted) services.log.warn("scores not brought up to date yet", { error });
      return signal.aborted;
    } finally {
      current = null;
    }
  }

  function tell(log: Log, { step, done, total }: FresheningProgress): void {
    const now = services.now().getTime();
    if (done < total && now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    log.info("bringing scores up to date", { step, done, total });
  }
}

function tellOf(log: Log, { moves, ...counts }: RematchReport): void {
  if (Object.values(counts).every((n) => n === 0)) return;
  log.info("scores are up to date", { ...counts, scoresMoved: moves.scores, ranksMoved: moves.ranks });
}

/** The same embedder, behind everybody who waits for an answer. */
function bulkLane(embedder: Embedder): Embedder {
  return {
    model: embedder.model,
    embed: (texts) => embedder.embed(texts, "bulk"),
    load: () => embedder.load(),
    readiness: () => embedder.readiness(),
    close: () => embedder.close(),
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const wake = () => resolve();
  signal.addEventListener("abort", wake);
  if (signal.aborted) resolve();
  await promise;
  clearTimeout(timer);
  signal.removeEventListener("abort", wake);
}
