/**
 * Two companies with one of everything, the first with two of whatever is listed, made through the API, and tokens of
 * every kind.
 *
 * @module
 */
import { equal } from "node:assert/strict";
import { SignJWT } from "jose";
import type { Scope } from "../../src/http/scopes.ts";
import type { Log } from "../../src/services.ts";
import { type Caller, type Json, type TestApp, testApp } from "../harness/app.ts";
import { type StatementCounter, statementCounter } from "../harness/statements.ts";

/** Ids by the name of their path parameter. */
export type Ids = Record<string, string>;

/** What the battery asks with. */
export interface World extends AsyncDisposable {
  app: TestApp;
  statements: StatementCounter;
  owner: Caller;
  /** The other company's owner. */
  stranger: Caller;
  tokens: { owner: string; admin: string; recruiter: string; hiring_manager: string; expired: string; forged: string };
  ids: Ids;
  /** The other company's. */
  foreign: Ids;
  /** A key with these scopes, the owner's where nobody else is named. */
  key(scopes: readonly Scope[], by?: "hiring_manager"): Promise<string>;
}

/**
 * Makes both companies.
 *
 * @param log Instead of a silent one.
 */
export async function makeWorld({ log }: { log?: Log } = {}): Promise<World> {
  const statements = statementCounter();
  const app = await testApp({ wrapDatabase: statements.wrap, ...(log && { overrides: { log } }) });
  const [owner, other] = [await app.owner(), await app.owner()];
  const members = {
    admin: await app.member(owner, "admin"),
    recruiter: await app.member(owner, "recruiter"),
    hiring_manager: await app.member(owner, "hiring_manager"),
  };
  const keys = new Map<string, Promise<string>>();
  const makeKey = async (scopes: readonly Scope[], by: Caller) =>
    (await made(by, "/api-keys", { name: "Battery", scopes })).key;
  const [{ kid }, claims] = owner.token.split(".").slice(0, 2).map((part) =>
    JSON.parse(atob(part.replaceAll("-", "+").replaceAll("_", "/")))
  );
  const ids = await fill(owner, members.recruiter.user.id);
  await addSecond(app, owner, ids, [members.admin, members.recruiter]);
  return {
    app,
    statements,
    owner,
    stranger: other,
    tokens: {
      owner: owner.token,
      admin: members.admin.token,
      recruiter: members.recruiter.token,
      hiring_manager: members.hiring_manager.token,
      expired: await sign({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }, kid, APP_KEY),
      forged: await sign(claims, kid, "another key of at least thirty-two bytes"),
    },
    ids,
    foreign: await fill(other, other.user.id),
    async key(scopes, by) {
      const name = `${by} ${scopes}`;
      const key = keys.get(name) ?? makeKey(scopes, by ? members[by] : owner);
      keys.set(name, key);
      return await key;
    },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}

/** What the applications of tests sign with. */
const APP_KEY = "tests sign with this key of 43 characters..";

const sign = (claims: Record<string, unknown>, kid: string, key: string) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid }).sign(new TextEncoder().encode(key));

async function fill(owner: Caller, memberId: string): Promise<Ids> {
  const job = await owner.job();
  const uploaded = await owner.upload(resumeFile(owner.user.id), { job_id: job.id });
  equal(uploaded.status, 201, JSON.stringify(uploaded.body));
  const resumeId = uploaded.body.resume.id;
  const candidate = `/jobs/${job.id}/candidates/${resumeId}`;
  const queued = await owner.send("POST", `/jobs/${job.id}/match`, {}, { prefer: "respond-async" });
  equal(queued.status, 202, JSON.stringify(queued.body));
  const interview = { resume_id: resumeId, job_id: job.id, interview_type: "video" };
  return {
    job_id: job.id,
    resume_id: resumeId,
    member_id: memberId,
    author_id: memberId,
    operation_id: queued.body.id,
    note_id: (await made(owner, `${candidate}/notes`, { text: "Met at a fair." })).id,
    invitation_id: (await made(owner, "/invitations", { role: "recruiter" })).id,
    api_key_id: (await made(owner, "/api-keys", { name: "Careers page", scopes: ["jobs:read"] })).id,
    interview_id: (await made(owner, "/interviews", { ...interview, scheduled_at: "2190-01-01T10:00:00Z" })).id,
  };
}

/** Another one of whatever a list shows. */
async function addSecond(app: TestApp, owner: Caller, ids: Ids, interviewers: Caller[]): Promise<void> {
  const job = await owner.job();
  const uploaded = await owner.upload(resumeFile("second"), { job_id: ids["job_id"]! });
  equal(uploaded.status, 201, JSON.stringify(uploaded.body));
  await owner.post(`/jobs/${job.id}/match`, { resume_ids: [ids["resume_id"]] });
  const candidate = `/jobs/${ids["job_id"]}/candidates/${ids["resume_id"]}`;
  for (const status of ["shortlisted", "pending"]) await owner.patch(candidate, { status });
  await made(owner, `${candidate}/notes`, { text: "Met again." });
  await made(owner, "/invitations", { role: "recruiter" });
  await made(owner, "/api-keys", { name: "Second page", scopes: ["jobs:read"] });
  const interview = { resume_id: ids["resume_id"], job_id: ids["job_id"], interview_type: "video" };
  await made(owner, "/interviews", { ...interview, scheduled_at: "2190-01-02T10:00:00Z" });
  for (const interviewer of interviewers) {
    await made(interviewer, `/interviews/${ids["interview_id"]}/feedback`, { recommendation: "yes" });
  }
  const form = new FormData();
  for (const name of ["third", "fourth"]) form.append("files", resumeFile(name));
  const headers = { authorization: `Bearer ${owner.token}` };
  const batch = await app.request("/api/v1/resumes/batch", { method: "POST", headers, body: form });
  equal(batch.status, 202);
  ids["operation_id"] = (await batch.json()).id;
  // A state that is read twice must be the same.
  while (!["succeeded", "failed"].includes((await owner.get(`/operations/${ids["operation_id"]}`)).body.status)) {
    await app.services.completions.next(ids["operation_id"]!, 50);
  }
}

/** A resume nobody else has. */
export function resumeFile(name: string): File {
  const text = `Ada Example\nada@example.com\n\nExperience\nBackend engineer, ${name}, 2019 – 2024\n` +
    "Built order services in TypeScript on PostgreSQL, shipped in Docker.\n\nSkills\nTypeScript, PostgreSQL, Docker\n";
  return new File([text], "resume.txt", { type: "text/plain" });
}

async function made(caller: Caller, path: string, body: unknown): Promise<Json> {
  const answer = await caller.post(path, body);
  equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
}
