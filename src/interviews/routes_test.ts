import { deepEqual, equal } from "node:assert/strict";
import { and, eq } from "drizzle-orm";
import { interviews, matches } from "../db/schema.ts";
import { type Caller, type Json, type TestApp, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

async function candidate(app: TestApp): Promise<{ recruiter: Caller; wanted: Json; path: string }> {
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const wanted = {
    resume_id: body.resume.id,
    job_id: job.id,
    interview_type: "video",
    scheduled_at: "2190-05-17T09:30:00Z",
  };
  return { recruiter, wanted, path: `/jobs/${job.id}/candidates/${body.resume.id}` };
}

Deno.test("POST /interviews books an interview of 60 minutes", async () => {
  await using app = await testApp();
  const { recruiter, wanted } = await candidate(app);

  const { status, body } = await recruiter.post("/interviews", wanted);

  equal(status, 201);
  equal(body.scheduled_at, "2190-05-17T09:30:00.000Z");
  equal(body.duration_minutes, 60);
  equal(body.status, "scheduled");
});

Deno.test("POST /interviews refuses a rejected candidate and stores nothing", async () => {
  await using app = await testApp();
  const { recruiter, wanted, path } = await candidate(app);
  await recruiter.patch(path, { status: "rejected" });

  const { status, body } = await recruiter.post("/interviews", wanted);

  equal(status, 409);
  equal(body.detail, "Cannot schedule interview: candidate was rejected");
  deepEqual(await app.services.db.select().from(interviews), []);
});

Deno.test("rejecting and inviting at the same moment never leaves a rejected candidate with an interview", async () => {
  await using app = await testApp();
  const { recruiter, wanted, path } = await candidate(app);
  for (let round = 0; round < 25; round++) {
    await recruiter.patch(path, { status: "pending" });
    const [booked, moved] = await Promise.all([
      recruiter.post("/interviews", wanted),
      recruiter.patch(path, { status: "rejected" }),
    ]);
    equal(moved.status, 200);
    equal([201, 409].includes(booked.status), true);
    const open = await app.services.db.select().from(interviews)
      .innerJoin(matches, and(eq(matches.jobId, interviews.jobId), eq(matches.resumeId, interviews.resumeId)))
      .where(and(eq(interviews.status, "scheduled"), eq(matches.status, "rejected")));
    deepEqual(open, []);
  }
});

Deno.test("POST /interviews refuses an interviewer who is booked, unless told to", async () => {
  await using app = await testApp();
  const { recruiter, wanted } = await candidate(app);
  const mine = { ...wanted, interviewers: [recruiter.user.id] };
  equal((await recruiter.post("/interviews", mine)).status, 201);

  const overlapping = { ...mine, scheduled_at: "2190-05-17T10:29:00Z" };
  equal((await recruiter.post("/interviews", overlapping)).status, 409);
  equal((await recruiter.post("/interviews", { ...overlapping, allow_conflict: true })).status, 201);
  equal((await recruiter.post("/interviews", { ...mine, scheduled_at: "2190-05-17T12:00:00Z" })).status, 201);
});

Deno.test("POST /interviews refuses bad input, no token and another company, and stores nothing", async () => {
  await using app = await testApp();
  const { recruiter, wanted } = await candidate(app);
  const other = await app.owner();

  equal((await recruiter.post("/interviews", { ...wanted, scheduled_at: "2001-01-01T00:00:00Z" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, scheduled_at: "tomorrow" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, interview_type: "duel" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, timezone: "Mars/Olympus" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, duration_minutes: 1e308 })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, meeting_link: "javascript:alert(1)" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, status: "completed" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, notes: "a\0b" })).status, 422);
  equal((await recruiter.post("/interviews", { ...wanted, resume_id: unknownId })).status, 404);
  equal((await recruiter.post("/interviews", { ...wanted, interviewers: [unknownId] })).status, 404);
  equal((await other.post("/interviews", wanted)).status, 404);
  equal((await app.as("nonsense").post("/interviews", wanted)).status, 401);

  deepEqual(await app.services.db.select().from(interviews), []);
});

Deno.test("interviews are listed by their start, page by page and by filter, and only to their company", async () => {
  await using app = await testApp();
  const { recruiter, wanted } = await candidate(app);
  const days = ["2190-05-19", "2190-05-17", "2190-05-18"];
  const me = recruiter.user.id;
  for (const day of days) {
    const body = { ...wanted, scheduled_at: `${day}T09:30:00Z`, interviewers: day === days[2] ? [me] : [] };
    equal((await recruiter.post("/interviews", body)).status, 201);
  }
  const startsOf = ({ body }: { body: Json }) => body.data.map((each: Json) => each.scheduled_at.slice(0, 10));

  const first = await recruiter.get("/interviews?limit=2");
  deepEqual([startsOf(first), first.body.total, first.body.has_more], [days.toSorted().slice(0, 2), 3, true]);
  const second = await recruiter.get(`/interviews?limit=2&cursor=${first.body.next_cursor}`);
  deepEqual([startsOf(second), second.body.has_more], [["2190-05-19"], false]);
  const mine = await recruiter.get(`/interviews?interviewer_id=${me}`);
  deepEqual([startsOf(mine), mine.body.data[0].interviewers], [["2190-05-18"], [me]]);
  deepEqual(startsOf(await recruiter.get("/interviews?from=2190-05-18T00:00:00Z&to=2190-05-19T00:00:00Z")), [days[2]]);
  equal((await recruiter.get(`/interviews?status=scheduled&cursor=${first.body.next_cursor}`)).status, 422);
  equal((await (await app.owner()).get("/interviews")).body.total, 0);
});

Deno.test("an interview is shown with its tag, moved, and over when it is cancelled", async () => {
  await using app = await testApp();
  const { recruiter, wanted } = await candidate(app);
  const { body: { id } } = await recruiter.post("/interviews", { ...wanted, interviewers: [recruiter.user.id] });
  const other = { ...wanted, scheduled_at: "2190-05-18T09:30:00Z", interviewers: [recruiter.user.id] };
  equal((await recruiter.post("/interviews", other)).status, 201);
  const path = `/interviews/${id}`;

  const shown = await recruiter.get(path);
  const etag = shown.headers.get("etag")!;
  equal((await recruiter.send("GET", path, undefined, { "if-none-match": etag })).status, 304);
  const clash = await recruiter.patch(path, { scheduled_at: "2190-05-18T10:00:00Z" });
  deepEqual([clash.status, clash.body.code], [409, "conflict"]);
  equal((await recruiter.patch(path, { scheduled_at: "2001-05-18T10:00:00Z" })).status, 422);
  equal((await recruiter.patch(path, { status: "scheduled" })).status, 422);

  const change = { scheduled_at: "2190-05-20T10:00:00Z", location: "Room 4" };
  const moved = await recruiter.send("PATCH", path, change, { "if-match": etag });
  deepEqual([moved.status, moved.body.scheduled_at, moved.body.location], [200, "2190-05-20T10:00:00.000Z", "Room 4"]);
  equal((await recruiter.send("PATCH", path, { location: null }, { "if-match": etag })).status, 412);
  equal((await recruiter.patch(path, { status: "cancelled" })).body.status, "cancelled");
  equal((await recruiter.patch(path, { notes: "Late" })).status, 409);

  equal((await (await app.owner()).patch(path, { notes: "Mine" })).status, 404);
  equal((await app.request(`/api/v1${path}`)).status, 401);
  equal((await (await app.member(recruiter, "hiring_manager")).patch(path, { notes: "Mine" })).status, 403);
});
