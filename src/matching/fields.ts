/**
 * The facts of a résumé, and the parts of its text that say who the person is.
 *
 * @module
 */
import type { CountryCode } from "libphonenumber-js/min";
import { bareLink, emailsIn, linksIn, phonesIn } from "./contact.ts";
import { certificationsIn } from "./certifications.ts";
import { educationIn, isSchool, schoolingIn } from "./education.ts";
import { experienceIn, totalYearsOf } from "./experience.ts";
import { isTitle } from "./experience_head.ts";
import { headerLines, sectionLines, type Segment, segmentsOf } from "./header.ts";
import { languageOf } from "./language.ts";
import { languagesBeside, languagesIn, type SpokenLanguage } from "./languages.ts";
import { nameIn } from "./name.ts";
import { partsOfJob, partsOfSchooling, placeOf } from "./parts.ts";
import { contactSpans, merged, nameSpans, personalSpans } from "./personal.ts";
import { countryOf, hasStreet, isPlace } from "./places.ts";
import { countryOfCity, isKnownCity } from "./places_cities.ts";
import { folded, lineAt, type ResumeText, type TextLine, wordsOf } from "./text.ts";
import type { ExperienceEntry, Found, ResumeFields, Section, SectionName, Span } from "./types.ts";

/** Sites where people show their work; a link to one that hides behind a word is still theirs. */
const profileHosts =
  /^(?:(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|pub)\/[^/]+|(?:github|gitlab|bitbucket|medium|behance|dribbble|twitter|x|stackoverflow|kaggle|codepen|facebook|instagram|xing|orcid|leetcode|hackerrank)\.(?:com|org|net)\/(?:users\/|profile\/)?[^/]+(?:\/[^/]+)?)$/iu;

/**
 * Reads every field. `skip` are the spans that must reach neither vectors nor skills; `isNameSure` says whether a label or
 * an address speaks for the name.
 */
export function fieldsOf(
  doc: ResumeText,
  sections: readonly Section[],
  targets: readonly string[],
  today: string,
): { fields: ResumeFields; skip: Span[]; isNameSure: boolean } {
  const header = headerLines(doc, sections);
  const bySection = sectionLines(doc.lines, sections);
  const headerIndexes = new Set(header.map(({ index }) => index));
  const isHeader = (offset: number) => headerIndexes.has(lineAt(doc.lines, offset));
  const references = new Set(
    bySection.flatMap(({ section, lines }) => section.name === "references" ? lines.map(({ index }) => index) : []),
  );
  const own = ({ start }: Span) => !references.has(lineAt(doc.lines, start));

  const allEmails = emailsIn(doc.text);
  const allLinks = linksIn(doc.text);
  const country = countryIn(header.slice(0, 30)) ?? countryOfAddress(allEmails.map(({ value }) => value)) ??
    countryOfLanguage[languageOf(doc.text)] ?? null;
  const allPhones = phonesIn(doc.text, country, isHeader);
  const inHeader = allEmails.filter(({ start }) => isHeader(start));
  // Where the header has addresses, those elsewhere are of other people.
  const printed = inHeader.length > 0 ? inHeader : allEmails.filter(own);
  const emails = printed.length > 0 ? printed : linkedEmails(targets, doc.text);
  const phones = allPhones.filter(own);
  const links = ownLinks(allLinks.filter(own), targets, isHeader, doc.text);

  const addresses = [...allEmails, ...allPhones, ...allLinks];
  const byLine = Map.groupBy(addresses, ({ start }) => lineAt(doc.lines, start));
  const contactLines = new Set(byLine.keys());
  const segments = header.flatMap((line) => segmentsOf(line, byLine.get(line.index) ?? []));
  const location = locationIn(segments, contactLines);
  const likely = nameIn(
    doc,
    sections,
    [...emails, ...links].slice(0, 20).map(({ value }) => value),
    addresses.length > 0,
  );
  const { experience, education } = engagements(bySection, likely?.line.index ?? -1);
  const name = likely !== null && !likely.isSure && isPost(likely.value, experience) ? null : likely;
  const handles = [
    ...targets.map(bareLink),
    ...links.map(({ value }) => value),
    ...emails.map(({ value }) => value.split("@")[0]!),
  ]
    .map((link) => folded(link.slice(link.lastIndexOf("/") + 1)).replace(/[^\p{L}\p{N}]/gu, "")).slice(0, 100);
  const skip = merged([
    ...addresses,
    ...(name ? [name, ...nameSpans(doc.text, name.value)] : []),
    ...(location ? [location] : []),
    ...contactSpans(segments, contactLines, handles),
    ...personalSpans(doc, header),
  ]);

  const quoted = <F extends Found<string>>(field: F) => ({ ...field, printed: doc.text.slice(field.start, field.end) });
  const fields: ResumeFields = {
    name: name && quoted({ value: name.value, start: name.start, end: name.end, confidence: name.confidence }),
    emails: emails.map(quoted),
    phones,
    links: links.map(quoted),
    location: location && quoted(location),
    experience: experience.map((entry) => ({ ...entry, parts: partsOfJob(doc.text, entry) })),
    education: education.map((entry) => ({ ...entry, parts: partsOfSchooling(doc.text, entry) })),
    languages: spokenIn(bySection).map(quoted),
    certifications: linesOf(bySection, "certifications").flatMap(certificationsIn)
      .map((one) => quoted({ ...one, ...placeOf(doc.text, one.value, one) })),
    totalYears: totalYearsOf(experience, today),
  };
  return { fields, skip, isNameSure: name?.isSure ?? false };
}

