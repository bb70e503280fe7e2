/**
 * Counts and records what is asked of the database.
 *
 * @module
 */
import { PgDialect } from "drizzle-orm/pg-core";
import type { Services } from "../../src/services.ts";

const STATEMENTS = ["select", "selectDistinct", "selectDistinctOn", "execute", "insert", "update", "delete"];

/** A counter, and what puts it between an application and its database. */
export interface StatementCounter {
  wrap(db: Services["db"]): Services["db"];
  /** Statements while `ask` runs, those within transactions included. Nothing else may ask meanwhile. */
  during(ask: () => Promise<unknown>): Promise<number>;
}

/** For `wrapDatabase` of `testApp`. A statement within another one (a subquery) counts, too. */
export function statementCounter(): StatementCounter {
  let statements = 0;
  const wrap = <T extends object>(db: T): T =>
    new Proxy(db, {
      get(target, name) {
        if (STATEMENTS.includes(String(name))) statements++;
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        if (name !== "transaction") return member.bind(target);
        return (run: (tx: object) => unknown, ...more: unknown[]) =>
          member.call(target, (tx: object) => run(wrap(tx)), ...more);
      },
    });
  return {
    wrap,
    async during(ask) {
      statements = 0;
      await ask();
      return statements;
    },
  };
}

/** Texts of statements, each once, from when it was made until it is disposed of. */
export interface StatementRecord extends Disposable {
  readonly texts: ReadonlySet<string>;
}

/** Records what this process says through Drizzle, on either database and within transactions. */
export function recordStatements(): StatementRecord {
  const texts = new Set<string>();
  const { sqlToQuery } = PgDialect.prototype;
  PgDialect.prototype.sqlToQuery = function (...given) {
    const query = sqlToQuery.apply(this, given);
    texts.add(query.sql);
    return query;
  };
  return {
    texts,
    [Symbol.dispose]() {
      PgDialect.prototype.sqlToQuery = sqlToQuery;
    },
  };
}
