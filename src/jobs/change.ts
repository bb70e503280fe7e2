/**
 * Changing and removing postings. A change of what is scored makes the job's matches stale, and the queue brings them up
 * to date: the task is committed with the change.
 *
 * @module
 */
import { and, count, eq, getTableColumns } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import type { Database } from "../db/database.ts";
import { interviews, jobs, matches } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { queueOperation } from "../operations/operations.ts";
import type { Actor, Analyst, Embedder, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import {
  getJob,
  type Job,
  type JobInput,
  noSuchJob,
  type PreparedJob,
  prepareJob,
  switchingTo,
  typedSkills,
} from "./jobs.ts";
import { distinctSkills, setJobSkills } from "./skills.ts";

type ChangeServices = Pick<Services, "db" | "tasks" | "now" | "newId"> & {
  embedder: Pick<Embedder, "embed" | "model">;
  analyst: Pick<Analyst, "job" | "version">;
};

/** What to change; `undefined` stays. */
export type JobChange = { [K in keyof JobInput]?: JobInput[K] | undefined };

/** How often a change is tried that another one overtakes while the text is embedded. */
const TRIES = 3;

const { embedding: _, ...withoutEmbedding } = getTableColumns(jobs);

/**
 * Changes what is given; the rest stays. Skills that were read out of the text are read again.
 *
 * @throws {AppError} `precondition_failed` if the job is at none of the expected versions; `conflict` if others change
 * it all the time.
 */
export async function changeJob(
  services: ChangeServices,
  actor: Actor,
  id: string,
  change: JobChange,
  expected: ExpectedVersions,
): Promise<Job> {
  requireWriter(actor, "change the job");
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await getJob(services, actor, id);
    requireVersion(before.version, expected);
    const input = merge(before, change);
    const prepared = isSameContent(before, input) ? null : await prepareJob(services, actor.companyId, input);
    const changed = await store(services, actor, { before, input, prepared, expected });
    if (changed) return changed;
  }
  throw new AppError("conflict", "Cannot change the job: it is being changed by others", { retryAfterSeconds: 1 });
}

function merge(job: Job, change: JobChange): JobInput {
  const typed = typedSkills(job);
  return {
    title: change.title ?? job.title,
    company: change.company ?? job.company,
    description: change.description ?? job.description,
    requirements: change.requirements ?? job.requirements,
    skillsRequired: change.skillsRequired ?? typed.skillsRequired,
    skillsPreferred: change.skillsPreferred ?? typed.skillsPreferred,
    location: change.location === undefined ? job.location : change.location,
    employmentType: change.employmentType === undefined ? job.employmentType : change.employmentType,
    experienceLevel: change.experienceLevel === undefined ? job.experienceLevel : change.experienceLevel,
    salary: change.salary === undefined ? job.salary : change.salary,
    externalId: change.externalId === undefined ? job.externalId : change.externalId,
    status: change.status ?? job.status,
  };
}

function isSameContent(job: Job, input: JobInput): boolean {
  const typed = typedSkills(job);
  const names = (skills: readonly string[]) => JSON.stringify(distinctSkills(skills).map(({ name }) => name));
  return job.title === input.title && job.description === input.description &&
    job.requirements === input.requirements &&
    names(input.skillsRequired) === names(typed.skillsRequired) &&
    names(input.skillsPreferred) === names(typed.skillsPreferred);
}

/** @returns `null` if the job was changed since it was read, so that what was prepared is not of its text. */
async function store(
  services: ChangeServices,
  actor: Actor,
  { before, input, prepared, expected }: {
    before: Job;
    input: JobInput;
    prepared: PreparedJob | null;
    expected: ExpectedVersions;
  },
): Promise<Job | null> {
  const { companyId } = actor;
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    const current = await lockJob(tx, companyId, before.id);
    requireVersion(current.version, expected);
    if (current.version !== before.version || current.contentVersion !== before.contentVersion) return null;
    const { skillsRequired: _required, skillsPreferred: _preferred, ...columns } = input;
    const [job] = await tx.update(jobs).set({
      ...columns,
      ...(prepared && {
        skillsRequired: prepared.skillsRequired,
        skillsPreferred: prepared.skillsPreferred,
        skillsDerived: prepared.skillsDerived,
        preferredDerived: prepared.preferredDerived,
        embedding: prepared.embedding,
        preparedWith: prepared.preparedWith,
        switchingFrom: switchingTo(prepared.preparedWith),
        contentVersion: current.contentVersion + 1,
      }),
      version: current.version + 1,
      updatedAt: now,
    }).where(and(eq(jobs.companyId, companyId), eq(jobs.id, before.id))).returning(withoutEmbedding);
    if (prepared) {
      const { required, preferred } = prepared;
      await setJobSkills(tx, { companyId, jobId: before.id, model: services.embedder.model, required, preferred });
      await queueRescore(services, tx, actor, before.id, now);
    }
    return job!;
  });
}

async function queueRescore(
  services: Pick<Services, "tasks" | "newId">,
  tx: Database,
  actor: Actor,
  jobId: string,
  now: Date,
): Promise<void> {
  const { companyId } = actor;
  const [counted] = await tx.select({ total: count() }).from(matches)
    .where(and(eq(matches.companyId, companyId), eq(matches.jobId, jobId)));
  const { total } = counted!;
  if (total === 0) return;
  const operationId = services.newId();
  await queueOperation(tx, actor, { id: operationId, kind: "match", resumeId: null, jobId, total, now });
  await services.tasks.enqueue(tx, { companyId, resumeId: null, jobId, operationId, resumes: "stale" });
}

/**
 * Removes a posting with its matches, their history, notes and interviews.
 *
 * @param force Also while interviews are scheduled.
 * @throws {AppError} `conflict` while interviews are scheduled.
 */
export async function deleteJob(
  services: Pick<Services, "db">,
  actor: Actor,
  id: string,
  { force, expected }: { force: boolean; expected: ExpectedVersions },
): Promise<void> {
  requireWriter(actor, "delete the job");
  const { companyId } = actor;
  await services.db.transaction(async (tx) => {
    const job = await lockJob(tx, companyId, id);
    requireVersion(job.version, expected);
    const [counted] = await tx.select({ total: count() }).from(interviews).where(and(
      eq(interviews.companyId, companyId),
      eq(interviews.jobId, id),
      eq(interviews.status, "scheduled"),
    ));
    if (counted!.total > 0 && !force) {
      throw new AppError("conflict", "Cannot delete the job: interviews are scheduled; cancel them, or use force=true");
    }
    await tx.delete(jobs).where(and(eq(jobs.companyId, companyId), eq(jobs.id, id)));
  });
}

async function lockJob(
  tx: Database,
  companyId: string,
  id: string,
): Promise<{ version: number; contentVersion: number }> {
  const [job] = await tx.select({ version: jobs.version, contentVersion: jobs.contentVersion }).from(jobs)
    .where(and(eq(jobs.companyId, companyId), eq(jobs.id, id))).for("update");
  if (!job) throw noSuchJob();
  return job;
}
