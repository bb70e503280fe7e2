import { deepEqual, equal, ok } from "node:assert/strict";
import { fixtureFile } from "../../tests/harness/files.ts";
import { answer, type Caller, type Json, testApp } from "../../tests/harness/app.ts";
import { statementCounter } from "../../tests/harness/statements.ts";
import { interviews, matchStatusChanges } from "../db/schema.ts";
import { people } from "../demo/people.ts";
import { resumeText } from "../eval/matching_pairs.ts";
import { csvCell } from "./csv.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";
const everybody = ["backend", "nurse", "accountant"] as const;

/** A job with three candidates, best first. */
async function ranked(recruiter: Caller): Promise<{ path: string; jobId: string; ids: string[]; rows: Json[] }> {
  const job = await recruiter.job();
  for (const name of everybody) await recruiter.upload(await fixtureFile(name), { job_id: job.id });
  const path = `/jobs/${job.id}/candidates`;
  const { body } = await recruiter.get(path);
  return { path, jobId: job.id, ids: body.data.map((row: Json) => row.resume_id), rows: body.data };
}

Deno.test("candidates are narrowed by each filter and sorted, page by page, with their ranks among all", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { path, ids, rows } = await ranked(recruiter);
  const list = async (query: string) => (await recruiter.get(`${path}?${query}`)).body;
  const idsOf = async (query: string) => (await list(query)).data.map((row: Json) => row.resume_id);

  deepEqual(await idsOf("sort=match_score"), ids.toReversed());
  deepEqual(await idsOf(`min_score=${rows[0].match_score - 0.01}`), ids.slice(0, 1));
  deepEqual(await idsOf(`max_score=${rows[1].match_score + 0.01}`), ids.slice(1));
  deepEqual(await idsOf("skill=postgres"), ids.slice(0, 1));
  deepEqual(await idsOf(`q=${encodeURIComponent(rows[1].candidate_name.slice(1, 6))}`), [ids[1]]);
  deepEqual(await idsOf("q=%25%25"), []);
  const lowest = await list(`max_score=${rows[2].match_score + 0.01}&sort=-created_at`);
  deepEqual([lowest.total, lowest.data[0].rank], [1, 3]);
  for (const sort of ["match_score", "-created_at", "created_at", "-updated_at"]) {
    const whole = await idsOf(`sort=${sort}`);
    const paged: string[] = [];
    for (let cursor = ""; paged.length < 3;) {
      const { data, next_cursor } = await list(`sort=${sort}&limit=1${cursor}`);
      paged.push(data[0].resume_id);
      cursor = `&cursor=${next_cursor}`;
      if (next_cursor) equal((await recruiter.get(`${path}?limit=1${cursor}`)).status, 422);
    }
    deepEqual(paged, whole, sort);
  }
  for (const bad of ["sort=name", "min_score=-1", "max_score=101", "skill=", "q=%00", "colour=red"]) {
    equal((await recruiter.get(`${path}?${bad}`)).status, 422, bad);
  }
});

Deno.test("equal scores stand in one order, on every page and every time, and percentile counts those that are no higher", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const path = `/jobs/${job.id}/candidates`;
  // The same text in other bytes.
  const nurse = resumeText(people.nurse);
  for (const [i, text] of [nurse, resumeText(people.backend), `${nurse}\n`, `\n${nurse}`].entries()) {
    await recruiter.upload(new File([text], `${i}.txt`, { type: "text/plain" }), { job_id: job.id });
  }

  const { body: { data } } = await recruiter.get(path);
  const [first, ...equals] = data as Json[];

  equal(new Set(equals.map(({ overall }: Json) => overall)).size, 1);
  ok(first.overall > equals[0].overall);
  deepEqual(data.map(({ rank }: Json) => rank), [1, 2, 3, 4]);
  deepEqual(data.map(({ percentile }: Json) => percentile), [100, 75, 75, 75]);
  const ids = equals.map(({ resume_id }: Json) => resume_id);
  deepEqual(ids, ids.toSorted());
  for (const [sort, order] of [["-match_score", data], ["match_score", [...equals, first]]] as const) {
    let url = `${path}?sort=${sort}&limit=1`;
    for (const { resume_id, rank } of order) {
      const { body } = await recruiter.get(url);
      deepEqual([body.data[0].resume_id, body.data[0].rank], [resume_id, rank], sort);
      const { body: alone } = await recruiter.get(`${path}/${resume_id}`);
      equal(alone.rank, rank);
      url = `${path}?sort=${sort}&limit=1&cursor=${body.next_cursor}`;
    }
  }
});

