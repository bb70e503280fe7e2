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
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  text,
  timestamp,
  timezone,
  uuid,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { etagHeader, expectedVersions, tagged, taggedAsRead } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { interviewCalendar } from "./calendar.ts";
import { changeInterview, deleteInterview, type InterviewChange as InterviewFields } from "./change.ts";
import { getInterview, type Interview, listInterviews, scheduleInterview } from "./interviews.ts";

const interviewerIds = () => z.array(uuid()).max(50).openapi({ description: "User ids" });

const link = z.url({ protocol: /^https?$/, error: "Invalid input: expected an http(s) address" }).max(2000);

const NewInterview = z.strictObject({
  resume_id: uuid(),
  job_id: uuid(),
  interview_type: z.enum(INTERVIEW_TYPES),
  scheduled_at: timestamp(),
  duration_minutes: integer(5, 1440).default(60),
  timezone: timezone().optional().openapi({ description: "IANA name; the company's where none is given" }),
  interviewers: interviewerIds().default([]),
  location: line(1, 500).nullish(),
  meeting_link: link.nullish(),
  notes: text(0, 10_000).nullish(),
  allow_conflict: z.boolean().default(false)
    .openapi({ description: "Book a candidate or an interviewer who has another interview at the time" }),
}).openapi("NewInterview", {
  example: {
    resume_id: "01912d68-783e-7a03-8467-5661c1243ad4",
    job_id: "01912d68-783e-7a03-8467-5661c1243ad5",
    interview_type: "video",
    scheduled_at: "2190-05-17T09:30:00Z",
    duration_minutes: 45,
    timezone: "Europe/Berlin",
    meeting_link: "https://meet.example.com/room-4",
  },
});

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
  description:
    "Refused for a candidate who was rejected or has withdrawn, and, unless `allow_conflict` is true, where " +
    "the candidate or an interviewer has another scheduled interview at the time. Back to back is no conflict.",
  security: bearer,
  request: { body: body(NewInterview) },
  responses: {
    201: json(InterviewBody, "The interview as stored"),
    ...problems("forbidden", "not_found", "conflict"),
  },
});

const InterviewChange = z.strictObject({
  interview_type: z.enum(INTERVIEW_TYPES).optional(),
  scheduled_at: timestamp().optional(),
  duration_minutes: integer(5, 1440).optional(),
  timezone: timezone().optional(),
  interviewers: interviewerIds().optional(),
  location: line(1, 500).nullish(),
  meeting_link: link.nullish(),
  notes: text(0, 10_000).nullish(),
  status: z.enum(["completed", "cancelled", "no_show"]).optional()
    .openapi({ description: "Final: an interview that is over changes no more" }),
  allow_conflict: z.boolean().default(false)
    .openapi({ description: "Book a candidate or an interviewer who has another interview at the new time" }),
}).openapi("InterviewChange", { example: { scheduled_at: "2190-05-18T09:30:00Z" } });

const list = createRoute({
  method: "get",
  path: "/interviews",
  operationId: "listInterviews",
  tags: ["Interviews"],
  summary: "List interviews",
  description: "The company's interviews by their start, earliest first; `from` is inclusive, `to` is not.",
  security: bearer,
  request: {
    query: listQuery({
      job_id: uuid().optional(),
      resume_id: uuid().optional(),
      interviewer_id: uuid().optional(),
      status: z.enum(INTERVIEW_STATUSES).optional(),
      from: timestamp().optional(),
      to: timestamp().optional(),
    }),
  },
  responses: { 200: json(page(InterviewBody, "InterviewPage"), "A page of interviews") },
});

const get = createRoute({
  method: "get",
  path: "/interviews/{interview_id}",
  operationId: "getInterview",
  tags: ["Interviews"],
  summary: "Show an interview",
  description: "One interview with its interviewers.",
  security: bearer,
  request: { params: params("interview_id") },
  responses: { 200: json(InterviewBody, "The interview"), ...problems("not_found") },
});

