/**
 * A recruiter with one job, at either service: both speak the flows of the demo's client.
 *
 * @module
 */
import { Client, type Job, type ResumeFile } from "../../src/demo/client.ts";
import { demoJobs } from "../../src/demo/jobs.ts";
import { threePagePdf } from "../resumes.ts";

/** A match as an upload answers it. */
export interface Uploaded {
  match: { skills: { matched: { skill: string }[] } };
}

/** Somebody who is logged in, and the job that all work is about. */
export interface Account {
  readonly job: Job;
  /** One `GET` below `/api/v1`. @throws {Error} If the answer is not 200. */
  get(path: string): Promise<Response>;
  /** Resumes that nobody has uploaded yet. */
  nextFiles(count: number): Promise<ResumeFile[]>;
  /** Resolves with the matched answer. @throws {Error} If there is another one. */
  upload(file: ResumeFile): Promise<Uploaded>;
}

/** Registers at the service at `url`, and posts the job. */
export async function openAccount(url: string): Promise<Account> {
  const credentials = { email: "bench@example.com", password: crypto.randomUUID() };
  const client = new Client(url, credentials);
  const person = { full_name: "Bench Recruiter", role: "recruiter", company_name: "Bench" };
  await client.send("POST", "/auth/register", { ...credentials, ...person });
  const { access_token } = await client.send<{ access_token: string }>("POST", "/auth/login", credentials);
  await client.logIn();
  const job = await client.postJob(demoJobs[0]!);
  const headers = { authorization: `Bearer ${access_token}` };
  let seed = 0;

  async function ok(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`${url}/api/v1${path}`, { ...init, headers });
    if (response.ok && response.status !== 202) return response;
    throw new Error(`Cannot measure: ${path} answered ${response.status} ${await response.text()}`);
  }

  return {
    job,
    get: (path) => ok(path, {}),
    nextFiles: (count) =>
      Promise.all(
        Array.from({ length: count }, async () => ({ name: `${++seed}.pdf`, bytes: await threePagePdf(seed) })),
      ),
    async upload({ name, bytes }) {
      const body = new FormData();
      body.set("file", new File([bytes], name, { type: "application/pdf" }));
      body.set("job_id", job.id);
      return await (await ok("/resumes/upload", { method: "POST", body })).json();
    },
  };
}
