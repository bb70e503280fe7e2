import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { count, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { testDatabase } from "../../tests/harness/database.ts";
import { AppError } from "../errors.ts";
import {
  type Database,
  fromDatabaseError,
  isForeignKeyViolation,
  isUniqueViolation,
  rowsOf,
  sqlStateOf,
  UnreachableError,
} from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { companies, DIMENSIONS, jobs, logins, resumeFiles, resumePassages, resumes, users } from "./schema.ts";

const at = new Date("2026-03-01T10:20:30.456Z");

async function addCompany(db: Database): Promise<{ companyId: string; userId: string }> {
  const [companyId, userId] = [newId(), newId()];
  await db.insert(companies).values({ id: companyId, name: "Northwind", createdAt: at });
  await db.insert(users).values({
    companyId,
    id: userId,
    email: "owner@example.com",
    fullName: "Test Owner",
    role: "recruiter",
    createdAt: at,
    updatedAt: at,
  });
  return { companyId, userId };
}

/** What is thrown by `work`. */
async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Floats whose decimal form is long, of both signs and many magnitudes. */
const floats = Float32Array.from({ length: DIMENSIONS }, (_, i) => Math.sin(i + 1) / 10 ** (i % 7));

Deno.test("a vector comes back with the very floats it was stored with", async () => {
  await using database = await testDatabase();
  const { companyId, userId } = await addCompany(database.db);
  const id = newId();
  await database.db.insert(jobs).values({
    companyId,
    id,
    title: "Cook",
    company: "Northwind",
    description: "",
    requirements: "",
    skillsRequired: [],
    skillsPreferred: [],
    skillsDerived: false,
    status: "open",
    embedding: Array.from(floats),
    preparedWith: "test",
    createdBy: userId,
    createdAt: at,
    updatedAt: at,
  });

  const [job] = await database.db.select({ embedding: jobs.embedding }).from(jobs).where(eq(jobs.id, id));
  deepEqual(Float32Array.from(job!.embedding), floats);
});

Deno.test("JSON, bytes, dates, counts and half vectors come back alike from both databases", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const { companyId, userId } = await addCompany(db);
  const resumeId = newId();
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const hiddenText = [{ reason: "white", quote: 'a "quoted" \\ back\\slash, é, 日本, 🧑‍🍳' }];
  await db.insert(resumes).values({
    companyId,
    id: resumeId,
    status: "received",
    sha256: "00",
    filename: "a.pdf",
    format: "pdf",
    sizeBytes: bytes.length,
    hiddenText,
    parseFlags: ["one", "two"],
    parseQuality: 0.5,
    createdBy: userId,
    createdAt: at,
    updatedAt: at,
  });
  await db.insert(resumeFiles).values({ companyId, resumeId, bytes });
  const halves = Float32Array.from({ length: DIMENSIONS }, (_, i) => (i - 200) / 256);
  await db.insert(resumePassages).values([0, 1].map((position) => ({
    companyId,
    resumeId,
    position,
    start: 0,
    end: 9,
    embedding: Array.from(halves),
  })));

  const [resume] = await db.select().from(resumes);
  deepEqual(resume!.hiddenText, hiddenText);
  deepEqual(resume!.parseFlags, ["one", "two"]);
  deepEqual(resume!.sections, null);
  equal(resume!.parseQuality, 0.5);
  deepEqual(resume!.createdAt, at);
  deepEqual((await db.select().from(resumeFiles))[0]!.bytes, bytes);
  const passages = await db.select().from(resumePassages);
  deepEqual(passages.map(({ embedding }) => Float32Array.from(embedding)), [halves, halves]);
  equal((await db.select({ n: count() }).from(resumePassages))[0]!.n, 2);
  deepEqual(rowsOf(await db.execute(sql`select count(*) as n, 1.5::float8 as x from resume_passages`)), [{
    n: 2,
    x: 1.5,
  }]);
});

Deno.test("a taken key and a missing parent are told apart, by constraint", async () => {
  await using database = await testDatabase();
  const { db } = database;
  const { companyId, userId } = await addCompany(db);
  const login = { email: "owner@example.com", companyId, userId, passwordHash: "" };
  await db.insert(logins).values(login);

  const taken = await thrownBy(db.insert(logins).values(login));
  ok(isUniqueViolation(taken));
  ok(isUniqueViolation(taken, "logins_pkey"));
  ok(!isUniqueViolation(taken, "resumes_file"));
  ok(!isForeignKeyViolation(taken));

  const orphan = await thrownBy(db.insert(logins).values({ ...login, email: "other@example.com", userId: newId() }));
  ok(isForeignKeyViolation(orphan));
  ok(!isUniqueViolation(orphan));
  equal(sqlStateOf(orphan), "23503");
  equal(fromDatabaseError(orphan), orphan);
});

Deno.test("what a transaction did before it failed is undone, also in a nested one", async () => {
  await using database = await testDatabase();
  await database.db.transaction(async (tx) => {
    await addCompany(tx);
    await rejects(
      tx.transaction(async (nested) => {
        await addCompany(nested);
        throw new RangeError("changed my mind");
      }),
      RangeError,
    );
  });

  equal((await database.db.select().from(companies)).length, 1);
});

Deno.test("text with a NUL is the caller's fault", async () => {
  await using database = await testDatabase();
  const insert = database.db.insert(companies).values({ id: newId(), name: "a\0b", createdAt: at });

  const error = fromDatabaseError(await thrownBy(insert));
  ok(error instanceof AppError);
  equal(error.code, "invalid");
});

for (
  const [sqlState, code] of [
    ["53100", "out_of_storage"],
    ["57P01", "unavailable"],
    ["53300", "unavailable"],
    ["57014", "unavailable"],
    ["40P01", "unavailable"],
    ["08006", "unavailable"],
  ] as const
) {
  Deno.test(`SQLSTATE ${sqlState} is ${code}`, async () => {
    await using database = await testDatabase();
    const raise = sql.raw(`do $$ begin raise exception 'x' using errcode = '${sqlState}'; end $$`);

    const error = fromDatabaseError(await thrownBy(database.db.execute(raise)));
    ok(error instanceof AppError);
    equal(error.code, code);
    equal(error.retryAfterSeconds !== undefined, code === "unavailable");
  });
}

Deno.test("a mistake in a statement stays a fault of ours", async () => {
  await using database = await testDatabase();
  const error = await thrownBy(database.db.execute(sql`select no_such_column`));

  equal(fromDatabaseError(error), error);
  equal(sqlStateOf(error), "42703");
});

Deno.test("an error of ours passes through", () => {
  const error = new AppError("conflict", "Cannot do it: it is done");
  equal(fromDatabaseError(error), error);
  const bug = new TypeError("x is undefined");
  equal(fromDatabaseError(bug), bug);
});

Deno.test("a server that is not there is unavailable, in a query and in a transaction", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const database = openPostgres({ url: `postgres://nobody@127.0.0.1:${port}/none` });
  for (
    const work of [
      database.db.execute(sql`select 1`),
      database.db.transaction((tx) => tx.execute(sql`select 1`)),
    ]
  ) {
    const error = fromDatabaseError(await thrownBy(work));
    ok(error instanceof AppError);
    equal(error.code, "unavailable");
  }
  await rejects(database.ping(), UnreachableError);
  await database.close();
});

Deno.test("rowsOf refuses what is not a result", () => {
  deepEqual(rowsOf({ rows: [{ a: 1 }] }), [{ a: 1 }]);
  for (const wrong of [null, undefined, [], "rows", { rows: 3 }]) {
    throws(() => rowsOf(wrong), TypeError);
  }
});