/** Whether what reads like a name is what somebody worked as. */
function isPost(name: string, experience: readonly ExperienceEntry[]): boolean {
  const words = ` ${wordsOf(name).join(" ")} `;
  return experience.some(({ title }) => title !== null && ` ${wordsOf(title).join(" ")} `.includes(words));
}

/** The lines of each section of a name, without their headings. */
function linesOf(bySection: ReturnType<typeof sectionLines>, name: SectionName): TextLine[][] {
  return bySection.filter(({ section }) => section.name === name).map(({ section, lines }) =>
    lines.flatMap((line, index) => {
      if (index > 0 || section.heading === null || line.start !== section.start) return [line];
      // A heading in the left column shares its line with the first entry.
      const cut = /^\S+(?: \S+)*(?:\s{2,}|:\s)/u.exec(line.text.slice(0, 200))?.[0].length;
      if (cut === undefined || cut >= line.text.length) return [];
      return [{ ...line, text: line.text.slice(cut), start: line.start + cut }];
    })
  );
}

/** The country that the lines of the header name, or that of their city. */
function countryIn(lines: readonly TextLine[]): CountryCode | null {
  const parts = lines.flatMap(({ text }) => text.split(/[,|•·\t]|\s{2,}|\s[-–—]\s/u)).filter(({ length }) =>
    length < 40
  )
    .map((part) => part.trim().replace(/\s+\d{4,6}(?:-\d{4})?$/u, ""));
  for (const part of parts) {
    const country = countryOf(part);
    if (country) return country;
  }
  for (const part of parts) {
    const country = countryOfCity(part.replace(/^\d{4,5}(?: [A-Z]{2})? /u, ""));
    if (country) return country;
    if (/(?:^| )[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/u.test(part)) return "GB";
  }
  return null;
}

const topLevels: Partial<Record<string, CountryCode>> = {
  uk: "GB",
  ...Object.fromEntries(
    ([
      "DE",
      "AT",
      "CH",
      "FR",
      "BE",
      "ES",
      "PT",
      "BR",
      "IT",
      "NL",
      "ID",
      "IE",
      "PL",
      "SE",
      "DK",
      "NO",
      "FI",
      "CZ",
      "MX",
      "AR",
      "CL",
      "IN",
      "AU",
      "NZ",
      "CA",
    ] as const)
      .map((code) => [code.toLowerCase(), code]),
  ),
};
/** Languages of which one country has by far the most speakers. */
const countryOfLanguage: Partial<Record<string, CountryCode>> = { de: "DE", fr: "FR", it: "IT", nl: "NL", id: "ID" };

function countryOfAddress(emails: readonly string[]): CountryCode | null {
  for (const email of emails) {
    const country = topLevels[email.slice(email.lastIndexOf(".") + 1).toLowerCase()];
    if (country) return country;
  }
  return null;
}

/** Sections that hold jobs and schools where a résumé has no headings for them. */
const anywhere: ReadonlySet<SectionName> = new Set(["header", "summary", "other"]);

/** Jobs and schools of their sections; without such sections, what leaves no doubt anywhere. */
function engagements(
  bySection: ReturnType<typeof sectionLines>,
  nameLine: number,
): Pick<ResumeFields, "experience" | "education"> {
  const names = new Set(bySection.map(({ section }) => section.name));
  const pool = names.has("experience") && names.has("education")
    ? []
    : bySection.flatMap(({ section, lines }) => (anywhere.has(section.name) ? lines : []))
      .filter(({ text, index }) =>
        text.length <= 300 && index !== nameLine && !text.includes("@") &&
        !/\+?\d[\d ().-]{8,}\d/u.test(text.replace(/(?:19|20)\d\d/gu, ""))
      )
      .slice(0, 1000);
  const unsure = <T extends { confidence: number }>(entry: T): T => ({
    ...entry,
    confidence: Math.round(entry.confidence * 70) / 100,
  });
  const schooling = names.has("education") ? [] : schoolingIn(pool);
  const education = names.has("education")
    ? educationIn(linesOf(bySection, "education"))
    : educationIn([schooling]).filter(({ institution }) => institution !== null && isSchool(institution)).map(unsure);
  const isLetter = ({ text }: TextLine) => text.length > 60 && /[.!?]$/u.test(text);
  const experience = names.has("experience")
    ? experienceIn(linesOf(bySection, "experience"))
    : experienceIn([pool.filter((line) => !schooling.includes(line) && !isLetter(line))])
      .filter(({ title, company, startDate, endDate }) =>
        isTitle(title) && company !== null && startDate !== null && endDate !== null
      ).map(unsure);
  return { experience, education };
}

/** Sections in which a language that somebody speaks may be named besides. */
const besides: ReadonlySet<SectionName> = new Set([
  "header",
  "summary",
  "skills",
  "interests",
  "certifications",
  "other",
]);

function spokenIn(bySection: ReturnType<typeof sectionLines>): SpokenLanguage[] {
  const own = languagesIn(linesOf(bySection, "languages").flat());
  if (own.length > 0) return own;
  return languagesBeside(
    bySection.flatMap(({ section, lines }) => (besides.has(section.name) ? lines : [])).slice(0, 2000),
  );
}

function ownLinks(
  printed: readonly Found<string>[],
  targets: readonly string[],
  isHeader: (offset: number) => boolean,
  text: string,
): Found<string>[] {
  const links = new Map<string, Found<string>>();
  for (const link of printed) {
    if (isHeader(link.start) || profileHosts.test(link.value)) links.set(link.value.toLowerCase(), link);
  }
  for (const target of targets) {
    if (!/^https?:/iu.test(target)) continue;
    // What follows a question mark says how somebody came there.
    const value = bareLink(target.replace(/[?#].*$/u, ""));
    if (links.has(value.toLowerCase()) || !profileHosts.test(value)) continue;
    const handle = value.slice(value.lastIndexOf("/") + 1);
    const at = handle.length > 2 ? text.search(new RegExp(RegExp.escape(handle), "iu")) : -1;
    const span = at >= 0 && isHeader(at) ? { start: at, end: at + handle.length } : { start: 0, end: 0 };
    links.set(value.toLowerCase(), { value, ...span, confidence: 0.9 });
  }
  return [...links.values()];
}

/** Addresses behind a link, where none is printed whole: an icon, or a narrow column that breaks it. */
function linkedEmails(targets: readonly string[], text: string): Found<string>[] {
  return targets.flatMap((target) => {
    const value = /^mailto:(?<address>[^?@\s]+@[^?@\s]+\.\p{L}{2,24})(?:\?|$)/iu.exec(target)?.groups?.address;
    if (value === undefined) return [];
    const user = value.slice(0, value.indexOf("@"));
    const at = text.indexOf(`${user}@`);
    return [{ value, start: Math.max(at, 0), end: at < 0 ? 0 : at + user.length + 1, confidence: 0.9 }];
  }).slice(0, 1);
}

const locationLabel =
  /^(?:(?:based|lives?|living|located|wohnhaft|domicili[ée]e?) (?:in|à)\s+(?=\p{Lu})|(?:(?:home |current |permanent |mailing )?address|location|residence|city|adresse|anschrift|wohnort|direcci[oó]n|domicilio|endere[cç]o|indirizzo|residenza|adres|woonplaats|alamat|domisili)\s*[:：]\s*)/iu;

const postalCode = /\d{4,6}|(?<!\p{L})[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\p{L})/u;

function locationIn(segments: readonly Segment[], contactLines: ReadonlySet<number>): Found<string> | null {
  for (const { text, start, end } of segments) {
    const label = locationLabel.exec(text)?.[0];
    if (label && text.length > label.length + 1) {
      return { value: text.slice(label.length), start: start + label.length, end, confidence: 0.9 };
    }
  }
  const place = segments.find(({ text }) => isPlace(text)) ??
    segments.find(({ text, line }) =>
      contactLines.has(line.index) && /^\p{Lu}[\p{L} .'-]{2,30}, \p{Lu}[\p{L} .'-]{1,30}$/u.test(text)
    );
  const street = place ?? segments.find(({ text }) => hasStreet(text) && postalCode.test(text) && text.length < 80);
  const city = street ?? segments.find(({ text }) => isKnownCity(text.replace(/^\d{4,5}(?: [A-Z]{2})? /u, "")));
  return city
    ? { value: city.text, start: city.start, end: city.end, confidence: isPlace(city.text) ? 0.8 : place ? 0.5 : 0.7 }
    : null;
}
