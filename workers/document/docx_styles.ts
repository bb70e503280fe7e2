/**
 * What the styles of a DOCX say about seeing a text: its colour, size and ground, and whether it shows at all.
 *
 * @module
 */
import { type Attribute, readXml } from "./docx_xml.ts";

/** How print looks; what a member does not say is as without it. */
export interface Print {
  vanish?: boolean;
  /** Six hexadecimal digits; `auto`: one that shows. */
  colour?: string;
  halfPoints?: number;
  /** Per cent of a letter's width. */
  width?: number;
  /** Six hexadecimal digits; `?`: something that cannot be told. */
  ground?: string;
}

/** A style with all that the ones below it say. */
export interface Style extends Print {
  /** As people see it in English: "heading 1". */
  name?: string;
  /** Its paragraphs are items of a list. */
  isListed?: boolean;
}

/** Styles by id; under {@link NO_STYLE} what a paragraph has that names none. */
export type Styles = ReadonlyMap<string, Style>;
export const NO_STYLE = "";

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
      else if (name === "w:name") style.name = attribute("w:val") ?? "";
      else if (name === "w:basedOn") bases.set(id, attribute("w:val") ?? "");
      else if (name === "w:numId") style.isListed = attribute("w:val") !== "0";
      else if (!isTable) Object.assign(style, printOf(name, attribute));
      // Which cells a table's style colours cannot be told from the cells.
      else if (groundOf(name, attribute).ground !== undefined) style.ground = "?";
    },
  });
  const resolved = new Map<string, Style>();
  for (const name of own.keys()) {
    const chain: Style[] = [];
    for (let at: string | undefined = name; at !== undefined && chain.length < BASES_MAX; at = bases.get(at)) {
      chain.unshift(own.get(at) ?? {});
    }
    // A style of letters adds to its paragraph's, and must not take what that says back to the default.
    resolved.set(name, Object.assign({}, ...(paragraphs.has(name) ? [defaults] : []), ...chain));
  }
  return resolved.set(NO_STYLE, resolved.get(standard) ?? defaults);
}

/** What a tag of run properties says. */
export function printOf(name: string, attribute: Attribute): Print {
  switch (name) {
    case "w:vanish":
      return { vanish: isOn(attribute) };
    case "w:color": {
      const colour = attribute("w:val") ?? "";
      return { colour: hexadecimal.test(colour) ? colour : "auto" };
    }
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

/** The ground that a shading gives. */
export function groundOf(name: string, attribute: Attribute): { ground?: string } {
  if (name !== "w:shd") return {};
  const [fill, pattern] = [attribute("w:fill") ?? "", attribute("w:val") ?? "clear"];
  if (pattern !== "clear" && pattern !== "nil") return { ground: "?" };
  return hexadecimal.test(fill) ? { ground: fill } : {};
}

/** Whether a property that is on or off is on. */
export function isOn(attribute: Attribute): boolean {
  return !/^(?:0|false|off)$/.test(attribute("w:val") ?? "");
}

const hexadecimal = /^[\da-f]{6}$/i;
