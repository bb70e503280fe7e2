/**
 * One resume against many jobs, on request.
 *
 * @module
 */
import { and, count, eq, inArray } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import { jobs, resumes } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { noSuchResume } from "../resumes/resumes.ts";
import type { Actor, Services } from "../services.ts";
import type { Candidate } from "./candidates.ts";
import { creditResumes, type EvidenceServices } from "./credits.ts";
import { rankMatchesOf } from "./resume_matches.ts";
import { scoreResume } from "./score.ts";

/** What a run is about. */
export interface ResumeMatchRequest {
  resumeId: string;
  /** Only these, whatever their status; `null` for all that are open. */
  jobIds: readonly string[] | null;
  /** Leaves lower match scores out of the answer. */
  minScore: number | null;
  limit: number;
}

/**
 * Scores a resume against jobs of the company and ranks them, best first, ties by job id. Scoring is one statement, and
 * evidence is worked out for one resume: so it is done at once, however many jobs there are.
 *
 * @throws {AppError} `not_found` for a resume or a job that the company does not have; `conflict` for a resume that is
 * not read yet.
 */
export async function matchResumeToJobs(
  services: EvidenceServices & Pick<Services, "now">,
  actor: Actor,
  { resumeId, jobIds, minScore, limit }: ResumeMatchRequest,
): Promise<{ rows: Candidate[]; total: number }> {
  requireWriter(actor, "match resumes");
  const { companyId } = actor;
  const scope = jobIds === null ? "open" : [...new Set(jobIds.map((id) => id.toLowerCase()))];
  await services.db.transaction(async (tx) => {
    const [resume] = await tx.select({ status: resumes.status }).from(resumes)
      .where(and(eq(resumes.companyId, companyId), eq(resumes.id, resumeId)));
    if (!resume) throw noSuchResume();
    if (resume.status !== "ready") throw new AppError("conflict", "Cannot match the resume: it is not read yet");
    if (scope !== "open") {
      const [known] = await tx.select({ total: count() }).from(jobs)
        .where(and(eq(jobs.companyId, companyId), inArray(jobs.id, scope)));
      if (known!.total < scope.length) {
        throw new AppError("not_found", "Cannot match the resume: the company does not have all of the jobs");
      }
    }
    // In the same transaction, so that a key of the request is stored with all of its effect; some 10 ms, once.
    await creditResumes({ ...services, db: tx }, companyId, { resumeIds: [resumeId] });
    await scoreResume(tx, { companyId, resumeId, scope, now: services.now() });
  });
  return await rankMatchesOf(services, actor, resumeId, {
    limit,
    after: null,
    filter: { status: null, minScore, jobs: scope },
  });
}
