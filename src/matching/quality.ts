/**
 * How far a reading can be trusted, and whether the document is a résumé at all.
 *
 * @module
 */
import type { DocumentFlag } from "../../workers/protocol.ts";
import { emailsIn } from "./contact.ts";
import { supportedLanguages } from "./language.ts";
import { isName } from "./name_form.ts";
import { hasRole } from "./roles.ts";
import { folded } from "./text.ts";
import type { ResumeFields, Section } from "./types.ts";

/** Why a person should look at the file itself. */
export type QualityFlag =
  | DocumentFlag
  | "too_short"
  | "not_a_resume"
  | "kind_uncertain"
  | "unsupported_language"
  | "no_headings"
  | "no_name"
  | "no_contact"
  | "no_entries";

/** What quality is judged by. */
export interface Reading {
  text: string;
  sections: readonly Section[];
  fields: ResumeFields;
  skillCount: number;
  /** Date ranges anywhere in the text. */
  rangeCount: number;
  language: string;
  flags: readonly DocumentFlag[];
}

/** A résumé has at least so many letters. */
const lettersMin = 200;

/** What each flag takes off a perfect reading. */
const costs: Record<QualityFlag, number> = {
  scanned: 0.6,
  garbled_fonts: 0.5,
  multi_column_uncertain: 0.2,
  hidden_text: 0.1,
  truncated: 0.2,
  too_short: 0.5,
  not_a_resume: 0.9,
  kind_uncertain: 0.4,
  unsupported_language: 0.3,
  no_headings: 0.2,
  no_name: 0.1,
  no_contact: 0.1,
  no_entries: 0.2,
};

/** Judges a reading: a number in [0, 1] and the reasons why it is not 1. */
export function judgeQuality(reading: Reading): { quality: number; flags: QualityFlag[] } {
  const { text, sections, fields, language } = reading;
  const flags = new Set<QualityFlag>(reading.flags);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < lettersMin) flags.add("too_short");
  if (language !== "und" && !supportedLanguages.has(language)) flags.add("unsupported_language");
  const kind = kindOf(reading);
  if (kind === "other") flags.add("not_a_resume");
  if (kind === "uncertain") flags.add("kind_uncertain");
  const titled = new Set(sections.filter(({ heading }) => heading !== null).map(({ name }) => name));
  if (titled.size < 2) flags.add("no_headings");
  if (!fields.name) flags.add("no_name");
  if (fields.emails.length + fields.phones.length === 0) flags.add("no_contact");
  if (fields.experience.length + fields.education.length === 0) flags.add("no_entries");
  let quality = 1;
  for (const flag of flags) quality *= 1 - costs[flag];
  return { quality: Math.round(quality * 100) / 100, flags: [...flags] };
}

const otherKinds =
  /(?<!\p{L})(?:to whom it may concern|recommend (?:him|her|them)|pleasure to recommend|without reservation|send (?:us )?your (?:cv|resume|application)|how to apply|apply (?:at|now|via)|about the role|about us|your role|your application|\(required\)|we offer|m\/[fw]\/[dx]|[fw]\/m\/[dx]|ihre aufgaben|lebenslauf an|envoyez votre cv|envia tu cv|invoice|total due|amount due|balance due|subtotal|bill to|purchase order|iban|vat (?:no|number|id)|rechnung|rechnungsnummer|gesamtbetrag|mehrwertsteuer|facture|montant total|factura|fattura|factuur|ingredients|preheat|tablespoons?|teaspoons?|zutaten|ingredientes|hereinafter|hereby agree|this agreement|the parties|lessee|lessor|tenant shall|landlord shall|governing law|in witness whereof|terms and conditions|permission is hereby granted|licensor|licensee|warranty|abstract|we propose|et al|theorem|chapter \d|table of contents|dear (?:sir|madam|mr|ms|hiring)|sincerely|job description|we are looking for|what you will do|equal opportunity employer|responsibilities include|apply now|your profile|wir suchen|wir bieten|boarding pass|meeting minutes|attendees|agenda|introduction|conclusions?|methodology|hypothesis|doi|arxiv|figure \d|keywords|syllabus|course description|grading|midterm|homework|prerequisites|account statement|account holder|opening balance|closing balance|withdrawals?|annual report|shareholders|net income|fiscal year|balance sheet|price list|opening hours|user manual|safety instructions|troubleshooting|press release|all rights reserved|isbn|plaintiff|defendant|affidavit|kontoauszug|sehr geehrte|madame, monsieur|estimad[oa]s?|egregi[oa]|geachte|inhaltsverzeichnis|sommaire|preisliste|bedienungsanleitung|allgemeine geschaftsbedingungen|conditions generales|relatorio anual)(?!\p{L})/gu;

