import { deepEqual, equal, ok } from "node:assert/strict";
import ICAL from "ical.js";
import { interviewTest } from "../../tests/harness/interviews.ts";

/** What another implementation reads. Unlike ours it applies the VTIMEZONE of the file, and knows no other. */
async function read(response: Response) {
  const text = await response.text();
  for (const line of text.slice(0, -2).split("\r\n")) {
    ok(new TextEncoder().encode(line).length <= 75 && !/[\r\n]/.test(line), line);
  }
  const calendar = ICAL.Component.fromString(text);
  const component = calendar.getFirstSubcomponent("vevent")!;
  const [zone] = calendar.getAllSubcomponents("vtimezone").map((each) => new ICAL.Timezone(each));
  const instant = (name: string) => {
    const time = component.getFirstPropertyValue(name) as ICAL.Time;
    if (zone && time.zone.tzid !== "UTC") time.zone = zone;
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
  const people = component.getAllProperties("attendee")
    .map((each) => [each.getFirstParameter("cn"), String(each.getFirstValue()).toLowerCase()]);
  return { text, calendar, component, zone, value, instant, people };
}

Deno.test("a calendar entry is at the instant of the interview on both sides of a clock change", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const cases = [
    ["Europe/Berlin", "2190-03-28T00:30:00Z"],
    ["Europe/Berlin", "2190-03-28T01:30:00Z"],
    ["Europe/Berlin", "2190-07-01T09:30:00Z"],
    ["Europe/Berlin", "2190-10-31T00:30:00Z"],
    ["Europe/Berlin", "2190-10-31T01:30:00Z"],
    ["America/New_York", "2190-11-07T06:30:00Z"],
    ["Australia/Lord_Howe", "2190-01-05T23:15:00Z"],
    ["Asia/Kathmandu", "2190-06-01T03:00:00Z"],
    ["UTC", "2190-06-02T03:00:00Z"],
  ] as const;
  for (const [timezone, scheduled_at] of cases) {
    const booked = await recruiter.post("/interviews", { ...wanted, timezone, scheduled_at, allow_conflict: true });
    const entry = await read(await test.calendar(booked.body.id));
    const end = new Date(Date.parse(scheduled_at) + 3_600_000).toISOString();
    const got = [entry.instant("dtstart"), entry.instant("dtend")];
    deepEqual(got, [new Date(scheduled_at).toISOString(), end], timezone);
    equal(entry.zone?.tzid ?? timezone, timezone);
  }
});

Deno.test("a calendar entry names everybody, and no text of it becomes a line", async () => {
  const hostile = 'Žofie "Z^" Nováková-Гончаренко 漢字漢字漢字漢字;,:\r\nATTENDEE:mailto:x@evil.example';
  await using test = await interviewTest(hostile);
  const { recruiter, wanted } = test;
  const location = "Room 4, 2nd floor; behind\\the desk";
  const notes = "The candidate is weak";
  const booking = { ...wanted, location, notes, interviewers: [recruiter.id], timezone: "Europe/Prague" };
  const { body: { id } } = await recruiter.post("/interviews", {
    ...booking,
    meeting_link: "https://meet.example.com/a,b;c?d=ž",
  });
  const response = await test.calendar(id);
  equal(response.headers.get("content-type"), "text/calendar; charset=utf-8");
  ok(response.headers.get("content-disposition")!.includes("interview.ics"));
  const { text, component, value, people } = await read(response);

  equal(value("location"), location);
  equal(text.includes("weak"), false);
  deepEqual(people.map(([, address]) => address), [`mailto:${"user-1@example.com"}`, "mailto:ada@example.com"]);
  ok(String(people[1]![0]).includes("漢字漢字"));
  equal(component.getAllProperties("organizer").length, 1);
  ok(text.includes("\r\nURL;VALUE=URI:https://meet.example.com/a%2Cb%3Bc?d=%C5%BE\r\n"));
  ok(value("description").includes("https://meet.example.com/a%2Cb%3Bc?d=%C5%BE"));
  const injected = await recruiter.post("/interviews", {
    ...booking,
    allow_conflict: true,
    meeting_link: "https://meet.example.com/\r\nATTENDEE:mailto:x@evil.example",
  });
  equal((await read(await test.calendar(injected.body.id))).people.length, 2);
});

Deno.test("a calendar entry keeps its UID and counts what attendees see, up to its cancellation", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted, path } = test;
  const { body: { id } } = await recruiter.post("/interviews", wanted);
  const state = async () => {
    const { calendar, value } = await read(await test.calendar(id));
    return [calendar.getFirstPropertyValue("method"), value("status"), value("uid"), value("sequence")];
  };

  deepEqual(await state(), ["REQUEST", "CONFIRMED", id, "0"]);
  await recruiter.patch(`/interviews/${id}`, { notes: "Only ours" });
  deepEqual(await state(), ["REQUEST", "CONFIRMED", id, "0"]);
  await recruiter.patch(`/interviews/${id}`, { scheduled_at: "2190-05-18T09:30:00Z" });
  deepEqual(await state(), ["REQUEST", "CONFIRMED", id, "1"]);
  await recruiter.patch(path, { status: "rejected" });
  deepEqual(await state(), ["CANCEL", "CANCELLED", id, "2"]);

  equal((await (await test.stranger()).get(`/interviews/${id}/calendar.ics`)).status, 404);
});
