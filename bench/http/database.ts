/**
 * A database of its own for each server that is measured, on the PostgreSQL of `BENCH_DATABASE_URL`.
 *
 * @module
 */
import type pg from "pg";
import { connectPostgres } from "../../src/db/postgres.ts";
import { DATABASE_VARIABLE } from "./variable.ts";

/** An empty database, dropped at the end. */
export interface BenchDatabase extends AsyncDisposable {
  readonly url: string;
  /** A connection to it. */
  readonly client: pg.Client;
}

/** @throws {Error} Where the variable is unset or names no server. */
export async function newDatabase(): Promise<BenchDatabase> {
  const server = Deno.env.get(DATABASE_VARIABLE);
  if (!server) throw new Error(`Cannot measure: ${DATABASE_VARIABLE} names no PostgreSQL`);
  const name = `job_match_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await administer(server, `create database ${name}`);
  const client = await connectPostgres(url);
  return {
    url,
    client,
    async [Symbol.asyncDispose]() {
      await client.end();
      await administer(server, `drop database ${name} with (force)`);
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = await connectPostgres(server);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