const otherOnce = new RegExp(otherKinds.source, "u");

/** What manuals, papers and books are made of; each stands in some résumés, most of them in none. */
const writing =
  /(?<!\p{L})(?:this (?:package|document|paper|manual|article|book|chapter|section|guide|test|file|class)|the (?:package|following|above|reader|user|command|option|macro|author|class|document)s?|documentation|manual|usage|syntax|usepackage|latex|tex|commands?|macros?|options?|arguments?|implementation|introduction|references|bibliography|contents|index|figures?|tables?|theorem|lemma|proof|definition|equations?|examples?|copyright|licen[cs]e|version|release|change history|changes|defined?|denotes?|exercises?|dieses (?:paket|dokument)|das paket|befehle?|einleitung|beispiele?|abbildung|literatur|ce (?:package|document)|commandes?|exemples?|sommaire|este (?:paquete|documento)|ejemplos?)(?!\p{L})/gu;
/** A text of fewer letters says who somebody is, how to reach them or what they did, or it is no résumé. */
const scrapMax = 300;
/** So many of those tell what a text is where nothing of a résumé was found in it. */
const writingMin = 4;
/** In a text so long one does: a résumé of that length has sections and entries. */
const longMin = 8000;

/** How many of the sections that nearly every résumé has are there, with a heading. */
function coreOf(sections: readonly Section[]): number {
  return new Set(
    sections.flatMap(({ name, heading }) =>
      heading !== null && /^(?:experience|education|skills)$/.test(name) ? name : []
    ),
  ).size;
}

/** Whether there are two headings that only résumés have together, or an entry that is whole. */
export function isSubstantial({ experience, education }: ResumeFields, sections: readonly Section[]): boolean {
  const core = coreOf(sections);
  const dated = [...experience, ...education].filter(({ startDate, endDate }) =>
    startDate !== null || endDate !== null
  );
  return core >= 2 || dated.length >= 3 ||
    experience.some(({ title, company, startDate }) => title !== null && company !== null && startDate !== null) ||
    education.some(({ institution, degree }) => institution !== null && degree !== null);
}

/** What people write to one another begins and ends with; a mail's head has several lines. */
const greeting =
  /^(?:dear|hi|hello|hey|sehr geehrte[rs]?|liebe[rs]?|hallo|bonjour|ch[eè]re?|madame|monsieur|estimad[oa]s?|hola|prezad[oa]s?|ol[aá]|gentile|egregi[oa]|ciao|geachte|beste|yth\.?)(?= |,)[^\n]{0,60}[,!:]\s*$/imu;
const closing =
  /^(?:cheers|(?:kind |best |warm )?regards|best wishes|(?:yours )?(?:sincerely|faithfully|truly)|many thanks|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|viele gr(?:ü|ue)(?:ß|ss)e|cordialement|salutations|saludos(?: cordiales)?|atentamente|atenciosamente|cordiali saluti|met vriendelijke groet(?:en)?|hormat saya)[,.!]?\s*$/imu;
const mailHead =
  /^(?:from|to|cc|sent|subject|von|an|betreff|de|à|objet|para|asunto|assunto|da|oggetto|aan|onderwerp)\s?:\s/gimu;
/** Words for whom a text is written to: nobody addresses the reader of a résumé three times. */
const reader =
  /(?<!\p{L})(?:[Yy]ou|[Yy]ours?|Sie|Ihnen|Ihr(?:e[nmrs]?)?|[Dd]eine?[nmrs]?|[Vv]ous|[Vv]otre|[Vv]os|[Uu]stedes|[Uu]sted|[Vv]ocê|[Vv]oi|[Vv]ostr[oaie]|[Uu]w|[Jj]ouw|[Aa]nda)(?!\p{L})/gu;
const readerMin = 3;

/** How many signs say that a text is written to somebody: a letter, a mail, an ad. */
function addressedness(text: string): number {
  return (greeting.test(text) ? 1 : 0) + (closing.test(text) ? 1 : 0) +
    ((text.match(mailHead) ?? []).length > 1 ? 1 : 0) +
    ((text.match(reader) ?? []).length >= readerMin ? 2 : 0);
}

/** So many addresses are of several people: nobody has as many. */
const emailsMin = 3;
const phonesMin = 4;

