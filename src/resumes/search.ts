/**
 * Free text over a company's resumes: words by full text and meaning by vectors, in one score.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { type CANDIDATE_STATUSES, DIMENSIONS, matches, resumePassages, resumes } from "../db/schema.ts";
import { requireJob } from "../jobs/jobs.ts";
import type { SectionName } from "../matching/types.ts";
import type { Actor, Services } from "../services.ts";
import { storedYears } from "./corrected.ts";
import { hasSkill } from "./has_skill.ts";
import { type Highlight, highlightsOf } from "./search_highlights.ts";
import { readSearch, type SearchTerms } from "./search_terms.ts";

/** Shares of the cosine and of the words in the score. Measured: docs/matching.md. */
const WEIGHTS = { semantic: 0.5, lexical: 0.5 } as const;
/** A resume without a word of the query is found from this cosine on; a twentieth of unrelated pairs is below. */
const COSINE_MIN = 0.15;

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

/** Position after the last row of a page. */
export interface SearchCursor {
  score: number;
  id: string;
}

/** A resume that was found. */
export interface FoundResume {
  resumeId: string;
  candidateName: string | null;
  language: string | null;
  totalYears: number | null;
  source: string | null;
  createdAt: Date;
  /** In [0, 1]. */
  score: number;
  /** Cosine of query and resume, in [0, 1]. */
  semantic: number;
  /** Share of the query's words that are in the resume, rare ones counting more, in [0, 1]. */
  lexical: number;
  highlights: Highlight[];
}

/** The position of a row in the results. */
export const searchCursor = ({ score, resumeId }: FoundResume): SearchCursor => ({ score, id: resumeId });

/**
 * A page of the company's ready resumes, best first, ties by id, with the number of all that were found. What has
 * neither a word of the query nor anything of its meaning is not found. Two statements at most.
 *
 * @throws {AppError} `not_found` where the company has no such job; `unavailable` where the query cannot be embedded.
 */
export async function searchResumes(
  services: Pick<Services, "db" | "embedder">,
  actor: Actor,
  page: { query: string; filter: SearchFilter; limit: number; after: SearchCursor | null },
): Promise<{ rows: FoundResume[]; total: number }> {
  const { db } = services;
  const { companyId } = actor;
  if (page.filter.jobId !== null) await requireJob(db, companyId, page.filter.jobId);
  const search = readSearch(page.query);
  if (search.terms.length === 0) return { rows: [], total: 0 };
  const [vector] = await services.embedder.embed([search.meaning], "interactive");
  const meaning = `[${vector!.join(",")}]`;
  const { rows, total, weights } = await findPage(db, companyId, search, meaning, page);
  const passages = await passagesOf(db, companyId, rows.map(({ id }) => id), meaning);
  const terms = search.terms.map((term, i) => ({ ...term, weight: weights[i] ?? 0 }));
  return {
    total,
    rows: rows.map((row) => ({
      resumeId: row.id,
      candidateName: row.candidate_name,
      language: row.language,
      totalYears: row.total_years,
      source: row.source,
      createdAt: new Date(row.created_at),
      score: row.score,
      semantic: row.cosine,
      lexical: row.share,
      highlights: highlightsOf(row.text ?? "", passages.get(row.id) ?? [], terms),
    })),
  };
}

interface Row {
  id: string;
  candidate_name: string | null;
  language: string | null;
  total_years: number | null;
  source: string | null;
  created_at: string | Date;
  text: string | null;
  score: number;
  cosine: number;
  share: number;
}

/**
 * One exact pass over everything that the filter lets through. A word weighs as much as it tells (inverse document
 * frequency among those resumes, as BM25 has it), however often a resume repeats it.
 */
