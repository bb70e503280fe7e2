/** How a resume looks on the wire, for every route that answers one. @module */
import { RESUME_STATUSES } from "../db/schema.ts";
import { id, z } from "../http/contract.ts";
import { yearsConfidence } from "../matching/experience.ts";
import type { EntryPart, Found, ResumeFields } from "../matching/types.ts";
import { correctedFields, correctedSkills } from "./corrected.ts";
import type { Resume } from "./resumes.ts";

/** Formats of a file. */
export const FORMATS = ["pdf", "docx", "txt", "json"] as const;

const CORRECTED = [
  "candidate_name",
  "email",
  "phone",
  "links",
  "experience",
  "education",
  "languages",
  "skills",
] as const;

const place = { start: z.int().min(0), end: z.int().min(0) };
const confidence = z.number().min(0).max(1);
const found = z.strictObject({ value: z.string(), confidence, ...place });
const date = z.string().nullable().openapi({ description: "YYYY-MM or YYYY", example: "2021-06" });
const endDate = z.string().nullable().openapi({ description: "YYYY-MM, YYYY or `present`", example: "present" });

/** The telephone number of a resume. */
export const phone = z.string().nullable().openapi({
  description: "E.164 where the country of the number is known, else as printed or given",
  example: "+442079460132",
});

const FIELDS = ["name", "email", "phone", "link", "location", "language"] as const;
const ReadField = z.strictObject({
  field: z.enum(FIELDS),
  value: z.string(),
  printed: z.string().nullable().openapi({
    description: "The text between the offsets; empty for what only stands behind a link",
  }),
  confidence,
  ...place,
}).openapi("ReadField", {
  description: "Where a value stands in the text of the file, and how sure that is",
  example: {
    field: "phone",
    value: "+442079460132",
    printed: "020 7946 0132",
    confidence: 1,
    start: 24,
    end: 37,
  },
});

const PARTS = ["title", "company", "location", "institution", "degree", "field", "dates"] as const;
const ReadPart = z.strictObject({ part: z.enum(PARTS), printed: z.string(), confidence, ...place }).openapi(
  "ReadPart",
  {
    description: "Where a part of an entry stands in the text of the file, and how sure that is",
    example: { part: "dates", printed: "Aug 2012 – Dec 2013", confidence: 0.95, start: 310, end: 329 },
  },
);
const parts = z.array(ReadPart).openapi({ description: "Empty for an entry that a person wrote" });

