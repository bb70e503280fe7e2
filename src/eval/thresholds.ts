/**
 * Below which figure an evaluation fails: goals of issue 5, or what was reached where that is still less.
 *
 * @module
 */
import type { Measure } from "./score.ts";

/** F1 of each measure, pooled over files; for one value per file that is the share that is right. */
export const resumeThresholds: Record<Measure, number> = {
  name: 0.92,
  contact: 0.98,
  experience: 0.88,
  dates: 0.9,
  education: 0.85,
  languages: 0.85,
  sections: 0.97,
  skills: 0.98,
  is_resume: 1,
};

/** Spans of skills in sentences, both ends right. */
export const spanThresholds = { precision: 0.5, f1: 0.43 };

/** RP@5 of each set of sentences over all labels of ESCO: the least of the goals, 33.7, less the 1.5 points allowed. */
export const linkingThreshold = 0.322;

/** Share of values with a high confidence that are right. */
export const confidenceThreshold = 0.95;
