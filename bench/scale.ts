/**
 * What many resumes of one company cost: bytes, the index of meanings and how well it finds, and scoring a job.
 *
 * `BENCH_DATABASE_URL=… deno run --allow-env --allow-net --allow-read --allow-sys bench/scale.ts [RESUMES]`
 *
 * On a database of its own of that PostgreSQL, with made rows: vectors around topics, and texts of 250 words.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Database, rowsOf } from "../src/db/database.ts";
import { migrate } from "../src/db/migrate.ts";
import { openDatabase } from "../src/db/open.ts";
import { connectPostgres } from "../src/db/postgres.ts";
import { companies, jobs, jobSkills, skills, users } from "../src/db/schema.ts";
import { scoreJob } from "../src/matches/score.ts";
import { keepNearestIndexes, nearestIndexOf } from "../src/resumes/search_index.ts";
import { quantile } from "./stats.ts";

const CHUNK = 5000;
const TOPICS = 1000;
const SKILLS = 10;
const PASSAGES = 16;
const RUNS = 5;
const QUERIES = 100;
const TOP = 10;
const EF_SEARCH = [40, 100, 200, 400];

// deno-lint-ignore no-console -- a command talks to its terminal
const say = (line: string) => console.log(line);
const ms = (times: readonly number[]) =>
  `${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** A company with a job of some skills, and resumes that meet half of them; passages of every twentieth resume only. */
async function seed(db: Database, companyId: string, count: number): Promise<string> {
  const [userId, jobId, now] = [newId(), newId(), new Date()];
  const unit = Array.from({ length: 384 }, (_, k) => Math.sin(k + 1) / Math.sqrt(192));
  const base = { companyId, createdAt: now, updatedAt: now };
  await db.insert(companies).values({ id: companyId, name: "Bench", skillSeq: SKILLS, createdAt: now });
  await db.insert(users).values({ ...base, id: userId, email: "b@example.com", fullName: "B", role: "admin" });
  const made = Array.from({ length: SKILLS }, (_, i) => ({ id: i + 1, key: `skill ${i}`, name: `Skill ${i}` }));
  await db.insert(skills).values(made.map((row) => ({ ...row, companyId, embedding: unit, embeddedWith: "bench" })));
  await db.insert(jobs).values({
    ...base,
    id: jobId,
    title: "Engineer",
    company: "Bench",
    description: "Bench.",
    requirements: "Bench.",
    skillsRequired: made.map(({ name }) => name),
    skillsPreferred: [],
    skillsDerived: false,
    status: "open",
    embedding: unit,
    preparedWith: "bench",
    createdBy: userId,
  });
  await db.insert(jobSkills).values(
    made.map(({ id }) => ({ companyId, jobId, skillId: id, required: true, position: id })),
  );
  const random = sql.raw(
    "(select array_agg(random() - 0.5 order by k)::float4[] from generate_series(1, 384 + 0 * n) k)",
  );
  await db.execute(sql`select setseed(0.5)`);
  await db.execute(sql`create table bench_topics as
    select n, ${random}::vector as v from generate_series(0, ${TOPICS - 1}::int) n`);
  // A server ends a statement of more than a minute.
  for (let first = 1; first <= count; first += CHUNK) {
    await db.execute(sql`
      insert into resumes (company_id, id, status, sha256, filename, format, size_bytes, text, sections, fields,
        extracted_skills, embedding, prepared_with, credited_seq, created_by, created_at, updated_at)
      select ${companyId}::uuid, gen_random_uuid(), 'ready', n::text, n || '.txt', 'txt', 5000,
        (select string_agg('word' || floor(exp(random() * 8.5))::int, ' ') from generate_series(1, 250 + 0 * n)), '[]',
        '{}', '[]', l2_normalize((select v from bench_topics t where t.n = s.n % ${TOPICS}::int) + ${random}::vector),
        'bench', ${SKILLS}::int, ${userId}::uuid, now(), now()
      from generate_series(${first}::int, ${Math.min(count, first + CHUNK - 1)}::int) s(n)`);
  }
  await db.execute(sql`
    insert into resume_skills (company_id, resume_id, skill_id, kind, credit, section, quote, start, "end")
    select r.company_id, r.id, s.id, 'exact', 1, 'skills', 'Built the order service of a shop', 0, 33
    from resumes r join skills s on s.company_id = r.company_id where (r.sha256::int * 31 + s.id * 17) % 10 < 5`);
  await db.execute(sql`
    insert into resume_passages (company_id, resume_id, position, start, "end", section, embedding)
    select r.company_id, r.id, p, p * 250, p * 250 + 240, 'experience', r.embedding::halfvec
    from resumes r cross join generate_series(0, ${PASSAGES - 1}::int) p where r.sha256::int % 20 = 0`);
  await db.execute(sql`vacuum analyze resumes, resume_skills, resume_passages`);
  return jobId;
}

