/**
 * Free text over a company's resumes: words by full text and meaning by vectors, in one score.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "../db/database.ts";
import { DIMENSIONS, resumePassages } from "../db/schema.ts";
import { requireJob } from "../jobs/jobs.ts";
import type { SectionName } from "../matching/types.ts";
import type { Actor, Services } from "../services.ts";
import type { SearchFilter } from "./search_filter.ts";
import { type Highlight, highlightsOf } from "./search_highlights.ts";
import { findPage, type SearchCursor } from "./search_lanes.ts";
import { readSearch } from "./search_terms.ts";

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
 * neither a word of the query nor anything of its meaning is not found.
 *
 * @throws {AppError} `not_found` where the company has no such job; `unavailable` where the query cannot be embedded.
 */
export async function searchResumes(
  services: Pick<Services, "db" | "embedder">,
  actor: Actor,
  { query, ...page }: { query: string; filter: SearchFilter; limit: number; after: SearchCursor | null },
): Promise<{ rows: FoundResume[]; total: number }> {
  const { db } = services;
  const { companyId } = actor;
  if (page.filter.jobId !== null) await requireJob(db, companyId, page.filter.jobId);
  const search = readSearch(query);
  if (search.terms.length === 0) return { rows: [], total: 0 };
  const [vector] = await services.embedder.embed([search.meaning], "interactive");
  const meaning = `[${vector!.join(",")}]`;
  const { rows, total, weights } = await findPage(db, { ...page, companyId, search, vector: meaning });
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
