/**
 * Cuts the runs of a WordprocessingML part that Word does not show: hidden, white on white, or too small to see.
 *
 * One pass over the tags, linear in the text.
 *
 * @module
 */
import type { Hidden } from "./lines.ts";

/** Half-points; smaller print cannot be read. */
const HALF_POINTS_MIN = 6;

interface Run {
  start: number;
  text: string;
  reason: string | null;
  depth: number;
}

/** @returns The part without those runs; what was cut is told to `hidden`. */
export function withoutHiddenRuns(xml: string, hidden: Hidden): string {
  /** Background of the open elements that can have one: paragraph, cell, table. */
  const grounds: { depth: number; dark: boolean }[] = [];
  /** A run that holds a text box has runs inside. */
  const runs: Run[] = [];
  const cuts: { start: number; end: number }[] = [];
  let [depth, textFrom] = [0, -1];
  for (const tag of xml.matchAll(/<(\/?)([\w:]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g)) {
    const [whole, closing, name = "", attributes = "", empty] = tag;
    const run = runs.at(-1) ?? null;
    if (closing) {
      if (name === "w:t" && run && textFrom >= 0) run.text += xml.slice(textFrom, tag.index);
      textFrom = -1;
      if (name === "w:r" && run && run.depth === depth) {
        runs.pop();
        if (run.reason !== null && run.text.trim() !== "") {
          while (cuts.length > 0 && cuts.at(-1)!.start > run.start) cuts.pop();
          cuts.push({ start: run.start, end: tag.index + whole.length });
          hidden.add(run.reason, { text: decode(run.text), y: 0 });
        }
      }
      if (grounds.at(-1)?.depth === depth) grounds.pop();
      depth--;
      continue;
    }
    if (!empty) depth++;
    if (name === "w:r" && !empty) runs.push({ start: tag.index, text: "", reason: null, depth });
    else if (name === "w:t" && !empty) textFrom = tag.index + whole.length;
    else if (name === "w:shd") markGround(grounds, attributes, depth, run);
    else if (run) run.reason ??= reasonHidden(name, attributes, grounds.some(({ dark }) => dark));
  }
  let kept = "";
  let from = 0;
  for (const { start, end } of cuts) {
    kept += xml.slice(from, start);
    from = end;
  }
  return kept + xml.slice(from);
}

/** A shading stands in the properties of its element: two levels up. */
function markGround(grounds: { depth: number; dark: boolean }[], attributes: string, depth: number, run: Run | null) {
  const fill = /w:fill="([0-9a-fA-F]{6})"/.exec(attributes)?.[1];
  if (fill === undefined) return;
  const dark = luma(fill) < 200;
  if (run && dark && run.reason === "colour of its background") run.reason = null;
  grounds.push({ depth: Math.max(1, depth - 1), dark });
}

function reasonHidden(name: string, attributes: string, onDark: boolean): string | null {
  if (/w:val="(0|false|off|none)"/.test(attributes)) return null;
  if (name === "w:vanish" || name === "w:webHidden") return "hidden";
  if (name === "w:color") {
    const colour = /w:val="([0-9a-fA-F]{6})"/.exec(attributes)?.[1];
    return colour !== undefined && luma(colour) > 245 && !onDark ? "colour of its background" : null;
  }
  if (name === "w:sz") {
    const size = Number(/w:val="(\d+)"/.exec(attributes)?.[1] ?? HALF_POINTS_MIN);
    return size < HALF_POINTS_MIN ? "tiny" : null;
  }
  return null;
}

function luma(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** The five entities of XML. */
export function decode(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
  );
}
