/**
 * What makes a stored analysis stale: raise a version together with the change that moves its output.
 *
 * @module
 */
import { TAXONOMY_VERSION } from "./taxonomy.ts";

export { SCORE_VERSION } from "./scoring.ts";
export { TAXONOMY_VERSION };

/** Reading of sections, fields and skills out of a text, and the evidence of skills. */
export const PARSER_VERSION = "8";

/** Cutting into passages and heads, and blending their vectors into one document vector. */
export const PASSAGE_VERSION = "4";

/** One string for all of the above that a prepared resume or job depends on. */
export const ANALYSIS_VERSION = `parser-${PARSER_VERSION}/passages-${PASSAGE_VERSION}/taxonomy-${TAXONOMY_VERSION}`;
