import { deepEqual, equal, ok } from "node:assert/strict";
import { eq } from "drizzle-orm";
import { resumes } from "../db/schema.ts";
import { hiddenTextDocx } from "../../tests/fixtures/hostile.ts";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";

const texts = {
  nurse: `José Ibáñez
jose.ibanez@example.com

Summary
Registered nurse who looks after patients on an intensive care ward.

Experience
Ward nurse, Lakeside Hospital, 2014 – 2022
Cared for ventilated patients and trained new nurses.
Kept records of medication and talked with families.

Languages
Spanish, English`,
  backend: `Mira Holm
mira.holm@example.com

Summary
Backend engineer for payment services.

Experience
Software engineer, Northwind, 2020 – 2023
Built services in TypeScript/React and C++ on PostgreSQL.
Moved the build to CI/CD with Docker and Kubernetes.

Skills
TypeScript, C++, PostgreSQL, Docker, Kubernetes`,
  cook: `Ada Okoro
ada.okoro@example.com

Summary
Head chef who runs a kitchen of twelve.

Experience
Chef, Harbour Grill, 2018 – 2020
Wrote the menus, bought from local farms and kept the budget.
Led the kitchen through two inspections.

Skills
Menu planning, food safety, budgeting`,
} as const;
type Who = keyof typeof texts;

async function upload(recruiter: Caller, who: Who, fields: Record<string, string> = {}): Promise<string> {
  const file = new File([texts[who]], `${who}.txt`, { type: "text/plain" });
  const { status, body } = await recruiter.upload(file, fields);
  equal(status, 201, JSON.stringify(body));
  return body.resume.id;
}

async function company(recruiter: Caller): Promise<Record<Who, string>> {
  return {
    nurse: await upload(recruiter, "nurse", { source: "Referral" }),
    backend: await upload(recruiter, "backend"),
    cook: await upload(recruiter, "cook"),
  };
}

async function search(caller: Caller, query: string, more: Record<string, unknown> = {}): Promise<Json> {
  const { status, body } = await caller.post("/resumes/search", { query, ...more });
  equal(status, 200, JSON.stringify(body));
  return body;
}

const idsOf = (body: Json): string[] => body.data.map((row: Json) => row.resume_id);

Deno.test("POST /resumes/search finds by meaning, by words in any spelling, and by name, in the own company only", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const stranger = await app.owner();
  await upload(stranger, "nurse");
  const manager = await app.member(recruiter, "hiring_manager");
  const { nurse, backend, cook } = await company(recruiter);

  const byMeaning = await search(manager, "somebody for our hospital's critically ill");
  equal(byMeaning.data[0].resume_id, nurse);
  ok(byMeaning.data[0].semantic > 0);
  for (
    const [query, id] of [
      ["jose ibanez", nurse],
      ["HOLM, Mira", backend],
      ["ada.okoro@example.com", cook],
      ["kitchens", cook],
      ["c++", backend],
      ["react", backend],
      ['"intensive care ward"', nurse],
    ] as const
  ) {
    const { data: [first] } = await search(recruiter, query);
    deepEqual([first.resume_id, first.lexical], [id, 1], query);
  }
  deepEqual(idsOf(await search(recruiter, '"kept the budget"')), [cook]);
  ok(!idsOf(await search(recruiter, "experience with patients or kitchens -nurse")).includes(nurse));
  equal((await search(recruiter, "c#")).data.find((row: Json) => row.lexical > 0), undefined, "C# is not C++");
  deepEqual(idsOf(await search(stranger, "Mira Holm")).includes(backend), false);
  equal((await app.as("nonsense").post("/resumes/search", { query: "nurse" })).status, 401);
});

Deno.test("highlights quote the resume's text where the query's words stand", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { nurse } = await company(recruiter);

  const { data: [found] } = await search(recruiter, "José Ibáñez: nurses for ventilated patients");
  equal(found.resume_id, nurse);
  equal(found.candidate_name, "José Ibáñez");
  const [stored] = await app.services.db.select({ text: resumes.text }).from(resumes).where(eq(resumes.id, nurse));
  const text = stored!.text!;
  const marked = new Set<string>();
  for (const { quote, start, end, marks } of found.highlights) {
    equal(quote, text.slice(start, end));
    for (const mark of marks) {
      ok(mark.start >= start && mark.end <= end);
      marked.add(text.slice(mark.start, mark.end));
    }
  }
  for (const word of ["José", "Ibáñez", "nurse", "nurses", "ventilated", "patients"]) ok(marked.has(word), word);
});

