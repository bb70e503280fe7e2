import { deepEqual, equal } from "node:assert/strict";
import { interviews } from "../db/schema.ts";
import type { Answer } from "../../tests/harness/api.ts";
import { interviewTest } from "../../tests/harness/interviews.ts";
import { injected, times } from "../../tests/trust/report.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

Deno.test("POST /interviews books an interview of 60 minutes", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;

  const { status, body } = await recruiter.post("/interviews", wanted);

  equal(status, 201);
  equal(body.scheduled_at, "2190-05-17T09:30:00.000Z");
  equal(body.duration_minutes, 60);
  equal(body.status, "scheduled");
});

for (const [status, told] of [["rejected", "was rejected"], ["withdrawn", "has withdrawn"]] as const) {
  Deno.test(`POST /interviews refuses a candidate who ${told}, and stores nothing`, async () => {
    await using test = await interviewTest();
    const { recruiter, wanted, path } = test;
    await recruiter.patch(path, { status });

    const refused = await recruiter.post("/interviews", wanted);

    equal(refused.status, 409);
    equal(refused.body.detail, `Cannot schedule interview: candidate ${told}`);
    deepEqual(await test.api.services.db.select().from(interviews), []);
  });

  Deno.test(`a candidate who ${told} has no interview of that job left, and keeps that of another`, async () => {
    await using test = await interviewTest();
    const { recruiter, wanted, path, otherJob } = test;
    const { body: planned } = await recruiter.post("/interviews", wanted);
    const later = { ...wanted, job_id: otherJob, scheduled_at: "2190-05-18T09:30:00Z" };
    const { body: other } = await recruiter.post("/interviews", later);
    const { body: over } = await recruiter.post("/interviews", { ...wanted, scheduled_at: "2190-05-19T09:30:00Z" });
    await recruiter.patch(`/interviews/${over.id}`, { status: "completed" });

    equal((await recruiter.patch(path, { status })).status, 200);

    const stateOf = async ({ id }: { id: string }) => (await recruiter.get(`/interviews/${id}`)).body.status;
    deepEqual(await Promise.all([planned, other, over].map(stateOf)), ["cancelled", "scheduled", "completed"]);
  });
}

Deno.test("rejecting and inviting at the same moment never leaves a rejected candidate with an interview", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted, path } = test;
  const book = () => recruiter.post("/interviews", { ...wanted, allow_conflict: true });
  const reject = () => recruiter.patch(path, { status: "rejected" });
  let booked = 0;
  const rounds = times(12, 500);
  for (let round = 0; round < rounds; round++) {
    const contenders = round % 2 === 0 ? [book, reject, book] : [reject, book, book];

    const answers = await Promise.all(contenders.map((contender) => contender()));

    for (const { status } of answers) equal([200, 201, 409].includes(status), true);
    booked += answers.filter(({ status }) => status === 201).length;
    const { body: left } = await recruiter.get("/interviews?status=scheduled");
    deepEqual(left.data, [], `round ${round}`);
    equal((await recruiter.patch(path, { status: "pending" })).status, 200);
  }
  equal((await recruiter.get("/interviews?status=cancelled")).body.total, booked);
  injected(26, "races of one rejection and two invitations", rounds);
});

Deno.test("of twenty that book one interviewer for the same time, one does", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const mine = { ...wanted, interviewers: [recruiter.id] };

  const answers = await Promise.all(Array.from({ length: 20 }, () => recruiter.post("/interviews", mine)));

  deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array(19).fill(409)]);
});

Deno.test("POST /interviews refuses a candidate or an interviewer who is booked, unless told to", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted, otherJob, otherResume } = test;
  const me = recruiter.id;
  equal((await recruiter.post("/interviews", { ...wanted, interviewers: [me, me.toUpperCase()] })).status, 201);

  const overlapping = { ...wanted, scheduled_at: "2190-05-17T10:29:00Z" };
  const twice = await recruiter.post("/interviews", { ...overlapping, job_id: otherJob });
  deepEqual([twice.status, twice.body.detail], [
    409,
    "Cannot schedule interview: the candidate is booked at this time",
  ]);
  const other = { ...overlapping, resume_id: otherResume };
  const booked = await recruiter.post("/interviews", { ...other, interviewers: [me] });
  deepEqual([booked.status, booked.body.detail], [
    409,
    "Cannot schedule interview: an interviewer is booked at this time",
  ]);
  equal((await recruiter.post("/interviews", other)).status, 201);
  equal((await recruiter.post("/interviews", { ...overlapping, allow_conflict: true })).status, 201);
  const after = { ...wanted, interviewers: [me], scheduled_at: "2190-05-17T11:29:00Z" };
  equal((await recruiter.post("/interviews", after)).status, 201);
});

Deno.test("POST /interviews refuses bad input, no token and another company, and stores nothing", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const other = await test.stranger();

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
  equal((await test.api.post("/api/v1/interviews", wanted, "nonsense")).status, 401);

  deepEqual(await test.api.services.db.select().from(interviews), []);
});

