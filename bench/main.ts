/**
 * `deno task bench [--leg NAME] [--small]`: our parts against other designs of the same work, side by side.
 *
 * A whole run writes its part of `docs/benchmarks.md`, with the reason where a leg gave no figure. `--small` tries only
 * that our side of each leg works, without Python and without a figure.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { showProgress } from "../src/demo/progress.ts";
import type { Leg, Peer } from "./leg.ts";
import { docx, pdf } from "./legs/documents.ts";
import { cold, embed, memory, memoryOfTwo, single } from "./legs/embedding.ts";
import { get, page, upload } from "./legs/service.ts";
import { skills } from "./legs/skills.ts";
import { describeMachine } from "./machine.ts";
import { COMPARED, writeComparedPart } from "./page.ts";
import { compare, DRIFT_MAX, type Figures, type Outcome, ROUNDS, STEPS, tryOurs } from "./runner.ts";
import { quantile } from "./stats.ts";

const legs: readonly Leg[] = [
  pdf,
  docx,
  skills,
  embed,
  single,
  cold,
  memory,
  memoryOfTwo,
  get,
  page,
  ...upload,
];
/** Processes that others keep busy, on the average of a minute, beyond which nothing is measured. */
const LOAD_MAX = 0.5;

// deno-lint-ignore no-console -- a command talks to its terminal
const say = (line: string) => console.log(line);

interface Row {
  leg: Leg;
  peer: Peer;
  outcome: Outcome;
}

async function main(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { leg: { type: "string" }, small: { type: "boolean" } } });
  const chosen = legs.filter(({ name }) => values.leg === undefined || values.leg === name);
  if (chosen.length === 0) {
    say(`Cannot measure ${values.leg}: the legs are ${legs.map(({ name }) => name).join(", ")}`);
    return false;
  }
  if (values.small) return await tryAll(chosen);
  const rows = await compareAll(chosen);
  const report = await reportOf(rows);
  say(`\n${report}`);
  if (values.leg === undefined && rows.some(({ outcome }) => outcome.ok)) await writeComparedPart(report);
  return rows.every(({ outcome }) => outcome.ok);
}

async function tryAll(chosen: readonly Leg[]): Promise<boolean> {
  let isGood = true;
  for (const leg of chosen.filter(({ isVariant }) => !isVariant)) {
    const wrong = await tryOurs(leg);
    say(`${leg.name}: ${wrong ?? "works"}`);
    isGood &&= wrong === null;
  }
  return isGood;
}

async function compareAll(chosen: readonly Leg[]): Promise<Row[]> {
  const pairs = chosen.flatMap((leg) => leg.against.map((peer) => ({ leg, peer })));
  const load = Deno.loadavg()[0]!;
  if (load > LOAD_MAX) {
    const why = `other programs keep ${load.toFixed(1)} processes busy, at most ${LOAD_MAX} may be`;
    return pairs.map((pair) => ({ ...pair, outcome: { ok: false, why } }));
  }
  const progress = showProgress("bench", pairs.length * STEPS, say);
  const rows: Row[] = [];
  for (const { leg, peer } of pairs) {
    const outcome = await compare(leg, peer, () => progress.step(`${leg.name}, ${peer.name}`));
    rows.push({ leg, peer, outcome });
  }
  progress.end();
  return rows;
}

async function reportOf(rows: Row[]): Promise<string> {
  const versions: Record<string, string> = Object.assign(
    {},
    ...rows.map(({ outcome }) => outcome.ok ? outcome.figures.versions : {}),
  );
  return [
    COMPARED,
    "",
    `Measured ${new Date().toISOString().slice(0, 10)} by \`deno task bench\` on: ${await describeMachine()}.`,
    `Both sides run on the same cores, one after the other, ${ROUNDS} times each; before, their answers to the same inputs`,
    "are compared. A ratio says how many times as fast ours is: the median of the rounds, and their range. Where answers",
    `differ, other work keeps the machine busy or a side drifts by more than ${100 * DRIFT_MAX} %, there is no figure.`,
    ...Object.keys(versions).length === 0
      ? []
      : ["", `Versions: ${Object.entries(versions).map((entry) => entry.join(" ")).join(", ")}.`],
    "",
    "| Work | Against | Goal | Ratio | Range | Ours, all inputs | Theirs | Share of the limit |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(({ leg, peer, outcome }) =>
      `| ${leg.work} | ${peer.name} | ${peer.reach === null ? "" : `≥ ${peer.reach}×`} | ${
        outcome.ok ? cellsOf(outcome.figures, leg.unit ?? "ms") : `no figure: ${outcome.why} | | | |`
      } |`
    ),
    "",
    ...latencyLines(rows),
  ].join("\n");
}

function cellsOf({ ratio, ours, theirs, limitMs }: Figures, unit: string): string {
  const share = limitMs === null ? "" : `${figure.format(100 * limitMs / ours)} %`;
  return `${times(ratio.median)} | ${times(ratio.min)} to ${times(ratio.max)} | ${figure.format(ours)} ${unit} | ${
    figure.format(theirs)
  } ${unit} | ${share}`;
}

/** What clients saw, for the legs whose work is requests. */
function latencyLines(rows: Row[]): string[] {
  const lines = rows.flatMap(({ leg, outcome }) => {
    if (!outcome.ok) return [];
    const { latenciesMs, ours, theirs } = outcome.figures;
    const sides = [["ours", latenciesMs.ours, ours], ["theirs", latenciesMs.theirs, theirs]] as const;
    return sides.flatMap(([side, latencies, allMs]) =>
      Object.entries(latencies).map(([kind, values], i) => {
        const spread = [0.5, 0.95, 0.99].map((q) => ms(quantile(values, q))).join(" | ");
        return `| ${leg.work} | ${side} | ${kind} | ${
          i === 0 ? figure.format(1000 / allMs) : ""
        } | ${spread} | ${values.length} |`;
      })
    );
  });
  if (lines.length === 0) return [];
  return [
    "| Work | Side | Request | A second | p50 | p95 | p99 | n |",
    "|---|---|---|---|---|---|---|---|",
    ...lines,
    "",
  ];
}

const figure = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const times = (ratio: number) => `${figure.format(ratio)}×`;
const ms = (value: number) => `${figure.format(value)} ms`;

if (import.meta.main) Deno.exit(await main(Deno.args) ? 0 : 1);
