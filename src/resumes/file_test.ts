import { deepEqual, equal, ok } from "node:assert/strict";
import { type Json, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

Deno.test("GET /resumes/{id}/file gives the bytes as uploaded, to be saved under their name and never shown", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const bytes = new Uint8Array(await (await fixtureFile("nurse")).arrayBuffer());
  const named = new File([bytes], "Zoë's (1).pdf", { type: "application/pdf" });
  const { body: { resume } } = await recruiter.upload(named);
  const file = (token: string, id = resume.id) =>
    app.request(`/api/v1/resumes/${id}/file`, { headers: { authorization: `Bearer ${token}` } });

  const response = await file(recruiter.token);

  equal(response.status, 200);
  deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
  deepEqual(
    ["content-type", "content-disposition", "x-content-type-options", "cache-control"]
      .map((name) => response.headers.get(name)),
    [
      "application/pdf",
      `attachment; filename="Zo_'s (1).pdf"; filename*=UTF-8''Zo%C3%AB%27s%20%281%29.pdf`,
      "nosniff",
      "no-store",
    ],
  );
  const refused = [await file((await app.owner()).token), await file(recruiter.token, unknownId), await file("x")];
  deepEqual(refused.map(({ status }) => status), [404, 404, 401]);
  for (const { body } of refused) await body?.cancel();
});

Deno.test("GET /resumes/{id}/matches ranks the resume's jobs, each as its candidate is shown there", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const jobs = [
    await recruiter.job({
      title: "Nurse",
      description: "You care for patients at night.",
      skills_required: ["Triage"],
    }),
    await recruiter.job(),
    await recruiter.job({ title: "Baker", description: "You bake bread.", skills_required: ["Baking"] }),
  ];
  const file = await fixtureFile("backend");
  let resumeId = "";
  for (const { id } of jobs) resumeId = (await recruiter.upload(file, { job_id: id })).body.resume.id;
  await recruiter.upload(await fixtureFile("nurse"), { job_id: jobs[0].id });
  const path = `/resumes/${resumeId}/matches`;

  const { body: { data, total } } = await recruiter.get(path);

  equal(total, 3);
  equal(data[0].job_title, "Backend engineer");
  const scores = data.map((row: Json) => row.match_score);
  deepEqual(scores, scores.toSorted((a: number, b: number) => b - a));
  equal(data.find((row: Json) => row.job_id === jobs[0].id).rank, 2);
  for (const { job_title: _, ...row } of data) {
    const { body } = await recruiter.get(`/jobs/${row.job_id}/candidates/${resumeId}`);
    deepEqual(row, Object.fromEntries(Object.keys(row).map((name) => [name, body[name]])));
  }
  await recruiter.patch(`/jobs/${jobs[2].id}/candidates/${resumeId}`, { status: "rejected" });
  const listed = async (query: string) => (await recruiter.get(`${path}?${query}`)).body;
  deepEqual((await listed("status=rejected")).data.map((row: Json) => row.job_id), [jobs[2].id]);
  deepEqual([(await listed(`min_score=${scores[0] - 0.01}`)).total, (await listed("status=hired")).total], [1, 0]);
  const paged: Json[] = [];
  for (let cursor = ""; paged.length < 3;) {
    const { data: [row], next_cursor } = await listed(`limit=1${cursor}`);
    paged.push(row.job_id);
    cursor = `&cursor=${next_cursor}`;
  }
  deepEqual(paged, data.map((row: Json) => row.job_id));
  equal((await recruiter.get(`/resumes/${unknownId}/matches`)).status, 404);
  equal((await (await app.owner()).get(path)).status, 404);
  equal((await recruiter.get(`${path}?min_score=101`)).status, 422);
  ok(data.every((row: Json) => row.resume_id === resumeId));
});
