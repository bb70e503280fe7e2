import { deepEqual, match, rejects } from "node:assert/strict";
import { sql } from "drizzle-orm";
import { onServer } from "../../tests/harness/database.ts";
import { ConfigError } from "../config.ts";
import { rowsOf } from "./database.ts";
import { migrate } from "./migrate.ts";
import { connectPostgres, openPostgres } from "./postgres.ts";
import { withCompany } from "./scope.ts";

onServer(
  "a database whose user may make no roles is served once an administrator has granted the one it needs",
  async () => {
    const url = new URL(Deno.env.get("TEST_DATABASE_URL")!);
    const name = `job_match_test_${crypto.randomUUID().replaceAll("-", "")}`;
    const administrator = await connectPostgres(url.href);
    const inDatabase = Object.assign(new URL(url), { pathname: `/${name}` });
    const database = openPostgres({
      url: Object.assign(new URL(inDatabase), { username: name, password: "test" }).href,
      max: 2,
    });
    try {
      await administrator.query(`create role ${name} login password 'test'`);
      await administrator.query(`create database ${name} owner ${name}`);
      const extending = await connectPostgres(inDatabase.href);
      await extending.query("create extension vector");
      await extending.end();

      await rejects(migrate(database), (error) => {
        match(String(error), /create role job_match_app nologin/);
        return error instanceof ConfigError;
      });
      await administrator.query(`grant job_match_app to ${name}`);
      await migrate(database);

      const asked = withCompany(crypto.randomUUID(), () => database.db.execute(sql`select current_user as name`));
      deepEqual(rowsOf(await asked), [{ name: "job_match_app" }]);
    } finally {
      await database.close();
      await administrator.query(`drop database if exists ${name} with (force)`);
      await administrator.query(`drop role if exists ${name}`);
      await administrator.end();
    }
  },
);
