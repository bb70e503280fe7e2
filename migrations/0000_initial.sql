CREATE EXTENSION IF NOT EXISTS vector;
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"skill_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interviewers" (
	"company_id" uuid NOT NULL,
	"interview_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "interviewers_company_id_interview_id_user_id_pk" PRIMARY KEY("company_id","interview_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"interview_type" text NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"timezone" text NOT NULL,
	"location" text,
	"meeting_link" text,
	"notes" text,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "interviews_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "interviews_type" CHECK (interview_type in ('phone', 'video', 'onsite', 'technical', 'panel')),
	CONSTRAINT "interviews_status" CHECK (status in ('scheduled', 'completed', 'cancelled', 'no_show'))
);
--> statement-breakpoint
CREATE TABLE "job_skills" (
	"company_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	"required" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "job_skills_company_id_job_id_skill_id_pk" PRIMARY KEY("company_id","job_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"company" text NOT NULL,
	"description" text NOT NULL,
	"requirements" text NOT NULL,
	"skills_required" jsonb NOT NULL,
	"skills_preferred" jsonb NOT NULL,
	"skills_derived" boolean NOT NULL,
	"location" text,
	"employment_type" text,
	"experience_level" text,
	"salary" jsonb,
	"external_id" text,
	"status" text NOT NULL,
	"embedding" vector(384) NOT NULL,
	"prepared_with" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"content_version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "jobs_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "jobs_status" CHECK (status in ('draft', 'open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"email" text PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"password_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_status_changes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"reason" text,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_status_changes_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"company_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"similarity" double precision NOT NULL,
	"skill_match" double precision,
	"overall" double precision NOT NULL,
	"score_version" integer NOT NULL,
	"job_version" integer NOT NULL,
	"resume_version" integer NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "matches_company_id_job_id_resume_id_pk" PRIMARY KEY("company_id","job_id","resume_id"),
	CONSTRAINT "matches_status" CHECK (status in ('pending', 'shortlisted', 'maybe', 'interviewing', 'offered', 'hired', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"resume_id" uuid NOT NULL,
	"job_id" uuid,
	"error" jsonb,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "operations_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "operations_status" CHECK (status in ('queued', 'running', 'succeeded', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"company_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refresh_tokens_company_id_hash_pk" PRIMARY KEY("company_id","hash")
);
--> statement-breakpoint
CREATE TABLE "rematch_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "resume_files" (
	"company_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "resume_files_company_id_resume_id_pk" PRIMARY KEY("company_id","resume_id")
);
--> statement-breakpoint
CREATE TABLE "resume_passages" (
	"company_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"section" text,
	"embedding" halfvec(384) NOT NULL,
	CONSTRAINT "resume_passages_company_id_resume_id_position_pk" PRIMARY KEY("company_id","resume_id","position")
);
--> statement-breakpoint
CREATE TABLE "resume_skills" (
	"company_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"skill_id" integer NOT NULL,
	"kind" text NOT NULL,
	"credit" double precision NOT NULL,
	"section" text,
	"quote" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	CONSTRAINT "resume_skills_company_id_resume_id_skill_id_pk" PRIMARY KEY("company_id","resume_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "resumes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"sha256" text NOT NULL,
	"filename" text NOT NULL,
	"format" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"given_name" text,
	"given_email" text,
	"given_phone" text,
	"source" text,
	"candidate_name" text,
	"email" text,
	"phone" text,
	"text" text,
	"sections" jsonb,
	"fields" jsonb,
	"extracted_skills" jsonb,
	"language" text,
	"parse_quality" real,
	"parse_flags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hidden_text" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"embedding" vector(384),
	"prepared_with" text,
	"credited_seq" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"content_version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "resumes_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "resumes_file" UNIQUE("company_id","sha256"),
	CONSTRAINT "resumes_status" CHECK (status in ('received', 'ready'))
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"company_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"embedding" halfvec(384) NOT NULL,
	"embedded_with" text NOT NULL,
	CONSTRAINT "skills_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "skills_key" UNIQUE("company_id","key")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"full_name" text NOT NULL,
	"role" text NOT NULL,
	"is_owner" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "users_role" CHECK (role in ('recruiter', 'hiring_manager', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "interviewers" ADD CONSTRAINT "interviewers_company_id_interview_id_interviews_company_id_id_fk" FOREIGN KEY ("company_id","interview_id") REFERENCES "public"."interviews"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviewers" ADD CONSTRAINT "interviewers_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_company_id_job_id_resume_id_matches_company_id_job_id_resume_id_fk" FOREIGN KEY ("company_id","job_id","resume_id") REFERENCES "public"."matches"("company_id","job_id","resume_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_company_id_created_by_users_company_id_id_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_skills" ADD CONSTRAINT "job_skills_company_id_job_id_jobs_company_id_id_fk" FOREIGN KEY ("company_id","job_id") REFERENCES "public"."jobs"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_skills" ADD CONSTRAINT "job_skills_company_id_skill_id_skills_company_id_id_fk" FOREIGN KEY ("company_id","skill_id") REFERENCES "public"."skills"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_company_id_created_by_users_company_id_id_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_status_changes" ADD CONSTRAINT "match_status_changes_company_id_job_id_resume_id_matches_company_id_job_id_resume_id_fk" FOREIGN KEY ("company_id","job_id","resume_id") REFERENCES "public"."matches"("company_id","job_id","resume_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_status_changes" ADD CONSTRAINT "match_status_changes_company_id_changed_by_users_company_id_id_fk" FOREIGN KEY ("company_id","changed_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_company_id_job_id_jobs_company_id_id_fk" FOREIGN KEY ("company_id","job_id") REFERENCES "public"."jobs"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_company_id_resume_id_resumes_company_id_id_fk" FOREIGN KEY ("company_id","resume_id") REFERENCES "public"."resumes"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_company_id_created_by_users_company_id_id_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_files" ADD CONSTRAINT "resume_files_company_id_resume_id_resumes_company_id_id_fk" FOREIGN KEY ("company_id","resume_id") REFERENCES "public"."resumes"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_passages" ADD CONSTRAINT "resume_passages_company_id_resume_id_resumes_company_id_id_fk" FOREIGN KEY ("company_id","resume_id") REFERENCES "public"."resumes"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_skills" ADD CONSTRAINT "resume_skills_company_id_resume_id_resumes_company_id_id_fk" FOREIGN KEY ("company_id","resume_id") REFERENCES "public"."resumes"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_skills" ADD CONSTRAINT "resume_skills_company_id_skill_id_skills_company_id_id_fk" FOREIGN KEY ("company_id","skill_id") REFERENCES "public"."skills"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resumes" ADD CONSTRAINT "resumes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resumes" ADD CONSTRAINT "resumes_company_id_created_by_users_company_id_id_fk" FOREIGN KEY ("company_id","created_by") REFERENCES "public"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interviewers_user" ON "interviewers" USING btree ("company_id","user_id");--> statement-breakpoint
CREATE INDEX "interviews_by_time" ON "interviews" USING btree ("company_id","scheduled_at","id");--> statement-breakpoint
CREATE INDEX "jobs_newest" ON "jobs" USING btree ("company_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "match_status_changes_of" ON "match_status_changes" USING btree ("company_id","job_id","resume_id","changed_at");--> statement-breakpoint
CREATE INDEX "matches_ranked" ON "matches" USING btree ("company_id","job_id","overall" DESC NULLS FIRST,"resume_id");--> statement-breakpoint
CREATE INDEX "matches_of_resume" ON "matches" USING btree ("company_id","resume_id");--> statement-breakpoint
CREATE INDEX "operations_resume" ON "operations" USING btree ("company_id","resume_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family" ON "refresh_tokens" USING btree ("company_id","family_id");--> statement-breakpoint
CREATE INDEX "resumes_newest" ON "resumes" USING btree ("company_id","created_at" DESC NULLS FIRST,"id");