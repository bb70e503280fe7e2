/** A database for those who only declare. @module */
import { drizzle } from "drizzle-orm/node-postgres";
import type { Database } from "./database.ts";
import * as schema from "./schema.ts";

/** Statements can be prepared on it, not executed. */
export function unconnectedDatabase(): Database {
  return drizzle.mock({ schema });
}
