/**
 * Times `POST /resumes/search` below HTTP: the query's vector is given, what is timed is the database.
 *
 * `deno run --allow-env --allow-net --allow-read --allow-write --allow-sys bench/search.ts [RESUMES]`
 *
 * On the embedded database; with `BENCH_DATABASE_URL` on that PostgreSQL instead, in a database of its own. There the
 * index of meanings is made too, and searches are timed with and without it.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { migrate } from "../src/db/migrate.ts";
import { type OpenDatabase, openDatabase } from "../src/db/open.ts";
import { connectPostgres } from "../src/db/postgres.ts";
import { companies, users } from "../src/db/schema.ts";
import { withCompany } from "../src/db/scope.ts";
import { searchResumes } from "../src/resumes/search.ts";
import type { SearchFilter } from "../src/resumes/search_filter.ts";
import { keepNearestIndexes, type Run } from "../src/resumes/search_index.ts";
import type { Actor, Embedder } from "../src/services.ts";
import { quantile } from "./stats.ts";

const RUNS = 7;
const CHUNK = 5000;
const TOPICS = 100;
const WORDS = 250;
const VOCABULARY_LOG = 8.5;

// deno-lint-ignore no-console -- a command talks to its terminal
const say = (line: string) => console.log(line);

const everything: SearchFilter = {
  skills: [],
  jobId: null,
  status: null,
  source: null,
  language: null,
  minYears: null,
  createdAfter: null,
};
/** Words with a low number are frequent. */
const queries: Record<string, { query: string; filter: SearchFilter }> = {
  "a rare word": { query: "word4000", filter: everything },
  "a name": { query: "Name77", filter: everything },
  "five words": { query: "word1 word20 word300 word4000 word2000", filter: everything },
  "sixty words": { query: Array.from({ length: 60 }, (_, i) => `word${i * 37 + 3}`).join(" "), filter: everything },
  "five words, a filter that keeps 2 %": {
    query: "word1 word20 word300 word4000 word2000",
    filter: { ...everything, source: "Referral" },
  },
};

async function measure(name: string, opened: OpenDatabase, count: number, run: Run | null): Promise<void> {
  await migrate(opened);
  const { db } = opened;
  const actor: Actor = { userId: newId(), companyId: newId(), role: "admin", isOwner: true };
  await seed(opened, actor, count);
  const services = { db, embedder };
  const title = `${name}, ${count} resumes`;
  const searched = async (how: string) => {
    for (const [what, { query, filter }] of Object.entries(queries)) {
      const page = { query, filter, limit: 20, after: null };
      const search = () => withCompany(actor.companyId, () => searchResumes(services, actor, page));
      say(`${title}, ${how}: ${what}: ${await timed(RUNS, search)}`);
    }
  };
  const stored = async (how: string) => {
    const one = () =>
      db.execute(sql`update resumes set version = version + 1 where id in (select id from resumes limit 1)`);
    say(`${title}, ${how}: one written anew: ${await timed(50, one)}`);
  };
  await stored("exact");
  await searched("exact");
  if (run === null) return;
  const start = performance.now();
  await keepNearestIndexes(run, count);
  say(`${title}: index of meanings made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  await stored("with index");
  await searched("with index");
}

async function timed(runs: number, work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return `${quantile(times, 0.5).toFixed(1)} ms, at most ${quantile(times, 1).toFixed(1)} ms`;
}

const embedder: Embedder = {
  model: "bench",
  embed: () => Promise.resolve([someVector()]),
  load: () => ({ waiting: { interactive: 0, bulk: 0 }, threads: 1, vectors: { memory: 0, shared: 0, model: 0 } }),
  readiness: () => "ok",
  close: () => Promise.resolve(),
};

/** Some direction. */
const someVector = () => Float32Array.from({ length: 384 }, (_, k) => Math.sin(k * 1.7) + 0.2);

/** Resumes of some topics, with words as frequent as in a language, and the facts that real ones have. */
async function seed({ db }: OpenDatabase, { companyId, userId }: Actor, count: number): Promise<void> {
  const now = new Date();
  await db.insert(companies).values({ id: companyId, name: "Bench", createdAt: now });
  await db.insert(users).values({
    companyId,
    id: userId,
    email: "bench@example.com",
    fullName: "Bench",
    role: "admin",
    createdAt: now,
    updatedAt: now,
  });
  await db.execute(sql`create table bench_topics as
    select n, (select array_agg(random() - 0.4)::float4[] from generate_series(1, 384 + 0 * n))::vector as v
    from generate_series(0, ${TOPICS - 1}::int) n`);
  const skills = JSON.stringify(
    Array.from({ length: 20 }, (_, i) => ({
      skill: `Skill ${i}`,
      category: "tool",
      quote: `Skill ${i}`,
      kind: "exact",
      section: "skills",
      start: 100 * i,
      end: 100 * i + 8,
    })),
  );
  const fields = JSON.stringify({
    totalYears: 7,
    experience: Array.from(
      { length: 5 },
      (_, i) => ({
        title: `Role ${i}`,
        company: `Firm ${i}`,
        start: "2014-01",
        end: "2016-01",
        summary: "Did the work of the role. ".repeat(5),
      }),
    ),
  });
  // A server ends a statement of more than a minute.
  for (let first = 1; first <= count; first += CHUNK) {
    await db.execute(sql`
    insert into resumes (company_id, id, status, sha256, filename, format, size_bytes, candidate_name, text, sections,
      fields, extracted_skills, source, language, embedding, prepared_with, created_by, created_at, updated_at)
    select ${companyId}::uuid, gen_random_uuid(), 'ready', i::text, i || '.txt', 'txt', 5000, 'Name' || i,
      (select string_agg('word' || floor(exp(random() * ${VOCABULARY_LOG}::float8))::int, ' ')
        from generate_series(1, ${WORDS}::int + 0 * i)), '[]', ${fields}::jsonb, ${skills}::jsonb,
      case when i % 50 = 0 then 'Referral' else 'Board' end, 'en',
      l2_normalize((select v from bench_topics t where t.n = i % ${TOPICS}::int)
        + (select array_agg((random() - 0.5) * 1.2)::float4[] from generate_series(1, 384 + 0 * i))::vector),
      'bench', ${userId}::uuid, now(), now()
    from generate_series(${first}::int, ${Math.min(count, first + CHUNK - 1)}::int) i`);
  }
  await db.execute(sql`
    insert into resume_passages (company_id, resume_id, position, start, "end", section, embedding)
    select r.company_id, r.id, p, p * 250, p * 250 + 240, 'experience', r.embedding::halfvec
    from resumes r cross join generate_series(0, 3) p`);
  await db.execute(sql`drop table bench_topics`);
  await db.execute(sql`vacuum analyze resumes`);
}

async function onEmbedded(count: number): Promise<void> {
  const dataDir = await Deno.makeTempDir({ prefix: "job-match-bench-" });
  try {
    const opened = await openDatabase({ databaseUrl: null, databasePoolMax: 1, dataDir });
    await measure("embedded database", opened, count, null);
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
    const own = await connectPostgres(databaseUrl);
    await measure("PostgreSQL", opened, count, async (statement, values) => (await own.query(statement, values)).rows);
    await own.end();
    await opened.close();
  } finally {
    if (!Deno.env.has("BENCH_KEEP")) await client.query(`drop database if exists ${database} with (force)`);
    await client.end();
  }
}

if (import.meta.main) {
  const count = Number(Deno.args[0] ?? 10_000);
  const url = Deno.env.get("BENCH_DATABASE_URL");
  await (url ? onServer(url, count) : onEmbedded(count));
}
