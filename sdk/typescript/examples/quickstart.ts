// All of a first day: node dist/examples/quickstart.js http://localhost:8000
import { createJobMatch, ok } from "../src/index.ts";

const api = createJobMatch({ baseUrl: process.argv[2] ?? "http://localhost:8000" });
console.log("health:", (await ok(api.GET("/api/v1/health"))).status);

const account = { email: `ada-${Date.now()}@example.com`, password: "four words or even more" };
const person = { full_name: "Ada Example", role: "recruiter", company_name: "Example Ltd" } as const;
await ok(api.POST("/api/v1/auth/register", { body: { ...account, ...person } }));
await api.logIn(account);

const posting = {
  title: "Backend engineer",
  company: "Example Ltd",
  description: "You build what plans our deliveries.",
  requirements: "Four years with PostgreSQL and TypeScript in production; Docker.",
};
const job = await ok(api.POST("/api/v1/jobs", { body: posting }));

const text = `Noor Invented\nnoor.invented@example.com\n\nExperience\nSoftware engineer, Imaginary Freight, 2019 - 2024
Built delivery services in TypeScript on PostgreSQL.\n\nSkills\nTypeScript, PostgreSQL, Linux\n`;
const file = new File([text], "noor.txt", { type: "text/plain" });
const uploaded = await ok(api.POST("/api/v1/resumes/upload", { body: { file, job_id: job.id } }));
if (!("resume" in uploaded)) throw new Error(`Still being read: operation ${uploaded.id}`);
console.log("uploaded:", uploaded.resume.candidate_name);

const path = { job_id: job.id, resume_id: uploaded.resume.id };
const { data: ranked } = await ok(api.GET("/api/v1/jobs/{job_id}/candidates", { params: { path } }));
for (const each of ranked) console.log(`candidate ${each.rank}: ${each.candidate_name} ${each.match_score} (${each.fit})`);

const shortlist = { params: { path }, body: { status: "shortlisted" } } as const;
console.log("status:", (await ok(api.PATCH("/api/v1/jobs/{job_id}/candidates/{resume_id}", shortlist))).status);

const video = { ...path, interview_type: "video", scheduled_at: new Date(Date.now() + 86_400_000).toISOString() } as const;
const interview = await ok(api.POST("/api/v1/interviews", { body: video }));
console.log("interview:", interview.interview_type, interview.status);
