/**
 * Reads the skills of public vocabularies as they are downloaded: ESCO (`skills_en.csv`) and O*NET (`Technology Skills.txt`,
 * `Tools Used.txt`, tab separated). Pure: text in, data file out.
 *
 * @module
 */
import { TOKENS_MAX } from "../automaton.ts";
import { foldString } from "../fold.ts";
import type { SkillFile } from "./data.ts";

/** What a vocabulary is cited as. */
const sources = {
  esco: { source: "ESCO classification of the European Commission", licence: "see esco.ec.europa.eu" },
  onet: { source: "O*NET Database by USDOL/ETA", licence: "CC BY 4.0" },
};

/** Labels longer than this are definitions. */
const labelCharsMax = 120;

/**
 * Skills of a downloaded file, told by its header line.
 *
 * Labels of ESCO count where a text claims them; names of O*NET products count as printed, single words in their case.
 *
 * @returns `null` for a file of no known kind.
 */
export function readVocabulary(text: string): SkillFile | null {
  const body = text.replace(/^\uFEFF/, "");
  const header = body.slice(0, body.search(/\r?\n|$/)).toLowerCase();
  if (header.includes("\t")) return header.includes("example") ? readOnet(body) : null;
  return header.includes("preferredlabel") && header.includes("concepturi") ? readEsco(body) : null;
}

function readEsco(text: string): SkillFile {
  const categories: Record<string, string[]> = {};
  const [header = [], ...rows] = separated(text, ",");
  const column = (name: string) => header.findIndex((title) => title.trim().toLowerCase() === name);
  const [uri, name, other, type] = ["concepturi", "preferredlabel", "altlabels", "skilltype"].map(column);
  for (const row of rows) {
    const labels = [row[name!] ?? "", ...(row[other!] ?? "").split(/\r?\n|\s\|\s/)].flatMap(label);
    const [first] = labels;
    const id = /[\w-]+\/?$/.exec(row[uri!] ?? "")?.[0].replace("/", "");
    if (first === undefined || !id) continue;
    // "Java (computer programming)" is written "Java".
    const bare = first.replace(/\s*\([^)]*\)$/, "");
    const spellings = distinct([first, ...(bare === first ? [] : [bare]), ...labels.slice(1)]);
    (categories[`*${row[type!]?.trim() || "skill"}`] ??= []).push([...spellings, `@esco-${id}`].join("|"));
  }
  return { ...sources.esco, families: { esco: categories } };
}

function readOnet(text: string): SkillFile {
  const categories: Record<string, string[]> = {};
  const [header = [], ...rows] = separated(text, "\t");
  const example = header.findIndex((title) => /^example$/i.test(title.trim()));
  const title = header.findIndex((name) => /^(commodity title|category)$/i.test(name.trim()));
  const seen = new Set<string>();
  for (const row of rows) {
    for (const name of label((row[example] ?? "").replace(/\s+software$/i, ""))) {
      const folded = foldString(name);
      if (seen.has(folded)) continue;
      seen.add(folded);
      (categories[row[title]?.trim() || "tools"] ??= []).push(/\s/.test(name) ? `=${name}` : `!${name}`);
    }
  }
  return { ...sources.onet, families: { onet: categories } };
}

/** A label fit for a data file, as a list of one; else none. */
function label(raw: string): string[] {
  const text = raw.replace(/[|\s]+/g, " ").trim().replace(/^[*!?~=@]+/, "");
  const folded = foldString(text);
  const tokens = folded.match(/[\p{L}\p{N}\p{M}]+|[^\s]/gu)?.length ?? 0;
  const fits = /[\p{L}\p{N}]/u.test(folded) && folded.length > 1 && folded.length <= labelCharsMax &&
    tokens <= TOKENS_MAX;
  return fits ? [text] : [];
}

function distinct(labels: readonly string[]): string[] {
  return [...new Map(labels.toReversed().map((text) => [foldString(text), text])).values()].toReversed();
}

/** Rows of a delimited file; a field in quotes may hold the separator, line breaks and doubled quotes. */
export function separated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let i = 0; i < text.length;) {
    let field = "";
    if (text[i] === '"' && separator === ",") {
      i++;
      while (i < text.length) {
        const close = text.indexOf('"', i);
        const end = close < 0 ? text.length : close;
        field += text.slice(i, end);
        i = end + 1;
        if (text[i] !== '"') break;
        field += '"';
        i++;
      }
    }
    let end = i;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
    row.push(field + text.slice(i, end));
    i = end + 1;
    if (end < text.length && text[end] === separator) {
      if (i === text.length) row.push("");
      else continue;
    } else if (text[end] === "\r" && text[i] === "\n") i++;
    rows.push(row);
    row = [];
  }
  return rows;
}