Deno.test("a page of candidates takes at most two statements, with the one that says who asks", async () => {
  const statements = statementCounter();
  await using app = await testApp({ wrapDatabase: statements.wrap });
  const recruiter = await app.owner();
  const { path } = await ranked(recruiter);
  const used = (url: string) => statements.during(() => recruiter.get(url));

  for (const query of ["limit=50", "limit=50&status=pending", "limit=50&q=and&skill=postgres&sort=-created_at"]) {
    const [first, again] = [await used(`${path}?${query}`), await used(`${path}?${query}`)];
    ok(first === 2 && again >= 1 && again <= 2, `${query}: ${first}, ${again}`);
  }
});

Deno.test("candidates come as a table that no spreadsheet takes for formulas, whole and filtered", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { path, ids } = await ranked(recruiter);
  const csv = async (query: string, caller = recruiter) => {
    const headers = { authorization: `Bearer ${caller.token}`, accept: "text/csv" };
    return await answer(await app.request(`/api/v1${path}${query}`, { headers }));
  };

  const { headers, body } = await csv("?limit=1");
  equal(headers.get("content-type"), "text/csv; charset=utf-8");
  const [head, ...lines] = body.trimEnd().split("\r\n");
  ok(head.startsWith("rank,resume_id,candidate_name,email,match_score"));
  deepEqual(lines.map((line: string) => line.split(",")[1]), ids);
  equal((await csv("?status=hired")).body, `${head}\r\n`);
  equal((await csv("", await app.owner())).status, 404);
  equal((await csv("", app.as("nonsense"))).status, 401);

  equal(csvCell('=HYPERLINK("x")'), `"'=HYPERLINK(""x"")"`);
  for (const start of ["+", "-", "@", "\t=", " ="]) equal(csvCell(`${start}1`), `"'${start}1"`);
  deepEqual(["a,b", "plain", -1, null].map(csvCell), ['"a,b"', "plain", "-1", ""]);
});

Deno.test("PATCH …/candidates moves many in one go, tells who is no candidate, and cancels the interviews of who leaves", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { path, jobId, ids } = await ranked(recruiter);
  const manager = await app.member(recruiter, "hiring_manager");
  const booked = await recruiter.post("/interviews", {
    job_id: jobId,
    resume_id: ids[0],
    interview_type: "phone",
    scheduled_at: new Date(Date.now() + 86_400_000).toISOString(),
  });

  const { status, body } = await manager.patch(path, {
    resume_ids: [ids[0], ids[0]!.toUpperCase(), unknownId, ids[2]],
    status: "rejected",
    reason: "Position filled",
  });

  equal(status, 200);
  deepEqual([body.updated, body.not_found], [2, 1]);
  deepEqual(body.results.map((row: Json) => [row.resume_id, row.outcome, row.from_status]), [
    [ids[0], "updated", "pending"],
    [unknownId, "not_found", null],
    [ids[2], "updated", "pending"],
  ]);
  equal((await recruiter.get(`${path}?status=rejected`)).body.total, 2);
  equal(booked.status, 201);
  const [interview] = await app.services.db.select().from(interviews);
  equal(interview?.status, "cancelled");
  const { body: { data } } = await recruiter.get(`${path}/${ids[2]}/history`);
  deepEqual(data.map((row: Json) => [row.from_status, row.to_status, row.reason, row.changed_by]), [
    ["pending", "rejected", "Position filled", manager.user.id],
  ]);
});

