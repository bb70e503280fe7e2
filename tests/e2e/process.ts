/**
 * The real process, started by the command that the README tells, on data of its own.
 *
 * `E2E_COMMAND` is that command, for a shell; `deno task start` without it. With `TEST_DATABASE_URL` each home is a
 * database of that server, with `TEST_REDIS_URL` that Redis is the cache; else all data is in a folder.
 *
 * @module
 */
import { ok } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { connectPostgres } from "../../src/db/postgres.ts";
import { type OpenDatabase, openDatabase } from "../../src/db/open.ts";
import { startServer } from "../../src/demo/server.ts";
import { emptyPlace, serverUrl, testPlace } from "../harness/places.ts";

const START = Deno.env.get("E2E_COMMAND") ?? "deno task start";
const redis = Deno.env.get("TEST_REDIS_URL");
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Whether the servers under test hold their data in a folder, which only one of them can open. */
export const isEmbedded = serverUrl === undefined;

/** Data that outlives the server. */
export interface Home extends AsyncDisposable {
  readonly dataDir: string;
  /** Settings that point a server here. */
  readonly env: Record<string, string>;
  /** Opens the database itself; no server may run on an embedded one. */
  open(): Promise<OpenDatabase>;
}

/**
 * A place for data, removed at the end.
 *
 * @param state Whether its tables are there, as after a first start, and its servers start in the shortest time.
 */
export async function newHome(state: "prepared" | "empty" = "prepared"): Promise<Home> {
  const place = state === "prepared" ? await testPlace() : await emptyPlace();
  const { databaseUrl: url } = place.config;
  const dataDir = url === null ? place.config.dataDir : await Deno.makeTempDir({ prefix: "job-match-e2e-" });
  return {
    dataDir,
    env: {
      DATA_DIR: dataDir,
      ...(state === "prepared" && { EMBEDDING_THREADS: "1" }),
      ...(url !== null && { DATABASE_URL: url }),
      ...(redis !== undefined && { REDIS_URL: redis }),
    },
    open: () => openDatabase({ ...place.config, dataDir }),
    async [Symbol.asyncDispose]() {
      await place[Symbol.asyncDispose]();
      if (url !== null) await Deno.remove(dataDir, { recursive: true });
    },
  };
}

/** Has the server of the tests do something outside of any home. @returns The first row. */
export async function administer(statement: string): Promise<Record<string, unknown> | undefined> {
  const client = await connectPostgres(serverUrl!);
  try {
    return (await client.query(statement)).rows[0];
  } finally {
    await client.end();
  }
}

/** A server under test. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  /** Of the command; the server is that process or below it. */
  readonly pid: number;
  /** What it wrote. */
  output(): string;
  /** `kill -9`, of every process that the command has started. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
  /** Asks it to end, as an orchestrator does; gives the exit code. */
  terminate(): Promise<number>;
}

/**
 * Starts the command and waits until it listens.
 *
 * @throws {StartError} If it ends before.
 */
export async function serve(home: Home, env: Record<string, string> = {}): Promise<Server> {
  const server = await startServer({
    dataDir: home.dataDir,
    env: { ...home.env, ...env },
    command: ["sh", "-c", `exec ${START}`],
    ownGroup: true,
  });
  // Outlives this process by one line: if the tests are killed, their server goes, too.
  const guard = new Deno.Command("sh", {
    args: ["-c", `read -r _; ${signalGroup(server.pid, "KILL")}`],
    stdin: "piped",
    detached: true,
  }).spawn();
  const gone = async () => {
    await server.ended;
    await until("the port is closed", () => isClosed(server.url));
  };
  const kill = async () => {
    if (!guard.stdin.locked) await guard.stdin.getWriter().close();
    await guard.status;
    await gone();
  };
  const stop = async () => {
    await new Deno.Command("sh", { args: ["-c", signalGroup(server.pid, "INT")] }).output();
    await gone();
    await kill();
  };
  const terminate = async () => {
    await new Deno.Command("sh", { args: ["-c", signalGroup(server.pid, "TERM")] }).output();
    return await server.ended;
  };
  const { url, pid, output } = server;
  return { url, pid, output, kill, stop, terminate, [Symbol.asyncDispose]: kill };
}

/** A group that has ended already is fine. */
const signalGroup = (pid: number, name: "KILL" | "INT" | "TERM") => `kill -s ${name} -- -${pid} 2>/dev/null`;

/** The command may end before the server that it started. */
function isClosed(url: string): Promise<boolean> {
  return fetch(`${url}/livez`).then((answer) => answer.text().then(() => false), () => true);
}

/** What a command of the project ended with and wrote. */
export interface Outcome {
  code: number;
  output: string;
}

/** Runs another task than `start`, in the way that `start` is run, to its end. */
export async function runTask(task: string, home: Home, env: Record<string, string> = {}): Promise<Outcome> {
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["-c", `exec ${START.replace(/\bstart$/, task)}`],
    cwd: root,
    env: { LOG_FORMAT: "json", ...home.env, ...env },
    stdin: "null",
  }).output();
  return { code, output: [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n") };
}

const UNTIL_MS_MAX = 90_000;

/** Asks again and again until it is so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + UNTIL_MS_MAX;
  while (!await isSo()) {
    ok(performance.now() < deadline, `it did not come about that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
