import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { asc, eq } from "drizzle-orm";
import { fixtureFile } from "../../tests/harness/files.ts";
import { testApp } from "../../tests/harness/app.ts";
import { resumePassages, resumes } from "../db/schema.ts";
import { createEmbedder, rememberVectors } from "../compute/embedder.ts";
import { openModel } from "../compute/model.ts";
import { readResume } from "../ingest.ts";
import type { Embedder, Services } from "../services.ts";

/** Services that count the texts they are asked to embed. */
function counting(services: Services, embedder: Partial<Embedder> = {}): { services: Services; texts: () => number } {
  let texts = 0;
  const counted: Embedder = {
    ...services.embedder,
    ...embedder,
    embed(given, lane) {
      texts += given.length;
      return services.embedder.embed(given, lane);
    },
  };
  return { services: { ...services, embedder: counted }, texts: () => texts };
}

Deno.test("a resume that is read again embeds nothing where its texts are the same, and keeps its vectors to the bit", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  await recruiter.upload(await fixtureFile("backend"));
  const { db } = app.services;
  const read = async () => {
    const [resume] = await db.select().from(resumes);
    const passages = await db.select().from(resumePassages).orderBy(asc(resumePassages.position));
    return { resume: resume!, passages };
  };
  const readAgain = async (services: Services) => {
    const { resume } = await read();
    await readResume(services, { ...resume, resumeId: resume.id });
  };
  const before = await read();
  ok(before.passages.length > 3);

  const again = counting(app.services);
  await readAgain(again.services);
  const after = await read();
  equal(again.texts(), 0);
  equal(after.resume.contentVersion, before.resume.contentVersion + 1);
  deepEqual([after.resume.embedding, after.passages], [before.resume.embedding, before.passages]);

  const changed = counting({
    ...app.services,
    analyst: {
      ...app.services.analyst,
      async resume(document) {
        const analysis = await app.services.analyst.resume(document);
        return { ...analysis, head: "Head chef of a hotel" };
      },
    },
  });
  await readAgain(changed.services);
  equal(changed.texts(), before.passages.length + 1);
  const other = await read();
  notEqual(other.resume.embeddedHash, before.resume.embeddedHash);
  notEqual(String(other.resume.embedding), String(before.resume.embedding));

  const otherModel = counting(app.services, { model: "another-model" });
  await readAgain(otherModel.services);
  equal(otherModel.texts(), before.passages.length + 1);
  await db.update(resumes).set({ embeddedHash: null }).where(eq(resumes.id, before.resume.id));
  const unknown = counting(app.services);
  await readAgain(unknown.services);
  equal(unknown.texts(), before.passages.length + 1, "read before hashes were kept");
});

Deno.test("nothing is embedded twice: not at once, not uploaded or matched again, not after a restart, not in another file", async () => {
  const model = (await openModel()).id;
  const threads = await createEmbedder({ threads: 1 });
  const asked: string[] = [];
  // What a process starts with: nothing remembered.
  const started = () =>
    rememberVectors({
      submit: (texts, lane) =>
        texts.map((text) => {
          asked.push(text);
          return { response: threads.embed([text], lane).then(([vector]) => vector!), promote() {} };
        }),
      load: () => ({ waiting: { interactive: 0, bulk: 0 }, threads: 1 }),
      readiness: () => "ok",
      close: () => Promise.resolve(),
    }, model);
  let process = started();
  const embedder: Embedder = { ...process, embed: (texts, lane) => process.embed(texts, lane) };
  await using app = await testApp({ overrides: { embedder } });
  try {
    const recruiter = await app.owner();
    const job = await recruiter.job();
    const shared = "Kept the booking service running through two moves of its data center, day and night.";
    const file = (name: string, more: string, end = "") =>
      new File([`${name}\n\nSummary\nEngineer of ${more}.\n\nExperience\n${shared}\n${end}`], `${name}.txt`, {
        type: "text/plain",
      });
    const [first, second] = [() => file("Mira Holm", "payment systems"), () => file("Ada Okoro", "parking meters")];
    const upload = async (given: File, jobId = job.id) => {
      const { status, body } = await recruiter.upload(given, { job_id: jobId });
      ok(status === 201 || status === 200, JSON.stringify(body));
      return body.resume.id as string;
    };

    const [id] = await Promise.all([upload(first()), upload(second())]);
    equal(asked.filter((text) => text === shared).length, 1, "a passage of both, at once");
    deepEqual(asked.toSorted(), [...new Set(asked)].toSorted());
    const once = asked.length;

    await upload(first());
    equal((await recruiter.post(`/jobs/${job.id}/match`, {})).status < 300, true);
    equal(asked.length, once, "uploaded and matched again");

    process = started();
    equal(await upload(first()), id);
    notEqual(await upload(file("Mira Holm", "payment systems", "\n\n")), id);
    equal((await recruiter.post(`/jobs/${job.id}/match`, {})).status < 300, true);
    deepEqual(asked.slice(once), [], "after a restart, and as another file of the same text");
  } finally {
    await threads.close();
  }
});
