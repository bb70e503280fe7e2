/** Turns "one row more than asked for" into a page and the cursor of the next. @module */

/**
 * @param rows Up to `limit + 1` rows.
 * @param cursorAfter Makes the cursor that continues after a row.
 */
export function cutPage<T>(
  rows: T[],
  limit: number,
  cursorAfter: (last: T) => string,
): { data: T[]; nextCursor: string | null } {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorAfter(last) : null };
}
