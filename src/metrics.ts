/**
 * Figures of this process for Prometheus: what it answered, how busy its parts are, what it takes of the machine.
 *
 * Everything that exists anyway is read when it is asked for. No label holds anything that a caller can choose.
 *
 * @module
 */
import process from "node:process";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Metrics, Services } from "./services.ts";

/** What is told of. */
export interface MetricsSources extends Pick<Services, "cache" | "embedder" | "documents" | "tasks"> {
  /** Connections to a database server; `null` with the embedded one. */
  connections: (() => { used: number; idle: number; waiting: number }) | null;
}

/** Seconds; a list takes 10 ms, an upload seconds. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const LAG_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const LAG_EVERY_MS = 500;
/** A part that has not told by then is left out: figures are asked for in the worst of times. */
const COLLECT_MS_MAX = 1000;

/** Begins to count. Call `stop` at the end: the lag of the event loop is measured by a timer. */
export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time until an answer began; its count is that of the requests",
    labelNames: ["method", "route", "status"],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const lag = new Histogram({
    name: "job_match_event_loop_lag_seconds",
    help: `How late a timer of ${LAG_EVERY_MS} ms was`,
    buckets: LAG_BUCKETS,
    registers,
  });
  for (const figure of figuresOf(sources)) register(registry, figure);

  let due = performance.now() + LAG_EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    lag.observe(Math.max(0, now - due) / 1000);
    due = now + LAG_EVERY_MS;
  }, LAG_EVERY_MS);
  Deno.unrefTimer(timer);

  return {
    answered: (labels, seconds) => requests.observe(labels, seconds),
    scrape: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    stop: () => clearInterval(timer),
  };
}

/** A figure that is read when it is asked for: one number, or one for each value of its label. */
interface Figure {
  kind: typeof Gauge | typeof Counter;
  name: string;
  help: string;
  label?: string;
  read(): number | Record<string, number> | Promise<Record<string, number>>;
}

function figuresOf({ embedder, documents, tasks, cache, connections }: MetricsSources): Figure[] {
  const startedAt = Date.now() / 1000 - process.uptime();
  const figures: Figure[] = [{
    kind: Gauge,
    name: "job_match_embedder_waiting",
    help: "Texts that wait for an embedding thread",
    label: "lane",
    read: () => embedder.load().waiting,
  }, {
    kind: Gauge,
    name: "job_match_embedder_threads",
    help: "Embedding threads that work",
    read: () => embedder.load().threads,
  }, {
    kind: Counter,
    name: "job_match_vectors_total",
    help: "Vectors by where they came from: the memory of this process, the cache of all processes, or the model",
    label: "from",
    read: () => embedder.load().vectors,
  }, {
    kind: Gauge,
    name: "job_match_documents",
    help: "Files that are read, or wait for a reader",
    label: "state",
    read: () => documents.load(),
  }, {
    kind: Gauge,
    name: "job_match_tasks",
    help: "Tasks of the queue in all processes; failed: given up in the last 24 hours",
    label: "state",
    read: () => withinMs(tasks.counts(), COLLECT_MS_MAX),
  }, {
    kind: Gauge,
    name: "job_match_cache_lost",
    help: "1 while the shared cache is passed by",
    read: () => Number(cache.isLost()),
  }, {
    kind: Gauge,
    name: "process_resident_memory_bytes",
    help: "Memory in RAM, threads included",
    read: () => Deno.memoryUsage().rss,
  }, {
    kind: Counter,
    name: "process_cpu_seconds_total",
    help: "Processor time, threads included",
    read() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  }, {
    kind: Gauge,
    name: "process_start_time_seconds",
    help: "Start, in seconds since the epoch",
    read: () => startedAt,
  }];
  if (connections) {
    figures.push({
      kind: Gauge,
      name: "job_match_database_connections",
      help: "Connections to the database, and requests that wait for one",
      label: "state",
      read: connections,
    });
  }
  return figures;
}

function register(registry: Registry, { kind: Kind, name, help, label, read }: Figure): void {
  new Kind({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    async collect() {
      this.reset();
      // What is away has no figures, and that is what their absence says; health tells of it.
      const figures = await Promise.try(read).catch(() => ({}));
      if (typeof figures === "number") this.inc(figures);
      else for (const [value, figure] of Object.entries(figures)) this.inc({ [label!]: value }, figure);
    },
  });
}

/** @throws {Error} If it takes longer. */
async function withinMs<T>(asked: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("Cannot tell: it takes too long")), ms);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