const change = createRoute({
  method: "patch",
  path: "/interviews/{interview_id}",
  operationId: "changeInterview",
  tags: ["Interviews"],
  summary: "Reschedule, complete or cancel an interview",
  description:
    "Members that are absent stay; `interviewers` replaces all of them. Refused once it is over, where the " +
    "candidate was rejected or has withdrawn, and where somebody is booked already.",
  security: bearer,
  request: { params: params("interview_id"), body: body(InterviewChange) },
  responses: {
    200: json(InterviewBody, "The interview as it is now"),
    ...problems("forbidden", "not_found", "conflict"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/interviews/{interview_id}",
  operationId: "deleteInterview",
  tags: ["Interviews"],
  summary: "Delete an interview",
  description:
    "For one that was entered by mistake: it is gone from every list and report. Where attendees know of it, " +
    "set `status` to `cancelled` instead, so that their calendars learn of it. Refused once there is feedback.",
  security: bearer,
  request: { params: params("interview_id") },
  responses: { 204: { description: "The interview is gone" }, ...problems("forbidden", "not_found", "conflict") },
});

const calendar = createRoute({
  method: "get",
  path: "/interviews/{interview_id}/calendar.ics",
  operationId: "getInterviewCalendar",
  tags: ["Interviews"],
  summary: "Download an interview as a calendar entry",
  description:
    "An iCalendar file (RFC 5545) for the interviewers and the candidate: a `REQUEST`, or a `CANCEL` once it is " +
    "cancelled. Its `UID` stays and its `SEQUENCE` grows, so that calendars take the newer one. Without the notes.",
  security: bearer,
  request: { params: params("interview_id") },
  responses: {
    200: {
      description: "The calendar file",
      headers: etagHeader,
      content: { "text/calendar": { schema: z.string() } },
    },
    ...problems("not_found"),
  },
});

const InterviewPosition = z.strictObject({ scheduledAt: z.iso.datetime(), id: z.guid() });

/** Mounts the interview endpoints. */
export function interviewRoutes(services: Pick<Services, "db" | "now" | "newId">, cursors: Cursors): AppRouter {
  return newRouter().openapi(list, async (c) => {
    const { limit, cursor, ...wanted } = c.req.valid("query");
    const filter = {
      jobId: wanted.job_id ?? null,
      resumeId: wanted.resume_id ?? null,
      interviewerId: wanted.interviewer_id ?? null,
      status: wanted.status ?? null,
      from: wanted.from ?? null,
      to: wanted.to ?? null,
    };
    const scope = {
      list: "listInterviews",
      actor: c.var.actor,
      query: { ...filter, from: filter.from?.toISOString() ?? null, to: filter.to?.toISOString() ?? null },
    };
    const after = cursors.decode(scope, cursor, InterviewPosition);
    const { rows, total } = await listInterviews(services, c.var.actor, { limit: limit + 1, after, filter });
    const { data, nextCursor } = cutPage(
      rows,
      limit,
      ({ scheduledAt, id }) => cursors.encode(scope, { scheduledAt: scheduledAt.toISOString(), id }),
    );
    return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
  }).openapi(get, async (c) => {
    const interview = await getInterview(services, c.var.actor, c.req.valid("param").interview_id);
    return c.json(tagged(c, interview.version, toBody(interview)), 200);
  }).openapi(change, async (c) => {
    const { allow_conflict: allowConflict, ...wanted } = c.req.valid("json");
    const options = { allowConflict, expected: expectedVersions(c) };
    const { interview_id } = c.req.valid("param");
    const interview = await changeInterview(services, c.var.actor, interview_id, fromBody(wanted), options);
    return c.json(tagged(c, interview.version, toBody(interview)), 200);
  }).openapi(calendar, async (c) => {
    const { interview_id } = c.req.valid("param");
    const calendar = await interviewCalendar(services, c.var.actor, interview_id);
    return c.body(taggedAsRead(c, calendar), 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="interview.ics"',
    });
  }).openapi(remove, async (c) => {
    await deleteInterview(services, c.var.actor, c.req.valid("param").interview_id, expectedVersions(c));
    return c.body(null, 204);
  }).openapi(schedule, async (c) => {
    const wanted = c.req.valid("json");
    const interview = await scheduleInterview(services, c.var.actor, {
      jobId: wanted.job_id,
      resumeId: wanted.resume_id,
      interviewType: wanted.interview_type,
      scheduledAt: wanted.scheduled_at,
      durationMinutes: wanted.duration_minutes,
      timezone: wanted.timezone ?? null,
      interviewers: wanted.interviewers,
      location: wanted.location ?? null,
      meetingLink: wanted.meeting_link ?? null,
      notes: wanted.notes ?? null,
      allowConflict: wanted.allow_conflict,
    });
    return c.json(tagged(c, interview.version, toBody(interview)), 201);
  });
}

function fromBody(wanted: Omit<z.output<typeof InterviewChange>, "allow_conflict">): InterviewFields {
  return {
    ...(wanted.interview_type !== undefined && { interviewType: wanted.interview_type }),
    ...(wanted.scheduled_at !== undefined && { scheduledAt: wanted.scheduled_at }),
    ...(wanted.duration_minutes !== undefined && { durationMinutes: wanted.duration_minutes }),
    ...(wanted.timezone !== undefined && { timezone: wanted.timezone }),
    ...(wanted.interviewers !== undefined && { interviewers: wanted.interviewers }),
    ...(wanted.location !== undefined && { location: wanted.location }),
    ...(wanted.meeting_link !== undefined && { meetingLink: wanted.meeting_link }),
    ...(wanted.notes !== undefined && { notes: wanted.notes }),
    ...(wanted.status !== undefined && { status: wanted.status }),
  };
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
