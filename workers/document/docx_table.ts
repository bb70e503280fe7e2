/**
 * Which ground, and which colour of print, the style of a table in a DOCX gives a cell.
 *
 * @module
 */
import type { Attribute } from "./docx_xml.ts";

/** Parts of a table that its style knows, those that win later. */
const conditions = [
  ...["wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstCol", "lastCol", "firstRow", "lastRow"],
  ...["neCell", "nwCell", "seCell", "swCell"],
] as const;
type Condition = typeof conditions[number];

/** Colours that a table's style gives, by the part that they are of. */
export type CellColours = Partial<Record<Condition, string>>;

/** What of its style a table takes on. */
export type TableLook = Record<"firstRow" | "lastRow" | "firstColumn" | "lastColumn" | "noHBand" | "noVBand", boolean>;

/** Bits of the older form of a look (ECMA-376, 17.7.6.7). */
const bits: Readonly<Record<keyof TableLook, number>> = {
  firstRow: 0x20,
  lastRow: 0x40,
  firstColumn: 0x80,
  lastColumn: 0x100,
  noHBand: 0x200,
  noVBand: 0x400,
};

/** The part that a `w:tblStylePr` is of; all of the table where it is of none. */
export function conditionOf(attribute: Attribute): Condition {
  const type = attribute("w:type");
  return conditions.find((condition) => condition === type) ?? "wholeTable";
}

/** What a `w:tblLook` says. */
export function lookOf(attribute: Attribute): TableLook {
  const value = parseInt(attribute("w:val") ?? "0", 16);
  const isSet = ([name, bit]: [string, number]) => {
    const own = attribute(`w:${name}`);
    return [name, own === null ? (value & bit) !== 0 : /^(?:1|true|on)$/.test(own)];
  };
  return Object.fromEntries(Object.entries(bits).map(isSet)) as TableLook;
}

/**
 * The colour of a cell, or several between `|` where it depends on what comes after it.
 *
 * @param look `null` for a table that does not say, of which readers make this or that.
 * @param below What it is without the style.
 */
export function cellColour(
  colours: CellColours,
  look: TableLook | null,
  row: number,
  column: number,
  below: string,
): string {
  let found = new Set([below]);
  for (const condition of conditions) {
    const colour = colours[condition];
    const applies = colour === undefined ? false : appliesTo(condition, look, row, column);
    if (colour === undefined || applies === false) continue;
    found = applies === true ? new Set([colour]) : found.add(colour);
  }
  return [...found].join("|");
}

function appliesTo(
  condition: Condition,
  look: TableLook | null,
  row: number,
  column: number,
): boolean | "perhaps" {
  const isOn = (part: keyof TableLook) => look === null ? "perhaps" : look[part];
  switch (condition) {
    case "wholeTable":
      return true;
    case "firstRow":
      return row === 0 && isOn("firstRow");
    case "firstCol":
      return column === 0 && isOn("firstColumn");
    case "lastRow":
      return isOn("lastRow") && "perhaps";
    case "lastCol":
      return isOn("lastColumn") && "perhaps";
    case "band1Horz":
    case "band2Horz":
      return look?.noHBand ? false : "perhaps";
    case "band1Vert":
    case "band2Vert":
      return look?.noVBand ? false : "perhaps";
    default:
      return "perhaps";
  }
}