function isOfMany(text: string, { phones }: ResumeFields, sections: readonly Section[]): boolean {
  const references = sections.filter(({ name }) => name === "references");
  const emails = emailsIn(text).filter(({ start }) =>
    !references.some((part) => part.start <= start && start < part.end)
  );
  return emails.length >= emailsMin || phones.length >= phonesMin;
}

/** A longer text has more of a résumé than this. */
const sketchCharsMax = 2000;
/** Skills that make up for a line that says what somebody is. */
const sketchSkillsMin = 3;

/** All that some say of themselves: a line that could be a name, then what they are or can do. */
function isSketch({ text, skillCount }: Reading): boolean {
  if (text.length > sketchCharsMax || skillCount === 0 || addressedness(text) > 0) return false;
  const [first = "", ...next] = text.split("\n").map((line) => line.trim()).filter((line) => line !== "").slice(0, 3);
  const plain = folded(text);
  return /^\p{Lu}\S*(?: \p{Lu}\S*){1,3}$/u.test(first) && isName(first) && !hasRole(first) &&
    (skillCount >= sketchSkillsMin || next.some(hasRole)) &&
    !otherOnce.test(plain);
}

/** What a text is, as far as it can be told: the résumé of one person or something else. */
function kindOf(reading: Reading): "resume" | "uncertain" | "other" {
  const { fields, sections, language } = reading;
  const text = reading.text.slice(0, 40_000);
  if (isOther(reading)) return isSketch(reading) ? "uncertain" : "other";
  const isMany = isOfMany(text, fields, sections);
  const signs = addressedness(text) + new Set(folded(text).match(otherKinds) ?? []).size;
  if (isSubstantial(fields, sections) || fields.experience.length + fields.education.length > 0) {
    // An ad has the headings of a résumé, and nobody's name over them.
    return isMany || (fields.name === null && signs > 0) ? "uncertain" : "resume";
  }
  const isBare = coreOf(sections) === 0;
  const isKnown = supportedLanguages.has(language);
  const isUntitled = sections.every(({ heading }) => heading === null);
  if ((isMany && isUntitled) || (isBare && signs >= (isKnown ? 2 : 3))) return "other";
  return isMany || signs > 0 || (isBare && isKnown) ? "uncertain" : "resume";
}

/** Whether nothing speaks for a résumé, or little does and the text is plainly something else. */
function isOther({ text, sections, fields, rangeCount, skillCount, language }: Reading): boolean {
  const titled = new Set(sections.filter(({ heading }) => heading !== null).map(({ name }) => name));
  const core = coreOf(sections);
  const contact = fields.emails.length + fields.phones.length + fields.links.length > 0;
  const evidence = core * 2 + (titled.size > 1 ? 1 : 0) + (contact ? 1 : 0) + (fields.name ? 1 : 0) +
    Math.min(2, rangeCount) + (fields.experience.length > 0 ? 1 : 0) + (fields.education.length > 0 ? 1 : 0) +
    (skillCount >= 5 ? 1 : 0);
  if (evidence === 0) return true;
  // A few words with a number that could be a phone's, or a title that could be a name.
  const isScrap = text.length < scrapMax && core === 0 && fields.emails.length === 0 &&
    fields.experience.length + fields.education.length === 0;
  if (isScrap && (language === "und" || !fields.name)) return true;
  // Dates and names of tools alone stand in every report.
  const isAnybody = core === 0 && !contact && !fields.name && fields.experience.length + fields.education.length === 0;
  if (isAnybody && !(skillCount >= 5 && rangeCount > 0)) return true;
  // What could be a name, and nothing else: the title of any document.
  if (evidence <= 1 && !contact && fields.name && supportedLanguages.has(language)) return true;
  const plain = folded(text.slice(0, 40_000));
  const contrary = new Set(plain.match(otherKinds) ?? []).size;
  const isKnown = supportedLanguages.has(language);
  const hasSubstance = isSubstantial(fields, sections);
  // Whoever sends a résumé can be reached, or says when they worked where.
  if (!hasSubstance && core === 0 && !contact && (isKnown || rangeCount === 0)) return true;
  if (!hasSubstance && isKnown) {
    const told = new Set(plain.match(writing) ?? []).size;
    if (contrary + told >= writingMin || (text.length > longMin && contrary + told > 0)) return true;
  }
  const isBare = !contact && fields.experience.length + fields.education.length === 0;
  return (contrary >= 2 && evidence <= 3) || (contrary >= 3 && isBare && evidence <= 6) ||
    (contrary >= 3 && evidence <= 4) || (contrary >= 4 && evidence <= 5) ||
    (evidence <= 1 && contrary >= 1);
}
