/**
 * Two companies with one of everything, made through the API, and tokens of every kind.
 *
 * @module
 */
import { equal } from "node:assert/strict";
import { SignJWT } from "jose";
import { SCOPES } from "../../src/http/scopes.ts";
import { type Caller, type Json, type TestApp, testApp } from "../harness/app.ts";

/** Ids by the name of their path parameter. */
export type Ids = Record<string, string>;

/** What the battery asks with. */
export interface World extends AsyncDisposable {
  app: TestApp;
  owner: Caller;
  tokens: { owner: string; admin: string; recruiter: string; hiring_manager: string; expired: string; forged: string };
  ids: Ids;
  /** The other company's. */
  foreign: Ids;
  /** A key of the owner with every scope but this one; with all of them for `null`. */
  keyWithout(scope: string | null): Promise<string>;
}

/** Makes both companies. */
export async function makeWorld(): Promise<World> {
  const app = await testApp();
  const [owner, other] = [await app.owner(), await app.owner()];
  const members = {
    admin: await app.member(owner, "admin"),
    recruiter: await app.member(owner, "recruiter"),
    hiring_manager: await app.member(owner, "hiring_manager"),
  };
  const keys = new Map<string | null, Promise<string>>();
  const makeKey = async (scope: string | null) => {
    const scopes = SCOPES.filter((each) => each !== scope);
    return (await made(owner, "/api-keys", { name: "Battery", scopes })).key;
  };
  const claims = JSON.parse(atob(owner.token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/")));
  return {
    app,
    owner,
    tokens: {
      owner: owner.token,
      admin: members.admin.token,
      recruiter: members.recruiter.token,
      hiring_manager: members.hiring_manager.token,
      expired: await sign({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }, APP_KEY),
      forged: await sign(claims, "another key of at least thirty-two bytes"),
    },
    ids: await fill(owner, members.recruiter.user.id),
    foreign: await fill(other, other.user.id),
    async keyWithout(scope) {
      const key = keys.get(scope) ?? makeKey(scope);
      keys.set(scope, key);
      return await key;
    },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}

/** What the applications of tests sign with. */
const APP_KEY = "tests sign with this key of 43 characters..";

const sign = (claims: Record<string, unknown>, key: string) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "at+jwt" }).sign(new TextEncoder().encode(key));

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
    operation_id: queued.body.id,
    note_id: (await made(owner, `${candidate}/notes`, { text: "Met at a fair." })).id,
    invitation_id: (await made(owner, "/invitations", { role: "recruiter" })).id,
    api_key_id: (await made(owner, "/api-keys", { name: "Careers page", scopes: ["jobs:read"] })).id,
    interview_id: (await made(owner, "/interviews", { ...interview, scheduled_at: "2190-01-01T10:00:00Z" })).id,
  };
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
