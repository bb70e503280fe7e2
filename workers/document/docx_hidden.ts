/**
 * Cuts the runs of a WordprocessingML part that Word does not show: hidden, in the colour of their ground, or too small
 * to see, by themselves or by their style.
 *
 * One pass over the tags, linear in the text.
 *
 * @module
 */
import { contrast, parseColour } from "./canvas.ts";
import { GROUND } from "./docx_shape.ts";
import { groundOf, type Print, printOf, type Styles } from "./docx_styles.ts";
import { attribute, decode, type Tag, tagsOf } from "./docx_tags.ts";
import type { Hidden } from "./lines.ts";

/** Smaller print cannot be read: 3 points. */
const HALF_POINTS_MIN = 6;
/** Letters squeezed to less than this many per cent cannot be read. */
const WIDTH_MIN = 10;
/** WCAG contrast below which text is taken to be the colour of its ground. */
const CONTRAST_MIN = 1.1;

/** What a part is printed with. */
export interface Page {
  styles: Styles;
  /** Of the page: six hexadecimal digits, or `?` where something unknown is behind the text. */
  ground: string;
}

interface Run {
  start: number;
  text: string;
  depth: number;
  print: Print;
  style: Print;
}

/** @returns The part without those runs; what was cut is told to `hidden`. */
export function withoutHiddenRuns(xml: string, page: Page, hidden: Hidden): string {
  /** Of the open elements that have one: paragraph, cell, table, text box. */
  const grounds: { depth: number; ground: string }[] = [];
  const paragraphs: { depth: number; style: Print }[] = [];
  /** A run that holds a text box has runs inside. */
  const runs: Run[] = [];
  const cuts: { start: number; end: number }[] = [];
  let [depth, textFrom] = [0, -1];
  const close = (tag: Tag) => {
    const run = runs.at(-1);
    if (tag.name === "w:t" && run && textFrom >= 0) run.text += xml.slice(textFrom, tag.start);
    textFrom = -1;
    if (tag.name === "w:r" && run?.depth === depth) {
      runs.pop();
      const behind = grounds.at(-1)?.ground ?? page.ground;
      const ground = run.print.ground ?? run.style.ground ?? behind;
      const reason = reasonHidden({ ...paragraphs.at(-1)?.style, ...run.style, ...run.print, ground });
      if (reason !== null && run.text.trim() !== "") {
        while (cuts.length > 0 && cuts.at(-1)!.start > run.start) cuts.pop();
        cuts.push({ start: run.start, end: tag.end });
        hidden.add(reason, { text: decode(run.text), y: 0 });
      }
    }
    if (paragraphs.at(-1)?.depth === depth) paragraphs.pop();
    while (grounds.length > 0 && grounds.at(-1)!.depth >= depth) grounds.pop();
    depth--;
  };
  const open = (tag: Tag) => {
    const { name, isEmpty } = tag;
    const run = runs.at(-1);
    if (!isEmpty) depth++;
    // Properties stand in an element of their own in what they are of.
    const owner = Math.max(1, depth - 1);
    if (name === "w:r" && !isEmpty) runs.push({ start: tag.start, text: "", depth, print: {}, style: {} });
    else if (name === "w:t" && !isEmpty) textFrom = tag.end;
    else if (name === "w:p" && !isEmpty) paragraphs.push({ depth, style: {} });
    else if (name === "w:txbxContent") {
      const ground = attribute(tag, GROUND);
      if (ground !== null && !isEmpty) grounds.push({ depth, ground });
    } else if (name === "w:pStyle" || name === "w:tblStyle") {
      const style = page.styles.get(attribute(tag, "w:val") ?? "") ?? {};
      if (style.ground !== undefined) grounds.push({ depth: owner, ground: style.ground });
      if (name === "w:pStyle" && paragraphs.length > 0) paragraphs.at(-1)!.style = style;
    } else if (run && isOf(run, depth)) {
      if (name === "w:rStyle") run.style = page.styles.get(attribute(tag, "w:val") ?? "") ?? {};
      else Object.assign(run.print, printOf(tag));
    } else if (!run || run.depth < (paragraphs.at(-1)?.depth ?? 0)) {
      const { ground } = groundOf(tag);
      if (ground !== undefined) grounds.push({ depth: owner, ground });
    }
  };
  for (const tag of tagsOf(xml)) tag.isClosing ? close(tag) : open(tag);
  let kept = "";
  let from = 0;
  for (const { start, end } of cuts) {
    kept += xml.slice(from, start);
    from = end;
  }
  return kept + xml.slice(from);
}

/** Whether what stands this deep are properties of the run itself, not of a text box in it. */
function isOf(run: Run, depth: number): boolean {
  return depth <= run.depth + 2;
}

function reasonHidden({ vanish, halfPoints, width, colour, ground }: Print): string | null {
  if (vanish) return "hidden";
  if ((halfPoints ?? HALF_POINTS_MIN) < HALF_POINTS_MIN || (width ?? WIDTH_MIN) < WIDTH_MIN) return "tiny";
  const [ink, paper] = [parseColour(`#${colour}`), parseColour(`#${ground}`)];
  return ink && paper && contrast(ink, paper) < CONTRAST_MIN ? "colour of its background" : null;
}
