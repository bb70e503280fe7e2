ALTER TABLE "jobs" ADD COLUMN "switching_from" text;--> statement-breakpoint
ALTER TABLE "rematch_runs" ADD COLUMN "stale_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rematch_runs" ADD COLUMN "report" jsonb;