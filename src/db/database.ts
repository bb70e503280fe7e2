/**
 * The one database type that both adapters and their transactions satisfy, and what they differ in.
 *
 * @module
 */
import { DrizzleQueryError } from "drizzle-orm/errors";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { AppError } from "../errors.ts";
import type * as schema from "./schema.ts";

/** PGlite, PostgreSQL, or a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The server could not be reached, or let nobody in, and why: nothing of what was asked has happened. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";

  constructor(cause: unknown) {
    super(`Cannot reach the database server: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Seconds after which a client may try again: a failover or restart takes about as long. */
const RETRY_AFTER_SECONDS = 2;

/** SQLSTATEs and classes that pass by themselves: connection, shutdown, no slots or memory, timeout, lock, deadlock. */
const PASSING = /^(08...|57P0[1-5]|57014|53000|53200|53300|53400|55P03|40001|40P01|25P0[34])$/;
const DISK_FULL = "53100";
const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";
const CHARACTER_NOT_IN_REPERTOIRE = "22021";
const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * The rows of a raw statement; `Row` is what the statement selects, by the caller's word.
 *
 * @param result From `db.execute()`.
 */
export function rowsOf<Row extends object>(result: unknown): Row[] {
  if (typeof result !== "object" || result === null || !("rows" in result) || !Array.isArray(result.rows)) {
    throw new TypeError("Cannot read the rows: this is not a result of execute()");
  }
  return result.rows;
}

/** Whether a row with this key is there already. @param constraint Only this constraint or unique index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, UNIQUE_VIOLATION, constraint);
}

/** Whether the row that is referred to is not there (any more). @param constraint Only this constraint. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, FOREIGN_KEY_VIOLATION, constraint);
}

/**
 * What a failure of the database means for the caller, where it is not a fault of ours.
 *
 * @returns `error` itself if it is an {@link AppError} or unknown.
 */
export function fromDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code } = databaseErrorOf(error) ?? {};
  if (code === DISK_FULL) {
    return new AppError("out_of_storage", "Cannot store it: the database has no space left", { cause: error });
  }
  if (code === CHARACTER_NOT_IN_REPERTOIRE) {
    return new AppError("invalid", "Cannot store it: it holds a character that text cannot hold", { cause: error });
  }
  const passes = code === undefined ? isLostConnection(error) : PASSING.test(code);
  if (!passes) return error;
  return new AppError("unavailable", "Cannot reach the database: try again", {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause: error,
  });
}

/** What the user of the connection may not do, in the server's words; `null` where something else is wrong. */
export function forbiddenIn(error: unknown): string | null {
  const cause = databaseErrorOf(error);
  return cause?.code === INSUFFICIENT_PRIVILEGE ? cause.message : null;
}

/** The five characters by which PostgreSQL names an error, on whichever cause they are. */
export function sqlStateOf(error: unknown): string | undefined {
  return databaseErrorOf(error)?.code;
}

function isViolation(error: unknown, code: string, constraint: string | undefined): boolean {
  const cause = databaseErrorOf(error);
  return cause?.code === code && (constraint === undefined || cause.constraint === constraint);
}

function databaseErrorOf(error: unknown): { code: string; message: string; constraint: unknown } | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("severity" in cause && "code" in cause && typeof cause.code === "string") {
      const { code, message } = cause;
      return { code, message, constraint: "constraint" in cause ? cause.constraint : undefined };
    }
  }
}

/** A query that failed without an answer of the server failed in transport: `pg` throws plain errors then. */
function isLostConnection(error: unknown): boolean {
  if (error instanceof UnreachableError) return true;
  if (!(error instanceof DrizzleQueryError)) return false;
  const { cause } = error;
  return cause instanceof Error && !(cause instanceof TypeError) && !(cause instanceof RangeError);
}
