/**
 * Client of the Job Match API: `openapi-fetch` over the generated types, with sessions, typed errors and lists.
 *
 * @module
 */
import createFetchClient, { type Client, type ClientOptions, type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.ts";

export type { components, operations, paths } from "./schema.ts";

/** A schema of the API by its name: `Schema<"Job">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** The body of every error. */
export type Problem = Schema<"Problem">;

/** The API refused the request, or failed. */
export class JobMatchError extends Error {
  override readonly name = "JobMatchError";
  readonly status: number;
  /** What went wrong, as the API said it; `null` where something else answered, such as a proxy. */
  readonly problem: Problem | null;
  /** Seconds to wait before another try, where the API says so (429 and 503). */
  readonly retryAfter: number | null;

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : null;
    const fields = problem?.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`) ?? [];
    super([problem ? `${problem.detail} (${problem.code})` : `HTTP ${response.status}`, ...fields].join("\n  "));
    this.status = response.status;
    this.problem = problem;
    const seconds = response.headers.get("retry-after");
    this.retryAfter = seconds === null ? null : Number(seconds);
  }

  /** Stable name of the error, such as `not_found`; `null` where something else answered. */
  get code(): string | null {
    return this.problem?.code ?? null;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body;
}

/** What a call gives: `openapi-fetch` says it with optional members. */
type Answer<Data> = { data?: Data; error?: unknown; response: Response };

/** What `ok` gives: JSON. A list that also comes as CSV is read with `parseAs: "text"` and without `ok`. */
type Body<Data> = Exclude<NonNullable<Data>, string>;

/**
 * The JSON body of a successful answer.
 *
 * @throws {JobMatchError} If the API answered with an error.
 */
export async function ok<Data>(answer: Answer<Data> | Promise<Answer<Data>>): Promise<Body<Data>> {
  const { data, error, response } = await answer;
  if (!response.ok || data === undefined || data === null) throw new JobMatchError(response, error);
  return data as Body<Data>;
}

/**
 * Every row of a list, page after page:
 *
 * ```ts
 * for await (const job of rows((cursor) => api.GET("/api/v1/jobs", { params: { query: { cursor } } }))) …
 * ```
 */
export async function* rows<Row>(
  page: (cursor: string | undefined) => Promise<Answer<{ data: Row[]; next_cursor: string | null }>>,
): AsyncGenerator<Row, void, undefined> {
  let cursor: string | undefined;
  do {
    const { data, next_cursor } = await ok(page(cursor));
    yield* data;
    cursor = next_cursor ?? undefined;
  } while (cursor !== undefined);
}

/** A client of one server, and who it acts for. */
export interface JobMatch extends Client<paths> {
  /** Registers a user, who acts from now on: the owner of a new company, or with an invitation a member of one. */
  register(account: Schema<"NewAccount">): Promise<Schema<"User">>;
  /** Acts for this user from now on; tokens are renewed by themselves. */
  logIn(credentials: Schema<"Credentials">): Promise<Schema<"User">>;
  /** Ends the session. */
  logOut(): Promise<void>;
  /**
   * Uploads a resume and waits until it is read and matched, however long that takes.
   *
   * @throws {JobMatchError} With the reason why the file was refused.
   */
  upload(file: File, fields?: Omit<Schema<"ResumeUpload">, "file">): Promise<Schema<"Resume">>;
}

/** How to reach the server. */
export interface JobMatchOptions extends Pick<ClientOptions, "fetch" | "headers"> {
  /** Without a slash at the end. */
  baseUrl: string;
  /** A key from `POST /api/v1/api-keys`, for programs that do not log in. */
  apiKey?: string;
}

/** An access token is renewed when it has less than this left. */
const RENEW_BEFORE_MS = 60_000;
/** Between two questions whether an upload is matched. */
const ASK_AGAIN_MS = 500;

/** Makes a client. It sends nothing by itself before it is used. */
export function createJobMatch({ baseUrl, apiKey, ...options }: JobMatchOptions): JobMatch {
  const plain = createFetchClient<paths>({ ...options, baseUrl });
  let session: { access: string; refresh: string; renewAt: number } | null = null;
  let renewing: Promise<void> | null = null;

  const start = (tokens: Schema<"Tokens">) => {
    const renewAt = Date.now() + Math.max(tokens.expires_in * 1000 - RENEW_BEFORE_MS, tokens.expires_in * 500);
    session = { access: tokens.access_token, refresh: tokens.refresh_token, renewAt };
  };
  const renew = async (refresh_token: string) => {
    start(await ok(plain.POST("/api/v1/auth/refresh", { body: { refresh_token } })));
  };
  const authorize: Middleware = {
    async onRequest({ request }) {
      if (session && Date.now() >= session.renewAt) {
        renewing ??= renew(session.refresh).finally(() => renewing = null);
        await renewing;
      }
      const token = session?.access ?? apiKey;
      if (token !== undefined && !request.headers.has("authorization")) {
        request.headers.set("authorization", `Bearer ${token}`);
      }
      return request;
    },
  };

  const client = createFetchClient<paths>({ ...options, baseUrl, bodySerializer: serialize });
  client.use(authorize);
  const resumeOf = async (resume_id: string) =>
    await ok(client.GET("/api/v1/resumes/{resume_id}", { params: { path: { resume_id } } })) as Schema<"Resume">;
  const logIn = async (credentials: Schema<"Credentials">) => {
    const tokens = await ok(plain.POST("/api/v1/auth/login", { body: credentials }));
    start(tokens);
    return tokens.user;
  };
  return Object.assign(client, {
    logIn,
    async register(account: Schema<"NewAccount">) {
      await ok(plain.POST("/api/v1/auth/register", { body: account }));
      return await logIn({ email: account.email, password: account.password });
    },
    async upload(file: File, fields: Omit<Schema<"ResumeUpload">, "file"> = {}) {
      let answer = await ok(client.POST("/api/v1/resumes/upload", { body: { ...fields, file } }));
      while (!("resume" in answer)) {
        const { id, error, result } = answer;
        // With the status that an answer without waiting would have had.
        if (error) throw new JobMatchError(new Response(null, { status: 422 }), error);
        if (result?.resume_id) return await resumeOf(result.resume_id);
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        answer = await ok(client.GET("/api/v1/operations/{operation_id}", { params: { path: { operation_id: id } } }));
      }
      return answer.resume;
    },
    async logOut() {
      if (session) {
        const { error, response } = await client.POST("/api/v1/auth/logout");
        if (!response.ok) throw new JobMatchError(response, error);
      }
      session = null;
    },
  });
}

/** A body with files is sent as a form, any other as JSON. */
function serialize(body: unknown): string | FormData | undefined {
  if (body === undefined || body instanceof FormData) return body;
  if (typeof body !== "object" || body === null || !Object.values(body).flat().some((value) => value instanceof Blob)) {
    return JSON.stringify(body);
  }
  const form = new FormData();
  for (const [name, values] of Object.entries(body)) {
    for (const value of [values].flat()) {
      if (value !== undefined && value !== null) form.append(name, value instanceof Blob ? value : String(value));
    }
  }
  return form;
}