async function findPage(
  db: Database,
  companyId: string,
  search: SearchTerms,
  meaning: string,
  { filter, limit, after }: { filter: SearchFilter; limit: number; after: SearchCursor | null },
): Promise<{ rows: Row[]; total: number; weights: number[] }> {
  const isAfter = after === null
    ? sql`true`
    : sql`(score < ${after.score}::float8 or score = ${after.score}::float8 and id > ${after.id}::uuid)`;
  const result = await planned(db, (tx) =>
    tx.execute(sql`
    with scope as materialized (
      select r.id, least(1, greatest(0, coalesce(nullif(1 - (r.embedding <=> ${meaning}::vector(${
      sql.raw(String(DIMENSIONS))
    })), 'NaN'), 0))) as cosine
      from ${resumes} r
      where r.company_id = ${companyId}::uuid and r.status = 'ready'
        and ${sql.join(conditions(filter, search), sql` and `)}
    ), hits as materialized (
      select hit.id, hit.term from (${hitsOf(companyId, search)}) hit join scope on scope.id = hit.id
    ), weights as materialized (
      select term, round(1e6 * ln(1 + (n - coalesce(holders, 0) + 0.5) / (coalesce(holders, 0) + 0.5)))::int as weight
      from (select count(*)::float8 as n from scope) size
      cross join generate_series(0, ${search.terms.length - 1}::int) term
      left join (select term, count(*)::float8 as holders from hits group by term) held using (term)
    ), told as materialized (
      select id, sum(weight)::float8 / (select sum(weight) from weights) as share
      from hits join weights using (term) group by id
    ), found as materialized (
      select id, cosine, coalesce(share, 0) as share,
        round((${WEIGHTS.semantic}::float8 * cosine + ${WEIGHTS.lexical}::float8 * coalesce(share, 0))::numeric, 6)::float8
          as score
      from scope left join told using (id)
      where share > 0 or cosine >= ${COSINE_MIN}::float8
    )
    select (select count(*)::int from found) as total,
      (select jsonb_agg(weight order by term) from weights) as weights,
      coalesce((
        select jsonb_agg(to_jsonb(page) order by page.score desc, page.id)
        from (
          select found.*, r.candidate_name, r.language, ${storedYears(sql`r`)} as total_years, r.source,
            r.created_at, r.text
          from (
            select * from found where ${isAfter} order by score desc, id limit ${limit}::int
          ) found
          join ${resumes} r on r.company_id = ${companyId}::uuid and r.id = found.id
        ) page
      ), '[]'::jsonb) as rows`));
  const [answer] = rowsOf<{ total: number; weights: number[]; rows: Row[] }>(result);
  return answer!;
}

/**
 * In a plan that looks words up in their index, also those that most resumes have: reading a resume's words out of its
 * row takes a hundred times as long, which the planner does not know. Compiling a query takes longer than it runs.
 */
async function planned<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
    return await work(tx);
  });
}

/** Selects which resumes of a company have which terms: a scan of the index for each. */
function hitsOf(companyId: string, { terms }: SearchTerms): SQL {
  const ofCompany = sql`${`'~${companyId}'`}::tsquery`;
  return sql.join(
    terms.map(({ forms }, i) =>
      sql`select r.id, ${i}::int as term from ${resumes} r
        where r.words @@ (${ofCompany} && (${sql.join(forms.map(queryOf), sql` || `)}))`
    ),
    sql` union all `,
  );
}

/** The words of a text in their order. `phraseto_tsquery` takes any text. */
const queryOf = (words: string) => sql`phraseto_tsquery('simple', search_text(${words}))`;

/** Of a resume `r`. */
function conditions(filter: SearchFilter, { required, excluded }: SearchTerms): SQL[] {
  const { jobId, status, source, language, minYears, createdAfter } = filter;
  const all = [sql`true`, ...filter.skills.map((skill) => hasSkill(sql`r`, skill))];
  for (const phrase of required) all.push(sql`r.words @@ ${queryOf(phrase)}`);
  for (const phrase of excluded) all.push(sql`not r.words @@ ${queryOf(phrase)}`);
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

/** A passage of a resume that was found. */
export interface FoundPassage {
  start: number;
  end: number;
  section: SectionName | null;
  /** Of the query and the passage. */
  cosine: number;
}

async function passagesOf(
  db: Database,
  companyId: string,
  resumeIds: string[],
  meaning: string,
): Promise<Map<string, FoundPassage[]>> {
  if (resumeIds.length === 0) return new Map();
  const rows = rowsOf<FoundPassage & { resume_id: string }>(
    await db.execute(sql`
      select resume_id, start, "end", section,
        coalesce(nullif(1 - (embedding <=> ${meaning}::halfvec(${sql.raw(String(DIMENSIONS))})), 'NaN'), 0) as cosine
      from ${resumePassages}
      where company_id = ${companyId}::uuid
        and resume_id in (${sql.join(resumeIds.map((id) => sql`${id}::uuid`), sql`, `)})
      order by resume_id, position`),
  );
  return Map.groupBy(rows, (row) => row.resume_id);
}
