/**
 * XML parts of a DOCX, read as a stream of tags.
 *
 * @module
 */
import { decode, Parser } from "saxen";
import { TooComplexError } from "./zip.ts";

/** Elements in one another; tables in tables in text boxes have fewer than 100. */
const DEPTH_MAX = 1000;

const transitional = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";
/** A file may use any prefixes; these are the ones that handlers see. Both forms of ECMA-376, and VML. */
const prefixes = {
  ...Object.fromEntries(
    [`${transitional}/wordprocessingml/2006`, `${strict}/wordprocessingml`].map((of) => [`${of}/main`, "w"]),
  ),
  [`${transitional}/officeDocument/2006/relationships`]: "r",
  [`${strict}/officeDocument/relationships`]: "r",
  [`${transitional}/package/2006/relationships`]: "rel",
  [`${transitional}/drawingml/2006/main`]: "a",
  [`${strict}/drawingml/main`]: "a",
  [`${transitional}/drawingml/2006/wordprocessingDrawing`]: "wp",
  [`${strict}/drawingml/wordprocessingDrawing`]: "wp",
  [`${transitional}/markup-compatibility/2006`]: "mc",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "urn:schemas-microsoft-com:vml": "v",
};

/** The value of an attribute, without entities; `null` where there is none. */
export type Attribute = (name: string) => string | null;

/** What hears of a part's tags and text. `path` holds the elements around them, the outermost first. */
export interface Handler {
  open(name: string, attribute: Attribute, path: readonly string[]): void;
  /** Of every element, also of one that is empty. */
  close?(name: string, path: readonly string[]): void;
  text?(text: string, path: readonly string[]): void;
}

/**
 * Reads a part; linear in its length. Entities that the file declares stay as they are written.
 *
 * @throws {TooComplexError} Where elements are nested deeper than any text needs.
 * @throws {Error} Where it is no XML, or not all of it.
 */
export function readXml(xml: string, handler: Handler): void {
  const path: string[] = [];
  const parser = new Parser();
  parser.ns(prefixes);
  parser.on("openTag", (name: string, attributes: () => Record<string, string>) => {
    if (path.length >= DEPTH_MAX) throw new TooComplexError("too deep");
    handler.open(name, (which) => {
      const value = attributes()[which];
      return value === undefined ? null : decode(value);
    }, path);
    path.push(name);
  });
  parser.on("closeTag", (name: string) => {
    path.pop();
    handler.close?.(name, path);
  });
  parser.on("text", (text: string) => handler.text?.(decode(text), path));
  parser.on("cdata", (text: string) => handler.text?.(text, path));
  parser.parse(xml);
  if (path.length > 0) throw new SyntaxError("cut off");
}
