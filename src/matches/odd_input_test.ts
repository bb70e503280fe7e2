import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { resumeText } from "../eval/matching_pairs.ts";
import { people } from "../demo/people.ts";
import type { Embedder } from "../services.ts";

const txt = (text: string, name = "resume.txt") => new File([text], name, { type: "text/plain" });

/** Members that may be `null`: what a job or a file does not say. */
const nullable = new Set(["candidate_name", "email", "skill_match", "section"]);

/** Every number of a body is finite, every score in its range, and `null` stands only where it may. */
function isDefined(body: Json): void {
  for (const candidate of body.data ?? [body]) {
    const walk = (value: unknown, key: string) => {
      if (value === null) ok(nullable.has(key), `${key} is null`);
      else if (typeof value === "number") ok(Number.isFinite(value), `${key} is ${value}`);
      else if (typeof value === "object") {
        for (const [name, member] of Object.entries(value ?? {})) walk(member, Array.isArray(value) ? key : name);
      }
    };
    walk(candidate, "candidate");
    for (const name of ["similarity", "overall"]) ok(candidate[name] >= 0 && candidate[name] <= 1, name);
    ok(candidate.match_score >= 0 && candidate.match_score <= 100);
    ok(candidate.explanation.length > 0);
  }
}

async function candidate(recruiter: Caller, job: Json, file: File): Promise<Json> {
  const uploaded = await recruiter.upload(file, { job_id: job.id });
  ok(uploaded.status === 201 || uploaded.status === 200, JSON.stringify(uploaded.body));
  const { status, body } = await recruiter.get(`/jobs/${job.id}/candidates/${uploaded.body.resume.id}`);
  equal(status, 200, JSON.stringify(body));
  isDefined(body);
  const list = await recruiter.get(`/jobs/${job.id}/candidates`);
  equal(list.status, 200);
  isDefined(list.body);
  return body;
}

Deno.test("odd jobs: one letter, symbols, boilerplate only, other scripts and 100,000 characters have defined scores", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const file = await fixtureFile("backend");
  const odd: Record<string, unknown>[] = [
    { title: "x", description: "x", requirements: "" },
    { title: "–", description: "…", requirements: "---" },
    { title: "Engineer", description: "About us\nWe are nice.", requirements: "" },
    { title: "后端工程师", description: "我们正在寻找一位熟悉数据库的工程师。", requirements: "五年经验" },
    { title: "مهندس", description: "نبحث عن مهندس برمجيات", requirements: "خبرة خمس سنوات" },
    { title: "🧑‍🍳", description: "🍕".repeat(100), requirements: "" },
    { title: "Long", description: "word ".repeat(20_000).trim(), requirements: "w".repeat(100_000) },
  ];
  for (const fields of odd) {
    const job = await recruiter.job({ skills_required: [], ...fields });
    deepEqual(job.skills_required, []);
    const { skill_match, overall, similarity, what_if } = await candidate(recruiter, job, file);
    equal(skill_match, null);
    equal(overall, similarity);
    deepEqual(what_if, []);
  }
});

Deno.test("odd skills: 200 of them, sentences, symbols and second spellings count once each, as matched / required", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const many = Array.from({ length: 199 }, (_, i) => `Skill of number ${i}`);
  const whole = await recruiter.job({ skills_required: ["TypeScript", ...many] });
  equal(whole.skills_required.length, 200);
  const first = await candidate(recruiter, whole, await fixtureFile("backend"));
  const matched = first.skills.matched.filter(({ required }: Json) => required).length;
  equal(first.skill_match, matched / 200);
  equal(first.what_if.length, 200 - matched);

  const doubled = await recruiter.job({
    skills_required: ["PostgreSQL", "postgresql", " Postgres ", "Node.js", "NodeJS", "node js"],
    skills_preferred: ["POSTGRESQL", "Redis"],
  });
  deepEqual([doubled.skills_required, doubled.skills_preferred], [["PostgreSQL", "Node.js"], ["Redis"]]);
  equal((await candidate(recruiter, doubled, await fixtureFile("backend"))).skill_match, 1);

  const sentence = "Has designed and run REST APIs in TypeScript and Node.js that partners depend on every day";
  const told = await recruiter.job({ skills_required: [sentence, "!!!", "C++", "日本語"] });
  deepEqual(told.skills_required, [sentence, "C++", "日本語"]);
  const read = await candidate(recruiter, told, await fixtureFile("backend"));
  equal(read.skill_match, read.skills.matched.length / 3);
  ok(read.skills.matched.some(({ skill }: Json) => skill === sentence));
});

