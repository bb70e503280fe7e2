/**
 * Ranks what a search finds: by words and by meaning, over everything or over the nearest.
 *
 * ```
 * few resumes ──▶ exact: every resume is looked at
 * many ─────────▶ nearest: 1,000 by meaning (HNSW) and 1,000 by words; no other can be on the page? ──yes──▶ the page
 *                    └───────────────────────────────── no ──▶ exact
 * ```
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { DIMENSIONS, resumes } from "../db/schema.ts";
import { storedYears } from "./corrected.ts";
import { conditions, queryOf, type SearchFilter, withWords } from "./search_filter.ts";
import { hasNearestIndex } from "./search_index.ts";
import type { SearchTerms } from "./search_terms.ts";

/** Shares of the cosine and of the words in the score. Measured: docs/matching.md. */
export const WEIGHTS = { semantic: 0.5, lexical: 0.5 } as const;
/** A resume without a word of the query is found from this cosine on; a twentieth of unrelated pairs is below. */
export const COSINE_MIN = 0.15;
/** How many resumes are looked at. */
export interface LaneSizes {
  /** All, where the filter lets fewer through. */
  exactMax: number;
  /** Of each lane, where not all are. */
  nearest: number;
}
export const LANES: LaneSizes = { exactMax: 50_000, nearest: 1000 };
/** In the index of meanings, until a filter has let as many through as are wanted. */
const SCANNED_MAX = 100_000;

/** Position after the last row of a page. */
export interface SearchCursor {
  score: number;
  id: string;
}

/** What is searched for. */
export interface SearchPage {
  companyId: string;
  search: SearchTerms;
  /** Of the query, as the database reads it. */
  vector: string;
  filter: SearchFilter;
  limit: number;
  after: SearchCursor | null;
}

