import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { Buffer } from "node:buffer";
import { matches, operations, resumeFiles, resumes } from "../db/schema.ts";
import { testApp } from "../../tests/harness/app.ts";
import { docxFile, fixtureFile, pdfFile } from "../../tests/harness/files.ts";
import { damagedPdf, encryptedPdf, scannedPdf, zipBombDocx } from "../../tests/fixtures/hostile.ts";
import { injected } from "../../tests/trust/report.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

Deno.test("POST /resumes/upload reads a PDF and matches it to its job at once", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();

  const { status, body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id, source: "fair" });

  equal(status, 201, JSON.stringify(body));
  equal(body.resume.status, "ready");
  equal(body.resume.source, "fair");
  ok(body.resume.candidate_name);
  ok(body.resume.email.endsWith("@example.com"));
  ok(body.resume.experience.length > 0);
  ok(body.resume.extracted_skills.length > 0);
  equal(body.match.status, "pending");
  equal(body.match.rank, 1);
  equal(body.match.overall, 0.6 * body.match.similarity + 0.4 * body.match.skill_match);
  deepEqual((await recruiter.get(`/resumes/${body.resume.id}`)).body, body.resume);
});

Deno.test("POST /resumes/upload quotes for every matched skill what stands in the text", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();

  const { body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });

  const [{ text } = { text: null }] = await app.services.db.select({ text: resumes.text }).from(resumes);
  ok(body.match.skills.matched.length > 0);
  for (const { quote, start, end } of body.match.skills.matched) equal(text!.slice(start, end), quote);
  const { fields } = body.resume.parse;
  deepEqual([...new Set(fields.map(({ field }: { field: string }) => field))].slice(0, 3), ["name", "email", "phone"]);
  const [email] = fields.filter(({ field }: { field: string }) => field === "email");
  equal(text!.slice(email.start, email.end), email.value);
  equal(email.value, body.resume.email);
  const { experience, education, languages, total_years_confidence } = body.resume;
  const parts = [...experience, ...education].flatMap((entry) => entry.parts);
  for (const { printed, start, end } of [...fields, ...parts]) equal(text!.slice(start, end), printed);
  deepEqual([...new Set(parts.map(({ part }) => part))].toSorted(), [
    "company",
    "dates",
    "degree",
    "field",
    "institution",
    "location",
    "title",
  ]);
  for (const { confidence, start, end } of [...fields, ...parts, ...experience, ...education, ...languages]) {
    ok(confidence > 0 && confidence <= 1 && start < end);
  }
  ok(total_years_confidence > 0.8 && total_years_confidence <= 1);
});

Deno.test("POST /resumes/upload without a job answers a null match; the same DOCX later is matched, not stored again", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const file = await docxFile("accountant");

  const first = await recruiter.upload(file);
  const again = await recruiter.upload(file, { job_id: job.id });
  const once = await recruiter.upload(file, { job_id: job.id });

  equal(first.status, 201, JSON.stringify(first.body));
  equal(first.body.match, null);
  deepEqual([again.status, once.status], [200, 200]);
  equal(again.body.resume.id, first.body.resume.id);
  deepEqual(again.body.match, once.body.match);
  equal((await app.services.db.select().from(resumes)).length, 1);
  equal((await app.services.db.select().from(matches)).length, 1);
});

Deno.test("two uploads of the same bytes at once are one resume", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const file = await fixtureFile("nurse");

  const answers = await Promise.all([1, 2, 3].map(() => recruiter.upload(file, { job_id: job.id })));

  deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200, 201]);
  equal(new Set(answers.map(({ body }) => body.resume.id)).size, 1);
  equal((await app.services.db.select().from(matches)).length, 1);
  injected(29, "uploads of the same bytes at once", answers.length);
});

Deno.test("POST /resumes/upload takes what the uploader typed before what was read", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();

  const { body } = await recruiter.upload(await fixtureFile("backend"), {
    candidate_name: "Somebody Else",
    email: "Other@Example.com",
    job_id: "",
  });

  equal(body.resume.candidate_name, "Somebody Else");
  equal(body.resume.email, "other@example.com");
});

Deno.test("Prefer: respond-async answers 202 with an operation that ends in the same resume and match", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();

  const { status, headers, body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id }, {
    prefer: "respond-async",
  });

  equal(status, 202);
  equal(headers.get("location"), `/api/v1/operations/${body.id}`);
  const other = await app.owner();
  equal((await other.get(`/operations/${body.id}`)).status, 404);
  let operation = body;
  while (!["succeeded", "failed"].includes(operation.status)) {
    await app.services.completions.next(body.id, 50);
    operation = (await recruiter.get(`/operations/${body.id}`)).body;
  }
  equal(operation.status, "succeeded");
  const candidates = await recruiter.get(`/jobs/${job.id}/candidates`);
  equal(candidates.body.data[0].resume_id, operation.result.resume_id);
});

