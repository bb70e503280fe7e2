/**
 * The straight line from a stored file to a ranked candidate. Every step may run again: a crash between any two of
 * them costs time, never a resume.
 *
 * ```
 * received ──read, analyse, embed──▶ ready ──credit, score──▶ matched
 *     └────── refused for good ─────▶ (gone, with the reason in its operation)
 * ```
 *
 * @module
 */
import { AppError, type ErrorCode } from "./errors.ts";
import { preparationVersion } from "./jobs/jobs.ts";
import { abandonMatchJob, matchJob } from "./matches/match_job.ts";
import { matchResume } from "./matches/matches.ts";
import { rescoreStale } from "./matches/rescore.ts";
import { advanceOperation, failOperationsOn, succeedOperation } from "./operations/operations.ts";
import { readFile, type Reading } from "./resumes/read_ahead.ts";
import { loadFile, loadForIngest, removeUnread, saveParsed } from "./resumes/resumes.ts";
import { vectorsOf } from "./resumes/vectors.ts";
import type { IngestTask, Services, Task } from "./services.ts";
import type { DocumentFormat } from "../workers/protocol.ts";

/** Refusals that no second try can change. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  "wrong_type",
  "encrypted",
  "damaged",
  "empty",
  "scanned",
  "too_complex",
  "invalid",
  "not_a_resume",
]);

type IngestServices = Pick<
  Services,
  "db" | "documents" | "analyst" | "readAhead" | "embedder" | "completions" | "log" | "now"
>;

/** Does one task of the queue. */
export async function doTask(services: IngestServices, task: Task): Promise<void> {
  if (task.resumeId === null) await matchJob(services, task);
  else await ingestResume(services, task);
}

/** Ends a task that ran out of tries. */
export async function abandonTask(services: IngestServices, task: Task): Promise<void> {
  if (task.resumeId === null) await abandonMatchJob(services, task);
  else await abandonIngest(services, task);
}

/**
 * Reads the resume if that is still to be done, then matches it to the task's job.
 * A file that cannot be read is taken back and its operations fail with the reason.
 *
 * @throws What a later try may get over: the queue runs the task again.
 */
async function ingestResume(services: IngestServices, task: IngestTask): Promise<void> {
  const { companyId, resumeId, jobId } = task;
  const resume = await loadForIngest(services.db, companyId, resumeId);
  if (!resume) {
    return await failTask(services, task, "not_found", "Cannot read the resume: it was erased meanwhile");
  }
  await advanceOperation(services.db, task, 0, services.now());
  if (resume.status === "received") {
    try {
      await readResume(services, { companyId, resumeId, ...resume }, services.readAhead?.take(resumeId));
    } catch (error) {
      if (error instanceof AppError && FINAL.has(error.code)) {
        return await failTask(services, task, error.code, error.message);
      }
      throw error;
    }
  }
  let ended: string[] = [];
  const finish = async (tx: Services["db"]) => {
    ended = await succeedOperation(tx, task, services.now());
  };
  if (jobId === null) {
    if (resume.status === "ready") await rescoreStale(services, companyId, { resumeId });
    await services.db.transaction(finish);
  } else await matchResume(services, { companyId, jobId, resumeId }, finish);
  for (const id of ended) services.completions.announce(id);
}

/** The file stays: the same upload again takes it up. */
async function abandonIngest(services: IngestServices, task: IngestTask): Promise<void> {
  const detail = "Cannot process the resume: it failed several times; upload the file again";
  const ids = await services.db.transaction((tx) =>
    failOperationsOn(tx, { ...task, code: "unavailable", detail, now: services.now() })
  );
  for (const id of ids) services.completions.announce(id);
}

/**
 * Reads, analyses and embeds a stored file with the current parser and model.
 *
 * @param ahead What the file says, where it is being read already.
 */
export async function readResume(
  services: Pick<Services, "db" | "documents" | "analyst" | "embedder" | "now">,
  resume: {
    companyId: string;
    resumeId: string;
    format: DocumentFormat;
    contentVersion: number;
    status: "received" | "ready";
  },
  ahead?: Promise<Reading>,
): Promise<void> {
  const { document, analysis } = await (ahead ?? readStored(services, resume));
  if (analysis.flags.includes("not_a_resume")) {
    throw new AppError("not_a_resume", "Cannot read the file: it does not look like a résumé");
  }
  const vectors = await vectorsOf(services, resume, analysis);
  await saveParsed(services, resume, { document, analysis, ...vectors, preparedWith: preparationVersion(services) });
}

async function readStored(
  services: Pick<Services, "db" | "documents" | "analyst">,
  { companyId, resumeId, format }: { companyId: string; resumeId: string; format: DocumentFormat },
): Promise<Reading> {
  return await readFile(services, await loadFile(services.db, companyId, resumeId), format);
}

async function failTask(services: IngestServices, task: IngestTask, code: ErrorCode, detail: string): Promise<void> {
  const { companyId, resumeId } = task;
  const ids = await services.db.transaction(async (tx) => {
    await removeUnread(tx, companyId, resumeId);
    return await failOperationsOn(tx, { companyId, resumeId, code, detail, now: services.now() });
  });
  for (const id of ids) services.completions.announce(id);
  services.log.info("resume refused", { resumeId, code });
}