Deno.test("interviews are listed by their start, page by page and by filter, and only to their company", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const days = ["2190-05-19", "2190-05-17", "2190-05-18"];
  const me = recruiter.id;
  for (const day of days) {
    const body = { ...wanted, scheduled_at: `${day}T09:30:00Z`, interviewers: day === days[2] ? [me] : [] };
    equal((await recruiter.post("/interviews", body)).status, 201);
  }
  const startsOf = ({ body }: Answer): string[] =>
    body.data.map((each: { scheduled_at: string }) => each.scheduled_at.slice(0, 10));

  const first = await recruiter.get("/interviews?limit=2");
  deepEqual([startsOf(first), first.body.total, first.body.has_more], [days.toSorted().slice(0, 2), 3, true]);
  const second = await recruiter.get(`/interviews?limit=2&cursor=${first.body.next_cursor}`);
  deepEqual([startsOf(second), second.body.has_more], [["2190-05-19"], false]);
  const mine = await recruiter.get(`/interviews?interviewer_id=${me}`);
  deepEqual([startsOf(mine), mine.body.data[0].interviewers], [["2190-05-18"], [me]]);
  deepEqual(startsOf(await recruiter.get("/interviews?from=2190-05-18T00:00:00Z&to=2190-05-19T00:00:00Z")), [days[2]]);
  equal((await recruiter.get(`/interviews?status=scheduled&cursor=${first.body.next_cursor}`)).status, 422);
  equal((await (await test.stranger()).get("/interviews")).body.total, 0);
});

Deno.test("an interview is shown with its tag, moved, and over when it is cancelled", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const { body: { id } } = await recruiter.post("/interviews", { ...wanted, interviewers: [recruiter.id] });
  const other = { ...wanted, scheduled_at: "2190-05-18T09:30:00Z", interviewers: [recruiter.id] };
  equal((await recruiter.post("/interviews", other)).status, 201);
  const path = `/interviews/${id}`;

  const shown = await recruiter.get(path);
  const etag = shown.headers.get("etag")!;
  equal((await recruiter.get(path, { "if-none-match": etag })).status, 304);
  const clash = await recruiter.patch(path, { scheduled_at: "2190-05-18T10:00:00Z" });
  deepEqual([clash.status, clash.body.code], [409, "conflict"]);
  equal((await recruiter.patch(path, { scheduled_at: "2001-05-18T10:00:00Z" })).status, 422);
  equal((await recruiter.patch(path, { status: "scheduled" })).status, 422);

  const change = { scheduled_at: "2190-05-20T10:00:00Z", location: "Room 4" };
  const moved = await recruiter.patch(path, change, { "if-match": etag });
  deepEqual([moved.status, moved.body.scheduled_at, moved.body.location], [200, "2190-05-20T10:00:00.000Z", "Room 4"]);
  equal((await recruiter.patch(path, { location: null }, { "if-match": etag })).status, 412);
  equal((await recruiter.patch(path, { status: "cancelled" })).body.status, "cancelled");
  equal((await recruiter.patch(path, { notes: "Late" })).status, 409);

  equal((await (await test.stranger()).patch(path, { notes: "Mine" })).status, 404);
  equal((await test.api.request(`/api/v1${path}`)).status, 401);
  equal((await (await test.member("hiring_manager")).patch(path, { notes: "Mine" })).status, 403);
});

Deno.test("an interview takes the company's time zone, new interviewers, and moves only where they are free", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted, otherResume } = test;
  await recruiter.patch("/company", { timezone: "Asia/Kathmandu" });
  const me = recruiter.id;
  const { id: colleague } = await test.member("hiring_manager");
  const { body: mine } = await recruiter.post("/interviews", { ...wanted, interviewers: [me] });
  const { body: theirs } = await recruiter.post("/interviews", { ...wanted, resume_id: otherResume });
  deepEqual([mine.timezone, theirs.interviewers], ["Asia/Kathmandu", []]);
  const path = `/interviews/${theirs.id}`;

  const clash = await recruiter.patch(path, { interviewers: [colleague, me] });
  deepEqual([clash.status, (await recruiter.get(path)).body.interviewers], [409, []]);
  equal((await recruiter.patch(path, { interviewers: [unknownId] })).status, 404);
  equal((await recruiter.patch(path, { scheduled_at: wanted.scheduled_at, interviewers: [colleague] })).status, 200);
  const later = { scheduled_at: "2190-05-17T10:30:00Z", interviewers: [me] };
  const moved = await recruiter.patch(path, later);
  deepEqual([moved.status, moved.body.interviewers], [200, [me]]);
  const longer = await recruiter.patch(`/interviews/${mine.id}`, { duration_minutes: 61 });
  deepEqual([longer.status, longer.body.code], [409, "conflict"]);
  equal((await recruiter.patch(`/interviews/${mine.id}`, { duration_minutes: 61, allow_conflict: true })).status, 200);
});

Deno.test("DELETE /interviews/{id} removes it for writers of its company, at the version they read", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const { body: { id }, headers } = await recruiter.post("/interviews", wanted);
  const path = `/interviews/${id}`;
  await recruiter.patch(path, { notes: "Bring a laptop" });

  equal((await (await test.stranger()).delete(path)).status, 404);
  equal((await (await test.member("hiring_manager")).delete(path)).status, 403);
  const stale = { "if-match": headers.get("etag")! };
  equal((await recruiter.delete(path, stale)).status, 412);
  equal((await recruiter.delete(path)).status, 204);
  equal((await recruiter.get(path)).status, 404);
  equal((await recruiter.delete(path)).status, 404);
});
