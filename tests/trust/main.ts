// deno-lint-ignore-file no-console -- a command talks to its terminal
/**
 * `deno task test:trust [--quick] [NUMBER...]`: runs the tests that docs/promises.md names, with every fault injected as
 * often as promised, and prints promise by promise what was injected, how often, and the outcome. `--quick`: with as few
 * faults as in `deno task test`, of which it is a part.
 *
 * On PGlite, or on PostgreSQL with `TEST_DATABASE_URL`. What the other database shows is told as not run.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Promised, readPromises } from "./page.ts";
import type { Injection } from "./report.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const PERMISSIONS = ["env", "net", "read", "write", "ffi", "sys", "run=deno,sh"].map((name) => `--allow-${name}`);
const onServer = Deno.env.get("TEST_DATABASE_URL") !== undefined;

type Outcome = "held" | "BROKEN" | "not run" | "not yet shown";

/** A test as `deno test` reports it. */
interface Ran {
  name: string;
  isSkipped: boolean;
  hasFailed: boolean;
  seconds: number;
}

/** A test's name in the source as a pattern of its names in a run: `${…}` is filled in, a reason to skip follows. */
const pattern = (name: string) =>
  `${
    name.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join(".*")
  }( \\(skipped.*\\))?`;

/** Runs the tests of these promises. A quick run has those that start processes beside the others: it is no measurement. */
async function runTests(promises: Promised[], isQuick: boolean): Promise<{ ran: Ran[]; injections: Injection[] }> {
  const shown = promises.flatMap(({ shownBy }) => shownBy?.file.endsWith("_test.ts") ? [shownBy] : []);
  const filter = `/^(${[...new Set(shown.map(({ name }) => pattern(name)))].join("|")})$/`;
  const files = [...new Set(shown.map(({ file }) => file))];
  const startsProcesses = (file: string) => /^tests\/e2e\/|crash_test/.test(file);
  const runs = isQuick ? [...Map.groupBy(files, startsProcesses).values()] : [files];
  if (files.length === 0) return { ran: [], injections: [] };
  const folder = await Deno.makeTempDir({ prefix: "job-match-trust-" });
  try {
    const reports = await Promise.all(
      runs.map((files, i) => runFiles(files, filter, isQuick, `${folder}/${i}`)),
    );
    return { ran: reports.flatMap(({ ran }) => ran), injections: reports.flatMap(({ injections }) => injections) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function runFiles(
  files: string[],
  filter: string,
  isQuick: boolean,
  report: string,
): Promise<{ ran: Ran[]; injections: Injection[] }> {
  const junit = `${report}.xml`;
  const { code } = await new Deno.Command("deno", {
    // `deno task ok` checks the types.
    args: ["test", "--no-check", ...PERMISSIONS, `--junit-path=${junit}`, `--filter=${filter}`, ...files],
    cwd: root,
    env: { TRUST: isQuick ? "quick" : "full", TRUST_REPORT: report },
    stdout: "inherit",
    stderr: "inherit",
  }).spawn().status;
  const ran = parseJunit(await readOrEmpty(junit));
  if (code !== 0 && !ran.some(({ hasFailed }) => hasFailed)) throw new Error(`deno test ended with ${code}`);
  const lines = (await readOrEmpty(report)).split("\n").filter((line) => line !== "");
  return { ran, injections: lines.map((line) => JSON.parse(line)) };
}

function parseJunit(xml: string): Ran[] {
  return [...xml.matchAll(/<testcase name="([^"]*)"[^>]*?time="([\d.]+)"[^>]*?(\/>|>[^]*?<\/testcase>)/g)].map(
    ([, name = "", seconds = "", body = ""]) => ({
      name: unescape(name),
      isSkipped: body.includes("<skipped"),
      hasFailed: body.includes("<failure") || body.includes("<error"),
      seconds: Number(seconds),
    }),
  );
}

const entities: Record<string, string> = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" };
const unescape = (text: string) => text.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? "");

async function readOrEmpty(path: string): Promise<string> {
  return await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
}

function outcomeOf({ shownBy }: Promised, ran: Ran[]): { outcome: Outcome; tests: number; seconds: number } {
  if (!shownBy) return { outcome: "not yet shown", tests: 0, seconds: 0 };
  const name = new RegExp(`^${pattern(shownBy.name)}$`);
  const mine = ran.filter((test) => name.test(test.name));
  const done = mine.filter(({ isSkipped }) => !isSkipped);
  const seconds = done.reduce((sum, test) => sum + test.seconds, 0);
  const outcome = done.some(({ hasFailed }) => hasFailed) ? "BROKEN" : done.length > 0 ? "held" : "not run";
  return { outcome, tests: done.length, seconds };
}

function print(promises: Promised[], ran: Ran[], injections: Injection[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const [number, lines] of Map.groupBy(promises, (promise) => promise.number)) {
    console.log(`\n${number}`);
    for (const line of lines) {
      const { outcome, tests, seconds } = outcomeOf(line, ran);
      outcomes.push(outcome);
      const detail = outcome === "not run"
        ? ` (${line.shownBy?.file.endsWith("_test.ts") ? line.databases : line.shownBy?.file})`
        : tests > 0
        ? ` (${tests} ${tests === 1 ? "test" : "tests"}, ${seconds.toFixed(1)} s)`
        : "";
      console.log(`  ${outcome.padEnd(13)} ${line.sentence}${detail}`);
    }
    for (const { what, times } of injections.filter((injection) => injection.number === number)) {
      console.log(`  injected      ${what}: ${times}`);
    }
  }
  return outcomes;
}

const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const wanted = positionals.map(Number);
const promises = (await readPromises()).filter(({ number }) => wanted.length === 0 || wanted.includes(number));
const beganAt = performance.now();
const { ran, injections } = await runTests(promises, values.quick);
const minutes = (performance.now() - beganAt) / 60_000;
console.log(`\nPromises on ${onServer ? "PostgreSQL" : "PGlite"}, in ${minutes.toFixed(1)} minutes`);
const outcomes = print(promises, ran, injections);
const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
console.log(
  `\n${count("held")} held, ${count("BROKEN")} broken, ${count("not run")} not run here, ${
    count("not yet shown")
  } not yet shown`,
);
console.log(
  `${ran.filter((t) => !t.isSkipped && !t.hasFailed).length} passed, ${ran.filter((t) => t.hasFailed).length} failed`,
);
Deno.exit(count("BROKEN") > 0 ? 1 : 0);
