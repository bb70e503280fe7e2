/**
 * Certificates and licences: what they are called, who gave them and when.
 *
 * @module
 */
import { datesIn } from "./dates.ts";
import { folded, type TextLine } from "./text.ts";
import type { Certification } from "./types.ts";

/** Who gives certificates; names that say so themselves, and the best known others. Folded. */
const issuer =
  /(?<!\p{L})(?:institute|institut|instituto|istituto|association|society|council|alliance|foundation|academy|akademie|university|universitat|universidad|college|school|board|authority|ministry|chamber|kammer|federation|commission|services|inc|llc|ltd|gmbh|red cross|amazon|aws|google|microsoft|cisco|oracle|coursera|udemy|udacity|edx|linkedin(?: learning)?|pmi|scrum\.org|comptia|ibm|sap|salesforce|hubspot|red hat|cncf|axelos|peoplecert|isc2|\(isc\)2|isaca|tuv|ihk|dekra|isqb|istqb|vmware|adobe|meta|databricks|snowflake|hashicorp|mongodb|nvidia|deeplearning\.ai|pluralsight|codecademy|freecodecamp|datacamp|cambridge|goethe-institut|british council|ets|osha|aha|fema|dicoding|bnsp|kominfo)(?!\p{L})/u;
const issuedBy =
  /^(?:issued by|issuer|issuing (?:organi[sz]ation|authority)|provider|awarded by|by|from|ausgestellt von|délivré par|emitido por|rilasciato da)\s*:?\s+/iu;
/** Parts of names that follow a dash or a comma. */
const grade =
  /^(?:associate|professional|foundation|specialty|practitioner|expert|fundamentals|advanced|intermediate|beginner|basic|master|level\b.*|part\b.*|stufe\b.*|[a-c][12])$/iu;
const remark =
  /\s*[,;|(–-]*\s*(?:issued|expires?|expired|expiration(?: date)?|valid (?:until|through|thru|till)|renewed|earned|completed|in progress|no expiration(?: date)?|credential id|certificate (?:no|number|id)|licen[cs]e (?:no|number)|id)\b\s*[:#.]?\s*[A-Z0-9-]*\d[A-Z0-9-]*\)?|\s*\((?:in progress|expected|ongoing)\)/giu;

/** Reads the lines of a section of certificates. */
export function certificationsIn(lines: readonly TextLine[]): Certification[] {
  const found: Certification[] = [];
  let mayGoOn = false;
  for (const line of lines) {
    if (line.text.length > 300) continue;
    const dates = datesIn(line.text);
    const date = dates[0]?.from ?? null;
    const bare = tidy(withoutDates(line.text, dates));
    const last = found.at(-1);
    if (last && mayGoOn && !line.bullet && (bare === "" || isIssuer(bare))) {
      last.date ??= date;
      if (bare !== "") last.issuer ??= bare.replace(issuedBy, "");
      last.end = line.end;
      continue;
    }
    mayGoOn = true;
    if (bare.length < 2 || bare.length > 140 || !/\p{L}/u.test(bare)) continue;
    for (const text of acronyms(bare) ?? [bare]) {
      const { name, by } = parted(text);
      found.push({
        value: name,
        issuer: by,
        date,
        start: line.start,
        end: line.end,
        confidence: line.bullet || by !== null || date !== null ? 0.8 : 0.6,
      });
    }
  }
  return found;
}

function withoutDates(text: string, dates: ReturnType<typeof datesIn>): string {
  let rest = text;
  for (const { start, end } of dates.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.replace(remark, " ").replace(
    /\b(?:issued|expires?|valid until|valid through|earned|completed|seit|since)\b[\s:]*/giu,
    " ",
  );
}

function tidy(text: string): string {
  return text.replace(/\(\s*[,–-]*\s*\)/gu, " ").replace(/\s+/gu, " ").replace(/^[\s,;:|•·–-]+|[\s,;:|•·(–-]+$/gu, "");
}

function isIssuer(text: string): boolean {
  if (issuedBy.test(text)) return true;
  return text.length < 60 && issuer.test(folded(text)) && !/certif|licen[cs]|diplom|zertifi/iu.test(text);
}

/** "CPR, BLS, ACLS" are three. */
function acronyms(text: string): string[] | null {
  const parts = text.split(/\s*[,;|]\s*/u);
  return parts.length > 1 && parts.every((part) => /^[A-Z][A-Z0-9+-]{1,9}$/u.test(part)) ? parts : null;
}

/** Parts the name from who gave it: "PMP (Project Management Institute)", "CCNA – Cisco", "CSM, Scrum Alliance". */
function parted(text: string): { name: string; by: string | null } {
  const bracket = /^(?<name>.{2,}?)\s*\((?<by>[^()]{3,60})\)$/u.exec(text)?.groups;
  if (bracket && isIssuer(bracket.by!) && !/^[A-Z0-9-]{2,6}$/u.test(bracket.by!)) {
    return { name: bracket.name!, by: bracket.by! };
  }
  const pieces = [...text.matchAll(/\s+[–—-]\s+|\s*\|\s*|,\s+|\s{2,}|\s+(?:by|from)\s+(?=\p{Lu})|:\s+/gu)];
  for (const { index, 0: separator } of pieces.toReversed()) {
    const by = text.slice(index + separator.length).trim();
    const name = text.slice(0, index).trim();
    if (name.length >= 2 && !grade.test(by) && isIssuer(by)) return { name, by: by.replace(issuedBy, "") };
  }
  // "Coursera: Machine Learning" names the giver first.
  const first = pieces[0];
  const before = first ? text.slice(0, first.index) : "";
  if (first && before.split(" ").length <= 3 && isIssuer(before) && /[:|–—-]/u.test(first[0])) {
    return { name: text.slice(first.index + first[0].length).trim(), by: before };
  }
  return { name: text, by: null };
}
