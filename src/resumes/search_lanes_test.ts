import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { onServer, testDatabase } from "../../tests/harness/database.ts";
import { testPlace } from "../../tests/harness/places.ts";
import { type Database, rowsOf } from "../db/database.ts";
import { connectPostgres } from "../db/postgres.ts";
import { companies, DIMENSIONS, users } from "../db/schema.ts";
import { hasNearestIndex, keepNearestIndexes, makeNearestIndex, nearestIndexOf, type Run } from "./search_index.ts";
import type { SearchFilter } from "./search_filter.ts";
import { findPage, type FoundPage, type SearchCursor } from "./search_lanes.ts";
import { readSearch } from "./search_terms.ts";

const COUNT = 400;
const TOPICS = 12;
const FEW = { exactMax: 50, nearest: 80 };
const ALL = { exactMax: Infinity, nearest: 80 };
const everything: SearchFilter = {
  skills: [],
  jobId: null,
  status: null,
  source: null,
  language: null,
  minYears: null,
  createdAfter: null,
};
/** Each with how many of each lane are looked at: fewer than it lets through, or the lanes prove nothing. */
const filters: { name: string; filter: SearchFilter; nearest: number }[] = [
  { name: "everything", filter: everything, nearest: 160 },
  { name: "one in three", filter: { ...everything, language: "de" }, nearest: 80 },
  { name: "one in ten", filter: { ...everything, source: "Referral" }, nearest: 25 },
];
const few: SearchFilter = { ...everything, source: "Fair" };

/** A company with resumes of some topics, each with a few of forty words, and a stranger's with the same. */
async function seed(db: Database, count = COUNT): Promise<string> {
  const [companyId, userId] = [newId(), newId()];
  const now = new Date();
  await db.insert(companies).values({ id: companyId, name: "Company", createdAt: now });
  const person = { email: "owner@example.com", fullName: "Owner", role: "recruiter" as const };
  await db.insert(users).values({ ...person, companyId, id: userId, createdAt: now, updatedAt: now });
  await db.execute(sql`
    insert into resumes (company_id, id, status, sha256, filename, format, size_bytes, text, source, language, embedding,
      created_by, created_at, updated_at)
    select ${companyId}::uuid, gen_random_uuid(), 'ready', i::text, 'x.txt', 'txt', 1,
      (select string_agg('word' || (i * k * k + k) % (7 * k + 5), ' ') from generate_series(1, 8) k),
      case when i % 100 = 0 then 'Fair' when i % 10 = 0 then 'Referral' end, case when i % 3 = 0 then 'de' else 'en' end,
      (select array_agg(sin(i % ${TOPICS}::int + 1 + k * (1 + i % ${TOPICS}::int)) + 1.5 * sin(i * 7.3 + k * k)
        order by k)::float4[] from generate_series(1, ${DIMENSIONS}::int) k)::vector,
      ${userId}::uuid, now(), now()
    from generate_series(1, ${count}::int) i`);
  return companyId;
}

const queries = Array.from({ length: 8 }, (_, i) => ({
  search: readSearch(`word${i} word${(i * 5) % 13} word1`),
  vector: `[${Array.from({ length: DIMENSIONS }, (_, k) => Math.sin(i % TOPICS + 1 + (k + 1) * (1 + i % TOPICS)))}]`,
}));

const pageOf = (companyId: string, query: typeof queries[number], filter: SearchFilter, limit = 10) => ({
  companyId,
  ...query,
  filter,
  limit,
  after: null as SearchCursor | null,
});
const told = ({ rows }: FoundPage) => rows.map(({ id, score }) => [id, score]);

Deno.test("a search by the index of meanings finds what a look at every resume finds, whatever a filter lets through", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const companyId = await seed(db);
  await seed(db);
  await db.execute(sql.raw(makeNearestIndex(companyId)));
  const scans = async () => {
    await db.execute(sql`select pg_stat_force_next_flush()`);
    const numscans = sql`pg_stat_get_numscans(${nearestIndexOf(companyId)}::regclass)::int`;
    return rowsOf<{ n: number }>(await db.execute(sql`select ${numscans} as n`))[0]!.n;
  };
  try {
    for (const { name, filter, nearest } of filters) {
      let [found, wanted, byIndex] = [0, 0, 0];
      const before = await scans();
      for (const query of queries) {
        const exact = await findPage(db, pageOf(companyId, query, filter), ALL);
        const fast = await findPage(db, pageOf(companyId, query, filter), { exactMax: 30, nearest });
        equal(fast.total, exact.total, name);
        const ids = new Set(fast.rows.map(({ id }) => id));
        wanted += exact.rows.length;
        found += exact.rows.filter(({ id }) => ids.has(id)).length;
        if (fast.lane === "nearest") byIndex++;
      }
      ok(found >= 0.99 * wanted, `${name}: ${found} of ${wanted}`);
      ok(byIndex >= queries.length / 2, `${name}, by the index: ${byIndex}`);
      equal(await scans() - before, queries.length, `${name}: the index is not read`);
    }
    const { lane, total } = await findPage(db, pageOf(companyId, queries[0]!, few), { exactMax: 30, nearest: 3 });
    deepEqual([lane, total], ["exact", 4], "fewer than the index is for");
  } finally {
    await db.execute(sql.raw(`drop index if exists ${nearestIndexOf(companyId)}`));
  }
});

Deno.test("pages of a search by the index go on to the last resume; none is lost or told twice", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const companyId = await seed(db, 150);
  const page = pageOf(companyId, queries[3]!, everything, 20);
  await db.execute(sql.raw(makeNearestIndex(companyId)));
  try {
    const whole = await findPage(db, { ...page, limit: 1000 }, ALL);
    equal(whole.total, 150);
    const pages: FoundPage[] = [];
    for (let after: SearchCursor | null = null;;) {
      const next = await findPage(db, { ...page, after }, FEW);
      pages.push(next);
      const last = next.rows.at(-1);
      if (!last || next.rows.length < 20) break;
      after = { score: last.score, id: last.id };
    }
    equal(pages[0]!.lane, "nearest");
    deepEqual(pages.flatMap(told), told(whole));
  } finally {
    await db.execute(sql.raw(`drop index if exists ${nearestIndexOf(companyId)}`));
  }
});

onServer("a company gets its index when it has enough resumes, once, and loses it when it has few", async () => {
  await using place = await testPlace();
  const client = await connectPostgres(place.config.databaseUrl!);
  const run: Run = async (statement, values) => (await client.query(statement, values)).rows;
  try {
    const { openDatabase } = await import("../db/open.ts");
    const database = await openDatabase(place.config);
    const { db } = database;
    try {
      const [many, few] = [await seed(db, 60), await seed(db, 20)];
      const has = async (id: string) =>
        rowsOf<{ has: boolean }>(await db.execute(sql`select ${hasNearestIndex(id)} as has`))[0]!.has;
      equal((await keepNearestIndexes(run, 50)).length, 1);
      deepEqual([await has(many), await has(few)], [true, false]);
      deepEqual(await keepNearestIndexes(run, 50), []);
      deepEqual(await keepNearestIndexes(run, 100), [], "more than half as many");
      await run("update pg_index set indisvalid = false where indexrelid = $1::regclass", [nearestIndexOf(many)]);
      equal(await has(many), false, "half made is not used");
      equal((await keepNearestIndexes(run, 50)).length, 2);
      equal(await has(many), true);
      equal((await keepNearestIndexes(run, 200)).length, 1);
      equal(await has(many), false);
    } finally {
      await database.close();
    }
  } finally {
    await client.end();
  }
});
