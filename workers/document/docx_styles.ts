/**
 * What the styles of a DOCX say about seeing a text: its colour, size and ground, and whether it shows at all.
 *
 * @module
 */
import { attribute, type Tag, tagsOf } from "./docx_tags.ts";

/** How print looks; what a member does not say is as without it. */
export interface Print {
  vanish?: boolean;
  /** Six hexadecimal digits. */
  colour?: string;
  halfPoints?: number;
  /** Per cent of a letter's width. */
  width?: number;
  /** Six hexadecimal digits; `?`: something that cannot be told. */
  ground?: string;
}

/** Styles by id. */
export type Styles = ReadonlyMap<string, Print>;

/** How many styles may stand on one another. */
const BASES_MAX = 12;

/** Reads `word/styles.xml`. */
export function stylesIn(xml: string): Styles {
  const own = new Map<string, Print>();
  const bases = new Map<string, string>();
  let id: string | null = null;
  let isTable = false;
  for (const tag of tagsOf(xml)) {
    if (tag.isClosing) {
      if (tag.name === "w:style") id = null;
    } else if (tag.name === "w:style") {
      id = attribute(tag, "w:styleId");
      isTable = attribute(tag, "w:type") === "table";
      if (id !== null) own.set(id, {});
    } else if (id !== null && tag.name === "w:basedOn") bases.set(id, attribute(tag, "w:val") ?? "");
    else if (id !== null) {
      // Which cells a table's style colours cannot be told from the cells.
      const said = isTable ? groundOf(tag) : printOf(tag);
      Object.assign(own.get(id)!, isTable && said.ground !== undefined ? { ground: "?" } : said);
    }
  }
  const resolved = new Map<string, Print>();
  for (const name of own.keys()) {
    const chain: Print[] = [];
    for (let at: string | undefined = name; at !== undefined && chain.length < BASES_MAX; at = bases.get(at)) {
      chain.unshift(own.get(at) ?? {});
    }
    resolved.set(name, Object.assign({}, ...chain));
  }
  return resolved;
}

/** What a tag of run properties says. */
export function printOf(tag: Tag): Print {
  const value = attribute(tag, "w:val");
  switch (tag.name) {
    case "w:vanish":
      return { vanish: !/^(?:0|false|off)$/.test(value ?? "") };
    case "w:color":
      return /^[\da-f]{6}$/i.test(value ?? "") ? { colour: value! } : {};
    case "w:sz":
      return value === null ? {} : { halfPoints: Number(value) };
    case "w:w":
      return value === null ? {} : { width: parseFloat(value) };
    case "w:highlight":
      return value === null || value === "none" ? {} : { ground: value === "white" ? "FFFFFF" : "?" };
    default:
      return groundOf(tag);
  }
}

/** The ground that a shading gives. */
export function groundOf(tag: Tag): { ground?: string } {
  if (tag.name !== "w:shd") return {};
  const [fill, pattern] = [attribute(tag, "w:fill") ?? "", attribute(tag, "w:val") ?? "clear"];
  if (pattern !== "clear" && pattern !== "nil") return { ground: "?" };
  return /^[\da-f]{6}$/i.test(fill) ? { ground: fill } : {};
}
