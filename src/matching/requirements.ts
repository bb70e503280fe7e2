/**
 * What an ad asks for, sentence by sentence.
 *
 * @module
 */
import { boilerplateSpans, headingSpans } from "./boilerplate.ts";
import { disjoint, overlapping } from "./noise.ts";
import { sentencesOf } from "./sentences.ts";

/** Sentences looked at, the first ones. */
export const REQUIREMENTS_MAX = 40;

/** Characters of a sentence that are looked at; the model would not read many more. */
const sentenceCharsMax = 500;

/** Cosine of a sentence and a passage from which the passage speaks of it: the middle of `COSINE_RANGE`. */
export const COVERED_COSINE_MIN = 0.45;

/**
 * The sentences and bullets of a job's requirements, of its description where it has none; without headings and
 * boilerplate, each once.
 *
 * @returns At most {@link REQUIREMENTS_MAX}, in order.
 */
export function requirementSentences(job: { description: string; requirements: string }): string[] {
  const asked = distinctSentences(job.requirements);
  return asked.length > 0 ? asked : distinctSentences(job.description);
}

function distinctSentences(text: string): string[] {
  const sentences = new Set<string>();
  const left = disjoint([...boilerplateSpans(text, 0, text.length), ...headingSpans(text, 0, text.length)]);
  let at = 0;
  for (const line of text.split("\n")) {
    if (overlapping(left, at, at + line.length) === null) {
      for (const part of sentencesOf(line).flatMap(({ text }) => text.split(/(?<=;)/u))) {
        const bare = part.replace(/^[^\p{L}\p{N}(.]+|[\s;,]+$/gu, "").slice(0, sentenceCharsMax)
          .replace(/[\uD800-\uDBFF]$/, "");
        if (/\p{L}{2}/u.test(bare)) sentences.add(bare);
        if (sentences.size === REQUIREMENTS_MAX) return [...sentences];
      }
    }
    at += line.length + 1;
  }
  return [...sentences];
}
