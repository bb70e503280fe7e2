import { deepEqual, equal } from "node:assert/strict";
import { textResume } from "../fixtures/archives.ts";
import { type Json, postJob, ranking, register, session } from "./api.ts";
import { newHome, serve, until } from "./process.ts";

const FILES = 12;

Deno.test("kill -9 in the middle of a batch: after a restart every file is matched once and the batch ends", async () => {
  await using home = await newHome();
  await using stack = new AsyncDisposableStack();
  let server = stack.use(await serve(home));
  const { token } = await register(server.url);
  let recruiter = session(server.url, token);
  const job = await postJob(recruiter);
  const form = new FormData();
  form.set("job_id", job.id);
  for (let i = 0; i < FILES; i++) form.append("files", new File([textResume(i)], `${i}.txt`, { type: "text/plain" }));

  const { status, body } = await recruiter.send("POST", "/resumes/batch", form);
  equal(status, 202, JSON.stringify(body));
  const operation = async (): Promise<Json> => (await recruiter.send("GET", `/operations/${body.id}`)).body;
  await until("some files are done", async () => (await operation()).progress.done > 0);
  await server.kill();

  server = stack.use(await serve(home));
  recruiter = session(server.url, token);
  await until("the batch has ended", async () => (await operation()).status === "succeeded");

  deepEqual((await operation()).result.files, { succeeded: FILES, failed: 0 });
  const files = (await recruiter.send("GET", `/operations/${body.id}/files?limit=100`)).body;
  deepEqual(
    (await ranking(recruiter, job.id)).map(({ resume_id }) => resume_id).toSorted(),
    files.data.map(({ resume_id }: Json) => resume_id).toSorted(),
  );
  equal(files.total, FILES);
});