Deno.test("odd resumes: 200,000 characters, other scripts, one long word and no vector at all have defined scores", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const nurse = resumeText(people.nurse);
  const odd = [
    txt(`${nurse}\n${"Cared for patients on the ward at night.\n".repeat(5_000)}`.slice(0, 200_000), "long.txt"),
    txt(`${nurse}\n${"x".repeat(50_000)}`, "word.txt"),
    txt(
      "张伟\nzhang@example.com\n工作经验\n后端工程师 2019 - 2023\n负责数据库与接口的设计和维护，使用 TypeScript。\n技能\nTypeScript, PostgreSQL",
      "zh.txt",
    ),
    txt(
      "أحمد علي\nali@example.com\nالخبرة\nمهندس برمجيات 2019 - 2023\nتطوير الخدمات باستخدام PostgreSQL و TypeScript\nالمهارات\nDocker",
      "ar.txt",
    ),
  ];
  for (const file of odd) await candidate(recruiter, job, file);
  for (const text of ["", " \n\t\n ", "a"]) {
    const { status, body } = await recruiter.upload(txt(text), { job_id: job.id });
    ok(status === 201 || (status === 422 && typeof body.code === "string"), `${status} ${JSON.stringify(body)}`);
  }

  // A model never gives zeros; rows of an older one, or of a text without any word, may hold them.
  const zeros = `[${new Array(384).fill(0).join(",")}]`;
  await app.services.db.execute(sql`update resumes set embedding = ${zeros}::vector`);
  await app.services.db.execute(sql`update resume_passages set embedding = ${zeros}::halfvec`);
  const other = await recruiter.job({ title: "Nurse", skills_required: ["Never seen before"] });
  const { similarity, skill_match, match_score, requirements } = await candidate(recruiter, other, odd[0]!);
  deepEqual([similarity, skill_match, match_score], [0, 0, 0]);
  ok(requirements.every(({ cosine, covered }: Json) => cosine === 0 && !covered));
});

Deno.test("odd vectors: a model that gives no numbers leaves a score of what can be shown, and no fault", async () => {
  const nowhere = () => new Float32Array(384).fill(NaN);
  const embedder: Embedder = {
    model: "none",
    embed: (texts) => Promise.resolve(texts.map(nowhere)),
    load: () => ({ waiting: { interactive: 0, bulk: 0 }, threads: 1, vectors: { memory: 0, shared: 0, model: 0 } }),
    readiness: () => "ok",
    close: () => Promise.resolve(),
  };
  await using app = await testApp({ overrides: { embedder } });
  const recruiter = await app.owner();
  const job = await recruiter.job({ skills_required: ["PostgreSQL", "Falconry"] });

  const read = await candidate(recruiter, job, await fixtureFile("backend"));

  deepEqual([read.similarity, read.skill_match, read.match_score], [0, 0.5, 20]);
  ok(read.requirements.every(({ cosine, covered }: Json) => cosine === 0 && !covered));
  const { status, body } = await recruiter.post("/matching/score", {
    job: { title: "Nurse", description: "Wards.", skills_required: ["PostgreSQL"] },
    resume: { text: resumeText(people.backend) },
  });
  deepEqual([status, body.similarity, body.skill_match], [200, 0, 1]);
});
