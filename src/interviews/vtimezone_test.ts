import { deepEqual, equal, match } from "node:assert/strict";
import ICAL from "ical.js";
import { vtimezone } from "./vtimezone.ts";

const HOURS_BETWEEN = 37;
/** Zones that change four times a year. */
const AROUND_RAMADAN = /^(Africa\/(Casablanca|El_Aaiun)|Asia\/(Gaza|Hebron)) /;

Deno.test("a zone's rules give its own time all through the year, for every zone that there is", () => {
  const unruly: string[] = [];
  for (const timezone of Intl.supportedValuesOf("timeZone")) {
    for (const year of [2027, 2043]) {
      const component = vtimezone(timezone, year);
      if (component === null) {
        unruly.push(`${timezone} ${year}`);
        continue;
      }
      const zone = new ICAL.Timezone({ component: ICAL.Component.fromString(component), tzid: timezone });
      let at = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timezone).add({ hours: 12 });
      for (; at.year === year; at = at.add({ hours: HOURS_BETWEEN })) {
        const { month, day, hour, minute } = at;
        const local = new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, zone);
        // An hour that a clock repeats is named otherwise, see calendar.ts.
        const isNamed = at.toPlainDateTime().toZonedDateTime(timezone).epochMilliseconds === at.epochMilliseconds;
        if (isNamed) equal(zone.utcOffset(local), at.offsetNanoseconds / 1e9, `${timezone} ${at}`);
      }
    }
  }
  deepEqual(unruly.filter((each) => !AROUND_RAMADAN.test(each)), []);
});

Deno.test("Outlook's form: at most one change to daylight time and one back, each a rule by weekday", () => {
  const berlin = vtimezone("Europe/Berlin", 2027)!;
  equal(berlin.match(/BEGIN:STANDARD/g)!.length, 1);
  match(
    berlin,
    /BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n/,
  );
  match(vtimezone("America/New_York", 2027)!, /RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU/);
  equal(vtimezone("Asia/Tokyo", 2027)!.includes("RRULE"), false);
});
