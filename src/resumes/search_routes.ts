/** HTTP face of the search over resumes. @module */
import { CANDIDATE_STATUSES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  integer,
  json,
  line,
  newRouter,
  number,
  page,
  problems,
  text,
  timestamp,
  uuid,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { type FoundResume, searchCursor, searchResumes } from "./search.ts";

const Search = z.strictObject({
  query: text(1, 1000).openapi({
    description:
      'Words, a name, a sentence or an ad. "Words in quotes" must be there, a word after a minus must not; ' +
      "a text without a letter or digit finds nothing",
  }),
  limit: integer(1, 100).default(20),
  cursor: z.string().max(1000).optional().openapi({
    description: "`next_cursor` of the page before, with the same query and filters",
  }),
  filters: z.strictObject({
    skills: z.array(line(1, 300)).max(20).optional().openapi({ description: "All of them, in any spelling" }),
    job_id: uuid().optional().openapi({ description: "Matched to this job" }),
    status: z.enum(CANDIDATE_STATUSES).optional().openapi({
      description: "Where the candidate stands: for `job_id`, else for any job",
    }),
    source: line(1, 100).optional(),
    language: z.string().regex(/^[a-z]{2,3}$/).optional().openapi({ description: "BCP-47 primary language" }),
    min_years: number(0, 80).optional().openapi({ description: "Of dated work; resumes without dates are left out" }),
    created_after: timestamp().optional(),
  }).default({}),
}).openapi("ResumeSearch", {
  example: { query: "nurse with intensive care experience", limit: 10, filters: { min_years: 3 } },
});

const place = { start: z.int().min(0), end: z.int().min(0) };

const Found = z.strictObject({
  resume_id: id(),
  candidate_name: z.string().nullable(),
  language: z.string().nullable(),
  total_years: z.number().nullable(),
  source: z.string().nullable(),
  created_at: z.iso.datetime(),
  score: z.number().min(0).max(1).openapi({ description: "What the results are ranked by" }),
  semantic: z.number().min(0).max(1).openapi({ description: "Cosine of query and resume" }),
  lexical: z.number().min(0).max(1).openapi({
    description: "Share of the query's words that are in name or text; rare ones count more",
  }),
  highlights: z.array(z.strictObject({
    quote: z.string(),
    section: z.string().nullable(),
    ...place,
    marks: z.array(z.strictObject(place)).openapi({ description: "The query's words in the quote" }),
  })).openapi({ description: "Offsets are UTF-16 code units of the resume's text" }),
}).openapi("FoundResume");

const search = createRoute({
  method: "post",
  path: "/resumes/search",
  operationId: "searchResumes",
  tags: ["Resumes"],
  summary: "Search resumes",
  description:
    "Free text over the company's resumes, by meaning and by words, best first. Text that no reader of the " +
    "page sees is not searched. Nothing is stored.",
  security: bearer,
  request: { body: body(Search) },
  responses: {
    200: json(page(Found, "FoundResumePage"), "Resumes with a word of the query or something of its meaning"),
    ...problems("not_found", "unavailable"),
  },
});

const Position = z.strictObject({ score: z.number(), id: z.guid() });

/** Mounts the search. */
export function searchRoutes(services: Pick<Services, "db" | "embedder">, cursors: Cursors): AppRouter {
  return newRouter().openapi(search, async (c) => {
    const { query, limit, cursor, filters } = c.req.valid("json");
    const scope = { list: "searchResumes", actor: c.var.actor, query: { query, filters }, pointer: "/cursor" };
    const { rows, total } = await searchResumes(services, c.var.actor, {
      query,
      limit: limit + 1,
      after: cursors.decode(scope, cursor, Position),
      filter: {
        skills: filters.skills ?? [],
        jobId: filters.job_id ?? null,
        status: filters.status ?? null,
        source: filters.source ?? null,
        language: filters.language ?? null,
        minYears: filters.min_years ?? null,
        createdAfter: filters.created_after ?? null,
      },
    });
    const { data, nextCursor } = cutPage(rows, limit, (row) => cursors.encode(scope, { ...searchCursor(row) }));
    return c.json({ data: data.map(toBody), next_cursor: nextCursor, has_more: nextCursor !== null, total }, 200);
  });
}

function toBody(found: FoundResume): z.input<typeof Found> {
  return {
    resume_id: found.resumeId,
    candidate_name: found.candidateName,
    language: found.language,
    total_years: found.totalYears,
    source: found.source,
    created_at: found.createdAt.toISOString(),
    score: found.score,
    semantic: found.semantic,
    lexical: found.lexical,
    highlights: found.highlights.map(({ quote, section, start, end, marks }) => ({
      quote,
      section,
      start,
      end,
      marks,
    })),
  };
}
