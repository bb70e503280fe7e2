/**
 * What people tell of themselves outside of labelled lines: when they were born, how old they are, what they are called.
 * Pronouns and names that were read as such are in `person_words.ts`.
 *
 * @module
 */
import { isName, lowerCased, particles } from "./name_form.ts";
import { isPlace } from "./places.ts";
import { hasRole } from "./roles.ts";
import type { ResumeText } from "./text.ts";
import type { Span } from "./types.ts";

const year = "(?:19|20)\\d{2}";
/** "1990", "3 April 1998", "April 3rd, 1998", "03.04.1998", "3. April 1998", "3 de abril de 1998". */
const date =
  `(?:\\d{1,2}[./-]\\d{1,2}[./-](?:${year}|\\d{2})|(?:the )?(?:\\d{1,2}(?:\\.|st|nd|rd|th|er)? (?:of |de )?)?` +
  `(?:\\p{L}{3,10}\\.? (?:(?:de |del )|\\d{1,2}(?:st|nd|rd|th)?,? )?)?${year})`;
const born = new RegExp(
  "(?<!\\p{L})(?:(?:I was|I am|I['’]m|was|wurde|ich wurde|je suis|soy|sono) )?" +
    "(?:born|geboren|née?|nac[ií]|nacid[oa]|nat[oa]|nasc[ie]|nascid[oa]) " +
    `(?:(?:on|in|am|im|wurde|le|en|el|il|nel|em|op|de) ){0,2}${date}(?![\\p{L}\\p{N}])\\.?`,
  "giu",
);
/** Of 16 to 99 years, and no other measure: "I'm 34 and", not "I am 20 times". */
const aged =
  /(?<!\p{L})(?:I['’]m|I am|ich bin|j['’]ai|tengo|ho|tenho|ik ben)(?: currently| now| jetzt)? (?:1[6-9]|[2-9]\d)(?= ?(?:[,.;!)]|$)| and | und | years? (?:old|of age)| ans(?!\p{L})| años| anni| anos| jaar| jahre)(?: years? (?:old|of age)| ans(?!\p{L})| años| anni| anos| jaar(?: oud)?| jahre(?: alt)?)?/gimu;

/** Spans that say when somebody was born or how old they are. Not sorted. */
export function birthSpans(text: string): Span[] {
  return [born, aged].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: told }) => ({ start: index, end: index + told.length }))
  );
}

const introduction =
  /(?:(?:^|[\n.!] ?)(?:hi|hello|hey|hallo|hola|ciao|bonjour)(?: there)?[,!.]? (?:I am|I['’]m|ich bin|soy|sono|je suis)|(?<!\p{L})(?:my name is|my name['’]s|ich heiße|mein name ist|je m['’]appelle|me llamo|mi chiamo|meu nome é|mijn naam is)) /giu;

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const nameAt = new RegExp(`^${word}(?: (?:(?:${[...particles].join("|")}) ){0,2}${word}){0,3}`, "u");

/** Characters of a text among which people introduce themselves. */
const introductionChars = 3000;

/** A name by which somebody introduces themself in prose, "Hi, I am Ana Lima"; `null` for none. */
export function introducedName(text: string): string | null {
  const beginning = text.slice(0, introductionChars);
  for (const { index, 0: { length } } of beginning.matchAll(introduction)) {
    const name = nameAt.exec(beginning.slice(index + length))?.[0];
    if (name !== undefined && isName(name) && !hasRole(name)) return name;
  }
  return null;
}

/**
 * The first line where it has the form of a name that nothing else confirms: "Lima, Ana", or "ana lima" in lower case. Too
 * little to call somebody by or to look for its parts elsewhere, enough to leave the line out of a vector.
 */
export function unconfirmedName({ lines }: ResumeText): Span | null {
  const line = lines.find(({ text }) => /\S/u.test(text));
  if (!line || line.bullet || hasRole(line.text) || isPlace(line.text)) return null;
  const turned = /^(\p{Lu}[\p{L}\p{M}'’-]+), (\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}\.?)?)$/u.exec(line.text);
  const isLikely = turned ? isName(`${turned[2]} ${turned[1]}`) : lowerCased(line.text);
  return isLikely ? { start: line.start, end: line.end } : null;
}
