/**
 * Our server as a side of a leg, and a client that asks it: FOLDER WORK. Tried out, it runs on the embedded database.
 *
 * @module
 */
import type pg from "pg";
import { startServer } from "../../src/demo/server.ts";
import { openAccount } from "../http/account.ts";
import { copied, dropOriginals, planCopies } from "../http/copies.ts";
import { newDatabase } from "../http/database.ts";
import { prepareWork, readPlan, type Service } from "../http/work.ts";
import { serve } from "./serve.ts";

const [folder, ...work] = Deno.args;
if (folder === undefined) throw new RangeError("Cannot start: FOLDER WORK");
const plan = await readPlan(folder);

async function start(): Promise<Service> {
  await using stack = new AsyncDisposableStack();
  const database = plan.isSmall ? null : stack.use(await newDatabase());
  const server = stack.use(
    await startServer({
      dataDir: `${folder}/data`,
      env: {
        DATABASE_URL: database?.url ?? "",
        // The other design counts nothing: ours goes on counting, and never refuses.
        REQUESTS_PER_MINUTE: "10000000",
        // The other design has no answer but the match.
        UPLOAD_WAIT_SECONDS: "60",
      },
      command: ["taskset", "-c", plan.cores, "deno", "task", "start"],
    }),
  );
  const account = await openAccount(server.url);
  const rest = stack.move();
  return {
    account,
    multiply: database ? (count) => copyCandidates(database.client, count) : null,
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** Puts copies of the job's candidates in their place. */
async function copyCandidates(client: pg.Client, count: number): Promise<void> {
  const columns = `company_id, status, filename, format, size_bytes, text, sections, fields, extracted_skills, language,
    parse_quality, parse_flags, embedding, embedded_hash, prepared_with, credited_seq, created_by, created_at, updated_at`;
  await planCopies(client, count);
  await client.query(`insert into resumes (id, sha256, candidate_name, email, ${columns})
    select c.id, c.n::text, ${copied.name}, ${copied.email}, ${columns}
    from copies c join resumes r on r.id = c.original`);
  await client.query(
    `insert into resume_skills (company_id, resume_id, skill_id, kind, credit, section, quote, start, "end")
    select company_id, c.id, skill_id, kind, credit, section, quote, start, "end"
    from copies c join resume_skills s on s.resume_id = c.original`,
  );
  await client.query(
    `insert into matches (company_id, job_id, resume_id, similarity, skill_match, overall, score_version,
      job_version, resume_version, created_at, updated_at)
    select company_id, job_id, c.id, similarity, skill_match, ${copied.overall}, score_version, job_version, resume_version,
      created_at, updated_at
    from copies c join matches m on m.resume_id = c.original`,
  );
  await dropOriginals(client);
}

const service = await start();
await serve(await prepareWork(service, work, plan), ["hono", "drizzle-orm", "pg"]);
await service[Symbol.asyncDispose]();
