/**
 * `deno task demo [--resumes DIR] [--jobs FILE] [--url URL] [--top N]`: the whole line on real files, through the API.
 *
 * ```
 * server ──▶ account ──▶ jobs ──▶ every resume, matched to every job ──▶ a ranked table with reasons for each job
 * ```
 *
 * Without `--url` it starts a server of its own, with data in a temporary folder that is removed at the end.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { ApiError, type Client, type Job, type NewJob, openAccount, UnreachableError } from "./demo/client.ts";
import { InputError, jobsIn, madeJobs, madeResumes, resumesIn, type ResumeSource } from "./demo/input.ts";
import { showProgress } from "./demo/progress.ts";
import { type RunningServer, StartError, startServer } from "./demo/server.ts";
import { rankingLines } from "./demo/table.ts";

const USAGE = `deno task demo [--resumes DIR] [--jobs FILE] [--url URL] [--top N]
  --resumes DIR   PDF, DOCX and TXT files; else six resumes of invented people
  --jobs FILE     JSON: a job or a list of them, fields as in POST /jobs; else two made ones
  --url URL       a server that is running, such as http://127.0.0.1:8000; else one of its own
  --top N         candidates to show for each job, at most 100 (10)`;

/** Files under way at once: the server reads and embeds on every core. */
const UPLOADS_AT_ONCE = 4;

/** A file that is no candidate, and why. */
interface Refusal {
  file: string;
  reason: string;
}

interface Input {
  resumes: ResumeSource[];
  jobs: NewJob[];
  top: number;
}

// deno-lint-ignore no-console -- a command talks to its terminal
const say = (line: string) => console.log(line);

/** @returns How many resumes were ranked. */
async function runDemo(url: string, { resumes, jobs: newJobs, top }: Input): Promise<number> {
  const client = await openAccount(url);
  const jobs: Job[] = [];
  for (const job of newJobs) {
    jobs.push(
      await client.postJob(job).catch((error) => {
        throw error instanceof ApiError
          ? new InputError(`Cannot post the job "${job.title}": ${error.message}`)
          : error;
      }),
    );
  }
  say(`${count(jobs.length, "job")} posted`);

  const startedAt = performance.now();
  const { files, refusals } = await uploadAll(client, resumes, jobs);
  const seconds = (performance.now() - startedAt) / 1000;
  say(
    `${count(files.size, "resume")} read, matched to ${count(jobs.length, "job")} and ranked in ${
      seconds.toFixed(1)
    } s`,
  );
  for (const job of jobs) {
    const { best, total } = await client.candidates(job.id, top);
    for (const line of rankingLines({ job, best, total, files })) say(line);
  }
  if (refusals.length > 0) {
    say(`${count(refusals.length, "file")} refused`);
    for (const { file, reason } of refusals) say(`  ${file}: ${reason}`);
  }
  return files.size;
}

/** @returns The names of the files by resume id, and what was refused. */
async function uploadAll(
  client: Client,
  resumes: ResumeSource[],
  jobs: Job[],
): Promise<{ files: Map<string, string>; refusals: Refusal[] }> {
  const files = new Map<string, string>();
  const refusals: Refusal[] = [];
  const progress = showProgress("resumes", resumes.length, say);
  const waiting = resumes.values();
  const uploadNext = async () => {
    for (const { name, read } of waiting) {
      try {
        const file = await read();
        for (const job of jobs) files.set(await client.upload(file, job.id), name);
      } catch (error) {
        if (!(error instanceof ApiError || error instanceof InputError)) throw error;
        refusals.push({ file: name, reason: error.message });
      }
      progress.step(name);
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, uploadNext));
  progress.end();
  return { files, refusals: refusals.sort((a, b) => a.file < b.file ? -1 : 1) };
}

/** Gives `work` the address of a server of its own, and leaves nothing of it behind. */
async function withServer(work: (url: string) => Promise<number>): Promise<number> {
  const dataDir = await Deno.makeTempDir({ prefix: "job-match-demo-" });
  let server: RunningServer | undefined;
  const interruption = interrupted();
  try {
    say("starting a server with data of its own");
    server = await startServer({ dataDir });
    say(`listening on ${server.url} after ${(server.startMs / 1000).toFixed(1)} s`);
    return await Promise.race([interruption, work(server.url)]);
  } finally {
    await server?.stop();
    await Deno.remove(dataDir, { recursive: true });
  }
}

class Interrupted extends Error {}

function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      Deno.addSignalListener(signal, () => reject(new Interrupted()));
    }
  });
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      resumes: { type: "string" },
      jobs: { type: "string" },
      url: { type: "string" },
      top: { type: "string", default: "10" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const top = Number(values.top);
  if (!Number.isInteger(top) || top < 1 || top > 100) throw new InputError("Cannot show so many: --top is 1 to 100");
  if (values.url !== undefined && !/^https?:$/.test(URL.parse(values.url)?.protocol ?? "")) {
    throw new InputError("Cannot use the server: --url takes an address such as http://127.0.0.1:8000");
  }
  const input = {
    resumes: values.resumes === undefined ? madeResumes() : await resumesIn(values.resumes),
    jobs: values.jobs === undefined ? madeJobs() : await jobsIn(values.jobs),
    top,
  };
  const work = (url: string) => runDemo(url, input);
  const ranked = values.url === undefined ? await withServer(work) : await work(values.url.replace(/\/+$/, ""));
  return ranked > 0 ? 0 : 1;
}

/** What the user can mend is told in a sentence; anything else with its stack. */
function tell(error: unknown): void {
  const isUsage = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  const isTold = isUsage || [InputError, StartError, ApiError, UnreachableError].some((type) => error instanceof type);
  // deno-lint-ignore no-console -- a command talks to its terminal
  console.error(isTold && error instanceof Error ? error.message : error, ...(isUsage ? [`\n${USAGE}`] : []));
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    if (error instanceof Interrupted) Deno.exit(130);
    tell(error);
    Deno.exit(1);
  }
}
