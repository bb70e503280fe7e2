/**
 * `deno task rematch [--job ID] [--stale] [--dry-run]`: brings scores up to date, in sets.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { loadConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { movesInWords } from "./rematch_moves.ts";
import { countRematch, type Progress, rematch } from "./rematch_run.ts";
import { startServices, tellStartError } from "./start.ts";

const USAGE = `deno task rematch [--job ID] [--stale] [--dry-run]
  --job ID    only this job
  --stale     only matches made with an older job, resume, model or formula
  --dry-run   count what would be done, and do nothing`;

/** A bar on a terminal, a line now and then elsewhere. */
function showProgress(write: (line: string) => void): { progress: Progress; end(): void } {
  if (Deno.stdout.isTerminal()) {
    const bar = new SingleBar({ format: "{step} [{bar}] {value}/{total}", clearOnComplete: false });
    let shown = "";
    return {
      progress(step, done, total) {
        if (step !== shown) {
          if (shown !== "") bar.stop();
          bar.start(total, done, { step });
          shown = step;
        } else bar.update(done);
      },
      end: () => bar.stop(),
    };
  }
  let last = 0;
  return {
    progress(step, done, total) {
      const now = performance.now();
      if (done < total && now - last < 1000) return;
      last = now;
      write(`${step}: ${done} of ${total}`);
    },
    end() {},
  };
}

async function main(args: string[]): Promise<number> {
  // deno-lint-ignore no-console -- a command talks to its terminal
  const say = (line: string) => console.log(line);
  const { values } = parseArgs({
    args,
    options: {
      job: { type: "string" },
      stale: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  if (values.job !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(values.job)) {
    throw new TypeError(`Cannot rematch: --job takes a job's id\n${USAGE}`);
  }
  const config = loadConfig(Deno.env.toObject());
  const { services, close } = await startServices(config, createLog({ level: "warn", format: config.logFormat }));
  const { progress, end } = showProgress(say);
  try {
    const options = { jobId: values.job ?? null, staleOnly: values.stale };
    const isDry = values["dry-run"];
    const report = await (isDry ? countRematch(services, options) : rematch(services, options, progress));
    end();
    say(
      `${isDry ? "Would have scored" : "Scored"} ${report.matchesScored} matches of ${report.jobsScored} jobs` +
        `, read ${report.resumesRead} resumes again, prepared ${report.jobsPrepared} jobs`,
    );
    for (const line of isDry ? ["Which scores and ranks move, only scoring tells"] : movesInWords(report.moves)) {
      say(line);
    }
    if (report.resumesFailed > 0) say(`${report.resumesFailed} resumes could not be read again and stay as they were`);
    return report.resumesFailed > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

/** A mistake on the command line, and not one of ours. */
function isUsage(error: unknown): error is TypeError {
  return error instanceof TypeError && ("code" in error || error.message.startsWith("Cannot rematch: --job"));
}

if (import.meta.main) {
  try {
    Deno.exit(await main(Deno.args));
  } catch (error) {
    tellStartError(isUsage(error) ? error.message : error);
    Deno.exit(1);
  }
}
