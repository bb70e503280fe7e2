// All of a first day: node dist/examples/quickstart.js http://localhost:8000
import { createJobMatch, ok } from "../src/index.ts";

const api = createJobMatch({ baseUrl: process.argv[2] ?? "http://localhost:8000" });
console.log("health:", (await ok(api.GET("/api/v1/health"))).status);

const account = { email: `ada-${Date.now()}@example.com`, password: "four words or even more" };
await api.register({ ...account, full_name: "Ada Example", role: "recruiter", company_name: "Example Ltd" });

const posting = { title: "Backend engineer", company: "Example Ltd", description: "Plan our deliveries." };
const job = await ok(api.POST("/api/v1/jobs", { body: { ...posting, requirements: "PostgreSQL, TypeScript, Docker" } }));

const text = `Noor Invented\nnoor.invented@example.com\n\nExperience\nEngineer, Imaginary Freight, 2019 - 2024
Built delivery services in TypeScript on PostgreSQL.\n\nSkills\nTypeScript, PostgreSQL, Linux\n`;
const resume = await api.upload(new File([text], "noor.txt", { type: "text/plain" }), { job_id: job.id });
console.log("uploaded:", resume.candidate_name);

const path = { job_id: job.id, resume_id: resume.id };
const { data } = await ok(api.GET("/api/v1/jobs/{job_id}/candidates", { params: { path } }));
for (const each of data) console.log(`candidate ${each.rank}: ${each.candidate_name} ${each.match_score} (${each.fit})`);

const body = { status: "shortlisted" } as const;
console.log("status:", (await ok(api.PATCH("/api/v1/jobs/{job_id}/candidates/{resume_id}", { params: { path }, body }))).status);

const time = { interview_type: "video", scheduled_at: new Date(Date.now() + 86_400_000).toISOString() } as const;
const interview = await ok(api.POST("/api/v1/interviews", { body: { ...path, ...time } }));
console.log("interview:", interview.interview_type, interview.status);