Deno.test("text that no reader of the page sees is not searched", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const bytes = hiddenTextDocx(texts.nurse.split("\n"), "zookeeper Kubernetes");
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const { body } = await recruiter.upload(new File([bytes], "nurse.docx", { type }));
  ok(body.resume.parse.hidden_text.length > 0);

  equal((await search(recruiter, "nurse")).data[0].lexical, 1);
  deepEqual((await search(recruiter, "nurse zookeeper")).data.filter((row: Json) => row.lexical === 1), []);
  deepEqual(idsOf(await search(recruiter, '"zookeeper"')), []);
});

Deno.test("filters and pages of a search lose and repeat nothing", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { nurse, backend, cook } = await company(recruiter);
  const job = await recruiter.job();
  await recruiter.post(`/jobs/${job.id}/match`, { resume_ids: [backend, cook] });
  await recruiter.patch(`/jobs/${job.id}/candidates/${cook}`, { status: "shortlisted" });

  const query = "experience: nurse, engineer, chef";
  const whole = await search(recruiter, query);
  deepEqual([whole.total, whole.has_more, idsOf(whole).toSorted()], [3, false, [nurse, backend, cook].toSorted()]);
  const paged: Json[] = [];
  for (let cursor: string | null = null;;) {
    const page = await search(recruiter, query, { limit: 1, ...cursor !== null && { cursor } });
    equal(page.total, 3);
    paged.push(...page.data);
    if (page.next_cursor === null) break;
    cursor = page.next_cursor;
    const refused = await recruiter.post("/resumes/search", { query: "chef", limit: 1, cursor });
    deepEqual([refused.status, refused.body.errors[0].pointer], [422, "/cursor"]);
  }
  deepEqual(paged, whole.data);

  for (
    const [filters, ids] of [
      [{ skills: ["k8s", "typescript"] }, [backend]],
      [{ skills: ["k8s", "food safety"] }, []],
      [{ job_id: job.id }, [backend, cook]],
      [{ job_id: job.id, status: "shortlisted" }, [cook]],
      [{ status: "rejected" }, []],
      [{ source: "referral" }, [nurse]],
      [{ language: "en" }, [nurse, backend, cook]],
      [{ language: "de" }, []],
      [{ min_years: 5 }, [nurse]],
      [{ created_after: "2020-01-01T00:00:00Z" }, [nurse, backend, cook]],
      [{ created_after: "2190-01-01T00:00:00Z" }, []],
    ] as const
  ) {
    const body = await search(recruiter, query, { filters });
    deepEqual([body.total, idsOf(body).toSorted()], [ids.length, ids.toSorted()], JSON.stringify(filters));
  }
  const experience = [{ title: "Chef", company: "Harbour Grill", start_date: "2010-01", end_date: "2019-12" }];
  equal((await recruiter.patch(`/resumes/${cook}`, { experience })).status, 200);
  const experienced = await search(recruiter, query, { filters: { min_years: 9 } });
  deepEqual(experienced.data.map(({ resume_id, total_years }: Json) => [resume_id, total_years]), [[cook, 10]]);
  equal((await recruiter.patch(`/resumes/${cook}`, { experience: [] })).status, 200);
  deepEqual(
    idsOf(await search(recruiter, query, { filters: { min_years: 1 } })).toSorted(),
    [nurse, backend].toSorted(),
  );
  equal((await recruiter.patch(`/resumes/${cook}`, { experience: null })).status, 200);
  equal((await search(recruiter, query, { filters: { min_years: 1 } })).total, 3);

  const unknown = { query, filters: { job_id: "01912d68-783e-7a03-8467-5661c1243ad4" } };
  equal((await recruiter.post("/resumes/search", unknown)).status, 404);
});

Deno.test("a search takes any text, and refuses what is none", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  await company(recruiter);

  for (const query of [" ", "?!", "\n\t", "🙂", '""', "-"]) {
    deepEqual(await search(recruiter, query), { data: [], next_cursor: null, has_more: false, total: 0 }, query);
  }
  for (
    const query of [
      "a",
      "the of and",
      "nurse ".repeat(200).slice(0, 1000),
      "x".repeat(1000),
      "看護師 集中治療",
      "инженер",
      'nurse & | !( :* <-> \\ \'" - -"',
      Array.from({ length: 190 }, (_, i) => `w${i}`).join(" "),
    ]
  ) {
    for (const { score, semantic, lexical } of (await search(recruiter, query)).data) {
      for (const number of [score, semantic, lexical]) ok(number >= 0 && number <= 1, query);
    }
  }
  for (
    const bad of [
      { query: "" },
      { query: "x".repeat(1001) },
      { query: "a\0b" },
      { query: "\ud800" },
      {},
      {
        query: "nurse",
        filters: { salary: 1 },
      },
      { query: "nurse", limit: 101 },
      { query: "nurse", cursor: "x" },
    ]
  ) equal((await recruiter.post("/resumes/search", bad)).status, 422, JSON.stringify(bad));
});
