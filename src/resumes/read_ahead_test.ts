import { deepEqual, equal } from "node:assert/strict";
import { fixtureFile } from "../../tests/harness/files.ts";
import { documents, testApp } from "../../tests/harness/app.ts";
import type { Services } from "../services.ts";

/** A reader that tells what it is asked to read, and when. */
function watchedReader(said: string[]): Services["documents"] {
  return {
    ...documents,
    read(bytes, format) {
      said.push(`read ${format}`);
      return documents.read(bytes, format);
    },
  };
}

Deno.test("a file is read while it is stored, and its task takes what was read", async () => {
  const said: string[] = [];
  await using app = await testApp({
    overrides: { documents: watchedReader(said) },
    wrapTasks: (tasks) => ({
      ...tasks,
      enqueue(...given) {
        said.push("queued");
        return tasks.enqueue(...given);
      },
    }),
  });
  const recruiter = await app.owner();

  const { status, body } = await recruiter.upload(await fixtureFile("backend"));

  equal(status, 201);
  equal(body.resume.status, "ready");
  deepEqual(said, ["read pdf", "queued"]);
});

Deno.test("a process that leaves the tasks to others reads no file", async () => {
  const said: string[] = [];
  await using app = await testApp({
    withoutConsumer: true,
    uploadWaitMs: 0,
    overrides: { documents: watchedReader(said) },
  });
  const recruiter = await app.owner();

  equal((await recruiter.upload(await fixtureFile("backend"))).status, 202);

  deepEqual(said, []);
});
