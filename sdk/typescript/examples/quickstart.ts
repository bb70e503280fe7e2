// All of a first day: node dist/examples/quickstart.js http://localhost:8000
import { createJobMatch, ok } from "../src/index.ts";

const baseUrl = process.argv[2] ?? process.env["JOB_MATCH_URL"] ?? "http://localhost:8000";
const api = createJobMatch({ baseUrl });

const health = await ok(api.GET("/api/v1/health"));
console.log(`health: ${health.status}`);

const account = { email: `ada-${Date.now()}@example.com`, password: "four words or even more" };
await ok(api.POST("/api/v1/auth/register", {
  body: { ...account, full_name: "Ada Example", role: "recruiter", company_name: "Example Ltd" },
}));
const user = await api.logIn(account);
console.log(`logged in: ${user.full_name} of ${user.company_name}`);

const job = await ok(api.POST("/api/v1/jobs", {
  body: {
    title: "Backend engineer",
    company: "Example Ltd",
    description: "You build the services that plan our deliveries, and keep them running.",
    requirements: "Four years with PostgreSQL and TypeScript in production.",
    skills_required: ["TypeScript", "PostgreSQL", "Docker"],
  },
}));

const text = `Noor Invented
noor.invented@example.com

Experience
Software engineer, Imaginary Freight, 2019 - 2024
Built delivery services in TypeScript on PostgreSQL and shipped them with Docker.

Education
BSc Computer Science, University of Nowhere, 2018

Skills
TypeScript, PostgreSQL, Docker, Linux
`;
const file = new File([text], "noor.txt", { type: "text/plain" });
const uploaded = await ok(api.POST("/api/v1/resumes/upload", { body: { file, job_id: job.id } }));
if (!("resume" in uploaded)) throw new Error(`Still being read: operation ${uploaded.id}`);
console.log(`uploaded: ${uploaded.resume.candidate_name}`);

const { data: ranked } = await ok(api.GET("/api/v1/jobs/{job_id}/candidates", { params: { path: { job_id: job.id } } }));
for (const { rank, candidate_name, match_score, fit } of ranked) {
  console.log(`candidate ${rank}: ${candidate_name} ${match_score} (${fit})`);
}

const pair = { job_id: job.id, resume_id: uploaded.resume.id };
const moved = await ok(api.PATCH("/api/v1/jobs/{job_id}/candidates/{resume_id}", {
  params: { path: pair },
  body: { status: "shortlisted" },
}));
console.log(`status: ${moved.status}`);

const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString();
const interview = await ok(api.POST("/api/v1/interviews", {
  body: { ...pair, interview_type: "video", scheduled_at: tomorrow },
}));
console.log(`interview: ${interview.interview_type} ${interview.status}`);
