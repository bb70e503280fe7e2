import { deepEqual, equal } from "node:assert/strict";
import { daysOf, periodOf } from "./period.ts";

const now = new Date("2026-03-20T10:00:00Z");

Deno.test("days begin where the zone's clocks say, also where midnight is skipped, twice there, or the whole day is missing", () => {
  for (
    const [timezone, from, to, starts] of [
      ["Europe/Berlin", "2026-03-28", "2026-03-31", ["27T23", "28T23", "29T22"]],
      ["Africa/Cairo", "2026-04-23", "2026-04-26", ["22T22", "23T22", "24T21"]],
      ["America/Havana", "2026-10-31", "2026-11-02", ["31T04", "01T04"]],
      ["Asia/Kathmandu", "2026-03-01", "2026-03-02", ["28T18"]],
    ] as const
  ) {
    const days = daysOf(periodOf({ from, to }, timezone, now));
    deepEqual(days.map(({ start }) => start.toISOString().slice(8, 13)), starts, timezone);
    equal(days[0]?.date, from);
  }
  const apia = daysOf(periodOf({ from: "2011-12-29", to: "2012-01-01" }, "Pacific/Apia", now));
  deepEqual(apia.map(({ date }) => date), ["2011-12-29", "2011-12-31"]);
});
