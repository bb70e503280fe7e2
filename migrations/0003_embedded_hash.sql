ALTER TABLE "resumes" ADD COLUMN "embedded_hash" text;
