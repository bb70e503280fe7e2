/**
 * Places of a text where words are not prose: e-mail addresses, web addresses, file names.
 *
 * @module
 */
import type { Span } from "./types.ts";

const domainEnd =
  /\.(?:com|org|net|edu|gov|io|dev|me|app|info|biz|co|uk|de|fr|es|it|nl|in|us|eu|ch|at|be|pt|br|id|ca|au)$/;

/**
 * E-mail and web addresses, in order. A bare "asp.net" or "socket.io" is no address: it needs a scheme, "www.", a path
 * or one of the endings that no product is named by.
 */
export function addressSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  // Every address has a dot, and few words do.
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", Math.max(dot + 1, from))) {
    if (dot + 1 >= text.length || isBlank(text.charCodeAt(dot + 1))) continue;
    let start = dot, end = dot + 1;
    while (start > from && !isBlank(text.charCodeAt(start - 1))) start--;
    while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
    // No address is that long, and the patterns below should not see a document without spaces.
    if (end - start <= 300 && isAddress(text.slice(start, end))) spans.push({ start, end });
    from = end;
  }
  return spans;
}

/** White space and what parts the items of a list. */
function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x2c || code === 0x3b || code === 0x7c || code === 0x3c ||
    code === 0x3e;
}

function isAddress(printed: string): boolean {
  const dot = printed.indexOf(".");
  if (dot < 0) return false;
  const token = printed.toLowerCase().replace(/^[("'[]+/, "").replace(/[)"'\].:!?]+$/, "");
  if (token.includes("@")) return token.indexOf("@") > 0;
  if (token.includes("://") || token.startsWith("www.")) return true;
  const slash = token.indexOf("/");
  if (slash > 0) return /^[a-z0-9.-]+$/.test(token.slice(0, slash)) && domainEnd.test(token.slice(0, slash));
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|edu|gov|info|biz)$/.test(token);
}

/** The same places as spans in order and apart; empty ones are left out. */
export function disjoint(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Index of the first span that ends after `at`; the spans are in order and apart. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0, high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first span that overlaps [start, end); the spans are in order and apart. */
export function overlapping<T extends Span>(spans: readonly T[], start: number, end: number): T | null {
  const span = spans[firstEndingAfter(spans, start)];
  return span !== undefined && span.start < end ? span : null;
}
