/**
 * JSON Resume in and out: a document as the lines a reader would give, and stored fields as a document.
 *
 * @module
 */
import { AppError, type FieldError } from "../errors.ts";
import { clean, Hidden } from "../matching/hidden.ts";
import { countryOf } from "../matching/places.ts";
import { withoutTricks } from "../matching/tricks.ts";
import type { DocumentFlag, DocumentLine, DocumentText } from "../../workers/protocol.ts";
import { correctedFields, correctedSkills } from "./corrected.ts";
import { JsonResume, type JsonResumeDocument, jsonResumeMembers } from "./json_resume_schema.ts";
import type { Resume } from "./resumes.ts";

/** As much text as the readers of other formats give. */
const CHARS_MAX = 200_000;
const ERRORS_MAX = 50;
const DEPTH_MAX = 50;
const NODES_MAX = 50_000;

/**
 * Reads a JSON Resume as a document reader would: headings, lines, bullets and links.
 *
 * @throws {AppError} `damaged` if the bytes are no JSON in UTF-8; `invalid`, with a JSON pointer to each fault, if the
 * document does not meet the schema; `too_complex` if it has more depth or values than any résumé; `empty` if it says
 * nothing.
 */
export function readJsonResume(bytes: Uint8Array): DocumentText {
  const resume = parsed(bytes);
  const { all, hidden } = linesOf(resume);
  const lines: DocumentLine[] = [];
  let chars = 0;
  for (const line of all) {
    chars += line.text.length + 1;
    if (chars > CHARS_MAX) break;
    lines.push(line);
  }
  if (!lines.some(({ heading }) => !heading)) throw new AppError("empty", "Cannot read the JSON Resume: it is empty");
  const { basics } = resume;
  const links = [basics?.url, ...(basics?.profiles ?? []).map(({ url }) => url)].filter((url) => url !== undefined);
  const flags: DocumentFlag[] = lines.length < all.length ? ["truncated"] : [];
  if (hidden.parts.length > 0) flags.push("hidden_text");
  return { lines, pages: 1, links: [...new Set(links)], flags, hidden: hidden.parts };
}

function parsed(bytes: Uint8Array): JsonResumeDocument {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("damaged", "Cannot read the JSON Resume: it is not JSON in UTF-8", { cause });
  }
  if (isTooComplex(value)) {
    throw new AppError("too_complex", "Cannot read the JSON Resume: it is nested too deeply or has too many values");
  }
  const result = JsonResume.safeParse(value);
  if (!result.success) {
    const fields = result.error.issues.slice(0, ERRORS_MAX).map(({ path, message }): FieldError => ({
      pointer: path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
      detail: message,
    }));
    throw new AppError("invalid", "Cannot read the JSON Resume: it does not meet the schema", { fields });
  }
  if (!jsonResumeMembers.some((name) => name in result.data)) {
    throw new AppError("invalid", "Cannot read the JSON Resume: it has none of the members of one", {
      fields: [{ pointer: "", detail: `Expected at least one of ${jsonResumeMembers.join(", ")}` }],
    });
  }
  return result.data;
}

/** Whether a value is deeper or larger than any résumé; without recursion, and no further than it must. */
function isTooComplex(value: unknown): boolean {
  let level: unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; depth <= DEPTH_MAX; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== "object" || item === null) continue;
      const children: unknown[] = Object.values(item);
      nodes += children.length;
      if (nodes > NODES_MAX) return true;
      for (const child of children) next.push(child);
    }
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}

type Text = string | undefined;

/** Collects lines in the form that other résumés have. */
class Lines {
  readonly all: DocumentLine[] = [];
  readonly hidden = new Hidden();

  add(text: Text, kind: { bullet?: boolean; heading?: boolean } = {}): void {
    for (const part of (text ?? "").split(/\r\n?|\n|\u2028|\u2029/u)) {
      const said = clean(withoutTricks(part, (reason, quote) => this.hidden.add(reason, { text: quote, y: NaN })));
      if (said === "") continue;
      const { bullet = false, heading = false } = kind;
      this.all.push({ text: said, page: 0, x: null, y: null, fontSize: null, bold: heading, bullet, heading });
    }
  }

  labelled(label: string, value: Text): void {
    if (value?.trim()) this.add(`${label}: ${value.replace(/\s+/gu, " ")}`);
  }

  bullets(texts: readonly string[] | undefined): void {
    for (const text of texts ?? []) this.add(text.replace(/\s+/gu, " "), { bullet: true });
  }

