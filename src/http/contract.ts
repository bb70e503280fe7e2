/**
 * The wire conventions that every route shares, said once. A feature's `routes.ts` is made of these pieces:
 *
 * ```ts
 * import { anyone, bearer, body, createRoute, json, line, listQuery, newRouter, page, params, problems, text, z } from "./contract.ts";
 *
 * const NewNote = z.strictObject({ title: line(1, 200), text: text(0, 5000).optional() }).openapi("NewNote");
 * const Note = z.strictObject({ ...NewNote.shape, id: z.string() }).openapi("Note");
 *
 * const createNote = createRoute({
 *   method: "post",
 *   path: "/jobs/{job_id}/notes",
 *   operationId: "createNote",
 *   tags: ["Notes"],
 *   security: bearer, // `anyone` for a route without a token; one that says neither needs a token
 *   request: { params: params("job_id"), body: body(NewNote) },
 *   responses: { 201: json(Note, "The note as stored"), ...problems("not_found") },
 * });
 *
 * const listNotes = createRoute({
 *   method: "get",
 *   path: "/notes",
 *   operationId: "listNotes",
 *   tags: ["Notes"],
 *   security: bearer,
 *   request: { query: listQuery({ q: line(1, 100).optional() }) },
 *   responses: { 200: json(page(Note, "NotePage"), "Notes, newest first") },
 * });
 *
 * const router = newRouter().openapi(createNote, (c) => {
 *   const { title } = c.req.valid("json"); // checked: unknown fields, NUL, lengths
 *   return c.json({ title, id: c.req.valid("param").job_id }, 201);
 * });
 * ```
 *
 * What follows from the declaration is added to the document and enforced by `conventions.ts`: 401 for a route that
 * needs a token; 400, 413, 415 and 422 for one with a JSON body; 422 for unknown query parameters.
 *
 * @module
 */
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { AppError, catalogue, type ErrorCode } from "../errors.ts";
import type { Actor } from "../services.ts";
import { documentedHeaders, fieldErrors, type HeaderDocs, Problem, requireStrict } from "./schemas.ts";

export { createRoute, z };
export type { HeaderDocs };
export { email, formField, id, integer, line, number, text, timestamp, timezone, uuid } from "./schemas.ts";

/**
 * What middleware leaves for handlers. `actor` and `databaseState` are there on every route that needs a token, `sessionId`
 * on those of them that are closed to API keys.
 */
export interface AppEnv {
  /** What `Deno.serve` says about the connection; tests may leave it out. */
  Bindings: { remoteAddr?: Deno.Addr };
  Variables: { actor: Actor; sessionId: string; requestId: string; databaseState: string };
}

/** A feature's mountable routes. */
export type AppRouter = OpenAPIHono<AppEnv>;

/** Needs an access token. Also what a route gets that names no `security`. */
export const bearer: { bearer: string[] }[] = [{ bearer: [] }];

/** Needs no token. */
export const anyone: { bearer: string[] }[] = [];

/** A router whose validation failures become problems: an invalid body or query is 422, a malformed id is 404. */
export function newRouter(): AppRouter {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      if (result.target === "param") throw new AppError("not_found", "Cannot find it: there is none with this id");
      const [what, prefix] = places[result.target] ?? ["the body is", []];
      throw new AppError("invalid", `Cannot accept the request: ${what} invalid`, {
        fields: fieldErrors(result.error, prefix),
      });
    },
  });
}

/** What an invalid part is called, and where its pointers begin; everything else is the body. */
const places: Partial<Record<string, [string, string[]]>> = {
  query: ["query parameters are", ["query"]],
  header: ["headers are", ["header"]],
  cookie: ["cookies are", ["cookie"]],
};

/**
 * A required JSON body.
 *
 * @throws {TypeError} If the schema, at any depth, would let unknown fields through.
 */
export function body<S extends z.ZodType>(
  schema: S,
): { required: true; content: { "application/json": { schema: S } } } {
  requireStrict(schema);
  return { required: true, content: { "application/json": { schema } } };
}

