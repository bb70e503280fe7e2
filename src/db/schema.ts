/**
 * Every table. A tenant's rows carry `company_id` first in their primary and foreign keys, so that no join can cross
 * companies and the column can become the distribution key.
 *
 * @module
 */
import {
  boolean,
  check,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { halfvec, vector } from "./vector_types.ts";
import type { Evidence, ResumeFields, Section, SkillHit } from "../matching/types.ts";

/** Width of every embedding (all-MiniLM-L6-v2). */
export const DIMENSIONS = 384;

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  // `pg` gives a Buffer; callers get the same class from both databases.
  fromDriver: ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
});
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(", ")})`));

/** The wall between companies, for whoever works in the role of `scope.ts`: rows of its own company, else none. */
const ofCompany = (column: "company_id" | "id" = "company_id") =>
  pgPolicy("of_company", { using: sql.raw(`${column} = nullif(current_setting('app.company_id', true), '')::uuid`) });

/** Job functions a user can hold. */
export const ROLES = ["recruiter", "hiring_manager", "admin"] as const;
/** Where a candidate stands; a person moves it, a rematch never does. */
export const CANDIDATE_STATUSES = [
  "pending",
  "shortlisted",
  "maybe",
  "interviewing",
  "offered",
  "hired",
  "rejected",
  "withdrawn",
] as const;
export const JOB_STATUSES = ["draft", "open", "closed"] as const;
export const EMPLOYMENT_TYPES = ["full-time", "part-time", "contract", "internship"] as const;
export const EXPERIENCE_LEVELS = ["entry", "mid", "senior", "lead"] as const;
export const INTERVIEW_TYPES = ["phone", "video", "onsite", "technical", "panel"] as const;
export const INTERVIEW_STATUSES = ["scheduled", "completed", "cancelled", "no_show"] as const;
export const OPERATION_STATUSES = ["queued", "running", "succeeded", "failed"] as const;
/** `received`: stored, waiting for its ingest task; `ready`: parsed, embedded, searchable. */
export const RESUME_STATUSES = ["received", "ready"] as const;

/** Of one interviewer about one interview. */
export const RECOMMENDATIONS = ["strong_yes", "yes", "no", "strong_no"] as const;
/** `ingest`: read and match one file; `batch`: many files; `match`: score a job against many resumes. */
export const OPERATION_KINDS = ["ingest", "batch", "match"] as const;

/** Fields of a resume as a person set them right; a member that is absent was not touched. */
export type ResumeCorrections = Partial<
  & Pick<ResumeFields, "links" | "experience" | "education" | "languages">
  & { skills: string[]; /** Follows from `experience`, and is kept beside it to be filtered by. */ totalYears: number }
>;

/** A tenant. */
export const companies = pgTable("companies", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** Highest `skills.id` handed out in this company; the row lock on it serialises interning. */
  skillSeq: integer("skill_seq").notNull().default(0),
  /** Resumes are erased so many days after their last use; `null` keeps them. */
  retentionDays: integer("retention_days"),
  /** IANA name; what an interview gets that names none. */
  timezone: text().notNull().default("UTC"),
  version: integer().notNull().default(1),
  createdAt: at("created_at").notNull(),
}, () => [ofCompany("id")]);

export const users = pgTable("users", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  email: text().notNull(),
  fullName: text("full_name").notNull(),
  role: text({ enum: ROLES }).notNull(),
  isOwner: boolean("is_owner").notNull().default(false),
  isActive: boolean("is_active").notNull().default(true),
  /** Raised to end every session of the user: an access token carries the number it was made with. */
  sessionVersion: integer("session_version").notNull().default(1),
  version: integer().notNull().default(1),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  oneOf("users_role", "role", ROLES),
]);

/** The directory of who may log in, across companies: an e-mail belongs to one user. Not a tenant's table. */
export const logins = pgTable("logins", {
  /** Lower case. */
  email: text().primaryKey(),
  companyId: uuid("company_id").notNull(),
  userId: uuid("user_id").notNull(),
  passwordHash: text("password_hash").notNull(),
}, (t) => [
  ofCompany(),
  foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }).onDelete("cascade"),
]);

/** Opaque refresh tokens, by hash. A family is one login; each use replaces the token. */
export const refreshTokens = pgTable("refresh_tokens", {
  companyId: uuid("company_id").notNull(),
  /** SHA-256 of the token, hexadecimal. */
  hash: text().notNull(),
  userId: uuid("user_id").notNull(),
  familyId: uuid("family_id").notNull(),
  expiresAt: at("expires_at").notNull(),
  /** When it was exchanged for its successor. */
  usedAt: at("used_at"),
  createdAt: at("created_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.hash] }),
  foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }).onDelete("cascade"),
  index("refresh_tokens_family").on(t.companyId, t.familyId),
]);

/** A seat offered to somebody: the token joins this company with this role, once. */
export const invitations = pgTable("invitations", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  /** SHA-256 of the token, hexadecimal. */
  hash: text().notNull(),
  /** Lower case; only this address may accept. `null`: whoever holds the token. */
  email: text(),
  role: text({ enum: ROLES }).notNull(),
  expiresAt: at("expires_at").notNull(),
  acceptedAt: at("accepted_at"),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }),
  unique("invitations_hash").on(t.companyId, t.hash),
  oneOf("invitations_role", "role", ROLES),
]);

/** Keys of integrations, by hash. A key acts as the user who made it, within its scopes. */
export const apiKeys = pgTable("api_keys", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  name: text().notNull(),
  /** SHA-256 of the key, hexadecimal. */
  hash: text().notNull(),
  /** First characters of the key, to tell keys apart. */
  prefix: text().notNull(),
  scopes: jsonb().$type<string[]>().notNull(),
  expiresAt: at("expires_at"),
  lastUsedAt: at("last_used_at"),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }).onDelete("cascade"),
  unique("api_keys_hash").on(t.companyId, t.hash),
]);

/** What a POST with an `Idempotency-Key` did: written in the transaction of its effect, completed with its answer. */
export const idempotencyKeys = pgTable("idempotency_keys", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  userId: uuid("user_id").notNull(),
  /** Method and path. */
  request: text().notNull(),
  key: text().notNull(),
  /** SHA-256 of the body, hexadecimal: another body with the same key is refused. */
  bodyHash: text("body_hash").notNull(),
  /** `null` from the commit of the effect until the answer is made. */
  answer: jsonb().$type<{ status: number; headers: Record<string, string>; body: string }>(),
  createdAt: at("created_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.userId, t.request, t.key] }),
  foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }).onDelete("cascade"),
  index("idempotency_keys_age").on(t.createdAt),
]);

/** Required and preferred skills of all jobs of a company, interned: one row and one vector per distinct skill. */
export const skills = pgTable("skills", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  /** Ascending within the company in commit order, see `companies.skill_seq`. */
  id: integer().notNull(),
  /** Folded form that makes two spellings one skill; see `skillKey`. */
  key: text().notNull(),
  /** As first written. */
  name: text().notNull(),
  embedding: halfvec({ dimensions: DIMENSIONS }).notNull(),
  embeddedWith: text("embedded_with").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  unique("skills_key").on(t.companyId, t.key),
]);

export const jobs = pgTable("jobs", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  title: text().notNull(),
  /** Hiring company as printed in the ad. */
  company: text().notNull(),
  description: text().notNull(),
  requirements: text().notNull(),
  skillsRequired: jsonb("skills_required").$type<string[]>().notNull(),
  skillsPreferred: jsonb("skills_preferred").$type<string[]>().notNull(),
  /** True where `skills_required` was read out of the text because the recruiter gave none. */
  skillsDerived: boolean("skills_derived").notNull(),
  /** The same of `skills_preferred`. */
  preferredDerived: boolean("preferred_derived").notNull().default(false),
  location: text(),
  employmentType: text("employment_type", { enum: EMPLOYMENT_TYPES }),
  experienceLevel: text("experience_level", { enum: EXPERIENCE_LEVELS }),
  salary: jsonb().$type<{ min: number | null; max: number | null; currency: string; period: string }>(),
  externalId: text("external_id"),
  status: text({ enum: JOB_STATUSES }).notNull(),
  embedding: vector({ dimensions: DIMENSIONS }).notNull(),
  /** Model, dtype, passage and taxonomy version that `embedding` and derived skills were made with. */
  preparedWith: text("prepared_with").notNull(),
  /**
   * Model that made the scores which are still shown, from when the job is embedded with another one until the new scores
   * are whole (`matches/score.ts`); `null` while no change of model is under way.
   */
  switchingFrom: text("switching_from"),
  /** Counts every write: the ETag. */
  version: integer().notNull().default(1),
  /** Counts writes that change a score; a match made with an older one is stale. */
  contentVersion: integer("content_version").notNull().default(1),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }),
  index("jobs_newest").on(t.companyId, t.createdAt.desc().nullsFirst(), t.id),
  oneOf("jobs_status", "status", JOB_STATUSES),
]);

/** Which interned skills a job names. */
export const jobSkills = pgTable("job_skills", {
  companyId: uuid("company_id").notNull(),
  jobId: uuid("job_id").notNull(),
  skillId: integer("skill_id").notNull(),
  required: boolean().notNull(),
  /** 0-based place in the job's list. */
  position: integer().notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.jobId, t.skillId] }),
  foreignKey({ columns: [t.companyId, t.jobId], foreignColumns: [jobs.companyId, jobs.id] }).onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.skillId], foreignColumns: [skills.companyId, skills.id] }),
]);

export const resumes = pgTable("resumes", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  status: text({ enum: RESUME_STATUSES }).notNull(),
  /** Of the file's bytes, hexadecimal: the same file is one resume. */
  sha256: text().notNull(),
  filename: text().notNull(),
  format: text({ enum: ["pdf", "docx", "txt", "json"] }).notNull(),
  sizeBytes: integer("size_bytes").notNull(),
  /** What the uploader typed; wins over what was read. */
  givenName: text("given_name"),
  givenEmail: text("given_email"),
  givenPhone: text("given_phone"),
  source: text(),
  candidateName: text("candidate_name"),
  email: text(),
  phone: text(),
  /** The lines read, joined by "\n"; every offset points into it. */
  text: text(),
  sections: jsonb().$type<Section[]>(),
  fields: jsonb().$type<ResumeFields>(),
  extractedSkills: jsonb("extracted_skills").$type<SkillHit[]>(),
  language: text(),
  parseQuality: real("parse_quality"),
  parseFlags: jsonb("parse_flags").$type<string[]>().notNull().default([]),
  /** What a person set right: wins over what was read, also when the file is read again. */
  corrections: jsonb().$type<ResumeCorrections>().notNull().default({}),
  /** Text that no reader of the page sees, cut out before scoring: reason and quote. */
  hiddenText: jsonb("hidden_text").$type<{ reason: string; quote: string }[]>().notNull().default([]),
  /** Stored in the row itself (migration 0004): a search reads that of every resume. */
  embedding: vector({ dimensions: DIMENSIONS }),
  /** Of model and texts that `embedding` and the passages' vectors were made from: the same are not embedded again. */
  embeddedHash: text("embedded_hash"),
  /**
   * Words of name and text for full-text search, folded by the function `search_text` of migration 0002; and the company
   * after a `~`, so that its index finds a word among one company's resumes only.
   */
  words: tsvector().generatedAlwaysAs(
    sql`to_tsvector('simple', search_text(left(coalesce(candidate_name, '') || E'\\n' || coalesce(text, ''), 150000))) || array_to_tsvector(array['~' || company_id::text])`,
  ),
  /** Parser, model, dtype, passage and taxonomy version of everything above; `null` until ready. */
  preparedWith: text("prepared_with"),
  /** Evidence is known for this company's skills with an id up to this one; below 0, of what was read before. */
  creditedSeq: integer("credited_seq").notNull().default(0),
  version: integer().notNull().default(1),
  /** Counts writes that change a score; a match made with an older one is stale. */
  contentVersion: integer("content_version").notNull().default(1),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  unique("resumes_file").on(t.companyId, t.sha256),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }),
  index("resumes_newest").on(t.companyId, t.createdAt.desc().nullsFirst(), t.id),
  // Without a list of pending entries: whoever filled it up would have waited for all of them.
  index("resumes_words").using("gin", t.words).with({ fastupdate: false }),
  index("resumes_embedded").on(t.companyId, t.embeddedHash),
  index("resumes_ready").on(t.companyId, t.id).where(sql`status = 'ready'`),
  oneOf("resumes_status", "status", RESUME_STATUSES),
]);

/** The uploaded bytes, apart from what lists read. */
export const resumeFiles = pgTable("resume_files", {
  companyId: uuid("company_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  bytes: bytes().notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.resumeId] }),
  foreignKey({ columns: [t.companyId, t.resumeId], foreignColumns: [resumes.companyId, resumes.id] })
    .onDelete("cascade"),
]);

/** What of a resume is embedded piece by piece: the unit that evidence quotes. */
export const resumePassages = pgTable("resume_passages", {
  companyId: uuid("company_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  /** 0-based, in reading order. */
  position: integer().notNull(),
  start: integer().notNull(),
  end: integer().notNull(),
  section: text().$type<Section["name"]>(),
  embedding: halfvec({ dimensions: DIMENSIONS }).notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.resumeId, t.position] }),
  foreignKey({ columns: [t.companyId, t.resumeId], foreignColumns: [resumes.companyId, resumes.id] })
    .onDelete("cascade"),
]);

/** Which interned skills a resume meets, with the evidence. No row: not met (up to `resumes.credited_seq`). */
export const resumeSkills = pgTable("resume_skills", {
  companyId: uuid("company_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  skillId: integer("skill_id").notNull(),
  kind: text().$type<Evidence["kind"]>().notNull(),
  credit: doublePrecision().notNull(),
  section: text().$type<Section["name"]>(),
  quote: text().notNull(),
  start: integer().notNull(),
  end: integer().notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.resumeId, t.skillId] }),
  foreignKey({ columns: [t.companyId, t.resumeId], foreignColumns: [resumes.companyId, resumes.id] })
    .onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.skillId], foreignColumns: [skills.companyId, skills.id] }),
]);

/** One (job, resume) result; seen from its job it is a candidate. */
export const matches = pgTable("matches", {
  companyId: uuid("company_id").notNull(),
  jobId: uuid("job_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  /** Cosine clamped to [0, 1], rounded to six decimals so that every machine stores the same number. */
  similarity: doublePrecision().notNull(),
  /** Matched / required; `null` where the job requires none. */
  skillMatch: doublePrecision("skill_match"),
  /** 0.6 × similarity + 0.4 × skill_match, or similarity alone. */
  overall: doublePrecision().notNull(),
  scoreVersion: integer("score_version").notNull(),
  /** `content_version` of both sides when the score was made; 0 marks a match for re-scoring. */
  jobVersion: integer("job_version").notNull(),
  resumeVersion: integer("resume_version").notNull(),
  status: text({ enum: CANDIDATE_STATUSES }).notNull().default("pending"),
  version: integer().notNull().default(1),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.jobId, t.resumeId] }),
  foreignKey({ columns: [t.companyId, t.jobId], foreignColumns: [jobs.companyId, jobs.id] }).onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.resumeId], foreignColumns: [resumes.companyId, resumes.id] })
    .onDelete("cascade"),
  index("matches_ranked").on(t.companyId, t.jobId, t.overall.desc().nullsFirst(), t.resumeId),
  index("matches_of_resume").on(t.companyId, t.resumeId),
  oneOf("matches_status", "status", CANDIDATE_STATUSES),
]);

/** Every status a candidate was given, by whom and why. */
export const matchStatusChanges = pgTable("match_status_changes", {
  companyId: uuid("company_id").notNull(),
  id: uuid().notNull(),
  jobId: uuid("job_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  fromStatus: text("from_status", { enum: CANDIDATE_STATUSES }).notNull(),
  toStatus: text("to_status", { enum: CANDIDATE_STATUSES }).notNull(),
  reason: text(),
  changedBy: uuid("changed_by").notNull(),
  changedAt: at("changed_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({
    columns: [t.companyId, t.jobId, t.resumeId],
    foreignColumns: [matches.companyId, matches.jobId, matches.resumeId],
  }).onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.changedBy], foreignColumns: [users.companyId, users.id] }),
  index("match_status_changes_of").on(t.companyId, t.jobId, t.resumeId, t.changedAt),
]);

/** What colleagues write about a candidate. */
export const candidateNotes = pgTable("candidate_notes", {
  companyId: uuid("company_id").notNull(),
  id: uuid().notNull(),
  jobId: uuid("job_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  text: text().notNull(),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({
    columns: [t.companyId, t.jobId, t.resumeId],
    foreignColumns: [matches.companyId, matches.jobId, matches.resumeId],
  }).onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }),
  index("candidate_notes_of").on(t.companyId, t.jobId, t.resumeId, t.createdAt),
]);

export const interviews = pgTable("interviews", {
  companyId: uuid("company_id").notNull(),
  id: uuid().notNull(),
  jobId: uuid("job_id").notNull(),
  resumeId: uuid("resume_id").notNull(),
  interviewType: text("interview_type", { enum: INTERVIEW_TYPES }).notNull(),
  scheduledAt: at("scheduled_at").notNull(),
  durationMinutes: integer("duration_minutes").notNull(),
  /** IANA name. */
  timezone: text().notNull(),
  location: text(),
  meetingLink: text("meeting_link"),
  notes: text(),
  status: text({ enum: INTERVIEW_STATUSES }).notNull().default("scheduled"),
  /** Of the calendar entry (RFC 5545): counts the changes that its attendees must see. */
  sequence: integer().notNull().default(0),
  version: integer().notNull().default(1),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({
    columns: [t.companyId, t.jobId, t.resumeId],
    foreignColumns: [matches.companyId, matches.jobId, matches.resumeId],
  }).onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }),
  index("interviews_by_time").on(t.companyId, t.scheduledAt, t.id),
  oneOf("interviews_type", "interview_type", INTERVIEW_TYPES),
  oneOf("interviews_status", "status", INTERVIEW_STATUSES),
]);

/** Who takes part in an interview on the company's side. */
export const interviewers = pgTable("interviewers", {
  companyId: uuid("company_id").notNull(),
  interviewId: uuid("interview_id").notNull(),
  userId: uuid("user_id").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.interviewId, t.userId] }),
  foreignKey({ columns: [t.companyId, t.interviewId], foreignColumns: [interviews.companyId, interviews.id] })
    .onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  index("interviewers_user").on(t.companyId, t.userId),
]);

/** What one interviewer found; one row each. */
export const interviewFeedback = pgTable("interview_feedback", {
  companyId: uuid("company_id").notNull(),
  interviewId: uuid("interview_id").notNull(),
  authorId: uuid("author_id").notNull(),
  recommendation: text({ enum: RECOMMENDATIONS }).notNull(),
  /** By criterion, 1 to 5. */
  ratings: jsonb().$type<Record<string, number>>().notNull(),
  comments: text(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.interviewId, t.authorId] }),
  foreignKey({ columns: [t.companyId, t.interviewId], foreignColumns: [interviews.companyId, interviews.id] })
    .onDelete("cascade"),
  foreignKey({ columns: [t.companyId, t.authorId], foreignColumns: [users.companyId, users.id] }),
  oneOf("interview_feedback_recommendation", "recommendation", RECOMMENDATIONS),
]);

/** A long request that its caller can watch. */
export const operations = pgTable("operations", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  kind: text({ enum: OPERATION_KINDS }).notNull(),
  status: text({ enum: OPERATION_STATUSES }).notNull(),
  done: integer().notNull().default(0),
  total: integer().notNull(),
  /** What it works on: ids only. The result is read from those rows. */
  resumeId: uuid("resume_id"),
  jobId: uuid("job_id"),
  /** The batch that this is a file of, and the file's place in it, from 0. */
  batchId: uuid("batch_id"),
  position: integer(),
  /** As uploaded, for a file of a batch. */
  filename: text(),
  /** Key of the error catalogue and the sentence shown to the caller. */
  error: jsonb().$type<{ code: string; detail: string }>(),
  createdBy: uuid("created_by").notNull(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({ columns: [t.companyId, t.createdBy], foreignColumns: [users.companyId, users.id] }),
  index("operations_resume").on(t.companyId, t.resumeId),
  foreignKey({ columns: [t.companyId, t.batchId], foreignColumns: [t.companyId, t.id], name: "operations_batch_fk" })
    .onDelete("cascade"),
  index("operations_batch").on(t.companyId, t.batchId, t.position),
  oneOf("operations_status", "status", OPERATION_STATUSES),
]);

/** Proof that a resume was erased on request; holds nothing of the person. */
export const erasures = pgTable("erasures", {
  companyId: uuid("company_id").notNull().references(() => companies.id),
  id: uuid().notNull(),
  resumeId: uuid("resume_id").notNull(),
  /** Rows removed, by table. */
  removed: jsonb().$type<Record<string, number>>().notNull(),
  erasedBy: uuid("erased_by").notNull(),
  erasedAt: at("erased_at").notNull(),
}, (t) => [
  ofCompany(),
  primaryKey({ columns: [t.companyId, t.id] }),
  foreignKey({ columns: [t.companyId, t.erasedBy], foreignColumns: [users.companyId, users.id] }),
]);

/** A run of `deno task rematch`; an unfinished one is taken up again. Not a tenant's table. */
export const rematchRuns = pgTable("rematch_runs", {
  id: uuid().primaryKey(),
  /** `null`: every job. */
  jobId: uuid("job_id"),
  staleOnly: boolean("stale_only").notNull().default(false),
  /** What it has done so far, as `rematch_moves.ts` says it; `null` until its matches are marked. */
  report: jsonb().$type<object>(),
  startedAt: at("started_at").notNull(),
  finishedAt: at("finished_at"),
});
