/**
 * What the styles of a DOCX say about seeing a text: its colour, size, weight and ground, and whether it shows at all.
 *
 * @module
 */
import { type Colour, mix, parseColour } from "./canvas.ts";
import { type CellColours, conditionOf } from "./docx_table.ts";
import { type Attribute, readXml } from "./docx_xml.ts";

/** How print looks; what a member does not say is as without it. */
export interface Print {
  vanish?: boolean;
  bold?: boolean;
  /** Six hexadecimal digits; `auto`: one that shows. */
  colour?: string;
  halfPoints?: number;
  /** Per cent of a letter's width. */
  width?: number;
  /** Six hexadecimal digits, or several, between `|`, of which it is one; `?`: something that cannot be told. */
  ground?: string;
}

/** A style with all that the ones below it say. */
export interface Style extends Print {
  /** As people see it in English: "heading 1". */
  name?: string;
  /** Its paragraphs are items of a list. */
  isListed?: boolean;
  /** It, or one below it, is made for headings. */
  isHeading?: boolean;
  /** Grounds and colours of print that a table's style gives. */
  cells?: CellColours;
  inks?: CellColours;
}

/** Styles by id; under {@link NO_STYLE} what a paragraph has that names none. */
export type Styles = ReadonlyMap<string, Style>;
export const NO_STYLE = "";

/** Names of styles for headings, as Word has them in its languages. */
const heading = /^(?:heading|title|überschrift|titre|título|titolo|kop|judul)/i;

/** How many styles may stand on one another. */
const BASES_MAX = 12;

/** Reads `word/styles.xml`. */
export function stylesIn(xml: string): Styles {
  const own = new Map<string, Style>();
  const bases = new Map<string, string>();
  const paragraphs = new Set<string>();
  const defaults: Style = {};
  let style: Style = {};
  let [id, isTable, standard] = ["", false, NO_STYLE];
  let condition = conditionOf(() => null);
  readXml(xml, {
    open(name, attribute, path) {
      if (name === "w:style") {
        style = {};
        id = attribute("w:styleId") ?? "";
        const type = attribute("w:type") ?? "paragraph";
        isTable = type === "table";
        own.set(id, style);
        if (type !== "paragraph") return;
        paragraphs.add(id);
        if (/^(?:1|true|on)$/.test(attribute("w:default") ?? "")) standard = id;
      } else if (path[1] === "w:docDefaults") Object.assign(defaults, printOf(name, attribute));
      else if (path[1] !== "w:style") return;
      else if (name === "w:name") {
        style.name = attribute("w:val") ?? "";
        if (heading.test(style.name)) style.isHeading = true;
      } else if (name === "w:outlineLvl") style.isHeading = isOutlined(attribute);
      else if (name === "w:basedOn") bases.set(id, attribute("w:val") ?? "");
      else if (name === "w:numId") style.isListed = attribute("w:val") !== "0";
      else if (!isTable) Object.assign(style, printOf(name, attribute));
      else {
        if (name === "w:tblStylePr") condition = conditionOf(attribute);
        const { ground } = groundOf(name, attribute);
        const where = path[2] === "w:tblStylePr" ? condition : "wholeTable";
        if (ground !== undefined) style.cells = { ...style.cells, [where]: ground };
        if (name === "w:color") style.inks = { ...style.inks, [where]: printOf(name, attribute).colour };
      }
    },
  });
  const resolved = new Map<string, Style>();
  for (const name of own.keys()) {
    const chain: Style[] = [];
    for (let at: string | undefined = name; at !== undefined && chain.length < BASES_MAX; at = bases.get(at)) {
      chain.unshift(own.get(at) ?? {});
    }
    // A style of letters adds to its paragraph's, and must not take what that says back to the default.
    const style: Style = Object.assign({}, ...(paragraphs.has(name) ? [defaults] : []), ...chain);
    if (style.cells) style.cells = Object.assign({}, ...chain.map(({ cells }) => cells));
    if (style.inks) style.inks = Object.assign({}, ...chain.map(({ inks }) => inks));
    resolved.set(name, style);
  }
  return resolved.set(NO_STYLE, resolved.get(standard) ?? defaults);
}

/** What a tag of run properties says. */
export function printOf(name: string, attribute: Attribute): Print {
  switch (name) {
    case "w:vanish":
      return { vanish: isOn(attribute) };
    case "w:specVanish":
      return isOn(attribute) ? { vanish: true } : {};
    case "w:b":
      return { bold: isOn(attribute) };
    case "w:color":
      return { colour: colourOf(attribute, "w:val", "w:theme") ?? "auto" };
    case "w:sz": {
      const size = attribute("w:val") ?? "";
      return /^\d+$/.test(size) ? { halfPoints: Number(size) } : {};
    }
    case "w:w": {
      const width = attribute("w:val");
      return width === null ? {} : { width: parseFloat(width) };
    }
    case "w:highlight": {
      const colour = attribute("w:val") ?? "none";
      return colour === "none" ? {} : { ground: colour === "white" ? "FFFFFF" : "?" };
    }
    default:
      return groundOf(name, attribute);
  }
}

/** The ground that a shading gives: a pattern of one colour on another, which mixes to a third where it is of dots. */
export function groundOf(name: string, attribute: Attribute): { ground?: string } {
  if (name !== "w:shd") return {};
  const pattern = attribute("w:val") ?? "clear";
  const fill = colourOf(attribute, "w:fill", "w:themeFill");
  if (pattern === "clear" || pattern === "nil") return fill === null ? {} : { ground: fill };
  const [below, drawn] = [fill ?? "FFFFFF", colourOf(attribute, "w:color", "w:theme") ?? "000000"];
  const share = pattern === "solid" ? 100 : Number(/^pct(\d+)$/.exec(pattern)?.[1] ?? NaN);
  if (Number.isNaN(share)) return { ground: `${below}|${drawn}` };
  const [under, over] = [parseColour(`#${below}`), parseColour(`#${drawn}`)];
  return { ground: under && over ? hexadecimalOf(mix(over, under, share / 100)) : "?" };
}

/**
 * A colour as Word shows it: one of the theme wins over the digits beside it, which say what that was when the file was
 * saved.
 *
 * @param theme What the names of the attributes for it begin with.
 * @returns `null` where Word picks one that shows.
 */
function colourOf(attribute: Attribute, name: string, theme: "w:theme" | "w:themeFill"): string | null {
  const named = attribute(theme === "w:theme" ? "w:themeColor" : theme);
  const isChanged = ["Tint", "Shade"].some((change) => attribute(theme + change) !== null);
  if (!isChanged && /^(?:background|light)1$/.test(named ?? "")) return "FFFFFF";
  if (!isChanged && /^(?:text|dark)1$/.test(named ?? "")) return "000000";
  const digits = attribute(name) ?? "";
  return hexadecimal.test(digits) ? digits : null;
}

function hexadecimalOf(colour: Colour): string {
  return colour.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("");
}

/** Whether a paragraph's level in the outline is one of a heading. */
export function isOutlined(attribute: Attribute): boolean {
  return /^[0-8]$/.test(attribute("w:val") ?? "");
}

/** Whether a property that is on or off is on. */
export function isOn(attribute: Attribute): boolean {
  return !/^(?:0|false|off)$/.test(attribute("w:val") ?? "");
}

const hexadecimal = /^[\da-f]{6}$/i;
