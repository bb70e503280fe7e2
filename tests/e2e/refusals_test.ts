import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { catalogue, type ErrorCode } from "../../src/errors.ts";
import { StartError } from "../../src/demo/server.ts";
import { memoryOf } from "../../bench/machine.ts";
import { damagedPdf, deepXmlDocx, encryptedPdf, flateBombPdf, manyPagesPdf, zipBombDocx } from "../fixtures/hostile.ts";
import {
  alsoZip,
  cyclicDrawingPdf,
  cyclicFontPdf,
  cyclicPagesPdf,
  cyclicTablePdf,
  fontBombPdf,
  zipThatSaysPdf,
} from "../fixtures/hostile_pdf.ts";
import { fixtureFile, pdfFile } from "../harness/files.ts";
import { injected, isFull } from "../trust/report.ts";
import { type Answer, postJob, ranking, register, type Session, session } from "./api.ts";
import { newHome, runTask, serve } from "./process.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const docxFile = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], "resume.docx", { type: docx });
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** Two readers, each ended at 700 MB as soon as that is seen. */
const READERS_MB_MAX = 2 * 700 * 1.5;

Deno.test("hostile files are refused with their reason, store nothing, and the API keeps answering", async () => {
  await using home = await newHome();
  await using server = await serve(home);
  const recruiter = await register(server.url);
  const job = await postJob(recruiter);
  const good = await fixtureFile("backend");
  const files: [code: string, status: number, file: File][] = [
    ["empty", 422, pdfFile(new Uint8Array())],
    ["wrong_type", 415, docxFile(await bytesOf(good))],
    ["encrypted", 422, pdfFile(await encryptedPdf())],
    ["too_complex", 422, docxFile(await zipBombDocx())],
    ["too_complex", 422, pdfFile(await manyPagesPdf(20_000))],
    ["too_complex", 422, pdfFile(await flateBombPdf())],
    ["damaged", 422, pdfFile(damagedPdf())],
    ["too_complex", 422, docxFile(deepXmlDocx())],
    ["too_large", 413, pdfFile(new Uint8Array(10 * 1024 * 1024 + 1))],
    ["damaged", 422, pdfFile(cyclicPagesPdf())],
    ["not_a_resume", 422, pdfFile(cyclicTablePdf())],
    ["empty", 422, pdfFile(cyclicDrawingPdf())],
    ["not_a_resume", 422, pdfFile(cyclicFontPdf())],
    ["wrong_type", 415, pdfFile(zipThatSaysPdf(await bytesOf(good)))],
    ["wrong_type", 415, docxFile(zipThatSaysPdf(await bytesOf(good)))],
    ["wrong_type", 415, docxFile(alsoZip(await bytesOf(good), "Zanzibar"))],
    // Takes the reader to its deadline.
    ...(isFull ? [["too_complex", 422, pdfFile(fontBombPdf())] as [string, number, File]] : []),
  ];
  const { pssMb: idleMb } = await memoryOf(server.pid);

  const answers = Promise.all(
    files.map(([, , file]) =>
      recruiter.upload(file, { job_id: job.id }).then((answer) => outcomeOf(recruiter, answer))
    ),
  );
  let alive = 0;
  let peakMb = 0;
  let isOver = false;
  const watch = (async () => {
    do {
      equal((await recruiter.send("GET", "/jobs")).status, 200);
      alive++;
      peakMb = Math.max(peakMb, (await memoryOf(server.pid)).pssMb);
    } while (!isOver);
  })();
  const got = await answers;
  isOver = true;
  await watch;

  deepEqual(got, files.map(([code, status]) => ({ code, status })));
  ok(alive > 0);
  ok(peakMb - idleMb <= READERS_MB_MAX, `${idleMb} MB, then ${peakMb} MB`);
  deepEqual(await ranking(recruiter, job.id), []);
  equal((await recruiter.upload(good, { job_id: job.id })).status, 201);
  injected(25, "hostile files, all at once", files.length);
});

/** What became of an upload, at once or, where the machine is slow, as its operation says in the end. */
async function outcomeOf(recruiter: Session, { status, body }: Answer): Promise<{ code: string; status: number }> {
  if (status !== 202) return { code: body.code, status };
  const { body: operation } = await recruiter.send("GET", `/operations/${body.id}`);
  return operation.status === "failed"
    ? { code: operation.error.code, status: catalogue[operation.error.code as ErrorCode][0] }
    : await outcomeOf(recruiter, { status, body, headers: new Headers() });
}

Deno.test("a body without a declared length is cut off at the limit", async () => {
  await using home = await newHome();
  await using server = await serve(home);
  const recruiter = await register(server.url);
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const bytes = sent === 0 ? new TextEncoder().encode(head) : new Uint8Array(64 * 1024);
      sent += bytes.length;
      if (sent > 1024 * 1024 * 1024) controller.error(new Error("nobody stopped it"));
      else controller.enqueue(bytes);
    },
  });

  const response = await fetch(`${server.url}/api/v1/resumes/upload`, {
    method: "POST",
    headers: { authorization: `Bearer ${recruiter.token}`, "content-type": "multipart/form-data; boundary=b" },
    body: endless,
  });

  equal(response.status, 413);
  equal((await response.json()).code, "too_large");
  equal((await session(server.url).send("GET", "/health")).status, 200);
});

Deno.test("a production server without a strong secret does not start, and names every problem but no value", async () => {
  await using home = await newHome();
  const production = { ENVIRONMENT: "production" };

  await rejects(serve(home, production), refusal(/SECRET_KEY: required in production/));
  await rejects(
    serve(home, { ...production, SECRET_KEY: "zq8-short" }),
    refusal(/SECRET_KEY: expected at least 32 bytes/),
  );
  await rejects(
    serve(home, { ...production, SECRET_KEY: "changeme-zq8-0123456789-abcdefghij", PORT: "70000" }),
    refusal(/2 settings are wrong[^]*PORT: [^]*SECRET_KEY: holds a well-known example value/),
  );
});

Deno.test("a model that is no folder, or a database that does not answer, is told in a sentence instead of a start", async () => {
  await using home = await newHome();
  const cases: [env: Record<string, string>, told: RegExp][] = [
    [
      { EMBEDDING_MODEL: "somebody/all-MiniLM-L6-v2" },
      /^Cannot open embedding model: \S+ is not a folder; EMBEDDING_/m,
    ],
    [{ DATABASE_URL: "postgres://127.0.0.1:1/nowhere" }, /^Cannot reach the database server: \S/m],
  ];
  await Promise.all(cases.map(async ([env, told]) => {
    const { code, output } = await runTask("start", home, { PORT: "0", ...env });
    equal(code, 1, output);
    match(output, told);
    ok(!/^ +at /m.test(output), output);
  }));
});

const refusal = (expected: RegExp) => (error: unknown) => {
  ok(error instanceof StartError);
  equal(error.exitCode, 1);
  match(error.message, expected);
  ok(!error.message.includes("zq8"));
  return true;
};
