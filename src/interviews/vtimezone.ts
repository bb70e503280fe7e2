/** Time zones as calendars carry them (RFC 5545, 3.6.5). @module */

/**
 * The rules of a zone around a point in time: each transition from the year before to the year after, as the runtime's
 * time zone data has them.
 *
 * @param timezone IANA name.
 * @returns A `VTIMEZONE` with lines of its own, joined by CRLF.
 */
export function vtimezone(timezone: string, around: Date): string {
  const year = around.getUTCFullYear();
  const start = Temporal.PlainDate.from({ year: year - 1, month: 1, day: 1 }).toZonedDateTime(timezone);
  const observances = [observance("STANDARD", start, start.offsetNanoseconds)];
  for (let next = transitionAfter(start); next !== null && next.year <= year + 1; next = transitionAfter(next)) {
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    observances.push(observance(next.offsetNanoseconds > before ? "DAYLIGHT" : "STANDARD", next, before));
  }
  return ["BEGIN:VTIMEZONE", `TZID:${timezone}`, ...observances.flat(), "END:VTIMEZONE"].join("\r\n");
}

const transitionAfter = (time: Temporal.ZonedDateTime) => time.getTimeZoneTransition("next");

function observance(name: string, at: Temporal.ZonedDateTime, offsetBefore: number): string[] {
  const onset = at.toInstant().add({ nanoseconds: offsetBefore }).toZonedDateTimeISO("UTC").toPlainDateTime();
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "")}`,
    `TZOFFSETFROM:${offset(offsetBefore)}`,
    `TZOFFSETTO:${offset(at.offsetNanoseconds)}`,
    `END:${name}`,
  ];
}

function offset(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 ? [seconds % 60] : [])];
  return (nanoseconds < 0 ? "-" : "+") + parts.map((part) => String(part).padStart(2, "0")).join("");
}
