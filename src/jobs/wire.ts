/** How a job looks on the wire. @module */
import { EMPLOYMENT_TYPES, EXPERIENCE_LEVELS, JOB_STATUSES } from "../db/schema.ts";
import { id, line, number, text, z } from "../http/contract.ts";
import { type SuggestedSkill as Suggestion, SUGGESTIONS_MAX } from "../skills/suggest.ts";
import type { JobChange as Change } from "./change.ts";
import type { Job, JobInput } from "./jobs.ts";

const Salary = z.strictObject({
  min: number(0, 1e12).nullable(),
  max: number(0, 1e12).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, "Invalid input: expected an ISO 4217 code").openapi({ example: "EUR" }),
  period: z.enum(["hour", "day", "month", "year"]),
}).refine(({ min, max }) => min === null || max === null || min <= max, "Invalid input: min is above max")
  .openapi("Salary");

const SKILLS_MAX = 200;
const skillList = z.array(line(1, 300)).max(SKILLS_MAX);

const jobExample = {
  title: "Backend engineer",
  company: "Northwind Logistics",
  description: "You build the services that plan our deliveries, and keep them running.",
  requirements: "Four years with PostgreSQL and TypeScript. You have run services in production.",
  skills_required: ["TypeScript", "PostgreSQL", "Docker"],
};

const newJobFields = {
  title: line(1, 300),
  company: line(1, 300),
  description: text(1, 100_000),
  requirements: z.union([text(0, 100_000), z.array(text(0, 5_000)).max(500)]).default("")
    .openapi({ description: "Text; a list of strings is joined by line breaks" }),
  skills_required: skillList.default([])
    .openapi({ description: "Where empty, the skills found in the text are used and marked as derived" }),
  skills_preferred: skillList.default([])
    .openapi({
      description:
        "Listed with each candidate; never part of the score. Where empty, those that the text only wishes for",
    }),
  location: line(1, 300).nullish(),
  employment_type: z.enum(EMPLOYMENT_TYPES).nullish(),
  experience_level: z.enum(EXPERIENCE_LEVELS).nullish(),
  salary: Salary.nullish(),
  external_id: line(1, 200).nullish(),
  status: z.enum(JOB_STATUSES).default("open"),
};

/** What is posted. */
export const NewJob = z.strictObject(newJobFields).openapi("NewJob", { example: jobExample });

/** What is to be changed; what is absent stays. */
export const JobChange = z.strictObject({
  title: newJobFields.title.optional(),
  company: newJobFields.company.optional(),
  description: newJobFields.description.optional(),
  requirements: newJobFields.requirements.removeDefault().optional(),
  skills_required: newJobFields.skills_required.removeDefault().optional(),
  skills_preferred: newJobFields.skills_preferred.removeDefault().optional(),
  location: newJobFields.location,
  employment_type: newJobFields.employment_type,
  experience_level: newJobFields.experience_level,
  salary: newJobFields.salary,
  external_id: newJobFields.external_id,
  status: newJobFields.status.removeDefault().optional(),
}).openapi("JobChange", { example: { title: "Senior backend engineer", status: "closed" } });

const SuggestedSkill = z.strictObject({
  id: z.string().openapi({ example: "wound-care" }),
  name: z.string().openapi({ example: "Wound care" }),
  category: z.string().openapi({ example: "patient care" }),
  family: z.string().openapi({ example: "health" }),
  similarity: z.number().min(-1).max(1).openapi({ description: "Cosine of sentence and skill" }),
  quote: z.string().openapi({ description: "The sentence that implies it", example: "Dress wounds after operations" }),
}).openapi("SuggestedSkill");

const jobFields = {
  id: id(),
  company_id: id(),
  title: z.string(),
  company: z.string(),
  description: z.string(),
  requirements: z.string(),
  skills_required: z.array(z.string()),
  skills_preferred: z.array(z.string()),
  skills_derived: z.boolean().openapi({ description: "True where skills_required was read out of the text" }),
  location: z.string().nullable(),
  employment_type: z.enum(EMPLOYMENT_TYPES).nullable(),
  experience_level: z.enum(EXPERIENCE_LEVELS).nullable(),
  salary: Salary.nullable(),
  external_id: z.string().nullable(),
  status: z.enum(JOB_STATUSES),
  created_by: id(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};
/** A job in a list. */
export const JobBody = z.strictObject(jobFields).openapi("Job");
/** One job. */
export const JobWithEmbedding = z.strictObject({
  ...jobFields,
  embedding: z.array(z.number()).min(384).max(384).optional()
    .openapi({ description: "384 numbers of unit length; in GET only with include=embedding" }),
  skills_suggested: z.array(SuggestedSkill).max(SUGGESTIONS_MAX).optional().openapi({
    description: "Skills that the text implies without naming them, best first; only with include=suggestions",
  }),
}).openapi("JobWithEmbedding");

/** Maps a suggested skill to its wire form. */
export function toSuggestion(
  { id, name, category, family, cosine, quote }: Suggestion,
): z.input<typeof SuggestedSkill> {
  return { id, name, category, family, similarity: cosine, quote };
}

/** What a posted body asks for. */
export function fromBody(job: z.output<typeof NewJob>): JobInput {
  return {
    title: job.title,
    company: job.company,
    description: job.description,
    requirements: joined(job.requirements),
    skillsRequired: job.skills_required,
    skillsPreferred: job.skills_preferred,
    location: job.location ?? null,
    employmentType: job.employment_type ?? null,
    experienceLevel: job.experience_level ?? null,
    salary: job.salary ?? null,
    externalId: job.external_id ?? null,
    status: job.status,
  };
}

/** Maps a job to its wire form. */
export function toBody(job: Job): z.input<typeof JobBody> {
  return {
    id: job.id,
    company_id: job.companyId,
    title: job.title,
    company: job.company,
    description: job.description,
    requirements: job.requirements,
    skills_required: job.skillsRequired,
    skills_preferred: job.skillsPreferred,
    skills_derived: job.skillsDerived,
    location: job.location,
    employment_type: job.employmentType,
    experience_level: job.experienceLevel,
    salary: job.salary as z.input<typeof Salary> | null,
    external_id: job.externalId,
    status: job.status,
    created_by: job.createdBy,
    created_at: job.createdAt.toISOString(),
    updated_at: job.updatedAt.toISOString(),
  };
}

/** What the body of a change asks for. */
export function fromChange(change: z.output<typeof JobChange>): Change {
  return {
    title: change.title,
    company: change.company,
    description: change.description,
    requirements: change.requirements === undefined ? undefined : joined(change.requirements),
    skillsRequired: change.skills_required,
    skillsPreferred: change.skills_preferred,
    location: change.location,
    employmentType: change.employment_type,
    experienceLevel: change.experience_level,
    salary: change.salary,
    externalId: change.external_id,
    status: change.status,
  };
}

const joined = (requirements: string | string[]) =>
  typeof requirements === "string" ? requirements : requirements.join("\n");
