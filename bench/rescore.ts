/**
 * Times what a changed job costs, its stale matches with 10,000 resumes scored and stored again, also where one of its
 * skills is new to the company, and what explaining one of them does.
 *
 * `deno run --allow-env --allow-net --allow-read --allow-write --allow-ffi --allow-sys bench/rescore.ts [RESUMES]`
 *
 * Always on the embedded database; with `BENCH_DATABASE_URL` also on that PostgreSQL, in a database of its own.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "../src/db/database.ts";
import { createAnalyst } from "../src/compute/analyst.ts";
import { migrate } from "../src/db/migrate.ts";
import { type OpenDatabase, openDatabase } from "../src/db/open.ts";
import { connectPostgres } from "../src/db/postgres.ts";
import { companies, jobs, jobSkills, skills, users } from "../src/db/schema.ts";
import { withCompany } from "../src/db/scope.ts";
import { ALL_CANDIDATES, getCandidate, rankCandidates } from "../src/matches/candidates.ts";
import type { EvidenceServices } from "../src/matches/credits.ts";
import { explainCandidate } from "../src/matches/explain.ts";
import { rescoreStale } from "../src/matches/rescore.ts";
import { scoreJob } from "../src/matches/score.ts";
import type { Analyst, Embedder, Services } from "../src/services.ts";
import { quantile } from "./stats.ts";

const runs = 7;
const skillCount = 10;
const passagesEach = 16;
const vectorCount = 500;

// deno-lint-ignore no-console -- a command talks to its terminal
const say = (line: string) => console.log(line);

/** Vectors as from a warm cache. */
const services = (
  db: Database,
  analyst: Pick<Analyst, "evidence">,
): EvidenceServices & Pick<Services, "now"> & { embedder: Pick<Embedder, "embed" | "model"> } => ({
  db,
  now: () => new Date(),
  analyst,
  embedder: {
    model: "bench",
    embed: (texts) =>
      Promise.resolve(texts.map((_, i) => Float32Array.from({ length: 384 }, (_, k) => Math.sin(7 * i + k)))),
  },
});

async function measure(name: string, opened: OpenDatabase, count: number): Promise<void> {
  await migrate(opened);
  const { db } = opened;
  const actor = { userId: newId(), companyId: newId(), role: "admin" as const, isOwner: true };
  const jobId = await seed(db, actor, count);
  await using analyst = await createAnalyst().then((made) => ({ ...made, [Symbol.asyncDispose]: made.close }));
  const given = services(db, analyst);
  await db.transaction((tx) => scoreJob(tx, { companyId: actor.companyId, jobId, scope: "all", now: new Date() }));

  const { rows } = await rankCandidates(given, actor, jobId, {
    limit: 50,
    after: null,
    ...ALL_CANDIDATES,
  });
  const explained: number[] = [];
  for (const { resumeId } of rows) {
    const start = performance.now();
    await withCompany(
      actor.companyId,
      async () => explainCandidate(given, actor.companyId, await getCandidate(given, actor, jobId, resumeId)),
    );
    explained.push(performance.now() - start);
  }

  const rescored: number[] = [];
  for (let run = 0; run < runs; run++) {
    // Another vector each time, so that every score moves.
    await db.execute(sql`update jobs set content_version = content_version + 1,
      embedding = (select embedding from resumes order by md5(id::text || ${`${run}`}) limit 1)`);
    const start = performance.now();
    const scored = await withCompany(actor.companyId, () => rescoreStale(given, actor.companyId, { jobId }));
    rescored.push(performance.now() - start);
    if (scored !== count) throw new Error(`Cannot bench: ${scored} of ${count} matches were scored`);
  }
  say(`${name}: 1 job x ${count} resumes rescored and stored in ${ms(rescored, 0.5)}, at most ${ms(rescored, 1)}`);
  say(`${name}: one candidate of ${count} read and explained in ${ms(explained, 0.5)}, p95 ${ms(explained, 0.95)}`);

  const added = skillCount + 1;
  await db.execute(sql`
    with named as (
      insert into skills (company_id, id, key, name, embedding, embedded_with)
      select company_id, ${added}::int, 'falconry', 'Falconry', embedding, embedded_with from skills
      where company_id = ${actor.companyId}::uuid and id = 1
    ), numbered as (
      update companies set skill_seq = ${added}::int where id = ${actor.companyId}::uuid
    )
    update jobs set content_version = content_version + 1 where id = ${jobId}::uuid`);
  await db.insert(jobSkills).values({
    companyId: actor.companyId,
    jobId,
    skillId: added,
    required: true,
    position: added,
  });
  const start = performance.now();
  await withCompany(actor.companyId, () => rescoreStale(given, actor.companyId, { jobId }));
  const seconds = (performance.now() - start) / 1000;
  say(`${name}: the same where a skill is new to the company in ${seconds.toFixed(1)} s`);
}

