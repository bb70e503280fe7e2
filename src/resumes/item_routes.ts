/** HTTP face of one resume that is set right, erased or given out: the wire contract, then one call to a verb. @module */
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  email,
  json,
  line,
  newRouter,
  params,
  problems,
  query,
  text,
  z,
} from "../http/contract.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import type { Services } from "../services.ts";
import { correctResume, type ResumeChange } from "./correct.ts";
import { eraseResume } from "./erase.ts";
import { exportResumeData } from "./export.ts";
import { ResumeData, resumeData } from "./export_wire.ts";
import { ResumeBody, resumeBody } from "./wire.ts";

const date = z.string().regex(/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/, "Invalid input: expected YYYY-MM or YYYY")
  .nullish().openapi({ example: "2021-06" });
const endDate = z.string()
  .regex(/^((19|20)\d\d(-(0[1-9]|1[0-2]))?|present)$/, "Invalid input: expected YYYY-MM, YYYY or present")
  .nullish().openapi({ example: "present" });

const Correction = z.strictObject({
  candidate_name: line(1, 200).nullish(),
  email: email().nullish(),
  phone: line(1, 50).nullish(),
  links: z.array(line(1, 500)).max(50).nullish(),
  experience: z.array(z.strictObject({
    title: line(1, 300).nullish(),
    company: line(1, 300).nullish(),
    location: line(1, 300).nullish(),
    start_date: date,
    end_date: endDate,
    bullets: z.array(text(1, 2000)).max(100).default([]),
  })).max(100).nullish(),
  education: z.array(z.strictObject({
    institution: line(1, 300).nullish(),
    degree: line(1, 300).nullish(),
    field: line(1, 300).nullish(),
    start_date: date,
    end_date: endDate,
  })).max(50).nullish(),
  languages: z.array(z.strictObject({ language: line(1, 100), level: line(1, 100).nullish() })).max(50).nullish(),
  skills: z.array(line(1, 300)).max(300).nullish().openapi({
    description: "All skills: those that were read and are not among them count no more",
  }),
}).openapi("ResumeCorrection", {
  description: "What to set right; a list replaces the whole list, null goes back to what was read",
  example: { candidate_name: "Ana Lima", skills: ["PostgreSQL", "Kubernetes"] },
});

const correct = createRoute({
  method: "patch",
  path: "/resumes/{resume_id}",
  operationId: "correctResume",
  tags: ["Resumes"],
  summary: "Correct a resume",
  description:
    "Sets right what is given; the rest stays, and so it does when the file is read again. Where skills or " +
    "experience change, the resume's matches are scored again in the background; until then they are `stale`.",
  security: bearer,
  request: { params: params("resume_id"), body: body(Correction) },
  responses: { 200: json(ResumeBody, "The resume as it is now"), ...problems("forbidden", "not_found") },
});

const erase = createRoute({
  method: "delete",
  path: "/resumes/{resume_id}",
  operationId: "eraseResume",
  tags: ["Resumes"],
  summary: "Erase a resume",
  description:
    "With everything held about the person: file, text, vectors, matches, notes, interviews and what waits to " +
    "be done. A proof without personal data stays. Refused while interviews are scheduled, unless `force=true`.",
  security: bearer,
  request: { params: params("resume_id"), query: query({ force: z.enum(["true", "false"]).optional() }) },
  responses: { 204: { description: "The resume is gone" }, ...problems("forbidden", "not_found", "conflict") },
});

const exportData = createRoute({
  method: "get",
  path: "/resumes/{resume_id}/data-export",
  operationId: "exportResumeData",
  tags: ["Resumes"],
  summary: "Export all data of a person",
  description:
    "Everything held about the person of a resume, as they may ask for: what was read and corrected, every " +
    "score with the logic behind it, every status, note, interview and feedback. The file itself is at `…/file`.",
  security: bearer,
  request: { params: params("resume_id") },
  responses: { 200: json(ResumeData, "Everything that is held"), ...problems("not_found") },
});

/** Mounts what is done to one resume. */
export function resumeItemRoutes(
  services: Pick<Services, "db" | "tasks" | "completions" | "now" | "newId">,
): AppRouter {
  return newRouter()
    .openapi(correct, async (c) => {
      const { resume_id } = c.req.valid("param");
      const change = fromCorrection(c.req.valid("json"));
      const resume = await correctResume(services, c.var.actor, resume_id, change, expectedVersions(c));
      return c.json(tagged(c, resume.version, resumeBody(resume)), 200);
    })
    .openapi(erase, async (c) => {
      const { resume_id } = c.req.valid("param");
      const force = c.req.valid("query").force === "true";
      await eraseResume(services, c.var.actor, resume_id, { force, expected: expectedVersions(c) });
      return c.body(null, 204);
    })
    .openapi(exportData, async (c) => {
      const { resume_id } = c.req.valid("param");
      return c.json(resumeData(await exportResumeData(services, c.var.actor, resume_id)), 200);
    });
}

function fromCorrection(given: z.output<typeof Correction>): ResumeChange {
  return {
    candidateName: given.candidate_name,
    email: given.email,
    phone: given.phone,
    links: given.links,
    experience: given.experience?.map((entry) => ({
      title: entry.title ?? null,
      company: entry.company ?? null,
      location: entry.location ?? null,
      startDate: entry.start_date ?? null,
      endDate: entry.end_date ?? null,
      bullets: entry.bullets,
    })) ?? (given.experience === null ? null : undefined),
    education: given.education?.map((entry) => ({
      institution: entry.institution ?? null,
      degree: entry.degree ?? null,
      field: entry.field ?? null,
      startDate: entry.start_date ?? null,
      endDate: entry.end_date ?? null,
    })) ?? (given.education === null ? null : undefined),
    languages: given.languages?.map(({ language, level = null }) => ({ language, level })) ??
      (given.languages === null ? null : undefined),
    skills: given.skills,
  };
}