async function tellSizes(db: Database): Promise<void> {
  for (const table of ["resumes", "resume_skills", "resume_passages", "matches"]) {
    const [row] = rowsOf<{ bytes: number; n: number }>(
      await db.execute(sql.raw(`select pg_total_relation_size('${table}') as bytes, count(*)::int as n from ${table}`)),
    );
    say(`${table}: ${row!.n} rows of ${(row!.bytes / row!.n).toFixed(0)} bytes, indexes included`);
  }
}

/** The nearest by the index against the nearest of all. Queries lie as near to a resume as its topic's others do. */
async function tellNearest(db: Database, companyId: string): Promise<void> {
  const found = rowsOf<{ v: string }>(
    await db.execute(sql`
      select l2_normalize(t.v + (select array_agg(random() - 0.5 order by k)::float4[]
        from generate_series(1, 384 + 0 * t.n) k)::vector)::text as v
      from bench_topics t order by t.n limit ${QUERIES}::int`),
  );
  const nearest = (tx: Database, vector: string) =>
    tx.execute(sql`select id from resumes where company_id = ${companyId}::uuid and status = 'ready'
      order by embedding::halfvec(384) <=> ${vector}::halfvec(384) limit ${TOP}::int`);
  const run = async (settings: string) => {
    const times: number[] = [];
    const ids: string[][] = [];
    await db.transaction(async (tx) => {
      await tx.execute(sql.raw(settings));
      for (const { v } of found) {
        times.push(await timed(async () => ids.push(rowsOf<{ id: string }>(await nearest(tx, v)).map(({ id }) => id))));
      }
    });
    return { times, ids };
  };
  const exact = await run("select set_config('enable_indexscan', 'off', true)");
  say(`top ${TOP}, exact: ${ms(exact.times)}`);
  for (const ef of EF_SEARCH) {
    const { times, ids } = await run(
      `select set_config('hnsw.ef_search', '${ef}', true), set_config('hnsw.iterative_scan', 'strict_order', true),
        set_config('enable_sort', 'off', true)`,
    );
    const hits = ids.reduce((sum, each, i) => sum + each.filter((id) => exact.ids[i]!.includes(id)).length, 0);
    say(`top ${TOP}, index with ef_search ${ef}: ${ms(times)}, recall ${(hits / (QUERIES * TOP)).toFixed(4)}`);
  }
}

async function measure(databaseUrl: string, count: number): Promise<void> {
  const opened = await openDatabase({ databaseUrl, databasePoolMax: 2, dataDir: "" });
  const client = await connectPostgres(databaseUrl);
  try {
    await migrate(opened);
    const { db } = opened;
    const companyId = newId();
    let jobId = "";
    say(
      `${count} resumes made in ${
        (await timed(async () => jobId = await seed(db, companyId, count)) / 1000).toFixed(0)
      } s`,
    );
    const score = () => db.transaction((tx) => scoreJob(tx, { companyId, jobId, scope: "all", now: new Date() }));
    say(`1 job scored, first: ${(await timed(score)).toFixed(0)} ms`);
    // Before rows are written again, which leaves dead ones behind.
    await tellSizes(db);
    const again: number[] = [];
    for (let i = 0; i < RUNS; i++) again.push(await timed(score));
    say(`1 job scored, again: ${ms(again)}`);
    const index = await timed(() =>
      keepNearestIndexes(async (statement, values) => (await client.query(statement, values)).rows, count)
    );
    const [size] = rowsOf<{ bytes: number }>(
      await db.execute(sql.raw(`select pg_relation_size('${nearestIndexOf(companyId)}') as bytes`)),
    );
    say(`index of meanings: ${(index / 1000).toFixed(1)} s, ${(size!.bytes / count).toFixed(0)} bytes a resume`);
    await tellNearest(db, companyId);
  } finally {
    await client.end();
    await opened.close();
  }
}

if (import.meta.main) {
  const url = Deno.env.get("BENCH_DATABASE_URL");
  if (!url) throw new Error("Cannot bench: BENCH_DATABASE_URL is not set");
  const database = `job_match_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = await connectPostgres(url);
  try {
    await client.query(`create database ${database}`);
    await measure(Object.assign(new URL(url), { pathname: `/${database}` }).href, Number(Deno.args[0] ?? 100_000));
  } finally {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.end();
  }
}
