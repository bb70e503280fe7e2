/**
 * Counts and records what is asked of the database.
 *
 * @module
 */
import { PgDialect } from "drizzle-orm/pg-core";
import type { Services } from "../../src/services.ts";

/** A counter, and what puts it between an application and its database. */
export interface StatementCounter {
  wrap(db: Services["db"]): Services["db"];
  /**
   * Statements while `ask` runs, prepared ones and those within transactions included; what begins, walls off and ends a
   * transaction is not. Nothing else may ask meanwhile.
   */
  during(ask: () => Promise<unknown>): Promise<number>;
}

/** For `wrapDatabase` of `testApp`. */
export function statementCounter(): StatementCounter {
  let statements = 0;

  /** Every statement of drizzle is one that its session prepares. */
  function count(db: Services["db"]): Services["db"] {
    const session: Session = Reflect.get(db, "session");
    const prepare = session.prepareQuery.bind(session);
    session.prepareQuery = (...given) => {
      const prepared = prepare(...given);
      const execute = prepared.execute.bind(prepared);
      prepared.execute = (...values) => {
        statements++;
        return execute(...values);
      };
      return prepared;
    };
    const transaction: Services["db"]["transaction"] = db.transaction.bind(db);
    db.transaction = (work, config) => transaction((tx) => work(count(tx) as typeof tx), config);
    return db;
  }

  return {
    wrap: count,
    async during(ask) {
      statements = 0;
      await ask();
      return statements;
    },
  };
}

/** What drizzle's sessions of both databases have; its types hide it. */
interface Session {
  prepareQuery(...given: unknown[]): { execute(...values: unknown[]): unknown };
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