/** A JSON response. */
export function json<S extends z.ZodType>(
  schema: S,
  description: string,
  headers: HeaderDocs = {},
): { description: string; headers: HeaderDocs; content: { "application/json": { schema: S } } } {
  return { description, headers, content: { "application/json": { schema } } };
}

interface ProblemResponse {
  description: string;
  headers: HeaderDocs;
  content: { "application/problem+json": { schema: typeof Problem } };
}

type ProblemResponses<C extends ErrorCode> = { [K in C as (typeof catalogue)[K][0]]: ProblemResponse };

/** Responses for the errors that a route can give besides those of its declaration; codes of one status are joined. */
export function problems<C extends ErrorCode>(...codes: C[]): ProblemResponses<C> {
  const responses: Record<number, ProblemResponse> = {};
  for (const code of codes) {
    const [status, title] = catalogue[code];
    const earlier = responses[status]?.description;
    responses[status] = {
      description: `${earlier ? `${earlier}; ` : ""}${title} (\`${code}\`)`,
      headers: documentedHeaders(status),
      content: { "application/problem+json": { schema: Problem } },
    };
  }
  return responses as ProblemResponses<C>;
}

type IdShape<N extends string> = { [K in N]: z.ZodString };

/** Ids in the path; a malformed one is answered like an unknown one, 404. */
export function params<N extends string>(...names: N[]): z.ZodObject<IdShape<N>> {
  const shape = Object.fromEntries(names.map((name) => [
    name,
    z.string().regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)
      .openapi({ param: { name, in: "path" }, format: "uuid", example: "01912d68-783e-7a03-8467-5661c1243ad4" }),
  ]));
  return z.object(shape as IdShape<N>);
}

/** The query parameters of a route that is not a list. Unknown ones are refused. */
export function query<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape);
}

const pageShape = {
  limit: z.string().regex(/^\d{1,4}$/, "Invalid input: expected a whole number").optional()
    .transform((value) => value === undefined ? 20 : Number(value))
    .refine((value) => value >= 1 && value <= 100, "Invalid input: expected a number from 1 to 100")
    .openapi({
      type: "integer",
      minimum: 1,
      maximum: 100,
      default: 20,
      description: "Rows on a page",
      param: { required: false },
    }),
  cursor: z.string().max(1000).optional().openapi({
    description: "`next_cursor` of the page before, with the same filters",
  }),
};

/** The query parameters of a list: `limit` (1–100, default 20), `cursor`, and its own filters. */
export function listQuery<S extends z.ZodRawShape>(
  filters: S,
): z.ZodObject<S & typeof pageShape, z.core.$strict> {
  return z.strictObject({ ...filters, ...pageShape });
}

/** Schema of one page of a list, as the named component `name`. */
export function page<S extends z.ZodType>(item: S, name: string): PageSchema<S> {
  return z.strictObject({
    data: z.array(item),
    next_cursor: z.string().nullable().openapi({ description: "Pass as `cursor` for the next page; null on the last" }),
    has_more: z.boolean(),
    total: z.int().nonnegative().openapi({ description: "Rows on all pages together" }),
  }).openapi(name);
}

type PageSchema<S extends z.ZodType> = z.ZodObject<{
  data: z.ZodArray<S>;
  next_cursor: z.ZodNullable<z.ZodString>;
  has_more: z.ZodBoolean;
  total: z.ZodInt;
}, z.core.$strict>;

/** Body of one page; also sets `Link: rel="next"`. */
export function pageBody<T>(
  c: Context<AppEnv>,
  rows: { data: T[]; nextCursor: string | null; total: number },
): { data: T[]; next_cursor: string | null; has_more: boolean; total: number } {
  if (rows.nextCursor !== null) {
    const next = new URL(c.req.url);
    next.searchParams.set("cursor", rows.nextCursor);
    c.header("Link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  return { data: rows.data, next_cursor: rows.nextCursor, has_more: rows.nextCursor !== null, total: rows.total };
}
