/**
 * A job as schema.org describes one (https://schema.org/JobPosting), for job boards and search engines.
 *
 * @module
 */
import type { Job } from "./jobs.ts";

const employmentTypes: Record<NonNullable<Job["employmentType"]>, string> = {
  "full-time": "FULL_TIME",
  "part-time": "PART_TIME",
  contract: "CONTRACTOR",
  internship: "INTERN",
};

/** Members of a posting that are always there, and any other of schema.org. */
export interface Posting {
  "@context": "https://schema.org";
  "@type": "JobPosting";
  [member: string]: unknown;
}

/** Maps a job to JSON-LD. What the job does not say is left out. */
export function jobPosting(job: Job): Posting {
  const { salary } = job;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    identifier: { "@type": "PropertyValue", name: job.company, value: job.externalId ?? job.id },
    title: job.title,
    description: job.description,
    datePosted: job.createdAt.toISOString(),
    hiringOrganization: { "@type": "Organization", name: job.company },
    ...(job.requirements !== "" && { qualifications: job.requirements }),
    ...(job.skillsRequired.length > 0 && { skills: job.skillsRequired.join(", ") }),
    ...(job.location !== null && { jobLocation: { "@type": "Place", address: job.location } }),
    ...(job.employmentType !== null && { employmentType: employmentTypes[job.employmentType] }),
    ...(salary && {
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: salary.currency,
        value: {
          "@type": "QuantitativeValue",
          ...(salary.min !== null && { minValue: salary.min }),
          ...(salary.max !== null && { maxValue: salary.max }),
          unitText: salary.period.toUpperCase(),
        },
      },
    }),
  };
}
