/**
 * Which interned skills a resume meets, worked out once per (resume, skill), when either appears. The only writer of
 * `resume_skills`; moves `resumes.credited_seq` on.
 *
 * @module
 */
import { and, asc, eq, gt, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { companies, matches, resumePassages, resumes, resumeSkills, skills } from "../db/schema.ts";
import { correctedEvidence, correctedFields } from "../resumes/corrected.ts";
import type { Analyst, Services, SkillQuery } from "../services.ts";

/** Resumes read into memory at once: text and sections of 100 are about 1 MB. */
const BATCH = 100;

/** Resumes under way at once, so that the analysis thread works while the database does. */
const AT_ONCE = 4;

/** What evidence is worked out with. */
export type EvidenceServices = Pick<Services, "db"> & { analyst: Pick<Analyst, "evidence"> };

/** Which resumes to credit: these, or those with a match of this job. */
export type CreditScope = { resumeIds: readonly string[] } | { matchedTo: string };

/** Brings the evidence of ready resumes of a company up to its newest skill. */
export async function creditResumes(
  services: EvidenceServices,
  companyId: string,
  scope: CreditScope,
): Promise<void> {
  const [company] = await services.db.select({ skillSeq: companies.skillSeq }).from(companies)
    .where(eq(companies.id, companyId));
  const newest = company!.skillSeq;
  for (let after = "00000000-0000-0000-0000-000000000000";;) {
    const batch = await services.db.select({
      id: resumes.id,
      text: resumes.text,
      sections: resumes.sections,
      fields: resumes.fields,
      extractedSkills: resumes.extractedSkills,
      corrections: resumes.corrections,
      createdAt: resumes.createdAt,
      preparedWith: resumes.preparedWith,
      creditedSeq: resumes.creditedSeq,
      contentVersion: resumes.contentVersion,
    }).from(resumes).where(and(
      eq(resumes.companyId, companyId),
      eq(resumes.status, "ready"),
      lt(resumes.creditedSeq, newest),
      isNotNull(resumes.text),
      sql`${resumes.id} > ${after}`,
      "resumeIds" in scope ? inArray(resumes.id, [...scope.resumeIds]) : sql`exists (select 1 from ${matches}
        where ${matches.companyId} = ${companyId} and ${matches.jobId} = ${scope.matchedTo}
          and ${matches.resumeId} = ${resumes.id})`,
    )).orderBy(asc(resumes.id)).limit(BATCH);
    for (let i = 0; i < batch.length; i += AT_ONCE) {
      await Promise.all(batch.slice(i, i + AT_ONCE).map((resume) => creditResume(services, companyId, resume, newest)));
    }
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.id;
  }
}

type Uncredited = Pick<
  typeof resumes.$inferSelect,
  | "id"
  | "text"
  | "sections"
  | "fields"
  | "extractedSkills"
  | "corrections"
  | "createdAt"
  | "preparedWith"
  | "creditedSeq"
  | "contentVersion"
>;

async function creditResume(
  services: EvidenceServices,
  companyId: string,
  resume: Uncredited,
  newest: number,
): Promise<void> {
  const passages = await services.db.select({
    start: resumePassages.start,
    end: resumePassages.end,
    section: resumePassages.section,
  }).from(resumePassages)
    .where(and(eq(resumePassages.companyId, companyId), eq(resumePassages.resumeId, resume.id)))
    .orderBy(asc(resumePassages.position));
  const wanted = await nearestPassages(services.db, companyId, resume, newest);
  const found = await services.analyst.evidence(
    {
      text: resume.text!,
      sections: resume.sections!,
      passages: passages.map((p) => ({ ...p, section: p.section! })),
      names: resume.fields?.names,
      work: {
        experience: correctedFields(resume).experience,
        // Work that goes on is counted up to when the resume came: its evidence is the same whenever it is worked out.
        readOn: resume.createdAt.toISOString().slice(0, 7),
      },
    },
    wanted.map(({ query }) => query),
  );
  const asCorrected = correctedEvidence(resume);
  const rows = found.flatMap((read, i) => {
    const { skillId, query } = wanted[i]!;
    const evidence = asCorrected(query.name, read);
    return evidence === null ? [] : [{ ...evidence, companyId, resumeId: resume.id, skillId }];
  });
  await services.db.transaction(async (tx) => {
    const moved = await tx.update(resumes).set({ creditedSeq: newest }).where(and(
      eq(resumes.companyId, companyId),
      eq(resumes.id, resume.id),
      eq(resumes.creditedSeq, resume.creditedSeq),
      eq(resumes.contentVersion, resume.contentVersion),
    )).returning({ id: resumes.id });
    if (moved.length === 0) return; // another process was faster, with the same result
    // After a correction there is evidence of what the resume said before.
    await tx.delete(resumeSkills).where(and(
      eq(resumeSkills.companyId, companyId),
      eq(resumeSkills.resumeId, resume.id),
      gt(resumeSkills.skillId, resume.creditedSeq),
    ));
    if (rows.length > 0) await tx.insert(resumeSkills).values(rows);
  });
}

/**
 * The new skills with the passage of the resume nearest to each: the cosines stay in the database. Across models there is
 * none; whatever is read again is credited anew.
 */
async function nearestPassages(
  db: Database,
  companyId: string,
  resume: Uncredited,
  newest: number,
): Promise<{ skillId: number; query: SkillQuery }[]> {
  const rows = rowsOf<{ id: number; name: string; position: number | null; cosine: number | null }>(
    await db.execute(sql`
      select s.id, s.name, p.position, p.cosine
      from ${skills} s
      left join lateral (
        select p.position, 1 - (p.embedding <=> s.embedding) as cosine
        from ${resumePassages} p
        where p.company_id = s.company_id and p.resume_id = ${resume.id}
          and s.embedded_with = split_part(${resume.preparedWith}::text, ' ', 1)
        order by p.embedding <=> s.embedding, p.position
        limit 1
      ) p on true
      where s.company_id = ${companyId} and s.id > ${resume.creditedSeq} and s.id <= ${newest}
      order by s.id`),
  );
  return rows.map(({ id, name, position, cosine }) => ({
    skillId: id,
    query: { name, best: position === null || cosine === null ? null : { passage: position, cosine } },
  }));
}
