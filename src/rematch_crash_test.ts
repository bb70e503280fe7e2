import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type TestPlace, testPlace } from "../tests/harness/places.ts";
import { openModel } from "./compute/model.ts";
import { rowsOf } from "./db/database.ts";
import { type OpenDatabase, openDatabase } from "./db/open.ts";
import { ANALYSIS_VERSION } from "./matching/versions.ts";

const JOBS = 120;
const RESUMES = 4;
const program = fileURLToPath(new URL("rematch.ts", import.meta.url));

async function withDatabase<T>({ config }: TestPlace, work: (db: OpenDatabase["db"]) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** Jobs and resumes that are up to date, with matches that are not: a score of 0, and a status to keep. */
async function seed(db: OpenDatabase["db"]): Promise<void> {
  const preparedWith = `${(await openModel()).id} ${ANALYSIS_VERSION}`;
  const [companyId, userId] = [newId(), newId()];
  const vector = (n: string) =>
    sql.raw(`(select array_agg(sin(${n} + k))::float4[] from generate_series(1, 384) k)::vector`);
  await db.execute(sql`insert into companies (id, name, created_at) values (${companyId}, 'Company', now())`);
  await db.execute(sql`insert into users (company_id, id, email, full_name, role, created_at, updated_at)
    values (${companyId}, ${userId}, 'owner@example.com', 'Owner', 'recruiter', now(), now())`);
  await db.execute(sql`
    insert into jobs (company_id, id, title, company, description, requirements, skills_required, skills_preferred,
      skills_derived, status, embedding, prepared_with, created_by, created_at, updated_at)
    select ${companyId}, gen_random_uuid(), 'Engineer', 'Company', 'Builds', '', '[]', '[]', false, 'open',
      ${vector("n.n")}, ${preparedWith}, ${userId}, now(), now()
    from generate_series(1, ${JOBS}::int) n(n)`);
  await db.execute(sql`
    insert into resumes (company_id, id, status, sha256, filename, format, size_bytes, text, sections, extracted_skills,
      embedding, prepared_with, created_by, created_at, updated_at)
    select ${companyId}, gen_random_uuid(), 'ready', n.n::text, 'resume.txt', 'txt', 5, 'Built', '[]', '[]',
      ${vector("n.n * 0.1")}, ${preparedWith}, ${userId}, now(), now()
    from generate_series(1, ${RESUMES}::int) n(n)`);
  await db.execute(sql`
    insert into matches (company_id, job_id, resume_id, similarity, overall, score_version, job_version, resume_version,
      status, created_at, updated_at)
    select j.company_id, j.id, r.id, 0, 0, 0, 1, 1, 'shortlisted', now(), now()
    from jobs j join resumes r on r.company_id = j.company_id`);
}

const counted = (db: OpenDatabase["db"]) =>
  db.execute(sql`select
    count(*) filter (where score_version = 0 or job_version = 0)::int as stale,
    count(*) filter (where status = 'shortlisted')::int as kept,
    count(*) filter (where overall > 0)::int as moved,
    count(distinct job_id) filter (where score_version = 0 or job_version = 0)::int as jobs
    from matches`).then((result) => rowsOf<{ stale: number; kept: number; moved: number; jobs: number }>(result)[0]!);

/** The command, as a process of its own; killed with -9 at the first line that `until` accepts. */
async function rematchElsewhere(
  { config }: TestPlace,
  until: ((line: string) => boolean) | null,
  { onTerminal = false }: { onTerminal?: boolean } = {},
): Promise<{ code: number | null; lines: string[] }> {
  const flags = ["env", "net", "read", "write", "ffi", "sys", "run=deno"].map((name) => `--allow-${name}`);
  const dataDir = config.databaseUrl === null ? config.dataDir : await Deno.makeTempDir();
  const command = ["deno", "run", "-q", ...flags, program, "--stale"];
  const [name, ...args] = onTerminal ? ["sh", "-c", `script -qec '${command.join(" ")}' /dev/null`] : command;
  const child = spawn(name!, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...Deno.env.toObject(),
      DATA_DIR: dataDir,
      ...(config.databaseUrl !== null && { DATABASE_URL: config.databaseUrl }),
    },
  });
  const ended = once(child, "exit");
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (until?.(line)) break;
  }
  if (until) child.kill("SIGKILL");
  const [code] = await ended;
  if (config.databaseUrl !== null) await Deno.remove(dataDir, { recursive: true });
  return { code, lines };
}

Deno.test("a rematch that is killed with -9 leaves whole jobs behind, and the same command does the others", async () => {
  await using place = await testPlace();
  await withDatabase(place, seed);

  await rematchElsewhere(place, (line) => line.startsWith("matches scored"));
  const half = await withDatabase(place, counted);
  ok(half.stale > 0 && half.stale < JOBS * RESUMES, `${half.stale} matches are left`);
  equal(half.stale, half.jobs * RESUMES);

  const { code, lines } = await rematchElsewhere(place, null);
  equal(code, 0);
  // Of the whole run, also of what was done before it was killed.
  match(lines.join("\n"), new RegExp(`Scored ${JOBS * RESUMES} matches of ${JOBS} jobs`));
  const { moved, ...left } = await withDatabase(place, counted);
  match(lines.join("\n"), new RegExp(`\\n${moved} scores moved`));
  deepEqual(left, { stale: 0, kept: JOBS * RESUMES, jobs: 0 });
});

const { success: hasTerminal } = await new Deno.Command("sh", { args: ["-c", "script --version"], stdout: "null" })
  .output();

Deno.test({
  name: "a rematch shows a bar on a terminal, to the end of it, and then what it did",
  ignore: !hasTerminal,
  async fn() {
    await using place = await testPlace();
    await withDatabase(place, seed);

    const { code, lines } = await rematchElsewhere(place, null, { onTerminal: true });

    equal(code, 0);
    const shown = lines.join("\n");
    match(shown, new RegExp(`matches scored \\[=+\\] ${JOBS * RESUMES}/${JOBS * RESUMES}`));
    match(shown, new RegExp(`Scored ${JOBS * RESUMES} matches of ${JOBS} jobs`));
  },
});