Deno.test("files that cannot be read are refused with their code, and nothing is stored", async () => {
  await using app = await testApp({ uploadBytesMax: 2 * 1024 * 1024 });
  const recruiter = await app.owner();
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
  const cases: [string, File, number, string][] = [
    ["renamed", pdfFile(png), 415, "wrong_type"],
    [
      "pdf called docx",
      new File([await (await fixtureFile("nurse")).arrayBuffer()], "x.docx", { type: docx }),
      415,
      "wrong_type",
    ],
    ["empty", pdfFile(new Uint8Array()), 422, "empty"],
    ["encrypted", pdfFile(await encryptedPdf()), 422, "encrypted"],
    ["damaged", pdfFile(await damagedPdf()), 422, "damaged"],
    ["scanned", pdfFile(await scannedPdf()), 422, "scanned"],
    ["bomb", new File([await zipBombDocx(256)], "x.docx", { type: docx }), 422, "too_complex"],
    ["too large", pdfFile(new Uint8Array(2 * 1024 * 1024 + 1)), 413, "too_large"],
    [
      "not a resume",
      new File(["Invoice 17\nTotal due: 120.00 EUR\nIBAN DE00 0000\nPlease pay within 14 days.\n".repeat(5)], "i.txt", {
        type: "text/plain",
      }),
      422,
      "not_a_resume",
    ],
  ];
  for (const [name, file, status, code] of cases) {
    const refused = await recruiter.upload(file);
    equal(refused.status, status, `${name}: ${JSON.stringify(refused.body)}`);
    equal(refused.body.code, code, name);
    equal(refused.headers.get("content-type"), "application/problem+json");
  }
  deepEqual(await app.services.db.select().from(resumes), []);
  deepEqual(await app.services.db.select().from(resumeFiles), []);
});

Deno.test("uploads with a bad form, no token, an unknown job or another company's job store nothing", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const job = await other.job();
  const file = await fixtureFile("backend");

  equal((await recruiter.upload(file, { job_id: unknownId })).status, 404);
  equal((await recruiter.upload(file, { job_id: job.id })).status, 404);
  equal((await recruiter.upload(file, { job_id: "7" })).status, 422);
  equal((await recruiter.upload(file, { company_id: job.company_id })).status, 422);
  equal((await recruiter.upload(file, { email: "nobody" })).status, 422);
  equal((await app.as("nonsense").upload(file)).status, 401);
  equal((await recruiter.send("POST", "/resumes/upload", { file: "x" })).status, 415);
  const form = new FormData();
  form.set("file", "just text");
  const noFile = await app.request("/api/v1/resumes/upload", {
    method: "POST",
    headers: { authorization: `Bearer ${recruiter.token}` },
    body: form,
  });
  equal(noFile.status, 422);
  await noFile.body?.cancel();

  deepEqual(await app.services.db.select().from(resumes), []);
  deepEqual(await app.services.db.select().from(operations), []);
});

/** A form as it is sent, its parts given with their heads. */
function formOf(parts: [head: string, content: string | Uint8Array][], end = "--b--\r\n"): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap(([head, content]) => [`--b\r\n${head}\r\n\r\n`, content, "\r\n"]);
  return new Uint8Array(Buffer.concat([...pieces, end].map((piece) => Buffer.from(piece as string))));
}

const field = (name: string) => `content-disposition: form-data; name="${name}"`;

