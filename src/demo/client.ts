/**
 * The API from the outside: what a recruiter's program would send and get.
 *
 * @module
 */

/** A refusal, with the sentence that the API gives for it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(readonly status: number, readonly code: string, detail: string) {
    super(detail);
  }
}

/** A server that does not answer at all. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** A job as it is posted. */
export interface NewJob {
  title: string;
  company: string;
  description: string;
  requirements?: string | string[];
  skills_required?: string[];
  [field: string]: unknown;
}

/** A job as it is stored. */
export interface Job {
  id: string;
  title: string;
  company: string;
  skills_required: string[];
  skills_derived: boolean;
}

/** One row of a job's ranking. */
export interface Candidate {
  rank: number;
  resume_id: string;
  candidate_name: string | null;
  match_score: number;
  similarity: number;
  skill_match: number | null;
  fit: string;
  status: string;
  missing_skills: string[];
  explanation: string;
  flags: string[];
}

/** A candidate with the evidence. */
export interface CandidateDetail extends Candidate {
  skills: { matched: { skill: string; required: boolean; kind: string; quote: string }[] };
}

/** A file to upload. */
export interface ResumeFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Operation {
  id: string;
  status: "queued" | "running" | "succeeded" | "failed";
  result: { resume_id: string } | null;
  error: { code: string; detail: string } | null;
}

const types: Record<string, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain",
};

const ATTEMPTS_MAX = 4;
const WAIT_SECONDS_MAX = 15;
const OPERATION_MS_MAX = 120_000;

/** Registers a company of its own at the server, and works in it. */
export async function openAccount(url: string): Promise<Client> {
  const credentials = { email: `demo-${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
  const client = new Client(url, credentials);
  await client.send("POST", "/auth/register", {
    ...credentials,
    full_name: "Demo Recruiter",
    role: "recruiter",
    company_name: "Demo",
  });
  await client.logIn();
  return client;
}

/** One logged-in user. A token that has expired is renewed. */
export class Client {
  #token: string | null = null;

  constructor(readonly url: string, private readonly credentials: { email: string; password: string }) {}

  /** Gets a fresh token. */
  async logIn(): Promise<void> {
    this.#token = null;
    const { access_token } = await this.send<{ access_token: string }>("POST", "/auth/login", this.credentials);
    this.#token = access_token;
  }

  postJob(job: NewJob): Promise<Job> {
    return this.send("POST", "/jobs", job);
  }

  /**
   * Uploads a file for a job, and waits until it is matched.
   *
   * @returns The resume's id.
   * @throws {ApiError} With the reason why the file was refused.
   */
  async upload(file: ResumeFile, jobId: string): Promise<string> {
    const form = new FormData();
    const type = types[file.name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
    form.set("file", new File([file.bytes], file.name, { type }));
    form.set("job_id", jobId);
    const answer = await this.send<{ resume: { id: string } } | Operation>("POST", "/resumes/upload", form);
    return "resume" in answer ? answer.resume.id : await this.#await(answer);
  }

  /** The best candidates of a job, each with evidence. */
  async candidates(jobId: string, limit: number): Promise<{ total: number; best: CandidateDetail[] }> {
    const { data, total } = await this.send<{ data: Candidate[]; total: number }>(
      "GET",
      `/jobs/${jobId}/candidates?limit=${limit}`,
    );
    const best: CandidateDetail[] = [];
    for (const { resume_id } of data) best.push(await this.send("GET", `/jobs/${jobId}/candidates/${resume_id}`));
    return { total, best };
  }

  /** One request; waits and repeats it where the server asks for that. */
  async send<T>(method: string, path: string, body?: object): Promise<T> {
    for (let attempt = 1;; attempt++) {
      const response = await this.#fetch(method, path, body);
      const waitSeconds = Number(response.headers.get("retry-after") ?? "1");
      const text = await response.text();
      if (response.ok) return JSON.parse(text);
      const error = toError(response.status, text);
      if (attempt === ATTEMPTS_MAX) throw error;
      if (response.status === 401 && this.#token !== null) await this.logIn();
      else if ((response.status === 429 || response.status === 503) && waitSeconds <= WAIT_SECONDS_MAX) {
        await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000));
      } else throw error;
    }
  }

  async #fetch(method: string, path: string, body: object | undefined): Promise<Response> {
    const headers = new Headers();
    if (this.#token !== null) headers.set("authorization", `Bearer ${this.#token}`);
    const isJson = body !== undefined && !(body instanceof FormData);
    if (isJson) headers.set("content-type", "application/json");
    const init = { method, headers, body: isJson ? JSON.stringify(body) : body ?? null };
    try {
      return await fetch(`${this.url}/api/v1${path}`, init);
    } catch (error) {
      throw new UnreachableError(`Cannot reach the server at ${this.url}: no answer to ${method} ${path}`, {
        cause: error,
      });
    }
  }

  async #await({ id }: Operation): Promise<string> {
    const until = performance.now() + OPERATION_MS_MAX;
    for (;;) {
      const { status, result, error } = await this.send<Operation>("GET", `/operations/${id}`);
      if (error !== null) throw new ApiError(422, error.code, error.detail);
      if (status === "succeeded" && result !== null) return result.resume_id;
      if (performance.now() > until) {
        throw new ApiError(504, "unavailable", "Cannot match the resume: it takes too long");
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function toError(status: number, text: string): ApiError {
  if (!text.startsWith("{")) return new ApiError(status, "unknown", text.slice(0, 300));
  const { code, detail, errors = [] } = JSON.parse(text) as {
    code: string;
    detail: string;
    errors?: { pointer: string; detail: string }[];
  };
  const fields = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  return new ApiError(status, code, [detail, ...fields].join("; "));
}