  section<T>(heading: string, items: readonly T[] | undefined, write: (item: T) => void): void {
    if (!items || items.length === 0) return;
    this.add(heading, { heading: true });
    for (const item of items) write(item);
  }
}

function linesOf(resume: JsonResumeDocument): Lines {
  const { basics } = resume;
  const lines = new Lines();
  if (basics) {
    lines.labelled("Name", basics.name);
    lines.add(basics.label);
    lines.labelled("E-mail", basics.email);
    lines.labelled("Phone", basics.phone);
    const { address, postalCode, city, region, countryCode } = basics.location ?? {};
    lines.labelled("Location", joined([city, region, countryName(countryCode)]));
    lines.labelled("Address", joined([address, postalCode]));
    lines.add(basics.url);
    for (const { url, network, username } of basics.profiles ?? []) lines.add(url ?? joined([network, username], ": "));
  }
  lines.section("Summary", basics?.summary ? [basics.summary] : [], (summary) => lines.add(summary));
  lines.section("Experience", resume.work, (entry) => {
    lines.labelled("Position", entry.position);
    lines.labelled("Company", entry.name);
    writeEngagement(lines, entry);
  });
  lines.section("Education", resume.education, (entry) => {
    lines.labelled("Degree", joined([entry.studyType, entry.area], " in "));
    lines.labelled("Institution", entry.institution);
    lines.add(period(entry, entry.startDate !== undefined && entry.endDate === undefined));
    lines.labelled("Grade", entry.score);
    lines.bullets(entry.courses);
  });
  lines.section("Skills", resume.skills, ({ name, level, keywords }) => {
    lines.add(joined([joined([name, level && `(${level})`], " "), keywords?.join(", ")], ": "));
  });
  lines.section("Projects", resume.projects, (entry) => {
    lines.add(joined([entry.name, entry.entity]));
    lines.add(period(entry, false));
    lines.labelled("Type", entry.type);
    lines.labelled("Role", entry.roles?.join(", "));
    lines.add(entry.description);
    lines.bullets(entry.highlights);
    lines.add(entry.keywords?.join(", "));
  });
  lines.section("Certifications", resume.certificates, ({ name, issuer, date }) => {
    lines.add(joined([name, issuer, date?.slice(0, 7)]), { bullet: true });
  });
  lines.section("Languages", resume.languages, ({ language, fluency }) => {
    lines.add(joined([language, fluency && `(${fluency})`], " "));
  });
  lines.section("Volunteering", resume.volunteer, (entry) => {
    lines.labelled("Position", entry.position);
    lines.labelled("Organization", entry.organization);
    writeEngagement(lines, entry);
  });
  lines.section("Publications", resume.publications, ({ name, publisher, releaseDate, summary }) => {
    lines.add(joined([name, publisher, releaseDate?.slice(0, 4)]));
    lines.add(summary);
  });
  lines.section("Awards", resume.awards, ({ title, awarder, date, summary }) => {
    lines.add(joined([title, awarder, date?.slice(0, 4)]));
    lines.add(summary);
  });
  lines.section("Interests", resume.interests, ({ name, keywords }) => {
    lines.add(joined([name, keywords?.join(", ")], ": "));
  });
  lines.section("References", resume.references, ({ name, reference }) => {
    lines.add(name);
    lines.add(reference);
  });
  return lines;
}

type Engagement = Pick<
  NonNullable<JsonResumeDocument["work"]>[number],
  "location" | "description" | "startDate" | "endDate" | "summary" | "highlights"
>;

function writeEngagement(lines: Lines, entry: Engagement): void {
  lines.labelled("Location", entry.location);
  lines.add(period(entry, true));
  lines.bullets([entry.description, entry.summary].filter((text) => text !== undefined));
  lines.bullets(entry.highlights);
}

/** "2019-05 – 2021-06"; what has begun and has no end goes on. */
function period({ startDate, endDate }: Pick<Engagement, "startDate" | "endDate">, goesOn: boolean): Text {
  const [from, to] = [startDate?.slice(0, 7), endDate?.slice(0, 7)];
  if (from === undefined) return to;
  return to === undefined && !goesOn ? from : `${from} – ${to ?? "present"}`;
}

function joined(parts: readonly Text[], by = ", "): Text {
  const said = parts.map((part) => part?.trim()).filter((part) => part !== undefined && part !== "");
  return said.length === 0 ? undefined : said.join(by);
}

function countryName(code: Text): Text {
  if (code === undefined || !/^[A-Za-z]{2}$/u.test(code)) return code;
  return new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }).of(code.toUpperCase());
}