Deno.test("a form that is cut off, has no boundary, a part without a name or a text that is none stores nothing", async () => {
  await using app = await testApp({ withoutConsumer: true, uploadWaitMs: 0 });
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const pdf = await (await fixtureFile("backend")).bytes();
  const file: [string, Uint8Array] = [`${field("file")}; filename="a.pdf"\r\ncontent-type: application/pdf`, pdf];
  const send = async (body: Uint8Array<ArrayBuffer>, type = "multipart/form-data; boundary=b") => {
    const headers = { authorization: `Bearer ${recruiter.token}`, "content-type": type };
    const response = await app.request("/api/v1/resumes/upload", { method: "POST", headers, body });
    return { status: response.status, body: await response.json() };
  };
  const whole = formOf([file, [field("job_id"), job.id]]);
  const latin1 = new Uint8Array([0x4a, 0x6f, 0x73, 0xe9]);
  const surrogate = new Uint8Array([0x41, 0xed, 0xa0, 0x80]);

  const damaged: [what: string, body: Uint8Array<ArrayBuffer>, type?: string][] = [
    ["nothing", new Uint8Array()],
    ["no form", new TextEncoder().encode("hello")],
    ["cut in a head", whole.slice(0, 40)],
    ["cut in the file", whole.slice(0, 2000)],
    // What was read of it is a whole file, without the job it is for.
    ["cut in the next field", whole.slice(0, -20)],
    ["cut before the last line", whole.slice(0, -7)],
    ["no boundary", whole, "multipart/form-data"],
    ["an empty boundary", whole, "multipart/form-data; boundary="],
    ["another boundary", whole, "multipart/form-data; boundary=c"],
    ["a file without a name", formOf([[file[0].replace(/name="file"; /, ""), pdf]])],
    ["a field without a name", formOf([file, ["content-disposition: form-data", job.id]])],
    ["a field without a disposition", formOf([file, ["content-type: text/plain", job.id]])],
    ["too many parts", formOf(Array(10_001).fill(file.with(1, "")))],
    ["a field whose head is folded", formOf([file, [field("job_id").replace("; ", ";\r\n "), job.id]])],
    ["a field without content", formOf([file], `--b\r\n${field("job_id")}\r\n--b--\r\n`)],
    ...["candidate_name", "phone", "source"].flatMap((name): [string, Uint8Array<ArrayBuffer>][] => [
      [`Latin-1 in ${name}`, formOf([file, [field(name), latin1]])],
      [`a lone surrogate in ${name}`, formOf([file, [field(name), surrogate]])],
    ]),
  ];
  for (const [what, body, type] of damaged) {
    const refused = await send(body, type);
    equal(refused.status, 400, what);
    equal(refused.body.code, "malformed", what);
  }
  for (const name of ["candidate_name", "phone", "source"]) {
    const refused = await send(formOf([file, [field(name), "+44 20\0 7946"]]));
    equal(refused.status, 422, name);
    deepEqual(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer), [`/${name}`]);
  }
  for (const table of [resumes, resumeFiles, operations]) deepEqual(await app.services.db.select().from(table), []);

  const odd = formOf([[field("source"), ""], file, [field("job_id"), job.id]], "--b--\r\nafter");
  const { status, body } = await send(new Uint8Array(Buffer.concat([Buffer.from("before\r\n"), odd])));
  equal(status, 202);
  const [operation] = await app.services.db.select().from(operations);
  deepEqual([operation?.id, operation?.jobId], [body.id, job.id]);
});

Deno.test("an upload whose task cannot be queued leaves no resume, file or operation, and can be sent again", async () => {
  await using app = await testApp({ withoutConsumer: true, uploadWaitMs: 0 });
  const recruiter = await app.owner();
  const file = await fixtureFile("backend");
  const { db } = app.services;

  await db.execute(sql`alter schema pgboss rename to away`);
  try {
    const refused = await recruiter.upload(file);
    equal(refused.status, 500);
    equal(refused.body.code, "internal");
  } finally {
    await db.execute(sql`alter schema away rename to pgboss`);
  }
  for (const table of [resumes, resumeFiles, operations]) deepEqual(await db.select().from(table), []);

  equal((await recruiter.upload(file)).status, 202);
  for (const table of [resumes, resumeFiles, operations]) equal(await db.$count(table), 1);
});

Deno.test("GET /resumes/{id} of another company is not found", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"));

  equal((await other.get(`/resumes/${resume.id}`)).status, 404);
  equal((await app.as("nonsense").get(`/resumes/${resume.id}`)).status, 401);
  equal((await recruiter.get(`/resumes/${unknownId}`)).status, 404);
});

Deno.test("a JSON Resume is uploaded, read as it says, and given back as one", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const document = {
    basics: {
      name: "Ana Lima",
      email: "ana@example.com",
      location: { city: "Seattle", region: "WA", countryCode: "US" },
    },
    work: [{
      name: "Northwind",
      position: "Data Analyst",
      startDate: "2021-03",
      highlights: ["Wrote SQL for forty shops."],
    }],
    skills: [{ name: "SQL" }],
  };
  const file = (value: unknown) => new File([JSON.stringify(value)], "ana.json", { type: "application/json" });

  const uploaded = await recruiter.upload(file(document));
  const { id } = uploaded.body.resume;
  const out = await recruiter.get(`/resumes/${id}?format=jsonresume`);

  equal(uploaded.status, 201, JSON.stringify(uploaded.body));
  equal(uploaded.body.resume.format, "json");
  equal(uploaded.body.resume.candidate_name, "Ana Lima");
  deepEqual(out.body.basics, { ...document.basics, profiles: [] });
  deepEqual([out.body.work, out.body.skills], [document.work, document.skills]);
  equal((await recruiter.get(`/resumes/${id}?format=pdf`)).status, 422);

  const refused = await recruiter.upload(file({ work: [{ startDate: "last May" }] }));
  deepEqual([refused.status, refused.body.errors?.[0]?.pointer], [422, "/work/0/startDate"]);
});
