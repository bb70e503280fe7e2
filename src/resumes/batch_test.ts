import { deepEqual, equal, ok } from "node:assert/strict";
import { operations, resumes } from "../db/schema.ts";
import { type Answer, answer, type Caller, type Json, type TestApp, testApp } from "../../tests/harness/app.ts";
import { docxFile } from "../../tests/harness/files.ts";
import { archive, textResume } from "../../tests/fixtures/archives.ts";
import { encryptedPdf } from "../../tests/fixtures/hostile.ts";

const MB = 1024 * 1024;
const text = (n: number, name = `resume-${n}.txt`) => new File([textResume(n)], name, { type: "text/plain" });
const zip = (bytes: Uint8Array<ArrayBuffer>, name = "all.zip") => new File([bytes], name, { type: "application/zip" });

async function send(
  app: TestApp,
  { token }: Caller,
  files: File[],
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const init = { method: "POST", headers: { authorization: `Bearer ${token}`, ...headers }, body: form };
  return await answer(await app.request("/api/v1/resumes/batch", init));
}

/** Follows an operation to its end and gives it. */
async function finished(app: TestApp, me: Caller, id: string): Promise<Json> {
  const headers = { authorization: `Bearer ${me.token}` };
  await (await app.request(`/api/v1/operations/${id}/events`, { headers })).text();
  return (await me.get(`/operations/${id}`)).body;
}

/** Filename and reason of each file. */
async function reasons(me: Caller, id: string): Promise<[string, string | null][]> {
  const { body } = await me.get(`/operations/${id}/files?limit=100`);
  deepEqual(body.data.map(({ position }: Json) => position), [...body.data.keys()]);
  return body.data.map(({ filename, error }: Json) => [filename, error?.code ?? null]);
}

Deno.test("POST /resumes/batch takes 30 files, 20 of them out of an archive, and matches every one", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const packed = Array.from({ length: 20 }, (_, i) => ({ name: `people/${i}.txt`, content: textResume(i + 9) }));
  const files = [...Array.from({ length: 9 }, (_, i) => text(i)), await docxFile("nurse"), zip(archive(packed))];

  const { status, headers, body } = await send(app, recruiter, files, { job_id: job.id, source: "fair" });
  equal(status, 202, JSON.stringify(body));
  equal(headers.get("location"), `/api/v1/operations/${body.id}`);
  deepEqual([body.kind, body.progress.total, body.result], ["batch", 30, null]);
  const done = await finished(app, recruiter, body.id);

  deepEqual([done.status, done.progress], ["succeeded", { done: 30, total: 30 }]);
  deepEqual(done.result, { resume_id: null, job_id: job.id, files: { succeeded: 30, failed: 0 } });
  const { body: { data, total } } = await recruiter.get(`/operations/${body.id}/files?limit=100&status=succeeded`);
  deepEqual([total, data[9].filename, data[29].filename], [30, "nurse.docx", "19.txt"]);
  const { body: ranked } = await recruiter.get(`/jobs/${job.id}/candidates?limit=100`);
  deepEqual(
    ranked.data.map(({ resume_id }: Json) => resume_id).toSorted(),
    data.map(({ resume_id }: Json) => resume_id).toSorted(),
  );
  const first = await recruiter.get(`/operations/${body.id}/files?limit=20`);
  const second = await recruiter.get(`/operations/${body.id}/files?limit=20&cursor=${first.body.next_cursor}`);
  deepEqual([...first.body.data, ...second.body.data], data);
  equal((await recruiter.get("/operations")).body.total, 1);
});