export const ResumeBody = z.strictObject({
  id: id(),
  company_id: id(),
  candidate_name: z.string().nullable(),
  email: z.string().nullable(),
  phone,
  location: z.string().nullable(),
  links: z.array(z.string()),
  sections: z.array(z.strictObject({ name: z.string(), heading: z.string().nullable(), ...place })),
  experience: z.array(z.strictObject({
    title: z.string().nullable(),
    company: z.string().nullable(),
    location: z.string().nullable(),
    start_date: date,
    end_date: endDate,
    current: z.boolean(),
    bullets: z.array(z.string()),
    parts,
    confidence,
    ...place,
  })),
  education: z.array(z.strictObject({
    institution: z.string().nullable(),
    degree: z.string().nullable(),
    field: z.string().nullable(),
    start_date: date,
    end_date: endDate,
    parts,
    confidence,
    ...place,
  })),
  total_years: z.number().nullable().openapi({ description: "Years of work without double counting" }),
  total_years_confidence: confidence.nullable().openapi({
    description: "Mean over the jobs; one without dates counts as 0. The dates are among the parts of each job",
  }),
  extracted_skills: z.array(z.strictObject({
    skill: z.string(),
    category: z.string(),
    quote: z.string(),
    kind: z.enum(["exact", "alias"]),
    section: z.string().nullable(),
    ...place,
  })),
  languages: z.array(z.strictObject({ language: z.string(), level: z.string().nullable(), confidence, ...place })),
  certifications: z.array(z.strictObject({
    ...found.shape,
    issuer: z.string().nullable().openapi({ description: "Who gave it", example: "Scrum Alliance" }),
    date,
  })),
  parse: z.strictObject({
    quality: z.number().min(0).max(1).nullable(),
    flags: z.array(z.string()).openapi({ description: "Why a person should look at the file itself" }),
    hidden_text: z.array(z.strictObject({ reason: z.string(), quote: z.string() })).openapi({
      description: "Text that no reader of the page sees; it scores nothing",
    }),
    fields: z.array(ReadField),
    language: z.string().nullable(),
    parser_version: z.string().nullable(),
  }),
  corrected: z.array(z.enum(CORRECTED)).openapi({
    description: "What a person typed or set right; the rest is as read from the file",
  }),
  status: z.enum(RESUME_STATUSES),
  filename: z.string(),
  format: z.enum(FORMATS),
  source: z.string().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("Resume", {
  description:
    "What was read out of a file, or set right by a person. What it does not say is null or empty. Entries " +
    "that have no place in the text have offsets of 0.",
});

/** Maps a stored resume to its wire form. */
export function resumeBody(resume: Resume): z.input<typeof ResumeBody> {
  const fields = correctedFields(resume);
  return {
    id: resume.id,
    company_id: resume.companyId,
    candidate_name: resume.candidateName,
    email: resume.email,
    phone: resume.phone,
    location: fields.location?.value ?? null,
    links: fields.links.map(({ value }) => value),
    sections: (resume.sections ?? []).map(({ name, heading, start, end }) => ({ name, heading, start, end })),
    experience: fields.experience.map(({ startDate, endDate, ...entry }) => ({
      title: entry.title,
      company: entry.company,
      location: entry.location,
      start_date: startDate,
      end_date: endDate,
      current: entry.current,
      bullets: entry.bullets,
      parts: (entry.parts ?? []).map(partBody),
      confidence: entry.confidence,
      start: entry.start,
      end: entry.end,
    })),
    education: fields.education.map(({ startDate, endDate, ...entry }) => ({
      institution: entry.institution,
      degree: entry.degree,
      field: entry.field,
      start_date: startDate,
      end_date: endDate,
      parts: (entry.parts ?? []).map(partBody),
      confidence: entry.confidence,
      start: entry.start,
      end: entry.end,
    })),
    total_years: fields.totalYears,
    total_years_confidence: yearsConfidence(fields.experience),
    extracted_skills: correctedSkills(resume).map(({ skill, category, quote, kind, section, start, end }) => ({
      skill,
      category,
      quote,
      kind,
      section,
      start,
      end,
    })),
    languages: fields.languages.map(({ value, level, confidence, start, end }) => ({
      language: value,
      level,
      confidence,
      start,
      end,
    })),
    certifications: fields.certifications.map(({ value, issuer = null, date = null, confidence, start, end }) => ({
      value,
      issuer,
      date,
      confidence,
      start,
      end,
    })),
    parse: {
      quality: resume.parseQuality,
      flags: resume.parseFlags,
      hidden_text: resume.hiddenText,
      fields: readFields(correctedFields({ ...resume, corrections: {} })),
      language: resume.language,
      parser_version: resume.preparedWith,
    },
    corrected: correctedMembers(resume),
    status: resume.status,
    filename: resume.filename,
    format: resume.format,
    source: resume.source,
    created_at: resume.createdAt.toISOString(),
    updated_at: resume.updatedAt.toISOString(),
  };
}

/** The values of the header with the place each was read from, as the file gives them. */
function readFields(fields: ResumeFields): z.input<typeof ReadField>[] {
  const { name, location, emails, phones, links, languages } = fields;
  const all: Record<typeof FIELDS[number], Found<string>[]> = {
    name: name ? [name] : [],
    email: emails,
    phone: phones,
    link: links,
    location: location ? [location] : [],
    language: languages,
  };
  return FIELDS.flatMap((field) =>
    all[field].map(({ value, printed = null, confidence, start, end }) => ({
      field,
      value,
      printed,
      confidence,
      start,
      end,
    }))
  );
}

const partBody = ({ part, printed, confidence, start, end }: EntryPart): z.input<typeof ReadPart> => ({
  part,
  printed,
  confidence,
  start,
  end,
});

function correctedMembers({ givenName, givenEmail, givenPhone, corrections }: Resume): (typeof CORRECTED)[number][] {
  const given = { candidate_name: givenName, email: givenEmail, phone: givenPhone, ...corrections };
  return CORRECTED.filter((name) => (given[name] ?? null) !== null);
}
