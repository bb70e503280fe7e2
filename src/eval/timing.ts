/**
 * How long a résumé of three pages takes, warm.
 *
 * @module
 */
import { PDFDocument } from "pdf-lib";
import { resumePdf } from "../demo/documents.ts";
import { people } from "../demo/people.ts";
import { analyseResume } from "../matching/resume.ts";
import { extractSkills } from "../matching/skills.ts";
import type { ResumeAnalysis } from "../matching/types.ts";
import type { Documents } from "../services.ts";

const PAGES = 3;
const WARM_UPS = 20;
const REPEATS = 40;
/** Times that each text is read until the compiler has seen enough. */
const SKILLS_WARM_UPS = 200;
/** Of more résumés the median is the same. */
const SKILLS_RESUMES_MAX = 60;

/** Milliseconds: medians, and the fastest, which other work on the machine disturbs least. */
export interface Timing {
  fastestMs: number;
  /** File to lines, in the reader's own process. */
  readMs: number;
  /** Lines to structured résumé, skills included. */
  analyseMs: number;
  skillsMs: number;
  chars: number;
}

/** Times a made résumé of three pages. */
export async function timeThreePages(
  documents: Documents,
  countTokens: (text: string) => number,
  today: string,
): Promise<Timing> {
  const bytes = await threePages();
  const times: Record<"readMs" | "analyseMs" | "skillsMs", number[]> = { readMs: [], analyseMs: [], skillsMs: [] };
  let chars = 0;
  for (let i = 0; i < WARM_UPS + REPEATS; i++) {
    const start = performance.now();
    const document = await documents.read(bytes, "pdf");
    const read = performance.now();
    const { text, sections } = analyseResume(document, countTokens, today);
    const analysed = performance.now();
    extractSkills(text, sections);
    const end = performance.now();
    chars = text.length;
    if (i < WARM_UPS) continue;
    times.readMs.push(read - start);
    times.analyseMs.push(analysed - read);
    times.skillsMs.push(end - analysed);
  }
  const fastestMs = Math.min(...times.readMs.map((ms, i) => ms + times.analyseMs[i]!));
  return {
    fastestMs,
    readMs: median(times.readMs),
    analyseMs: median(times.analyseMs),
    skillsMs: median(times.skillsMs),
    chars,
  };
}

/** How long the skills of a résumé take once the code is warm: the medians over résumés of median and fastest repeat. */
export function timeSkills(
  resumes: readonly Pick<ResumeAnalysis, "text" | "sections">[],
): { micros: number; fastestMicros: number; chars: number; microsPerThousand: number } {
  const timed = resumes.slice(0, SKILLS_RESUMES_MAX);
  for (let i = 0; i < SKILLS_WARM_UPS; i++) for (const { text, sections } of timed) extractSkills(text, sections);
  const rows = timed.map(({ text, sections }) => {
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const start = performance.now();
      extractSkills(text, sections);
      times.push(1000 * (performance.now() - start));
    }
    return { micros: median(times), fastestMicros: Math.min(...times), chars: text.length };
  });
  return {
    micros: median(rows.map(({ micros }) => micros)),
    fastestMicros: median(rows.map(({ fastestMicros }) => fastestMicros)),
    chars: median(rows.map(({ chars }) => chars)),
    microsPerThousand: median(rows.map(({ fastestMicros, chars }) => (1000 * fastestMicros) / Math.max(1, chars))),
  };
}

/** The longest of the invented résumés, printed larger until it fills three pages. */
async function threePages(): Promise<Uint8Array> {
  for (let fontSize = 10; fontSize < 30; fontSize++) {
    const bytes = await resumePdf(people.backend, { fontSize });
    if ((await PDFDocument.load(bytes)).getPageCount() >= PAGES) return bytes;
  }
  throw new RangeError("Cannot print three pages of this resume");
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
