/**
 * What a search is narrowed to, as conditions on a resume.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { type CANDIDATE_STATUSES, matches } from "../db/schema.ts";
import { storedYears } from "./corrected.ts";
import { hasSkill } from "./has_skill.ts";
import type { SearchTerms } from "./search_terms.ts";

/** What a search is narrowed to; `null` for everything. */
export interface SearchFilter {
  /** All of them: that the resume meets or mentions, in any of their spellings. */
  skills: readonly string[];
  /** Matched to this job. */
  jobId: string | null;
  /** Where the candidate stands: for `jobId`, else for any job. */
  status: (typeof CANDIDATE_STATUSES)[number] | null;
  source: string | null;
  /** BCP-47 primary language of the resume. */
  language: string | null;
  minYears: number | null;
  createdAfter: Date | null;
}

/** The words of a text in their order, to be looked up in `words`. `phraseto_tsquery` takes any text. */
export const queryOf = (words: string): SQL => sql`phraseto_tsquery('simple', search_text(${words}))`;

/** Resumes of a company that have what `query` says. By the index, which a plain `words @@ query` would not be. */
export const withWords = (companyId: string, query: SQL): SQL => sql`resumes_with_words(${companyId}::uuid, ${query})`;

/** What a resume `r` of a company has to meet; none where everything is let through. */
export function conditions(companyId: string, filter: SearchFilter, { required, excluded }: SearchTerms): SQL[] {
  const { jobId, status, source, language, minYears, createdAfter } = filter;
  const all = [...filter.skills.map((skill) => hasSkill(sql`r`, skill))];
  const having = (phrase: string) => sql`(select id from ${withWords(companyId, queryOf(phrase))})`;
  for (const phrase of required) all.push(sql`r.id in ${having(phrase)}`);
  for (const phrase of excluded) all.push(sql`r.id not in ${having(phrase)}`);
  if (jobId !== null || status !== null) {
    all.push(sql`exists (select 1 from ${matches} m where m.company_id = r.company_id and m.resume_id = r.id
      and ${jobId === null ? sql`true` : sql`m.job_id = ${jobId}::uuid`}
      and ${status === null ? sql`true` : sql`m.status = ${status}`})`);
  }
  if (source !== null) all.push(sql`lower(r.source) = lower(${source})`);
  if (language !== null) all.push(sql`r.language = ${language}`);
  if (minYears !== null) all.push(sql`${storedYears(sql`r`)} >= ${minYears}::float8`);
  if (createdAfter !== null) all.push(sql`r.created_at > ${createdAfter.toISOString()}::timestamptz`);
  return all;
}
