/**
 * The wall between companies. What is done for a company works in a role that sees its rows alone (row-level security, in
 * `schema.ts`), so that a filter which a statement forgot shows nothing of others.
 *
 * What is nobody's, such as logging in, migrations, the queue and upkeep, works as the owner of the tables.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { AsyncLocalStorage } from "node:async_hooks";
import { ConfigError } from "../config.ts";
import { type Database, forbiddenIn } from "./database.ts";

/** May read and write the rows of one company. Nobody logs in as it. */
const ROLE = "job_match_app";
/** Names the lock under which rights are given, among the advisory locks of a database; any constant would do. */
const RIGHTS_LOCK = 7_305_204_118_115;

const scope = new AsyncLocalStorage<string>();

/** Does `work`, and what it awaits, behind the wall of a company: no statement of it sees rows of another. */
export async function withCompany<T>(companyId: string, work: () => PromiseLike<T>): Promise<T> {
  if (!/^[0-9a-f-]{36}$/.test(companyId)) throw new TypeError("Cannot work for a company: this is no id");
  // Awaited within: a statement of drizzle runs when it is awaited, not when it is made.
  return await scope.run(companyId, async () => await work());
}

/** The company behind whose wall the caller works; `null` outside of {@link withCompany}. */
export function currentCompany(): string | null {
  return scope.getStore() ?? null;
}

/**
 * The statement that puts up the wall of a company, or takes it down.
 *
 * @param lasts `transaction`: until the one ends that is under way, also where a pooler gives each transaction another
 * connection. `session`: until the next such statement.
 */
export function scopeStatement(companyId: string | null, lasts: "transaction" | "session"): string {
  const [role, id] = companyId === null ? ["none", ""] : [ROLE, companyId];
  const isLocal = lasts === "transaction";
  return `select set_config('role', '${role}', ${isLocal}), set_config('app.company_id', '${id}', ${isLocal})`;
}

/**
 * Makes the role where the server has none, and gives it its rights: on tables that have the wall, and on the queue, in
 * which tasks wait. Rights that are there are left alone. To be called whenever tables were made.
 *
 * @throws {ConfigError} If the user of the connection may not make roles.
 */
export async function giveRights(db: Database): Promise<void> {
  try {
    await db.execute(sql.raw(RIGHTS));
  } catch (cause) {
    if (forbiddenIn(cause) === null) throw cause;
    throw new ConfigError([
      `DATABASE_URL: its user may not make the role ${ROLE}, which keeps companies apart. Have an administrator run ` +
      `\`create role ${ROLE} nologin\` and grant it to that user`,
    ]);
  }
}

/** Roles belong to the server: another database of it may make the same one at this moment. */
const RIGHTS = `
do $$
declare object record;
begin
  perform pg_advisory_xact_lock(${RIGHTS_LOCK});
  if not exists (select from pg_roles where rolname = '${ROLE}') then
    begin
      create role ${ROLE} nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role('${ROLE}', case when current_setting('server_version_num')::int < 160000 then 'MEMBER' else 'SET' end)
  then
    execute format('grant ${ROLE} to %I', current_user);
  end if;
  for object in
    select format('schema %I', n.nspname) as name, 'usage' as rights from pg_namespace n
    where n.nspname in ('public', 'pgboss') and not has_schema_privilege('${ROLE}', n.oid, 'USAGE')
    union all
    select format('table %I.%I', n.nspname, c.relname), 'select, insert, update, delete'
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and (n.nspname = 'pgboss' or n.nspname = 'public' and c.relrowsecurity)
      and not (has_table_privilege('${ROLE}', c.oid, 'SELECT') and has_table_privilege('${ROLE}', c.oid, 'DELETE'))
  loop
    execute format('grant %s on %s to ${ROLE}', object.rights, object.name);
  end loop;
end $$`;
