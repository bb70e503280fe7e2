/**
 * Brings stale matches up to date: those made with an older job, resume or formula than the current one.
 *
 * @module
 */
import type { Services } from "../services.ts";
import { creditResumes, type EvidenceServices } from "./credits.ts";
import { endSwitch, scoreResume, scoreStale } from "./score.ts";

/** Whose matches: a job's after it was changed, or a resume's after it was corrected or read again. */
export type RescoreScope = { jobId: string } | { resumeId: string };

/**
 * Works out what evidence is missing, then scores every stale match in scope, in one transaction. Safe to run again and
 * beside others; statuses, notes and history stay. A job or resume that is gone has none. Where a change of model is under
 * way, a job's matches stay as they are until the last of its resumes is read.
 *
 * @returns How many matches were scored.
 */
export async function rescoreStale(
  services: EvidenceServices & Pick<Services, "now">,
  companyId: string,
  scope: RescoreScope,
): Promise<number> {
  await creditResumes(
    services,
    companyId,
    "jobId" in scope ? { matchedTo: scope.jobId } : { resumeIds: [scope.resumeId] },
  );
  return await services.db.transaction(async (tx) => {
    const now = services.now();
    if ("resumeId" in scope) return await scoreResume(tx, { companyId, ...scope, scope: "stale", now });
    await endSwitch(tx, { companyId, ...scope, despiteUnread: false });
    return await scoreStale(tx, { companyId, ...scope, now });
  });
}
