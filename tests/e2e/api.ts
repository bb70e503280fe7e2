/**
 * The API over a socket, as a test asks it.
 *
 * @module
 */
import { equal } from "node:assert/strict";

// deno-lint-ignore no-explicit-any -- tests read bodies whose shape the document tests check
export type Json = any;

/** An answer with its body parsed. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

/** Somebody at a server, with a token or without. */
export interface Session {
  readonly token: string | null;
  send(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  upload(file: File, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
}

/** @param path Below `/api/v1`, unless it begins there. */
export function session(url: string, token: string | null = null): Session {
  const send: Session["send"] = async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}${path.startsWith("/api/") ? "" : "/api/v1"}${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { "content-type": "application/json" }),
        ...headers,
      },
      body: isForm ? body : body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    token,
    send,
    upload(file, fields = {}, headers = {}) {
      const form = new FormData();
      form.set("file", file);
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return send("POST", "/resumes/upload", form, headers);
    },
  };
}

/** Who registers in these tests. */
export const credentials = { email: "ada@example.com", password: "a long enough passphrase" };

/** Registers a recruiter and logs them in. */
export async function register(url: string): Promise<Session> {
  const account = { ...credentials, full_name: "Ada Example", role: "recruiter", company_name: "Example Ltd" };
  const registered = await session(url).send("POST", "/auth/register", account);
  equal(registered.status, 201, JSON.stringify(registered.body));
  return await logIn(url);
}

/** Logs in who has registered. */
export async function logIn(url: string): Promise<Session> {
  const login = await session(url).send("POST", "/auth/login", credentials);
  equal(login.status, 200, JSON.stringify(login.body));
  return session(url, login.body.access_token);
}

/** Posts a job for backend engineers and gives its body. */
export async function postJob(recruiter: Session): Promise<Json> {
  const posted = await recruiter.send("POST", "/jobs", {
    title: "Backend engineer",
    company: "Northwind",
    description: "You build the services that plan our deliveries, and keep them running day and night.",
    requirements: "Four years with PostgreSQL and TypeScript in production.",
    skills_required: ["TypeScript", "PostgreSQL", "Docker", "Kubernetes"],
  });
  equal(posted.status, 201, JSON.stringify(posted.body));
  return posted.body;
}

/** The ranking of a job, all of it. */
export async function ranking(recruiter: Session, jobId: string): Promise<Json[]> {
  const { status, body } = await recruiter.send("GET", `/jobs/${jobId}/candidates?limit=100`);
  equal(status, 200, JSON.stringify(body));
  equal(body.total, body.data.length);
  return body.data;
}
