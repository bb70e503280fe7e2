/**
 * What an ad wishes for without asking for it: "nice to have", "preferred", "a plus". In English and German.
 *
 * @module
 */
import { isHeading } from "./boilerplate.ts";
import { sentencesOf } from "./sentences.ts";
import type { Span } from "./types.ts";

const wish =
  "nice[- ]to[- ]haves?|good to have|(?:strongly |highly )?preferred|preferably|ideally|desirable|advantageous|" +
  "an? (?:big |huge |strong |real |added |definite |distinct )?(?:plus|bonus|advantage|asset)(?! (?:management|manager|class))|" +
  "^\\P{L}*(?:bonus|plus|optional)(?=\\s*:)|bonus points|pluses|wünschenswert|idealerweise|von vorteil|ein plus";
const wishes = new RegExp(`(?<!\\p{L})(?:${wish})(?!\\p{L})`, "iu");
/** "Preferred: …" holds to the end of its sentence whatever else that says. */
const label = new RegExp(`^[\\s\\P{L}]*(?:${wish})(?: (?:\\p{L}+ ){0,2}\\p{L}+)?\\s*[:：–-]`, "iu");
/** What is asked for; beside it a wish holds for its own part of the sentence only. */
const demands =
  /(?<!\p{L})(?:required?|requires|must|mandatory|essential|need(?:ed)?|minimum|at least|zwingend|erforderlich|vorausgesetzt|mindestens)(?!\p{L})/iu;

/** A sentence longer than this is looked at in part only. */
const sentenceCharsMax = 1000;

/**
 * The wishes of [start, end): from a heading of them to the next heading, and sentences or their parts elsewhere.
 * In order and apart.
 */
export function preferredSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let inside = false;
  let afterBlank = false;
  for (let at = start; at < end;) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 ? end : Math.min(newline, end);
    const line = text.slice(at, lineEnd);
    if (isHeading(line, afterBlank)) inside = wishes.test(line);
    if (inside) spans.push({ start: at, end: lineEnd });
    else spans.push(...wishesOf(line, at));
    afterBlank = line.trim() === "";
    at = lineEnd + 1;
  }
  return spans;
}

function wishesOf(line: string, base: number): Span[] {
  const spans: Span[] = [];
  for (const { start, end, text } of sentencesOf(line)) {
    const seen = text.slice(0, sentenceCharsMax);
    if (!wishes.test(seen)) continue;
    if (label.test(seen) || !demands.test(seen)) {
      spans.push({ start: base + start, end: base + end });
      continue;
    }
    for (const part of text.matchAll(/[^,;()]+/gu)) {
      if (!wishes.test(part[0])) continue;
      const at = base + start + part.index;
      spans.push({ start: at, end: at + part[0].length });
    }
  }
  return spans;
}