Deno.test("POST /resumes/batch refuses each bad file of an archive with its reason, and takes the others", async () => {
  await using app = await testApp({ withoutConsumer: true, uploadBytesMax: 2 * MB });
  const recruiter = await app.owner();
  const content = textResume(1);
  const nested = archive([{ name: "inside.txt", content }]);
  const zeros = new Uint8Array(1.5 * MB);
  const entries: Parameters<typeof archive>[0] = [
    { name: "good.txt", content },
    { name: "folder/", content: new Uint8Array(), method: 0 },
    { name: "folder/stored.txt", content: textResume(2), method: 0 },
    { name: "__MACOSX/folder/._stored.txt", content },
    { name: ".DS_Store", content },
    { name: "../../up.txt", content },
    { name: "..\\up-too.txt", content },
    { name: "/etc/root.txt", content },
    { name: "C:\\drive.txt", content },
    { name: "locked.txt", content, flags: 1 },
    { name: "link.txt", content, mode: 0o120777 },
    { name: "inner.zip", content: nested },
    { name: "bomb.txt", content: zeros },
    { name: "big.txt", content: crypto.getRandomValues(new Uint8Array(65536)), method: 0 },
    { name: "liar.txt", content: new Uint8Array(3 * MB).fill(65), declaredBytes: 10 },
    { name: "bent.txt", content, packed: Uint8Array.of(255, 255, 255, 255) },
    { name: "wrong.txt", content, packed: textResume(3), method: 0 },
    { name: "odd.txt", content, method: 12 },
    { name: "photo.png", content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
    { name: "empty.txt", content: new Uint8Array() },
  ];

  const { status, body } = await send(app, recruiter, [zip(archive(entries))]);

  equal(status, 202, JSON.stringify(body));
  deepEqual(await reasons(recruiter, body.id), [
    ["good.txt", null],
    ["stored.txt", null],
    ["up.txt", "unsafe_name"],
    ["up-too.txt", "unsafe_name"],
    ["root.txt", "unsafe_name"],
    ["drive.txt", "unsafe_name"],
    ["locked.txt", "encrypted"],
    ["link.txt", "wrong_type"],
    ["inner.zip", "wrong_type"],
    ["bomb.txt", "too_complex"],
    ["big.txt", "wrong_type"],
    ["liar.txt", "too_large"],
    ["bent.txt", "damaged"],
    ["wrong.txt", "damaged"],
    ["odd.txt", "too_complex"],
    ["photo.png", "wrong_type"],
    ["empty.txt", "empty"],
  ]);
  deepEqual([body.status, body.progress], ["running", { done: 15, total: 17 }]);
  equal((await app.services.db.select().from(resumes)).length, 2);
});

Deno.test("POST /resumes/batch counts an archive that cannot be opened as one file, and a file over the limit", async () => {
  await using app = await testApp({ withoutConsumer: true, uploadBytesMax: 1 * MB, batchBytesMax: 3 * MB });
  const recruiter = await app.owner();
  const sound = archive([{ name: "a.txt", content: textResume(1) }]);
  const many = Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.txt`, content: textResume(i), method: 0 }));
  const noise = new Uint8Array(MB + 1).fill(65);
  const tooMuch = Array.from({ length: 11 }, (_, i) => ({ name: `${i}.bin`, content: new Uint8Array(MB - i) }));

  const { body } = await send(app, recruiter, [
    zip(sound.slice(0, -30), "cut.zip"),
    zip(archive([]), "void.zip"),
    zip(archive(many), "many.zip"),
    new File([noise], "big.txt", { type: "text/plain" }),
    new File([sound.slice(0, -30)], "cut.docx"),
    zip(archive(tooMuch), "much.zip"),
  ]);

  deepEqual(
    await reasons(recruiter, body.id),
    [
      ["cut.zip", "damaged"],
      ["void.zip", "empty"],
      ["many.zip", "too_large"],
      ["big.txt", "too_large"],
      ["cut.docx", null],
      ...tooMuch.map(({ name }, i): [string, string] => [name, i < 9 ? "wrong_type" : "too_large"]),
    ],
  );
  equal((await send(app, recruiter, [new File([new Uint8Array(5 * MB)], "x.zip")])).status, 413);
});

Deno.test("a batch whose files are all refused ends at once; one file that fails later ends it too", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();

  const refused = await send(app, recruiter, [new File(["GIF89a"], "picture.gif", { type: "image/gif" })]);
  deepEqual([refused.body.status, refused.body.result.files], ["succeeded", { succeeded: 0, failed: 1 }]);

  const locked = new File([encryptedPdf()], "locked.pdf", { type: "application/pdf" });
  const { body } = await send(app, recruiter, [text(1), locked, text(1, "copy.txt")]);
  const done = await finished(app, recruiter, body.id);

  deepEqual([done.status, done.result.files], ["succeeded", { succeeded: 2, failed: 1 }]);
  deepEqual(await reasons(recruiter, body.id), [["resume-1.txt", null], ["locked.pdf", "encrypted"], [
    "copy.txt",
    null,
  ]]);
  const { body: { data } } = await recruiter.get(`/operations/${body.id}/files`);
  equal(data[0].resume_id, data[2].resume_id);
  equal((await app.services.db.select().from(resumes)).length, 1);
});

Deno.test("POST /resumes/batch stores nothing for a foreign job, and one batch for one idempotency key", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const [recruiter, other] = [await app.owner(), await app.owner()];
  const job = await recruiter.job();
  const manager = await app.member(recruiter, "hiring_manager");

  equal((await send(app, other, [text(1)], { job_id: job.id })).status, 404);
  equal((await send(app, manager, [text(1)])).status, 403);
  equal((await send(app, recruiter, [])).status, 422);
  equal((await send(app, recruiter, [text(1)], { job: job.id })).status, 422);
  deepEqual(await app.services.db.select().from(operations), []);

  const key = { "idempotency-key": "batch-1" };
  const first = await send(app, recruiter, [text(1), text(2)], {}, key);
  const again = await send(app, recruiter, [text(1), text(2)], {}, key);
  equal(again.body.id, first.body.id);
  ok(again.headers.get("idempotent-replayed"));
  equal((await app.services.db.select().from(operations)).length, 3);
  equal((await other.get(`/operations/${first.body.id}/files`)).status, 404);
});
