/**
 * The Python service as a side of a leg, and a client that asks it: FOLDER PYTHON WORK.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { z } from "zod";
import { openAccount } from "../http/account.ts";
import { copied, dropOriginals, planCopies } from "../http/copies.ts";
import { newDatabase } from "../http/database.ts";
import { prepareWork, readPlan, type Service } from "../http/work.ts";
import { serve } from "../ours/serve.ts";

const [folder, python, ...work] = Deno.args;
if (folder === undefined || python === undefined) throw new RangeError("Cannot start: FOLDER PYTHON WORK");
const plan = await readPlan(folder);
const READY_MS_MAX = 120_000;
const path = (name: string) => fileURLToPath(new URL(`./service/${name}`, import.meta.url));
const packages = ["fastapi", "uvicorn", "asyncpg", "sentence-transformers", "torch", "PyPDF2"];

async function start(): Promise<Service> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await newDatabase());
  await database.client.query(await Deno.readTextFile(path("schema.sql")));
  const url = await startUvicorn(database.url, stack);
  const account = await openAccount(url);
  const rest = stack.move();
  return {
    account,
    multiply: (count) => copyCandidates(database.client, count),
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** One process and one thread of torch for each core that the server has. */
async function startUvicorn(databaseUrl: string, stack: AsyncDisposableStack): Promise<string> {
  const workers = plan.cores.split(",").length;
  const port = freePort();
  const uvicorn = ["-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", String(port)];
  const child = new Deno.Command("taskset", {
    args: ["-c", plan.cores, python!, ...uvicorn, ...workers > 1 ? ["--workers", String(workers)] : []],
    cwd: path(""),
    env: {
      DATABASE_URL: databaseUrl,
      SECRET_KEY: crypto.randomUUID() + crypto.randomUUID(),
      SKILLS_FILE: `${folder}/skills.json`,
      TORCH_THREADS: "1",
      HF_HUB_OFFLINE: "1",
      TOKENIZERS_PARALLELISM: "false",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  // Its access log is read, as that of our server is.
  const drained = child.stdout.pipeTo(new WritableStream());
  stack.defer(async () => {
    child.kill("SIGTERM");
    await child.status;
    await drained;
  });
  const url = `http://127.0.0.1:${port}`;
  const until = performance.now() + READY_MS_MAX;
  while (!await answers(`${url}/openapi.json`)) {
    if (performance.now() > until) throw new Error("Cannot measure: the Python service does not start");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return url;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // nobody listens yet
  }
}

/** Puts copies of the job's candidates in their place, with the scores that ours get. */
async function copyCandidates(client: pg.Client, count: number): Promise<void> {
  await planCopies(client, count);
  await client.query(`insert into resumes (id, candidate_name, email, user_id, filename, file, text, skills, embedding)
    select c.id, ${copied.name}, ${copied.email}, user_id, filename, file, text, skills,
      embedding
    from copies c join resumes r on r.id = c.original`);
  await client.query(`insert into matches (job_id, resume_id, similarity, skill_match, overall, matched_skills,
      missing_skills, explanation)
    select job_id, c.id, similarity, skill_match, ${copied.overall}, matched_skills, missing_skills, explanation
    from copies c join matches m on m.resume_id = c.original`);
  await dropOriginals(client);
}

async function pythonVersions(): Promise<Record<string, string>> {
  const script = `import json, platform, sys; from importlib.metadata import version
print(json.dumps({"Python": platform.python_version(), **{name: version(name) for name in sys.argv[1:]}}))`;
  const { stdout } = await new Deno.Command("taskset", { args: ["-c", "0", python!, "-c", script, ...packages] })
    .output();
  return z.record(z.string(), z.string()).parse(JSON.parse(new TextDecoder().decode(stdout)));
}

const service = await start();
await serve(await prepareWork(service, work, plan), [], await pythonVersions());
await service[Symbol.asyncDispose]();