/** A resume on a page. */
export interface FoundRow {
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

/** A page with what each term of the query weighs, and the number of all that were found. */
export interface FoundPage {
  rows: FoundRow[];
  total: number;
  weights: number[];
  lane: "exact" | "nearest";
}

/**
 * The best resumes after a cursor. Where a company has so many that they are found by an index, also the least similar
 * are listed, at the end: telling them apart would mean to look at all.
 *
 * A word weighs as much as it tells (inverse document frequency among the resumes that the filter lets through, as BM25
 * has it), however often a resume repeats it.
 *
 * @param sizes Others than {@link LANES}, for tests.
 */
export async function findPage(db: Database, page: SearchPage, sizes: LaneSizes = LANES): Promise<FoundPage> {
  return await db.transaction(async (tx) => {
    const size = await prepare(tx, page);
    if (size === null) return await exactPage(tx, page, COSINE_MIN);
    const found = size >= sizes.exactMax ? await nearestPage(tx, page, size, sizes.nearest) : null;
    return found ?? await exactPage(tx, page, 0);
  });
}

/**
 * Has words looked up in their index, also those that most resumes have: reading a resume's words out of its row takes a
 * hundred times as long, which the planner does not know. Compiling a query takes longer than it runs.
 *
 * @returns How many resumes the filter lets through, where the company has an index of meanings.
 */
async function prepare(tx: Database, { companyId, filter, search }: SearchPage): Promise<number | null> {
  const result = await tx.execute(sql`
    select case when ${hasNearestIndex(companyId)} then (
      select count(*)::int from ${resumes} r where ${inScope(companyId, filter, search)}
    ) end as size, set_config('enable_seqscan', 'off', true) as a, set_config('jit', 'off', true) as b,
      set_config('work_mem', '64MB', true) as c`);
  return rowsOf<{ size: number | null }>(result)[0]!.size;
}

const inScope = (companyId: string, filter: SearchFilter, search: SearchTerms): SQL =>
  sql.join(
    [sql`r.company_id = ${companyId}::uuid and r.status = 'ready'`, ...conditions(companyId, filter, search)],
    sql` and `,
  );

/** In [0, 1], of a resume `r`. */
const cosineTo = (vector: string): SQL =>
  sql`least(1, greatest(0, coalesce(nullif(1 - (r.embedding <=> ${vector}::vector(${
    sql.raw(String(DIMENSIONS))
  })), 'NaN'), 0)))`;

/** Of `cosine` and `share`, which may be null: six decimals, rounded as floats are, since numerics take ten times as long. */
const score =
  sql`floor(1e6 * (${WEIGHTS.semantic}::float8 * cosine + ${WEIGHTS.lexical}::float8 * coalesce(share, 0)) + 0.5) / 1e6`;

/** Which resumes of a company have which terms, ready or not: a scan of the index for each. */
function hitsOf({ companyId, search }: SearchPage): SQL {
  return sql.join(
    search.terms.map(({ forms }, i) =>
      sql`select id, status, ${i}::int as term
        from ${withWords(companyId, sql.join(forms.map(queryOf), sql` || `))}`
    ),
    sql` union all `,
  );
}

/** Joined where there is a filter, which is looked at once a resume; else whoever is ready is in scope. */
const hitsInScope = (page: SearchPage): SQL =>
  conditions(page.companyId, page.filter, page.search).length === 0
    ? sql`select id, term from (${hitsOf(page)}) hit where status = 'ready'`
    : sql`select hit.id, hit.term from (${hitsOf(page)}) hit join scope on scope.id = hit.id`;

/** From `hits`: what terms weigh among `n` resumes, and the share of that weight that each resume has. */
const lexicalLane = ({ search }: SearchPage, n: SQL): SQL =>
  sql`weights as materialized (
    select term, round(1e6 * ln(1 + (n - coalesce(holders, 0) + 0.5) / (coalesce(holders, 0) + 0.5)))::int as weight
    from (select ${n} as n) size
    cross join generate_series(0, ${search.terms.length - 1}::int) term
    left join (select term, count(*)::float8 as holders from hits group by term) held using (term)
  ), told as materialized (
    select id, sum(weight)::float8 / (select sum(weight) from weights) as share
    from hits join weights using (term) group by id
  )`;

/** From `found`: the rows after the cursor, with what is shown of them. */
function pageRows({ companyId, limit, after }: SearchPage): SQL {
  const isAfter = after === null
    ? sql`true`
    : sql`(score < ${after.score}::float8 or score = ${after.score}::float8 and id > ${after.id}::uuid)`;
  return sql`coalesce((
    select jsonb_agg(to_jsonb(page) order by page.score desc, page.id)
    from (
      select found.*, r.candidate_name, r.language, ${
    storedYears(sql`r`)
  } as total_years, r.source, r.created_at, r.text
      from (select * from found where ${isAfter} order by score desc, id limit ${limit}::int) found
      join ${resumes} r on r.company_id = ${companyId}::uuid and r.id = found.id
    ) page
  ), '[]'::jsonb)`;
}

const weightsByTerm = sql`(select jsonb_agg(weight order by term) from weights)`;

/** One pass over everything that the filter lets through. */
async function exactPage(tx: Database, page: SearchPage, cosineMin: number): Promise<FoundPage> {
  const { companyId, filter, search, vector } = page;
  const result = await tx.execute(sql`
    with scope as materialized (
      select r.id, ${cosineTo(vector)} as cosine from ${resumes} r where ${inScope(companyId, filter, search)}
    ), hits as materialized (
      ${hitsInScope(page)}
    ), ${lexicalLane(page, sql`(select count(*)::float8 from scope)`)},
    found as materialized (
      select id, cosine, coalesce(share, 0) as share, ${score} as score
      from scope left join told using (id)
      where share > 0 or cosine >= ${cosineMin}::float8
    )
    select (select count(*)::int from found) as total, ${weightsByTerm} as weights, ${pageRows(page)} as rows`);
  return { ...rowsOf<Omit<FoundPage, "lane">>(result)[0]!, lane: "exact" };
}

/**
 * The same page from the nearest by meaning and the best by words.
 *
 * @param size Of what the filter lets through.
 * @returns `null` where a resume beyond both lanes could be better than the last of the page. One that the graph passes
 * over, since it is approximate, is not thought of: docs/decisions/0004-search-lanes.md.
 */
async function nearestPage(tx: Database, page: SearchPage, size: number, nearest: number): Promise<FoundPage | null> {
  const { companyId, filter, search, vector } = page;
  const scope = inScope(companyId, filter, search);
  const halfvec = sql`halfvec(${sql.raw(String(DIMENSIONS))})`;
  // Without sorting, since to sort by distance is to look at all.
  await tx.execute(sql`
    select set_config('enable_sort', 'off', true) as a, set_config('hnsw.iterative_scan', 'strict_order', true) as b,
      set_config('hnsw.ef_search', ${String(nearest)}, true) as c,
      set_config('hnsw.max_scan_tuples', ${String(SCANNED_MAX)}, true) as d`);
  const result = await tx.execute(sql`
    with hits as materialized (
      select r.id, hit.term from (${hitsOf(page)}) hit join ${resumes} r on r.id = hit.id where ${scope}
    ),
    ${lexicalLane(page, sql`${size}::float8`)},
    nearest as materialized (
      select r.id, ${cosineTo(vector)} as cosine from ${resumes} r where ${scope}
      order by r.embedding::${halfvec} <=> ${vector}::${halfvec} limit ${nearest}::int
    ), best as materialized (
      select id, share from told order by share desc limit ${nearest}::int
    ), found as materialized (
      select id, cosine, coalesce(share, 0) as share, ${score} as score
      from (
        select id, cosine from nearest
        union
        select r.id, ${
    cosineTo(vector)
  } from best join ${resumes} r on r.company_id = ${companyId}::uuid and r.id = best.id
      ) both_lanes left join told using (id)
    )
    select ${size}::int as total, ${weightsByTerm} as weights, ${pageRows(page)} as rows,
      (select case when count(*) < ${nearest}::int then 1 else min(cosine) end from nearest) as "cosineMax",
      (select case when count(*) < ${nearest}::int then 0 else min(share) end from best) as "shareMax"`);
  await tx.execute(sql`select set_config('enable_sort', 'on', true)`);
  const [found] = rowsOf<Omit<FoundPage, "lane"> & { cosineMax: number; shareMax: number }>(result);
  const { cosineMax, shareMax, ...answer } = found!;
  const last = answer.rows.at(page.limit - 1);
  // Six decimals are kept of a score.
  const others = WEIGHTS.semantic * cosineMax + WEIGHTS.lexical * shareMax + 1e-6;
  return last !== undefined && last.score > others ? { ...answer, lane: "nearest" } : null;
}
