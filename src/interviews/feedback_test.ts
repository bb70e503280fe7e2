import { deepEqual, equal } from "node:assert/strict";
import { interviewTest } from "../../tests/harness/interviews.ts";

Deno.test("everybody of a company gives feedback once, on an interview that takes place", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const { body: { id } } = await recruiter.post("/interviews", wanted);
  const path = `/interviews/${id}/feedback`;
  const given = { recommendation: "yes", ratings: { technical: 4 }, comments: "Clear" };
  deepEqual((await recruiter.get(path)).body.data, []);
  const manager = await test.member("hiring_manager");

  const { status, body } = await manager.post(path, given);
  deepEqual([status, body.author_id, body.ratings], [201, manager.id, given.ratings]);
  equal((await manager.post(path, given)).status, 409);
  equal((await recruiter.post(path, { recommendation: "strong_no" })).status, 201);
  equal((await recruiter.post(path, { ...given, ratings: { technical: 6 } })).status, 422);
  equal((await recruiter.post(path, { ...given, ratings: { charm: 5 } })).status, 422);
  const first = await recruiter.get(`${path}?limit=1`);
  const second = await recruiter.get(`${path}?limit=1&cursor=${first.body.next_cursor}`);
  const authors = [...first.body.data, ...second.body.data].map(({ author_id }: { author_id: string }) => author_id);
  deepEqual([authors.toSorted(), second.body.has_more], [[manager.id, recruiter.id].toSorted(), false]);

  const stranger = await test.stranger();
  deepEqual([(await stranger.get(path)).status, (await stranger.post(path, given)).status], [404, 404]);
  equal((await recruiter.delete(`/interviews/${id}`)).status, 409);
  await recruiter.patch(`/interviews/${id}`, { status: "cancelled" });
  equal((await (await test.member("recruiter")).post(path, given)).status, 409);
});

Deno.test("feedback is shown with its tag and corrected by its author only, as it was last seen", async () => {
  await using test = await interviewTest();
  const { recruiter, wanted } = test;
  const { body: { id } } = await recruiter.post("/interviews", wanted);
  const manager = await test.member("hiring_manager");
  const given = { recommendation: "yes", ratings: { technical: 4, overall: 3 }, comments: "Clear" };
  const stored = await manager.post(`/interviews/${id}/feedback`, given);
  const path = `/interviews/${id}/feedback/${manager.id}`;

  const shown = await recruiter.get(path);
  deepEqual([shown.status, shown.body], [200, stored.body]);
  const tag = shown.headers.get("etag") ?? "";
  equal(tag, stored.headers.get("etag"));

  const ifMatch = { "if-match": tag };
  const corrected = await manager.patch(path, { ratings: { technical: 5 }, comments: null }, ifMatch);
  const { updated_at: _, ...fields } = corrected.body;
  const { updated_at: __, ...before } = stored.body;
  deepEqual([corrected.status, fields], [200, { ...before, ratings: { technical: 5 }, comments: null }]);
  equal((await manager.patch(path, { recommendation: "no" }, ifMatch)).status, 412);

  equal((await recruiter.patch(path, { recommendation: "no" })).status, 403);
  equal((await manager.patch(path, { recommendation: "perhaps" })).status, 422);
  equal((await manager.patch(path, { author_id: recruiter.id })).status, 422);
  const others = `/interviews/${id}/feedback/${recruiter.id}`;
  deepEqual([(await recruiter.get(others)).status, (await recruiter.patch(others, {})).status], [404, 404]);
  const stranger = await test.stranger();
  deepEqual([(await stranger.get(path)).status, (await stranger.patch(path, {})).status], [404, 404]);
  deepEqual((await recruiter.get(path)).body, corrected.body);
});
