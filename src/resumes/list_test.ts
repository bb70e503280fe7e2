import { deepEqual, equal, ok } from "node:assert/strict";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";
import { docxFile, fixtureFile } from "../../tests/harness/files.ts";
import type { Database } from "../db/database.ts";
import { statementCounter } from "../../tests/harness/statements.ts";
import { resumes } from "../db/schema.ts";

/** Three resumes, in the order they came; the last has no name. */
async function filled(recruiter: Caller, database: Database): Promise<Json[]> {
  const job = await recruiter.job();
  const answers = [
    await recruiter.upload(await fixtureFile("backend"), {
      job_id: job.id,
      source: "fair",
      candidate_name: "Zoe Last",
    }),
    await recruiter.upload(await docxFile("nurse"), { candidate_name: "Adam First", email: "adam@example.com" }),
    await recruiter.upload(await fixtureFile("accountant")),
  ];
  const rows = answers.map(({ body }) => body.resume);
  await database.update(resumes).set({ parseFlags: ["hidden_text"] });
  return [...rows, job];
}

Deno.test("résumés are listed newest first, narrowed by each filter, sorted, and page by page", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const [backend, nurse, accountant, job] = await filled(recruiter, app.services.db);
  const list = async (query: string) => (await recruiter.get(`/resumes?${query}`)).body;
  const idsOf = async (query: string) => (await list(query)).data.map(({ id }: Json) => id);

  deepEqual(await idsOf(""), [accountant.id, nurse.id, backend.id]);
  deepEqual(await idsOf("sort=created_at"), [backend.id, nurse.id, accountant.id]);
  deepEqual(await idsOf("sort=candidate_name"), await byName());
  deepEqual(await idsOf("q=ADAM%40ex"), [nurse.id]);
  deepEqual(await idsOf("q=backend.pdf"), [backend.id]);
  deepEqual(await idsOf("q=%25"), []);
  deepEqual(await idsOf("skill=postgres"), [backend.id]);
  deepEqual(await idsOf("source=fair"), [backend.id]);
  deepEqual(await idsOf("status=received"), []);
  deepEqual(await idsOf("flag=hidden_text"), [accountant.id, nurse.id, backend.id]);
  deepEqual(await idsOf("flag=scanned"), []);
  deepEqual(await idsOf(`created_after=${nurse.created_at}`), [accountant.id]);
  deepEqual(await idsOf(`job_id=${job.id}`), [backend.id]);
  const [first] = (await list("source=fair")).data;
  deepEqual([first.candidate_name, first.filename, first.text, first.sections], [
    "Zoe Last",
    "backend.pdf",
    undefined,
    undefined,
  ]);

  await app.services.db.update(resumes).set({ candidateName: null });
  for (const sort of ["-created_at", "created_at", "candidate_name"]) {
    const whole = await idsOf(`sort=${sort}`);
    const paged: string[] = [];
    for (let cursor = ""; paged.length < 3;) {
      const { data, next_cursor, total } = await list(`sort=${sort}&limit=1${cursor}`);
      equal(total, 3);
      paged.push(data[0].id);
      cursor = `&cursor=${next_cursor}`;
      if (next_cursor) equal((await recruiter.get(`/resumes?limit=1&source=fair${cursor}`)).status, 422);
    }
    deepEqual(paged, whole, sort);
  }
  equal((await (await app.owner()).get("/resumes")).body.total, 0);
  for (const bad of ["sort=email", "status=gone", "job_id=7", "q=%00", "flag=", "limit=101", "colour=red"]) {
    equal((await recruiter.get(`/resumes?${bad}`)).status, 422, bad);
  }

  async function byName(): Promise<string[]> {
    const { body: { data } } = await recruiter.get("/resumes");
    return data.toSorted((a: Json, b: Json) => a.candidate_name < b.candidate_name ? -1 : 1).map(({ id }: Json) => id);
  }
});

Deno.test("a page of résumés takes at most two statements", async () => {
  const statements = statementCounter();
  await using app = await testApp({ wrapDatabase: statements.wrap });
  const recruiter = await app.owner();
  const used = (url: string) => statements.during(async () => equal((await recruiter.get(url)).status, 200));

  const accessCheck = await used("/skills?q=py");
  for (const query of ["limit=50", "q=a&skill=sql&flag=scanned&sort=candidate_name"]) {
    const list = await used(`/resumes?${query}`) - accessCheck;
    ok(list >= 1 && list <= 2, `${query}: ${list}`);
  }
});
