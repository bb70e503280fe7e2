/**
 * An interview as a calendar entry (RFC 5545, RFC 5546). What its company wrote for itself, the notes, is not in it:
 * the entry goes to the candidate, too.
 *
 * @module
 */
import { and, eq, inArray } from "drizzle-orm";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalDateTimeValue,
  ICalEventStatus,
} from "ical-generator";
import { jobs, resumes, users } from "../db/schema.ts";
import type { Actor, Services } from "../services.ts";
import { getInterview, type Interview } from "./interviews.ts";
import { vtimezone } from "./vtimezone.ts";

interface Person {
  name: string;
  email: string;
}

/**
 * The calendar file of an interview. The same until the interview changes.
 *
 * @throws {AppError} `not_found` where the company has no such interview.
 */
export async function interviewCalendar(
  { db }: Pick<Services, "db">,
  actor: Actor,
  id: string,
): Promise<string> {
  const { companyId } = actor;
  const interview = await getInterview({ db }, actor, id);
  const people = await db.select({ id: users.id, name: users.fullName, email: users.email }).from(users)
    .where(and(eq(users.companyId, companyId), inArray(users.id, [interview.createdBy, ...interview.interviewers])));
  const [resume] = await db.select({ name: resumes.candidateName, email: resumes.email }).from(resumes)
    .where(and(eq(resumes.companyId, companyId), eq(resumes.id, interview.resumeId)));
  const [job] = await db.select({ title: jobs.title, company: jobs.company }).from(jobs)
    .where(and(eq(jobs.companyId, companyId), eq(jobs.id, interview.jobId)));
  const candidate = line(resume!.name ?? "") || "Candidate";
  const email = resume!.email;
  return toCalendar(interview, {
    title: `${interview.interviewType} interview: ${job!.title}, ${job!.company} (${candidate})`,
    organizer: people.find((person) => person.id === interview.createdBy)!,
    attendees: [
      ...people.filter((person) => interview.interviewers.includes(person.id)),
      ...(email !== null && isMailbox(email) ? [{ name: candidate, email }] : []),
    ],
  });
}

function toCalendar(
  interview: Interview,
  { title, organizer, attendees }: { title: string; organizer: Person; attendees: Person[] },
): string {
  const isCancelled = interview.status === "cancelled";
  const { scheduledAt, timezone } = interview;
  const end = new Date(scheduledAt.getTime() + interview.durationMinutes * 60_000);
  const rules = rulesOf(timezone, scheduledAt, end);
  const zone = rules === null ? null : timezone;
  // A URL is no text: the backslashes that the library puts before these would be part of it.
  const link = interview.meetingLink === null
    ? null
    : new URL(interview.meetingLink).href.replaceAll(/[,;]/g, (mark) => encodeURIComponent(mark));
  const calendar = ical({
    prodId: { company: "Job Match", product: "Interviews", language: "EN" },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: null, generator: () => rules },
  });
  const event = calendar.createEvent({
    id: interview.id,
    sequence: interview.sequence,
    stamp: interview.updatedAt,
    created: interview.createdAt,
    lastModified: interview.updatedAt,
    start: inZone(scheduledAt, zone),
    end: inZone(end, zone),
    timezone: zone,
    summary: line(title[0]!.toUpperCase() + title.slice(1)),
    location: interview.location === null ? null : line(interview.location),
    url: link,
    description: link === null ? null : `Join: ${link}`,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: line(organizer.name), email: organizer.email },
  });
  for (const { name, email } of attendees) {
    event.createAttendee({
      name: line(name),
      email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: true,
    });
  }
  const text = calendar.toString();
  return text.endsWith("\r\n") ? text : `${text}\r\n`;
}

const inZone = (time: Date, zone: string | null): ICalDateTimeValue =>
  zone === null ? time : Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone);

/** Of the entry's time zone; `null` where it is in UTC because its local time would not mean the same everywhere. */
function rulesOf(timezone: string, start: Date, end: Date): string | null {
  // In the hour that a clock repeats, a local time means the first of both.
  if (isUtc(timezone) || !namesItself(start, timezone) || !namesItself(end, timezone)) return null;
  const [first, last] = [start, end].map((time) => yearOf(time, timezone));
  return first === last ? vtimezone(timezone, first!) : null;
}

const yearOf = (time: Date, timezone: string) =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timezone).year;

const isUtc = (timezone: string) => /^(Etc\/)?(UTC|UCT|Zulu|Universal|GMT)$/i.test(timezone);

function namesItself(time: Date, timezone: string): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timezone).toPlainDateTime();
  return local.toZonedDateTime(timezone, { disambiguation: "earlier" }).epochMilliseconds === time.getTime();
}

/** One line without what ends a line or a content line anywhere. */
// deno-lint-ignore no-control-regex -- controls are what is taken out
const line = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();

/** An address that was read from a resume may be anything; one that could end a value is left out. */
const isMailbox = (email: string) => /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(email);
