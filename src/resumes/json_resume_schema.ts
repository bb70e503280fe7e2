/**
 * What the JSON Resume schema 1.0.0 asks for, restated. Members it does not name are allowed, as it allows them.
 *
 * @module
 */
import { z } from "zod";

const text = z.string();
const texts = z.array(text);
const uri = z.string().refine((value) => URL.canParse(value), "Invalid URI: expected an absolute one");
const date = z.string().regex(
  /^(?:[12]\d{3}-[01]\d-[0-3]\d|[12]\d{3}-[01]\d|[12]\d{3})$/,
  "Invalid date: expected YYYY, YYYY-MM or YYYY-MM-DD",
);

/** An object of optional members; others pass. */
function record<T extends z.ZodRawShape>(shape: T) {
  return z.looseObject(shape).partial();
}
const list = <T extends z.ZodRawShape>(shape: T) => z.array(record(shape)).optional();

const engagement = { position: text, url: uri, startDate: date, endDate: date, summary: text, highlights: texts };

/** A JSON Resume document. */
export const JsonResume = z.looseObject({
  $schema: uri.optional(),
  basics: record({
    name: text,
    label: text,
    image: text,
    email: z.email(),
    phone: text,
    url: uri,
    summary: text,
    location: record({ address: text, postalCode: text, city: text, countryCode: text, region: text }),
    profiles: z.array(record({ network: text, username: text, url: uri })),
  }).optional(),
  work: list({ name: text, location: text, description: text, ...engagement }),
  volunteer: list({ organization: text, ...engagement }),
  education: list({
    institution: text,
    url: uri,
    area: text,
    studyType: text,
    startDate: date,
    endDate: date,
    score: text,
    courses: texts,
  }),
  awards: list({ title: text, date, awarder: text, summary: text }),
  certificates: list({ name: text, date, url: uri, issuer: text }),
  publications: list({ name: text, publisher: text, releaseDate: date, url: uri, summary: text }),
  skills: list({ name: text, level: text, keywords: texts }),
  languages: list({ language: text, fluency: text }),
  interests: list({ name: text, keywords: texts }),
  references: list({ name: text, reference: text }),
  projects: list({
    name: text,
    description: text,
    highlights: texts,
    keywords: texts,
    startDate: date,
    endDate: date,
    url: uri,
    roles: texts,
    entity: text,
    type: text,
  }),
  meta: record({ canonical: uri, version: text, lastModified: text }).optional(),
});

/** A document that meets {@link JsonResume}. */
export type JsonResumeDocument = z.infer<typeof JsonResume>;

/** Members of a JSON Resume; a document with none of them is something else. */
export const jsonResumeMembers = Object.keys(JsonResume.shape).filter((name) => name !== "$schema" && name !== "meta");
