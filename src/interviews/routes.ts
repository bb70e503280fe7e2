/** HTTP face of interviews: the wire contract, then one call to a verb. @module */
import { INTERVIEW_STATUSES, INTERVIEW_TYPES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  integer,
  json,
  line,
  newRouter,
  problems,
  text,
  timestamp,
  uuid,
  z,
} from "../http/contract.ts";
import type { Services } from "../services.ts";
import { type Interview, scheduleInterview } from "./interviews.ts";

const timezone = line(1, 64)
  .refine((name) => isTimezone(name), "Invalid input: expected an IANA time zone")
  .openapi({ example: "Europe/Berlin" });

const link = z.url({ protocol: /^https?$/, error: "Invalid input: expected an http(s) address" }).max(2000);

const NewInterview = z.strictObject({
  resume_id: uuid(),
  job_id: uuid(),
  interview_type: z.enum(INTERVIEW_TYPES),
  scheduled_at: timestamp(),
  duration_minutes: integer(5, 1440).default(60),
  timezone: timezone.default("UTC"),
  interviewers: z.array(uuid()).max(50).default([]).openapi({ description: "User ids" }),
  location: line(1, 500).nullish(),
  meeting_link: link.nullish(),
  notes: text(0, 10_000).nullish(),
  allow_conflict: z.boolean().default(false)
    .openapi({ description: "Book an interviewer who has another interview at the time" }),
}).openapi("NewInterview");

const InterviewBody = z.strictObject({
  id: id(),
  resume_id: id(),
  job_id: id(),
  interview_type: z.enum(INTERVIEW_TYPES),
  scheduled_at: z.iso.datetime(),
  duration_minutes: z.int(),
  timezone: z.string(),
  interviewers: z.array(id()),
  location: z.string().nullable(),
  meeting_link: z.string().nullable(),
  notes: z.string().nullable(),
  status: z.enum(INTERVIEW_STATUSES),
  created_by: id(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("Interview");

const schedule = createRoute({
  method: "post",
  path: "/interviews",
  operationId: "scheduleInterview",
  tags: ["Interviews"],
  summary: "Schedule an interview",
  description: "Refused for a candidate who was rejected or has withdrawn, and where an interviewer is booked already.",
  security: bearer,
  request: { body: body(NewInterview) },
  responses: {
    201: json(InterviewBody, "The interview as stored"),
    ...problems("forbidden", "not_found", "conflict"),
  },
});

/** Mounts the interview endpoints. */
export function interviewRoutes(services: Pick<Services, "db" | "now" | "newId">): AppRouter {
  return newRouter().openapi(schedule, async (c) => {
    const wanted = c.req.valid("json");
    const interview = await scheduleInterview(services, c.var.actor, {
      jobId: wanted.job_id,
      resumeId: wanted.resume_id,
      interviewType: wanted.interview_type,
      scheduledAt: wanted.scheduled_at,
      durationMinutes: wanted.duration_minutes,
      timezone: wanted.timezone,
      interviewers: wanted.interviewers,
      location: wanted.location ?? null,
      meetingLink: wanted.meeting_link ?? null,
      notes: wanted.notes ?? null,
      allowConflict: wanted.allow_conflict,
    });
    return c.json(toBody(interview), 201);
  });
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function toBody(interview: Interview): z.input<typeof InterviewBody> {
  return {
    id: interview.id,
    resume_id: interview.resumeId,
    job_id: interview.jobId,
    interview_type: interview.interviewType,
    scheduled_at: interview.scheduledAt.toISOString(),
    duration_minutes: interview.durationMinutes,
    timezone: interview.timezone,
    interviewers: interview.interviewers,
    location: interview.location,
    meeting_link: interview.meetingLink,
    notes: interview.notes,
    status: interview.status,
    created_by: interview.createdBy,
    created_at: interview.createdAt.toISOString(),
    updated_at: interview.updatedAt.toISOString(),
  };
}
