/** How everything held about a person looks on the wire. @module */
import { CANDIDATE_STATUSES, INTERVIEW_STATUSES, INTERVIEW_TYPES, RECOMMENDATIONS } from "../db/schema.ts";
import { id, z } from "../http/contract.ts";
import { CandidateDetail, candidateDetail } from "../matches/wire.ts";
import type { HeldData } from "./export.ts";
import { FORMATS, ResumeBody, resumeBody } from "./wire.ts";

const time = z.iso.datetime();

const ExportedInterview = z.strictObject({
  id: id(),
  interview_type: z.enum(INTERVIEW_TYPES),
  status: z.enum(INTERVIEW_STATUSES),
  scheduled_at: time,
  duration_minutes: z.int(),
  timezone: z.string(),
  location: z.string().nullable(),
  meeting_link: z.string().nullable(),
  notes: z.string().nullable(),
  created_at: time,
  feedback: z.array(z.strictObject({
    recommendation: z.enum(RECOMMENDATIONS),
    ratings: z.record(z.string(), z.number()),
    comments: z.string().nullable(),
    author_id: id(),
    created_at: time,
  })),
}).openapi("ExportedInterview");

const ExportedMatch = z.strictObject({
  job_title: z.string(),
  match: CandidateDetail,
  formula: z.string().openapi({ description: "How the numbers of the match become its score" }),
  history: z.array(z.strictObject({
    from_status: z.enum(CANDIDATE_STATUSES),
    to_status: z.enum(CANDIDATE_STATUSES),
    reason: z.string().nullable(),
    changed_by: id(),
    changed_at: time,
  })),
  notes: z.array(z.strictObject({ id: id(), text: z.string(), created_by: id(), created_at: time })),
  interviews: z.array(ExportedInterview),
}).openapi("ExportedMatch");

/** All of it, as one document. */
export const ResumeData = z.strictObject({
  exported_at: time,
  resume: ResumeBody.openapi({ description: "As shown and scored: what was read, with what a person set right" }),
  as_read: ResumeBody.openapi({ description: "What was read, before anything was set right" }),
  text: z.string().nullable().openapi({ description: "The text of the file, which every offset points into" }),
  file: z.strictObject({
    filename: z.string(),
    format: z.enum(FORMATS),
    size_bytes: z.int(),
    sha256: z.string(),
    uploaded_by: id(),
    uploaded_at: time,
  }),
  matches: z.array(ExportedMatch).openapi({ description: "Every job that the resume is matched to, the best first" }),
}).openapi("ResumeData", { description: "Everything held about the person of a resume" });

/** How a score is made, in words that a person can check. */
const FORMULA =
  "match_score = 100 × overall, two decimals. overall = 0.6 × similarity + 0.4 × skill_match; where the job " +
  "requires no skill, skill_match is null and overall = similarity. similarity = the cosine of the vectors of the job's " +
  "and the resume's text, 0 where it is below 0. skill_match = required skills that the resume meets / required skills.";

/** Maps what is held. */
export function resumeData(held: HeldData): z.input<typeof ResumeData> {
  const { resume } = held;
  const { name, emails, phones } = resume.fields ?? { name: null, emails: [], phones: [] };
  return {
    exported_at: held.at.toISOString(),
    resume: resumeBody(resume),
    as_read: resumeBody({
      ...resume,
      corrections: {},
      givenName: null,
      givenEmail: null,
      givenPhone: null,
      candidateName: name?.value ?? null,
      email: emails[0]?.value ?? null,
      phone: phones[0]?.value ?? null,
    }),
    text: held.text,
    file: {
      filename: resume.filename,
      format: resume.format,
      size_bytes: resume.sizeBytes,
      sha256: resume.sha256,
      uploaded_by: resume.createdBy,
      uploaded_at: resume.createdAt.toISOString(),
    },
    matches: held.matches.map((match) => ({
      job_title: match.jobTitle,
      match: candidateDetail(match),
      formula: FORMULA,
      history: held.history.filter(({ jobId }) => jobId === match.jobId).map((change) => ({
        from_status: change.fromStatus,
        to_status: change.toStatus,
        reason: change.reason,
        changed_by: change.changedBy,
        changed_at: change.changedAt.toISOString(),
      })),
      notes: held.notes.filter(({ jobId }) => jobId === match.jobId).map((note) => ({
        id: note.id,
        text: note.text,
        created_by: note.createdBy,
        created_at: note.createdAt.toISOString(),
      })),
      interviews: held.interviews.filter(({ jobId }) => jobId === match.jobId)
        .map((interview) => interviewData(interview, held.feedback)),
    })),
  };
}

function interviewData(
  interview: HeldData["interviews"][number],
  feedback: HeldData["feedback"],
): z.input<typeof ExportedInterview> {
  return {
    id: interview.id,
    interview_type: interview.interviewType,
    status: interview.status,
    scheduled_at: interview.scheduledAt.toISOString(),
    duration_minutes: interview.durationMinutes,
    timezone: interview.timezone,
    location: interview.location,
    meeting_link: interview.meetingLink,
    notes: interview.notes,
    created_at: interview.createdAt.toISOString(),
    feedback: feedback.filter(({ interviewId }) => interviewId === interview.id).map((given) => ({
      recommendation: given.recommendation,
      ratings: given.ratings,
      comments: given.comments,
      author_id: given.authorId,
      created_at: given.createdAt.toISOString(),
    })),
  };
}