const ms = (values: readonly number[], q: number) => `${quantile(values, q).toFixed(q < 1 ? 1 : 0)} ms`;

/** A company with one job of ten skills and twenty sentences, and resumes that meet some of the skills. */
async function seed(db: Database, actor: { companyId: string; userId: string }, count: number): Promise<string> {
  const { companyId, userId } = actor;
  const now = new Date();
  const jobId = newId();
  const unit = Array.from({ length: 384 }, () => 1 / Math.sqrt(384));
  await db.insert(companies).values({ id: companyId, name: "Bench", skillSeq: skillCount, createdAt: now });
  await db.insert(users).values({
    companyId,
    id: userId,
    email: "bench@example.com",
    fullName: "Bench",
    role: "admin",
    createdAt: now,
    updatedAt: now,
  });
  const ids = Array.from({ length: skillCount }, (_, i) => i + 1);
  const rows = ids.map((id) => ({ companyId, id, key: `skill ${id}`, name: `Skill ${id}` }));
  await db.insert(skills).values(rows.map((row) => ({ ...row, embedding: unit, embeddedWith: "bench" })));
  await db.insert(jobs).values({
    companyId,
    id: jobId,
    title: "Engineer",
    company: "Bench",
    description: "Bench.",
    requirements: Array.from({ length: 20 }, (_, i) => `You have done the thing of number ${i} for years.`).join("\n"),
    skillsRequired: rows.map(({ name }) => name),
    skillsPreferred: [],
    skillsDerived: false,
    status: "open",
    embedding: unit,
    preparedWith: "bench",
    createdBy: userId,
    createdAt: now,
    updatedAt: now,
  });
  await db.insert(jobSkills).values(
    ids.map((skillId) => ({ companyId, jobId, skillId, required: true, position: skillId })),
  );
  await db.execute(sql`create table bench_vectors as
    select n, (select array_agg(sin(n * 0.7 + k * (1 + n % 13)))::float4[] from generate_series(1, 384) k)::vector as v
    from generate_series(0, ${vectorCount - 1}::int) n`);
  const vector = (n: string) => sql.raw(`(select v from bench_vectors b where b.n = (${n}) % ${vectorCount})`);
  const text = "Did the thing of some number in production, with others, for several years. ".repeat(60);
  await db.execute(sql`
    insert into resumes (company_id, id, status, sha256, filename, format, size_bytes, text, sections, extracted_skills,
      embedding, prepared_with, credited_seq, created_by, created_at, updated_at)
    select ${companyId}::uuid, gen_random_uuid(), 'ready', s.n::text, s.n || '.txt', 'txt', 5000, ${text}, '[]', '[]',
      ${vector("s.n")}, 'bench', ${skillCount}::int, ${userId}::uuid, now(), now()
    from generate_series(1, ${count}::int) s(n)`);
  await db.execute(sql`
    insert into resume_skills (company_id, resume_id, skill_id, kind, credit, section, quote, start, "end")
    select r.company_id, r.id, s.id, 'exact', 1, 'skills', 'Did the thing', 0, 13
    from resumes r join skills s on s.company_id = r.company_id
    where (r.sha256::int * 31 + s.id * 17) % 10 < 5`);
  await db.execute(sql`
    insert into resume_passages (company_id, resume_id, position, start, "end", section, embedding)
    select r.company_id, r.id, p, p * 250, p * 250 + 240, 'experience', ${vector("r.sha256::int + p")}::halfvec
    from resumes r cross join generate_series(0, ${passagesEach - 1}::int) p`);
  return jobId;
}

async function onEmbedded(count: number): Promise<void> {
  const dataDir = await Deno.makeTempDir({ prefix: "job-match-bench-" });
  try {
    const opened = await openDatabase({ databaseUrl: null, databasePoolMax: 1, dataDir });
    await measure("embedded database", opened, count);
    await opened.close();
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
}

async function onServer(url: string, count: number): Promise<void> {
  const database = `job_match_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = await connectPostgres(url);
  try {
    await client.query(`create database ${database}`);
    const databaseUrl = Object.assign(new URL(url), { pathname: `/${database}` }).href;
    const opened = await openDatabase({ databaseUrl, databasePoolMax: 4, dataDir: "" });
    await measure("PostgreSQL", opened, count);
    await opened.close();
  } finally {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.end();
  }
}

if (import.meta.main) {
  const count = Number(Deno.args[0] ?? 10_000);
  await onEmbedded(count);
  const url = Deno.env.get("BENCH_DATABASE_URL");
  if (url) await onServer(url, count);
}