Deno.test("PATCH …/candidates refuses bad input, strangers and other companies, and moves nobody", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const { path, ids } = await ranked(recruiter);
  const good = { resume_ids: ids, status: "maybe" };

  for (
    const bad of [
      { ...good, resume_ids: [] },
      { ...good, resume_ids: Array(501).fill(ids[0]) },
      { ...good, resume_ids: ["x"] },
      { ...good, status: "promoted" },
      { ...good, extra: 1 },
      { status: "maybe" },
    ]
  ) equal((await recruiter.patch(path, bad)).status, 422);
  equal((await other.patch(path, good)).status, 404);
  equal((await recruiter.patch(`/jobs/${unknownId}/candidates`, good)).status, 404);
  equal((await app.as("nonsense").patch(path, good)).status, 401);
  deepEqual(await app.services.db.select().from(matchStatusChanges), []);
});

Deno.test("PATCH …/candidates/{id} with a stale If-Match is refused; the history has every move in order, in pages", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { path, ids } = await ranked(recruiter);
  const one = `${path}/${ids[0]}`;
  const { headers } = await recruiter.get(one);
  const tag = headers.get("etag")!;

  equal((await recruiter.send("PATCH", one, { status: "maybe" }, { "if-match": tag })).status, 200);
  equal((await recruiter.send("PATCH", one, { status: "hired" }, { "if-match": tag })).status, 412);
  const moved = await recruiter.patch(one, { status: "offered" });
  equal(
    (await recruiter.send("PATCH", one, { status: "hired" }, { "if-match": moved.headers.get("etag")! })).status,
    200,
  );

  const first = (await recruiter.get(`${one}/history?limit=2`)).body;
  const rest = (await recruiter.get(`${one}/history?limit=2&cursor=${first.next_cursor}`)).body;
  equal(first.total, 3);
  deepEqual([...first.data, ...rest.data].map((row: Json) => row.to_status), ["maybe", "offered", "hired"]);
  equal((await (await app.owner()).get(`${one}/history`)).status, 404);
  equal((await recruiter.get(`${path}/${unknownId}/history`)).status, 404);
  equal((await app.as("nonsense").get(`${one}/history`)).status, 401);
});

Deno.test("notes are written and read by all of the company, and taken back by their author only", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const manager = await app.member(recruiter, "hiring_manager");
  const other = await app.owner();
  const { path, ids } = await ranked(recruiter);
  const notes = `${path}/${ids[0]}/notes`;

  const mine = await manager.post(notes, { text: "Calm under load\nand kind" });
  const theirs = await recruiter.post(notes, { text: "Call back on Monday" });
  equal(mine.status, 201);
  deepEqual([mine.body.text, mine.body.created_by, mine.body.author_name], [
    "Calm under load\nand kind",
    manager.user.id,
    "Test Member",
  ]);
  const first = (await recruiter.get(`${notes}?limit=1`)).body;
  const rest = (await recruiter.get(`${notes}?limit=1&cursor=${first.next_cursor}`)).body;
  deepEqual([first.total, ...first.data, ...rest.data], [2, mine.body, theirs.body]);

  equal((await recruiter.send("DELETE", `${notes}/${mine.body.id}`)).status, 403);
  equal((await other.send("DELETE", `${notes}/${mine.body.id}`)).status, 404);
  equal((await manager.send("DELETE", `${notes}/${mine.body.id}`, undefined, { "if-match": '"9.x"' })).status, 412);
  equal((await manager.send("DELETE", `${notes}/${mine.body.id}`)).status, 204);
  equal((await manager.send("DELETE", `${notes}/${mine.body.id}`)).status, 404);
  for (const bad of [{}, { text: "" }, { text: "a\0" }, { text: "x".repeat(10_001) }, { text: "a", by: "me" }]) {
    equal((await recruiter.post(notes, bad)).status, 422);
  }
  equal((await other.post(notes, { text: "x" })).status, 404);
  equal((await other.get(notes)).status, 404);
  equal((await app.as("nonsense").post(notes, { text: "x" })).status, 401);
  equal((await recruiter.get(notes)).body.total, 1);
});
