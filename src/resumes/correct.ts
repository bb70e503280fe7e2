/**
 * Corrections: what a person sets right wins over what was read, also when the file is read again.
 *
 * @module
 */
import { and, count, eq } from "drizzle-orm";
import { requireWriter } from "../accounts/roles.ts";
import type { Database } from "../db/database.ts";
import { matches, type ResumeCorrections, resumes } from "../db/schema.ts";
import { skillKey } from "../matching/skills.ts";
import type { EducationEntry, ExperienceEntry, ResumeFields } from "../matching/types.ts";
import { queueOperation } from "../operations/operations.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { yearsOf } from "./corrected.ts";
import { getResume, noSuchResume, type Resume } from "./resumes.ts";

/** What to set right: `undefined` stays, `null` goes back to what was read. */
export interface ResumeChange {
  candidateName?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  links?: string[] | null | undefined;
  experience?: Omit<ExperienceEntry, "current" | "confidence" | "start" | "end">[] | null | undefined;
  education?: Omit<EducationEntry, "confidence" | "start" | "end">[] | null | undefined;
  languages?: { language: string; level: string | null }[] | null | undefined;
  skills?: string[] | null | undefined;
}

/**
 * Sets right what is given. Where skills or experience change, the resume's matches are stale until the task that is
 * committed with the change has scored them again; statuses and notes stay.
 *
 * @throws {AppError} `precondition_failed` if the resume is at none of the expected versions.
 */
export async function correctResume(
  services: Pick<Services, "db" | "tasks" | "now" | "newId">,
  actor: Actor,
  id: string,
  change: ResumeChange,
  expected: ExpectedVersions,
): Promise<Resume> {
  requireWriter(actor, "correct the resume");
  const { companyId } = actor;
  const now = services.now();
  return await services.db.transaction(async (tx) => {
    const resumeIs = and(eq(resumes.companyId, companyId), eq(resumes.id, id));
    const [held] = await tx.select({ id: resumes.id }).from(resumes).where(resumeIs).for("update");
    if (!held) throw noSuchResume();
    const before = await getResume({ db: tx }, actor, id);
    requireVersion(before.version, expected);
    const corrections = corrected(before, change);
    const given = {
      givenName: change.candidateName === undefined ? before.givenName : change.candidateName,
      givenEmail: change.email === undefined ? before.givenEmail : change.email,
      givenPhone: change.phone === undefined ? before.givenPhone : change.phone,
    };
    const scored = ({ skills, experience }: ResumeCorrections) => JSON.stringify([skills, experience]);
    // What was not read yet has no score, and its reading must find it as it was.
    const isRescored = before.status === "ready" && scored(corrections) !== scored(before.corrections);
    await tx.update(resumes).set({
      ...given,
      corrections,
      candidateName: given.givenName ?? before.fields?.name?.value ?? null,
      email: given.givenEmail ?? before.fields?.emails[0]?.value ?? null,
      phone: given.givenPhone ?? before.fields?.phones[0]?.value ?? null,
      ...(isRescored && { contentVersion: before.contentVersion + 1, creditedSeq: 0 }),
      version: before.version + 1,
      updatedAt: now,
    }).where(resumeIs);
    if (isRescored) await queueRescore(services, tx, actor, held.id, now);
    return await getResume({ db: tx }, actor, id);
  });
}

async function queueRescore(
  services: Pick<Services, "tasks" | "newId">,
  tx: Database,
  actor: Actor,
  resumeId: string,
  now: Date,
): Promise<void> {
  const { companyId } = actor;
  const [counted] = await tx.select({ total: count() }).from(matches)
    .where(and(eq(matches.companyId, companyId), eq(matches.resumeId, resumeId)));
  const { total } = counted!;
  if (total === 0) return;
  const operationId = services.newId();
  await queueOperation(tx, actor, { id: operationId, kind: "match", resumeId, jobId: null, total, now });
  await services.tasks.enqueue(tx, { companyId, resumeId, jobId: null, operationId });
}

function corrected({ corrections, fields, createdAt }: Resume, change: ResumeChange): ResumeCorrections {
  const asWritten = { confidence: 1, start: 0, end: 0 };
  const experience = change.experience?.map((entry) => placed(entry, fields));
  const all = {
    ...corrections,
    ...given(
      "links",
      change.links?.map(plainLink).filter((value) => value !== "").map((value) => ({ value, ...asWritten })),
      change.links,
    ),
    ...given("experience", experience, change.experience),
    ...given("totalYears", experience && yearsOf(experience, { createdAt }), change.experience),
    ...given("education", change.education?.map((entry) => ({ ...entry, ...asWritten })), change.education),
    ...given(
      "languages",
      change.languages?.map(({ language, level }) => ({ value: language, level, ...asWritten })),
      change.languages,
    ),
    ...given("skills", change.skills && distinct(change.skills), change.skills),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** The member where it is asked for; `null` where it is to go. */
function given<K extends string, T>(name: K, value: T | null | undefined, asked: unknown): { [N in K]?: T | null } {
  if (asked === undefined) return {};
  return { [name]: value ?? null } as { [N in K]?: T | null };
}

/** Host and path, as links are read. */
const plainLink = (link: string) => link.replace(/^https?:\/\//i, "").replace(/^www\./i, "");

/** A job that was read keeps its place in the text, so that the years of what it mentions are still counted. */
function placed(entry: NonNullable<ResumeChange["experience"]>[number], fields: ResumeFields | null): ExperienceEntry {
  const isSame = (a: string | null, b: string | null) => a?.toLowerCase() === b?.toLowerCase();
  const read = fields?.experience.find(({ title, company }) =>
    isSame(title, entry.title) && isSame(company, entry.company)
  );
  return {
    ...entry,
    current: entry.endDate === "present",
    confidence: 1,
    start: read?.start ?? 0,
    end: read?.end ?? 0,
  };
}

/** One spelling of each skill, the first; a name without a letter or digit is none. */
function distinct(skills: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of skills) {
    const key = skillKey(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}
