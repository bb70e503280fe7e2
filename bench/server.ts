/**
 * `deno task bench:server [--write] [--uploads N]`: measures a real server, started by `deno task start`, over HTTP.
 *
 * Always on the embedded database; with `BENCH_DATABASE_URL` also on that PostgreSQL, in a database of its own.
 * The program that asks runs on the same machine and takes its share of the cores.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { connectPostgres } from "../src/db/postgres.ts";
import { describeMachine, type Memory } from "./machine.ts";
import { writeServerPart } from "./page.ts";
import { type Effort, type Figures, measure, WARM_UPLOADS } from "./profile.ts";
import { quantile } from "./stats.ts";

// deno-lint-ignore no-console -- a command talks to its terminal
const say = (line: string) => console.log(line);

interface Target {
  name: string;
  memoryMbTarget: number;
  figures: Figures;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { write: { type: "boolean", default: false }, uploads: { type: "string", default: "500" } },
  });
  const effort: Effort = { uploads: Number(values.uploads), timed: 100, concurrent: 80, restarts: 7 };
  const [loadBefore] = Deno.loadavg();
  const targets = [await onEmbedded(effort)];
  const url = Deno.env.get("BENCH_DATABASE_URL");
  if (url) targets.push(await onServer(url, effort));
  const report = await reportOf(targets, effort, loadBefore!);
  say(`\n${report}`);
  if (values.write) await writeServerPart(report);
}

async function onEmbedded(effort: Effort): Promise<Target> {
  const name = "embedded database";
  const figures = await inFolder((dataDir) => measure({ dataDir, env: {} }, effort, (line) => say(`${name}: ${line}`)));
  return { name, memoryMbTarget: 900, figures };
}

async function onServer(url: string, effort: Effort): Promise<Target> {
  const name = "PostgreSQL";
  const database = `job_match_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const env = { DATABASE_URL: Object.assign(new URL(url), { pathname: `/${database}` }).href };
  const client = await connectPostgres(url);
  try {
    await client.query(`create database ${database}`);
    const figures = await inFolder((dataDir) => measure({ dataDir, env }, effort, (line) => say(`${name}: ${line}`)));
    await client.query(`drop database ${database} with (force)`);
    return { name, memoryMbTarget: 450, figures };
  } finally {
    await client.end();
  }
}

async function inFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await Deno.makeTempDir({ prefix: "job-match-bench-" });
  try {
    return await work(dataDir);
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
}

async function reportOf(targets: Target[], effort: Effort, loadBefore: number): Promise<string> {
  const rows = targets.flatMap(({ name, memoryMbTarget, figures }) =>
    rowsOf(figures, memoryMbTarget, effort).map(([what, target, measured]) =>
      `| ${name} | ${what} | ${target} | ${measured} |`
    )
  );
  return [
    "# Benchmarks",
    "",
    `Measured ${new Date().toISOString().slice(0, 10)} by \`deno task bench:server\` on: ${await describeMachine()}.`,
    `Other programs kept ${loadBefore.toFixed(1)} processes busy when it began (0: the machine was free).`,
    "The program that measures runs on the same cores. Resumes are PDFs of three pages, each with text of its own;",
    "memory is that of all processes of `deno task start`, the readers of documents included; RSS counts a page that",
    "two of them share twice, PSS once. A PostgreSQL's own memory is not in it.",
    "",
    "| Server on | What | Target | Measured |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function rowsOf(figures: Figures, memoryMbTarget: number, effort: Effort): [string, string, string][] {
  const { restartMs, uploadMs, modelAloneMs, livezIdleMs, livezBusyMs, growth } = figures;
  const stored = WARM_UPLOADS + effort.timed + effort.concurrent + effort.uploads;
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
  const spread = (times: number[]) =>
    `p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}, p99 ${
      ms(quantile(times, 0.99))
    } (n = ${times.length})`;
  return [
    ["first start, empty data, to ready", "", ms(figures.firstStartMs)],
    [
      `start on existing data (${stored} resumes), to ready`,
      "≤ 3 s",
      `median ${ms(quantile(restartMs, 0.5))}, worst ${ms(Math.max(...restartMs))} (n = ${restartMs.length})`,
    ],
    ["upload of a PDF to its matched answer", "p50 ≤ 150 ms", spread(uploadMs)],
    ["the model alone on the texts of such a PDF, all cores", "", spread(modelAloneMs)],
    ["upload ÷ the model alone, medians", "", (quantile(uploadMs, 0.5) / quantile(modelAloneMs, 0.5)).toFixed(2)],
    ["`GET /livez`, idle", "", spread(livezIdleMs)],
    ["`GET /livez` while four uploads run", "p99 ≤ 50 ms", spread(livezBusyMs)],
    ["memory, idle after a start on existing data", `≤ ${memoryMbTarget} MB`, memory(figures.restartedIdle)],
    [`memory, idle after ${WARM_UPLOADS} uploads`, `≤ ${memoryMbTarget} MB`, memory(figures.idle)],
    [
      `memory (PSS) over ${effort.uploads} uploads`,
      "flat",
      growth.map((point) => `${point.uploads}: ${point.memory.pssMb.toFixed(0)}`).join(", ") + " MB (ends idle)",
    ],
  ];
}

const memory = ({ rssMb, pssMb, processes }: Memory) =>
  `RSS ${rssMb.toFixed(0)} MB, PSS ${pssMb.toFixed(0)} MB, ${processes} processes`;

await main(Deno.args);
