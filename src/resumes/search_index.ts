/**
 * The index of meanings (HNSW) of a company with many resumes: one of its own, made where it helps, and dropped where it
 * no longer does. Everybody else's resumes are stored as fast as without one; see docs/decisions/0004-search-lanes.md.
 *
 * @module
 */
import { type SQL, sql } from "drizzle-orm";

/** The name of a company's index. */
export const nearestIndexOf = (companyId: string): string => `resumes_nearest_${companyId.replaceAll("-", "")}`;

/** True where a company has an index that is whole. */
export const hasNearestIndex = (companyId: string): SQL =>
  sql`exists (select 1 from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relname = ${nearestIndexOf(companyId)} and c.relnamespace = 'public'::regnamespace and i.indisvalid)`;

/**
 * The statement that makes a company's index.
 *
 * @param how `concurrently` lets others write meanwhile, and must not be in a transaction.
 */
export function makeNearestIndex(companyId: string, how: "" | "concurrently" = ""): string {
  if (!/^[0-9a-f-]{36}$/.test(companyId)) throw new TypeError("Cannot make an index: the company is no id");
  return `create index ${how} ${nearestIndexOf(companyId)} on resumes using hnsw
    ((embedding::halfvec(384)) halfvec_cosine_ops) where company_id = '${companyId}'::uuid and status = 'ready'`;
}

/** A statement, on a connection without a transaction and without a limit of time. */
export type Run = <Row extends object>(statement: string, values?: unknown[]) => Promise<Row[]>;

/** In memory a company's graph is made ten times as fast; 50,000 resumes take some 60 MB. */
const MEMORY = "512MB";

/**
 * Makes the index of each company with `from` or more ready resumes, and drops that of one with less than half as many,
 * and what a crash has left half made. Searches and uploads go on meanwhile.
 *
 * @returns What was done, a statement each.
 */
export async function keepNearestIndexes(run: Run, from: number): Promise<string[]> {
  // Before 0.8 pgvector loses what a filter lets through.
  const [version] = await run<{ ok: boolean }>(
    "select string_to_array(extversion, '.')::int[] >= array[0, 8] as ok from pg_extension where extname = 'vector'",
  );
  if (!version?.ok) return [];
  const sizes = await run<{ company: string; size: number }>(
    `select company_id::text as company, count(*)::int as size from resumes where status = 'ready'
     group by company_id having count(*) >= $1::int order by 1`,
    [from / 2],
  );
  const sizeOf = new Map(sizes.map(({ company, size }) => [nearestIndexOf(company), size]));
  const present = await run<{ name: string; valid: boolean }>(
    `select c.relname::text as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relname like 'resumes\\_nearest\\_%' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const needless = present.filter(({ name, valid }) => !valid || !sizeOf.has(name)).map(({ name }) => name);
  const kept = new Set(present.map(({ name }) => name).filter((name) => !needless.includes(name)));
  const wanted = sizes.filter(({ company, size }) => size >= from && !kept.has(nearestIndexOf(company)));
  const statements = [
    ...needless.map((name) => `drop index concurrently if exists ${name}`),
    ...wanted.map(({ company }) => makeNearestIndex(company, "concurrently")),
  ];
  if (wanted.length > 0) await run(`set maintenance_work_mem = '${MEMORY}'`);
  for (const statement of statements) await run(statement);
  return statements;
}
