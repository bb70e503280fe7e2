import { deepEqual, equal, rejects } from "node:assert/strict";
import { join } from "node:path";
import { InputError, jobsIn, madeResumes, resumesIn } from "./input.ts";

const told = (sentence: RegExp) => (error: unknown) => error instanceof InputError && sentence.test(error.message);

async function inFolder(test: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await test(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("a folder of resumes is every file in it and below, by name, without the hidden ones", () =>
  inFolder(async (dir) => {
    await Deno.mkdir(join(dir, "more"));
    for (const name of ["b.pdf", "a.docx", ".hidden", "more/c.txt"]) await Deno.writeTextFile(join(dir, name), name);

    const resumes = await resumesIn(dir);

    deepEqual(resumes.map(({ name }) => name), ["a.docx", "b.pdf", "more/c.txt"]);
    equal(new TextDecoder().decode((await resumes[2]!.read()).bytes), "more/c.txt");
  }));

Deno.test("a folder that is missing, empty or a file is told in a sentence", () =>
  inFolder(async (dir) => {
    await rejects(resumesIn(dir), told(/the folder .* is empty/));
    await rejects(resumesIn(join(dir, "none")), told(/there is no folder/));
    await Deno.writeTextFile(join(dir, "file"), "");
    await rejects(resumesIn(join(dir, "file")), told(/is no folder/));
  }));

Deno.test("jobs are one job, a list of them, or a list under jobs; anything else is told in a sentence", () =>
  inFolder(async (dir) => {
    const path = join(dir, "jobs.json");
    const job = { title: "Engineer", company: "Example", description: "You build.", location: "Cork" };
    for (const shape of [job, [job], { jobs: [job] }]) {
      await Deno.writeTextFile(path, JSON.stringify(shape));
      deepEqual(await jobsIn(path), [job]);
    }
    await Deno.writeTextFile(path, JSON.stringify([job, { title: "Engineer" }]));
    await rejects(jobsIn(path), told(/number 2 .* needs a title, a company and a description/));
    await Deno.writeTextFile(path, "[]");
    await rejects(jobsIn(path), told(/holds none/));
    await Deno.writeTextFile(path, '{"title": ');
    await rejects(jobsIn(path), told(/is not JSON/));
    await rejects(jobsIn(join(dir, "none.json")), told(/there is no file/));
  }));

Deno.test("the made resumes are real PDF and DOCX files", async () => {
  const files = await Promise.all(madeResumes().map(({ read }) => read()));

  equal(files.length, 6);
  for (const { name, bytes } of files) {
    equal(new TextDecoder("latin1").decode(bytes.slice(0, 4)), name.endsWith(".pdf") ? "%PDF" : "PK\x03\x04");
  }
});
