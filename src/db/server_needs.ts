/**
 * What a database server must have for this service to work on it.
 *
 * @module
 */

const VERSION_MIN = 15;
/** The first that goes on looking where a filter keeps few of the nearest (`hnsw.iterative_scan`). */
const VECTOR_MIN = "0.8";

/** What the server says of itself. */
export interface ServerFacts {
  /** `server_version_num`, such as 150004. */
  version: number;
  /** Version of the extension `vector` in the database; `null` where it has not been made. */
  installed: string | null;
  /** Version that would be made; `null` where the server has none. */
  available: string | null;
}

/** Asks for {@link ServerFacts}. */
export const SERVER_FACTS = `
select current_setting('server_version_num')::int as version,
  (select extversion from pg_extension where extname = 'vector') as installed,
  (select default_version from pg_available_extensions where name = 'vector') as available`;

/** What the server lacks, and what to do about it; `null` where it lacks nothing. */
export function lackOf({ version, installed, available }: ServerFacts): string | null {
  const major = Math.floor(version / 10_000);
  if (major < VERSION_MIN) return `its server is PostgreSQL ${major}, expected ${VERSION_MIN} or later`;
  const vector = installed ?? available;
  if (vector === null) {
    return `its server has no pgvector: install version ${VECTOR_MIN} or later for PostgreSQL ${major}`;
  }
  if (isBefore(vector, VECTOR_MIN)) {
    const mend = installed !== null && available !== null && !isBefore(available, VECTOR_MIN)
      ? "have an administrator run `alter extension vector update`"
      : "install a later one";
    return `its pgvector is ${vector}, expected ${VECTOR_MIN} or later: ${mend}`;
  }
  return null;
}

/** @param version Numbers with points between. */
function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}
