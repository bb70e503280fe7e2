/** Time zones as calendars carry them (RFC 5545, 3.6.5). @module */

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * The rules of a zone in one year: its one offset, or one change to daylight time and one back, each as a rule of every
 * year. That is the form which every calendar reads: Outlook keeps no other ([MS-OXCICAL], 2.1.3.1.1.19).
 *
 * @param timezone IANA name.
 * @returns A `VTIMEZONE` with lines of its own, joined by CRLF, that holds for that year by the zone's own time; `null` for
 * a zone that changes otherwise in it.
 */
export function vtimezone(timezone: string, year: number): string | null {
  const start = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timezone);
  const changes = transitionsIn(start);
  if (changes.length === 0) return component(timezone, [observance("STANDARD", `${year}0101T000000`, start, start)]);
  const [first, second, third] = changes;
  if (!first || !second || third || offsetOf(second.after) !== offsetOf(start)) return null;
  return component(timezone, changes.map(byRule));
}

/** A moment before and after which the zone has different offsets. */
interface Transition {
  before: Temporal.ZonedDateTime;
  after: Temporal.ZonedDateTime;
}

function transitionsIn(start: Temporal.ZonedDateTime): Transition[] {
  const found: Transition[] = [];
  for (let at = start.getTimeZoneTransition("next"); at?.year === start.year; at = at.getTimeZoneTransition("next")) {
    found.push({ before: at.subtract({ nanoseconds: 1 }), after: at });
  }
  return found;
}

/** As the second or the last Sunday of its month, from the year before on. */
function byRule({ before, after }: Transition): string[] {
  const name = offsetOf(after) > offsetOf(before) ? "DAYLIGHT" : "STANDARD";
  const onset = after.toInstant().add({ nanoseconds: before.offsetNanoseconds }).toZonedDateTimeISO("UTC")
    .toPlainDateTime();
  const isLast = onset.day + 7 > onset.daysInMonth;
  const nth = isLast ? -1 : Math.ceil(onset.day / 7);
  const year = onset.year - 1;
  const month = Temporal.PlainYearMonth.from({ year, month: onset.month });
  const firstDay = isLast ? month.daysInMonth - 6 : (nth - 1) * 7 + 1;
  const from = month.toPlainDate({ day: firstDay });
  const day = from.add({ days: (onset.dayOfWeek - from.dayOfWeek + 7) % 7 });
  const rule = `RRULE:FREQ=YEARLY;BYMONTH=${onset.month};BYDAY=${nth}${WEEKDAYS[onset.dayOfWeek - 1]}`;
  return observance(name, basic(day.toPlainDateTime(onset.toPlainTime())), before, after, rule);
}

const offsetOf = (time: Temporal.ZonedDateTime) => time.offsetNanoseconds;
const basic = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");

const component = (timezone: string, observances: string[][]) =>
  ["BEGIN:VTIMEZONE", `TZID:${timezone}`, ...observances.flat(), "END:VTIMEZONE"].join("\r\n");

function observance(
  name: string,
  onset: string,
  before: Temporal.ZonedDateTime,
  after: Temporal.ZonedDateTime,
  ...rule: string[]
): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offset(offsetOf(before))}`,
    `TZOFFSETTO:${offset(offsetOf(after))}`,
    ...rule,
    `END:${name}`,
  ];
}

function offset(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 ? [seconds % 60] : [])];
  return (nanoseconds < 0 ? "-" : "+") + parts.map((part) => String(part).padStart(2, "0")).join("");
}
