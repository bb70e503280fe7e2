/**
 * Reads `docs/promises.md`: which test proves which promise.
 *
 * @module
 */

/** One line of the page. */
export interface Promised {
  /** 1 to {@link PROMISES}, as in the page. */
  number: number;
  sentence: string;
  /** The file, from the project's root, and the test's name as it stands there; `null` where nothing shows it yet. */
  shownBy: { file: string; name: string } | null;
  databases: "both" | "PGlite" | "PostgreSQL" | "none";
}

/** Promises are numbered from 1 to this. */
export const PROMISES = 30;

const LINE =
  /^\| (?<number>\d+) \| (?<sentence>[^|]+) \| (?:not yet shown|\[(?<file>[^\]]+)\]\(\.\.\/\k<file>\) `(?<name>[^`]+)`) \| (?<databases>both|PGlite|PostgreSQL|none) \|$/;

/** @throws {SyntaxError} With the line, if one of a table is malformed. */
export function parsePromises(page: string): Promised[] {
  return page.split("\n").filter((line) => /^\|\s*\d/.test(line)).map((line) => {
    const { number, sentence, file, name, databases } = LINE.exec(line)?.groups ?? {};
    if (!number || !sentence || !databases) throw new SyntaxError(`Cannot read a line of docs/promises.md: ${line}`);
    return {
      number: Number(number),
      sentence,
      shownBy: file && name ? { file, name } : null,
      databases: databases as Promised["databases"],
    };
  });
}

/** The page as it is. */
export async function readPromises(): Promise<Promised[]> {
  return parsePromises(await Deno.readTextFile(new URL("../../docs/promises.md", import.meta.url)));
}
