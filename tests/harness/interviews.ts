/**
 * A company with a job and candidates, without reading a file or scoring it: what the tests of interviews need, started
 * in no time.
 *
 * @module
 */
import { feedbackRoutes } from "../../src/interviews/feedback_routes.ts";
import { interviewRoutes } from "../../src/interviews/routes.ts";
import { createCursors } from "../../src/http/cursor.ts";
import { candidateRoutes } from "../../src/matches/routes.ts";
import type { Embedder } from "../../src/services.ts";
import { DIMENSIONS, jobs, matches, resumes } from "../../src/db/schema.ts";
import { type Answer, signingKey, type TestApi, testApi } from "./api.ts";

/** Somebody with a token. */
export interface Person {
  id: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
}

/** A recruiter's company: one job with two candidates, the first of whom is one of another job, too. */
export interface InterviewTest extends AsyncDisposable {
  api: TestApi;
  /** The calendar file of an interview, as the recruiter gets it. */
  calendar(id: string): Promise<Response>;
  recruiter: Person;
  /** Joins the recruiter's company with a role. */
  member(role: string): Promise<Person>;
  /** Registers another company's owner. */
  stranger(): Promise<Person>;
  otherJob: string;
  otherResume: string;
  /** Body of a booking of the first candidate. */
  wanted: { resume_id: string; job_id: string; interview_type: string; scheduled_at: string };
  /** Path of the first candidate. */
  path: string;
}

/** Listing candidates tells which model is current; nothing here embeds. */
const noEmbedder: Embedder = {
  model: "none",
  embed: () => Promise.reject(new TypeError("Cannot embed: this harness has no embedder")),
  load: () => ({ waiting: { interactive: 0, bulk: 0 }, threads: 1, vectors: { memory: 0, shared: 0, model: 0 } }),
  readiness: () => "ok",
  close: () => Promise.resolve(),
};

/** @param candidateName Of the first candidate; the second has none. */
export async function interviewTest(candidateName = "Ada Example"): Promise<InterviewTest> {
  const api = await testApi();
  const { db, newId } = api.services;
  const cursors = createCursors(signingKey);
  api.app.route("/api/v1", interviewRoutes(api.services, cursors));
  api.app.route("/api/v1", feedbackRoutes(api.services, cursors));
  api.app.route("/api/v1", candidateRoutes({ ...api.services, embedder: noEmbedder }, cursors));
  const owner = await api.register();
  const token = (await api.logIn(owner.email)).access_token;
  const row = { companyId: owner.company_id, createdBy: owner.id, createdAt: new Date(), updatedAt: new Date() };
  const embedding = Array<number>(DIMENSIONS).fill(0).with(0, 1);
  const [job, otherJob, resume, otherResume] = [newId(), newId(), newId(), newId()];
  await db.insert(jobs).values([job, otherJob].map((id) => ({
    ...row,
    id,
    title: "Backend engineer",
    company: "Northwind",
    description: "",
    requirements: "",
    skillsRequired: [],
    skillsPreferred: [],
    skillsDerived: false,
    status: "open" as const,
    embedding,
    preparedWith: "test",
  })));
  await db.insert(resumes).values([resume, otherResume].map((id) => ({
    ...row,
    id,
    status: "ready" as const,
    sha256: id,
    filename: "resume.txt",
    format: "txt" as const,
    sizeBytes: 1,
    ...(id === resume && { candidateName, email: "ada@example.com" }),
  })));
  const pairs = [[job, resume], [job, otherResume], [otherJob, resume]] as const;
  await db.insert(matches).values(pairs.map(([jobId, resumeId]) => ({
    companyId: row.companyId,
    jobId,
    resumeId,
    similarity: 0.5,
    overall: 0.5,
    scoreVersion: 1,
    jobVersion: 1,
    resumeVersion: 1,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  })));
  return {
    api,
    calendar: (id) => api.get(`/api/v1/interviews/${id}/calendar.ics`, token),
    recruiter: person(api, token, owner.id),
    async member(role) {
      const { token: theirs, user } = await api.member(token, role);
      return person(api, theirs, user.id);
    },
    async stranger() {
      const user = await api.register({ company_name: "Other Company" });
      return person(api, (await api.logIn(user.email)).access_token, user.id);
    },
    otherJob,
    otherResume,
    wanted: { resume_id: resume, job_id: job, interview_type: "video", scheduled_at: "2190-05-17T09:30:00Z" },
    path: `/jobs/${job}/candidates/${resume}`,
    [Symbol.asyncDispose]: async () => await api[Symbol.asyncDispose](),
  };
}

function person(api: TestApi, token: string, id: string): Person {
  return {
    id,
    get: (path, headers) => api.send(token, "GET", path, undefined, headers),
    post: (path, body) => api.send(token, "POST", path, body),
    patch: (path, body, headers) => api.send(token, "PATCH", path, body, headers),
    delete: (path, headers) => api.send(token, "DELETE", path, undefined, headers),
  };
}
