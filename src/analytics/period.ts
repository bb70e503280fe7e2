/**
 * The time that a report is about, in the company's calendar.
 *
 * @module
 */
import { AppError } from "../errors.ts";

/** From the first moment of `from` to the last before `to`. */
export interface Period {
  from: Date;
  to: Date;
  /** IANA name of the company's time zone. */
  timezone: string;
}

/** A moment, or a day (`2030-05-17`) that stands for its first moment in the company's time zone. */
export type Bound = Date | string;

/** Days of a report that is not told from when, today included. */
export const DAYS_DEFAULT = 30;
/** Days that a series may have. */
export const DAYS_MAX = 366;

/**
 * The period that is asked for: to the end of today, from {@link DAYS_DEFAULT} days before its end, unless it is said.
 *
 * @throws {AppError} `invalid` if it is empty.
 */
export function periodOf(asked: { from: Bound | null; to: Bound | null }, timezone: string, now: Date): Period {
  const to = asked.to === null ? startOfDay(now, timezone).add({ days: 1 }) : zoned(asked.to, timezone);
  const from = asked.from === null ? to.subtract({ days: DAYS_DEFAULT }) : zoned(asked.from, timezone);
  if (from.epochMilliseconds >= to.epochMilliseconds) {
    throw new AppError("invalid", "Cannot report on the period: it ends before it begins", {
      fields: [{ pointer: "/query/from", detail: "Invalid input: expected a time before `to`" }],
    });
  }
  return { from: new Date(from.epochMilliseconds), to: new Date(to.epochMilliseconds), timezone };
}

/** A day of a series. */
export interface Day {
  /** As in `2030-05-17`. */
  date: string;
  /** Its first moment; of the first day that may lie before the period. */
  start: Date;
}

/**
 * Every day that the period touches, in order.
 *
 * @throws {AppError} `invalid` if they are more than {@link DAYS_MAX}.
 */
export function daysOf({ from, to, timezone }: Period): Day[] {
  const days: Day[] = [];
  let day = startOfDay(from, timezone);
  while (day.epochMilliseconds < to.getTime()) {
    if (days.length === DAYS_MAX) {
      throw new AppError("invalid", `Cannot report on the period: it has more than ${DAYS_MAX} days`, {
        fields: [{ pointer: "/query/to", detail: `Too big: expected at most ${DAYS_MAX} days from \`from\`` }],
      });
    }
    days.push({ date: day.toPlainDate().toString(), start: new Date(day.epochMilliseconds) });
    // By the calendar, not by 24 hours: a day may have 23 or 25, or begin at one o'clock.
    day = day.toPlainDate().add({ days: 1 }).toZonedDateTime(timezone);
  }
  return days;
}

function zoned(bound: Bound, timezone: string): Temporal.ZonedDateTime {
  return typeof bound === "string"
    ? Temporal.PlainDate.from(bound).toZonedDateTime(timezone)
    : Temporal.Instant.fromEpochMilliseconds(bound.getTime()).toZonedDateTimeISO(timezone);
}

function startOfDay(moment: Date, timezone: string): Temporal.ZonedDateTime {
  return zoned(moment, timezone).startOfDay();
}
