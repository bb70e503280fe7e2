/** What clients were promised: every operation with what it takes and answers, whatever else there is. @module */
import { deepEqual } from "node:assert/strict";

/** An operation, what its query and its body take, and what its answer of the status has. */
interface Promised {
  query?: string;
  body?: string;
  answer?: string;
}

const page = "data next_cursor has_more total";
const period = "from to job_id";
const job = "id title company description requirements skills_required skills_preferred location employment_type " +
  "experience_level salary external_id status";
const candidate = "rank resume_id candidate_name email match_score similarity skill_match score_version percentile " +
  "fit status key_strengths missing_skills explanation flags created_at updated_at";
const resume = "id candidate_name email phone links sections experience education extracted_skills languages parse " +
  "status source created_at";
const newJob = "title company description requirements skills_required skills_preferred location employment_type " +
  "experience_level salary external_id status";
const match = "match_score similarity skill_match weights fit key_strengths missing_skills explanation skills";
const user = "id email full_name role company_id company_name is_owner is_active created_at";
const interview = "id resume_id job_id interview_type scheduled_at duration_minutes timezone interviewers location " +
  "meeting_link notes status";
const newInterview = "resume_id job_id interview_type scheduled_at duration_minutes timezone interviewers location " +
  "meeting_link notes allow_conflict";
const operation = "id kind status progress result error";

/** By method and path below `/api/v1`, then the status of the answer. */
const promises: Record<string, Promised> = {
  "POST /auth/register 201": { body: "email password full_name role company_name invite_token", answer: user },
  "POST /auth/login 200": {
    body: "email password",
    answer: "access_token token_type expires_in refresh_token user",
  },
  "POST /auth/refresh 200": { body: "refresh_token", answer: "access_token refresh_token" },
  "POST /auth/logout 204": {},
  "GET /auth/me 200": { answer: user },
  "PATCH /auth/me 200": { body: "full_name", answer: user },
  "POST /auth/change-password 204": { body: "current_password new_password" },
  "GET /company 200": { answer: "id name retention_days timezone" },
  "PATCH /company 200": { body: "name retention_days timezone" },
  "GET /members 200": { answer: page },
  "PATCH /members/{member_id} 200": { body: "role is_active" },
  "POST /invitations 201": { body: "role email", answer: "id token" },
  "GET /invitations 200": { answer: page },
  "DELETE /invitations/{invitation_id} 204": {},
  "POST /api-keys 201": { body: "name scopes expires_at", answer: "id key scopes" },
  "GET /api-keys 200": { answer: page },
  "DELETE /api-keys/{api_key_id} 204": {},

  "POST /jobs 201": { body: newJob, answer: `${job} embedding` },
  "GET /jobs 200": {
    query: "status q skill location employment_type created_after sort limit cursor",
    answer: page,
  },
  "GET /jobs/{job_id} 200": { query: "include" },
  "PUT /jobs/{job_id} 200": { body: newJob },
  "PATCH /jobs/{job_id} 200": { body: newJob },
  "DELETE /jobs/{job_id} 204": { query: "force" },
  "POST /jobs/{job_id}/match 200": { body: "resume_ids max_results min_score", answer: "data" },
  "POST /jobs/{job_id}/match 202": { answer: operation },
  "GET /jobs/{job_id}/candidates 200": {
    query: "status min_score max_score skill q sort limit cursor",
    answer: page,
  },
  "GET /jobs/{job_id}/candidates/{resume_id} 200": { answer: `${candidate} skills` },
  "PATCH /jobs/{job_id}/candidates/{resume_id} 200": { body: "status reason", answer: candidate },
  "PATCH /jobs/{job_id}/candidates 200": { body: "resume_ids status reason" },
  "GET /jobs/{job_id}/candidates/{resume_id}/history 200": { answer: page },
  "GET /jobs/{job_id}/candidates/{resume_id}/notes 200": { answer: page },
  "POST /jobs/{job_id}/candidates/{resume_id}/notes 201": { body: "text", answer: "id text" },

  "POST /resumes/upload 201": {
    body: "file job_id candidate_name email phone source",
    answer: "resume match",
  },
  "POST /resumes/upload 200": { answer: "resume match" },
  "POST /resumes/upload 202": { answer: operation },
  "POST /resumes/batch 202": { body: "files job_id", answer: operation },
  "GET /resumes 200": { answer: page },
  "GET /resumes/{resume_id} 200": { answer: resume },
  "GET /resumes/{resume_id}/file 200": {},
  "GET /resumes/{resume_id}/matches 200": { answer: page },
  "PATCH /resumes/{resume_id} 200": { body: "candidate_name email phone" },
  "POST /resumes/search 200": { body: "query filters limit", answer: page },
  "DELETE /resumes/{resume_id} 204": {},
  "GET /resumes/{resume_id}/data-export 200": {},

  "POST /matching/score 200": { body: "job resume", answer: match },
  "POST /skills/extract 200": { body: "text", answer: "skills" },
  "GET /skills 200": { query: "q" },

  "POST /interviews 201": { body: newInterview, answer: interview },
  "GET /interviews 200": { query: "job_id resume_id interviewer_id status from to", answer: page },
  "GET /interviews/{interview_id} 200": { answer: interview },
  "PATCH /interviews/{interview_id} 200": { body: "scheduled_at status interviewers" },
  "DELETE /interviews/{interview_id} 204": {},
  "GET /interviews/{interview_id}/calendar.ics 200": {},
  "POST /interviews/{interview_id}/feedback 201": {
    body: "recommendation ratings comments",
    answer: "recommendation ratings comments",
  },
  "GET /interviews/{interview_id}/feedback 200": { answer: page },
  "GET /interviews/{interview_id}/feedback/{author_id} 200": { answer: "recommendation ratings comments" },
  "PATCH /interviews/{interview_id}/feedback/{author_id} 200": { body: "recommendation ratings comments" },

  "GET /analytics/overview 200": {
    query: period,
    answer: "jobs resumes matches interviews hires score_distribution activity",
  },
  "GET /analytics/funnel 200": { query: period },
  "GET /analytics/time-to-hire 200": { query: period },
  "GET /analytics/skills-gap 200": { query: period },
  "GET /analytics/sources 200": { query: period },
  "GET /analytics/jobs/{job_id} 200": { query: "from to" },

  "GET /operations/{operation_id} 200": { answer: operation },
  "GET /operations/{operation_id}/events 200": {},
  "GET /health 200": { answer: "status version checks" },
};

interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
  anyOf?: Schema[];
}

interface Operation {
  parameters?: { name?: string; in?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

Deno.test("every operation that was promised is documented, with all that it takes and answers", async () => {
  const text = await Deno.readTextFile(new URL("../../docs/openapi.json", import.meta.url));
  const { paths, components }: Document = JSON.parse(text);
  const fieldsOf = ({ $ref, properties, anyOf }: Schema): string[] =>
    $ref
      ? fieldsOf(components.schemas[$ref.split("/").at(-1)!]!)
      : [...Object.keys(properties ?? {}), ...(anyOf ?? []).flatMap(fieldsOf)];
  const first = (content: Record<string, { schema?: Schema }> = {}) => Object.values(content)[0]?.schema ?? {};

  const broken = Object.entries(promises).flatMap(([name, { query = "", body = "", answer = "" }]) => {
    const [method = "", path = "", status = ""] = name.split(" ");
    const operation = paths[`/api/v1${path}`]?.[method.toLowerCase()];
    if (!operation?.responses[status]) return [name];
    const has = {
      query: (operation.parameters ?? []).filter((each) => each.in === "query").map((each) => each.name ?? ""),
      body: fieldsOf(first(operation.requestBody?.content)),
      answer: fieldsOf(first(operation.responses[status].content)),
    };
    const missing = (part: keyof typeof has, promised: string) =>
      promised.split(" ").filter((field) => field !== "" && !has[part].includes(field))
        .map((field) => `${name}: ${part} without ${field}`);
    return [...missing("query", query), ...missing("body", body), ...missing("answer", answer)];
  });

  deepEqual(broken, []);
});