/** What of a stored résumé becomes a JSON Resume. */
export type ExportedResume = Pick<
  Resume,
  "candidateName" | "email" | "phone" | "fields" | "extractedSkills" | "corrections" | "createdAt" | "updatedAt"
>;

const networks: [RegExp, string][] = [
  [/^(?:[a-z]{2,3}\.)?linkedin\.com\//iu, "LinkedIn"],
  [/^github\.com\//iu, "GitHub"],
  [/^gitlab\.com\//iu, "GitLab"],
  [/^(?:twitter|x)\.com\//iu, "X"],
  [/^(?:www\.)?xing\.com\//iu, "XING"],
  [/^orcid\.org\//iu, "ORCID"],
  [/^stackoverflow\.com\//iu, "Stack Overflow"],
];

/** Maps a stored résumé to a JSON Resume 1.0.0 document; what it does not say is absent. */
export function toJsonResume(resume: ExportedResume): JsonResumeDocument {
  const fields = correctedFields(resume);
  const links = fields.links.flatMap(({ value }) => {
    const [url, network] = [uriOf(value), networks.find(([form]) => form.test(value))?.[1]];
    return url === null ? [] : [{ url, network, username: value.split("/").at(-1) }];
  });
  const profiles = links.flatMap(({ network, username, url }) =>
    network === undefined || username === undefined ? [] : [{ network, username, url }]
  );
  return {
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: {
      ...said("name", resume.candidateName),
      ...said(
        "email",
        resume.email !== null && JsonResume.shape.basics.safeParse({ email: resume.email }).success
          ? resume.email
          : null,
      ),
      ...said("phone", resume.phone),
      ...said("url", links.find(({ network }) => network === undefined)?.url),
      ...(fields.location ? { location: locationOf(fields.location.value) } : {}),
      profiles,
    },
    work: fields.experience.map((entry) => ({
      ...said("name", entry.company),
      ...said("position", entry.title),
      ...said("location", entry.location),
      ...datesOf(entry),
      highlights: entry.bullets,
    })),
    education: fields.education.map((entry) => ({
      ...said("institution", entry.institution),
      ...said("studyType", degreeAlone(entry.degree, entry.field)),
      ...said("area", entry.field),
      ...datesOf(entry),
    })),
    certificates: fields.certifications.map(({ value, issuer, date }) => ({
      name: value,
      ...said("issuer", issuer),
      ...said("date", date),
    })),
    skills: [...new Set(correctedSkills(resume).map(({ skill }) => skill))].map((name) => ({ name })),
    languages: fields.languages.map(({ value, level }) => ({ language: value, ...said("fluency", level) })),
    meta: { version: "v1.0.0", lastModified: resume.updatedAt.toISOString() },
  };
}

/** Letters of a URI by RFC 3986, stricter than what browsers take. */
const uri = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/iu;

/** A link as a URI; `null` where it cannot be one. */
function uriOf(link: string): string | null {
  const url = `https://${link}`;
  if (!URL.canParse(url)) return null;
  return [url, new URL(url).href].find((form) => uri.test(form)) ?? null;
}

/** A member, or nothing where there is no value. */
function said<K extends string>(name: K, value: string | null | undefined): Partial<Record<K, string>> {
  return value === null || value === undefined || value === "" ? {} : { [name]: value } as Record<K, string>;
}

function datesOf({ startDate, endDate }: { startDate: string | null; endDate: string | null }) {
  return { ...said("startDate", startDate), ...said("endDate", endDate === "present" ? null : endDate) };
}

/** "MSc in Statistics" names its field itself, which has a member of its own. */
function degreeAlone(degree: string | null, field: string | null): string | null {
  if (degree === null || field === null || !degree.endsWith(field)) return degree;
  return degree.slice(0, -field.length).replace(/(?:\s+(?:in|en|em|im|der|fur|für))?[\s,:]+$/iu, "") || degree;
}

function locationOf(printed: string): { city?: string; region?: string; countryCode?: string } {
  const parts = printed.split(/\s*,\s*/u);
  const last = parts.at(-1) ?? "";
  const country = countryOf(last);
  if (country === null) return { ...said("city", parts[0]), ...said("region", parts.slice(1).join(", ")) };
  // A state stands for its country as well, and stays what it is.
  const isRegion = countryName(country)?.toLowerCase() !== last.toLowerCase() && /^[A-Z]{2}$/u.test(last);
  const rest = isRegion ? parts : parts.slice(0, -1);
  return { ...said("city", rest[0]), ...said("region", rest.slice(1).join(", ")), countryCode: country };
}
