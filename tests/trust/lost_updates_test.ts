import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type Caller, testApp } from "../harness/app.ts";
import { injected, times } from "./report.ts";

/** Something with an entity tag, and what a writer puts into it. */
interface Item {
  name: string;
  path: string;
  change(text: string): Record<string, unknown>;
  shown(body: Record<string, unknown>): unknown;
}

const WRITERS = 4;
const RUNS = { quick: 4, full: 60 };
/** Each step: which writers act at once. A writer reads, then writes with the tag it read, and so on. */
const steps = fc.array(fc.uniqueArray(fc.nat(WRITERS - 1), { minLength: 1 }), { minLength: 4, maxLength: 12 });

Deno.test("of writers that read and write in any order nobody overwrites what they have not seen", async (t) => {
  await using app = await testApp();
  const owner = await app.owner();
  for (const item of await itemsOf(owner)) {
    await t.step(item.name, async () => {
      let writes = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (order) => {
          writes += await interleave(owner, item, order);
        }),
        { numRuns: times(RUNS.quick, RUNS.full), endOnFailure: true },
      );
      ok(writes > 0);
      injected(28, `interleaved writes to ${item.name}`, writes);
    });
  }
});

async function itemsOf(owner: Caller): Promise<Item[]> {
  const job = await owner.job();
  const file = new File(
    ["Ada Example\nada@example.com\n\nExperience\nEngineer, Acme, 2019 – 2024\nBuilt services.\n"],
    "a.txt",
    {
      type: "text/plain",
    },
  );
  const resume = (await owner.upload(file, { job_id: job.id })).body.resume;
  const interview = await owner.post("/interviews", {
    resume_id: resume.id,
    job_id: job.id,
    interview_type: "video",
    scheduled_at: "2190-01-01T10:00:00Z",
  });
  equal(interview.status, 201);
  return [
    { name: "a job", path: `/jobs/${job.id}`, change: (location) => ({ location }), shown: (body) => body["location"] },
    {
      name: "a resume",
      path: `/resumes/${resume.id}`,
      change: (text) => ({ candidate_name: text }),
      shown: (body) => body["candidate_name"],
    },
    {
      name: "an interview",
      path: `/interviews/${interview.body.id}`,
      change: (location) => ({ location }),
      shown: (body) => body["location"],
    },
    { name: "a company", path: "/company", change: (name) => ({ name }), shown: (body) => body["name"] },
  ];
}

/** @returns How many writes were tried. */
async function interleave(owner: Caller, item: Item, order: number[][]): Promise<number> {
  const seen = new Map<number, string>();
  const written = new Map<string, { text: string; tag: string }>();
  const start = await tagOf(owner, item);
  let tried = 0;
  const act = async (writer: number) => {
    const tag = seen.get(writer);
    if (tag === undefined) return void seen.set(writer, await tagOf(owner, item));
    seen.delete(writer);
    const text = `Place ${writer} of ${++tried}`;
    const answer = await owner.send("PATCH", item.path, item.change(text), { "if-match": tag });
    if (answer.status === 412) return;
    equal(answer.status, 200, JSON.stringify(answer.body));
    ok(!written.has(tag), "two writes went over one version");
    written.set(tag, { text, tag: answer.headers.get("etag")! });
  };
  for (const writers of order) await Promise.all(writers.map(act));

  // Every write that was taken is a link of one chain from the first version to what there is now.
  const chain: string[] = [];
  let at = start;
  for (let link = written.get(at); link; link = written.get(at)) {
    chain.push(link.text);
    written.delete(at);
    at = link.tag;
  }
  deepEqual([...written.values()], []);
  const now = await owner.get(item.path);
  equal(now.headers.get("etag"), at);
  if (chain.length > 0) equal(item.shown(now.body), chain.at(-1));
  return tried;
}

async function tagOf(owner: Caller, { path }: Item): Promise<string> {
  const answer = await owner.get(path);
  equal(answer.status, 200);
  return answer.headers.get("etag")!;
}
