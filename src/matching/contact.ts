/**
 * Addresses of a person: e-mail, phone, links, and the place they live in.
 *
 * @module
 */
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { datesIn } from "./dates.ts";
import type { Found } from "./types.ts";

/** Bounded so that a hostile text costs linear time. */
const emailPattern =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/** E-mail addresses as printed, without repetition. */
export function emailsIn(text: string): Found<string>[] {
  const found = new Map<string, Found<string>>();
  for (const match of text.matchAll(emailPattern)) {
    const value = match[0].replace(/\s/gu, "").replace(/^[.]+/u, "");
    const [user = "", host = ""] = value.split("@");
    if (user.endsWith(".") || host.startsWith("-") || found.has(value.toLowerCase())) continue;
    found.set(value.toLowerCase(), {
      value,
      start: match.index,
      end: match.index + match[0].length,
      confidence: /\s/u.test(match[0]) ? 0.8 : 1,
    });
  }
  return [...found.values()];
}

/**
 * A telephone number: `value` in E.164 where its country is known, by its own prefix or by the place, and it can be one there;
 * else as printed, which is nobody's guess.
 */
export type Phone = Found<string> & { printed: string };

/** A run of digits as long as two numbers. */
const phonePattern =
  /(?<![\p{L}\p{N}.,/@_#+-])(?:\+\s?|00)?\(?\+?\d(?:[ \t().\-–‑/]{0,3}\d){6,30}(?![\p{L}\p{N}@]|[.,-]\d)/gu;
const phoneLabel =
  /(?:phone|mobile|mob|cell|tel|telefon|telephone|telefono|telefone|cellulare|celular|movil|handy|mobil|mobiel|telefoon|telepon|hp|whatsapp|contact|portable|fax|call)\P{L}{0,6}$/iu;

/** What may stand between two numbers, and within one: "030/901820", "07031 15 - 2345". */
const betweenNumbers = /\s*\/\s*|\s+[-–‑]\s+|\s{2,}|\s*\t\s*|\s+(?=[+(]|00)/gu;
/** Digits that a number has at least, so that an area code is none. */
const digitsMin = 7;
/** Digits of E.164, at most. */
const digitsMax = 15;

const international = /^\(?(?:\+|00)/u;

function parsed(printed: string, country: CountryCode | null) {
  return parsePhoneNumberFromString(printed.replace(/^00/u, "+"), country ?? undefined);
}

const digitCount = (text: string) => text.replace(/\D/gu, "").length;

/** Whether a print can stand for itself: valid in its country, or long enough where that is not known. */
function isWhole(printed: string, country: CountryCode | null): boolean {
  const count = digitCount(printed);
  if (count < digitsMin || count > digitsMax) return false;
  return country === null && !international.test(printed) || (parsed(printed, country)?.isValid() ?? false);
}

/** Digits after a slash that are another ending of the number before or an extension: "901820/21". */
const endingMax = 3;

/** The numbers of a run of digits: parted where what comes before is whole and what follows begins another one. */
function numbersOf(run: string, country: CountryCode | null): { printed: string; at: number }[] {
  const numbers: { printed: string; at: number }[] = [];
  let at = 0;
  for (const { index, 0: gap } of run.matchAll(betweenNumbers)) {
    const rest = run.slice(index + gap.length);
    if (!isWhole(run.slice(at, index), country)) continue;
    const isEnding = gap.includes("/") && digitCount(rest) <= endingMax;
    if (!isEnding && (digitCount(rest) < digitsMin || !/^[+(0]/u.test(rest) && !isWhole(rest, country))) continue;
    numbers.push({ printed: run.slice(at, index), at });
    if (isEnding) return numbers;
    at = index + gap.length;
  }
  return [...numbers, ...shortened(run.slice(at), at, country)];
}

/** A number that a blank alone parts from the next one, or from a postal code: as long as it is valid. */
function shortened(run: string, at: number, country: CountryCode | null): { printed: string; at: number }[] {
  if (digitCount(run) <= digitsMax) return [{ printed: run, at }];
  const ends = [...run.matchAll(/ /gu)].map(({ index }) => index).reverse();
  const end = ends.find((index) => parsed(run.slice(0, index), country)?.isValid());
  if (end === undefined) return [];
  const rest = run.slice(end).trimStart();
  return [{ printed: run.slice(0, end), at }, ...shortened(rest, at + run.length - rest.length, country)];
}

/**
 * Telephone numbers as printed, without repetition.
 *
 * @param country Where national numbers belong; `null` leaves them as printed.
 * @param isContact Whether an offset lies where contact details stand; elsewhere only labelled or international numbers count.
 */
export function phonesIn(text: string, country: CountryCode | null, isContact: (offset: number) => boolean): Phone[] {
  const found = new Map<string, Phone>();
  const numbers = [...text.matchAll(phonePattern)].flatMap(({ index, 0: run }) =>
    numbersOf(run.trim(), country).map(({ printed, at }) => ({ printed, start: index + at, first: index }))
  );
  for (const { printed, start, first } of numbers) {
    const digits = printed.replace(/\D/gu, "");
    // "+49 176 *** **" is masked: half a number is none.
    if (/^\s?[*x•]{2}/iu.test(text.slice(start + printed.length, start + printed.length + 3))) continue;
    const isLabelled = phoneLabel.test(
      text.slice(Math.max(0, first - 24), first).normalize("NFKD").replace(/\p{M}/gu, ""),
    );
    const isInternational = international.test(printed);
    const number = parsed(printed, country);
    // Metadata knows not every range that is given out: where the country is sure, its length is enough.
    const isKnown = number !== undefined && number.isPossible();
    const isDated = datesIn(printed).some(({ from, to }) => to !== null || from !== null);
    if (!isInternational && !isLabelled && (isDated || digits.length < 9 || !isContact(start))) continue;
    if (isInternational && !number && !isLabelled) continue;
    const value = isKnown ? number.number : printed.replace(/\s+/gu, " ");
    const key = isKnown ? number.number : digits;
    if (found.has(key)) continue;
    found.set(key, {
      value,
      printed,
      start,
      end: start + printed.length,
      confidence: isKnown && number.isValid() ? 1 : 0.8,
    });
  }
  return [...found.values()];
}

const hosts =
  "com|org|net|io|dev|me|co|ai|app|tech|info|edu|gov|eu|uk|de|fr|es|it|nl|pt|br|id|in|at|ch|be|us|ca|au|nz|ie|se|no|fi|dk|pl|cz|ru|cn|jp|kr|sg|my|ph|vn|th|tr|gr|ro|hu|ua|mx|ar|cl|pe|za|ng|ke|ae|sa|il|pk|bd|lk|xyz|site|online|page|blog|design|codes|digital|studio|cloud|name|pro|work|space|link|cv|biz|tv|cc|ly|gg|sh|so|to|world|life|live|art|science|academy|solutions|software|works|systems|website|portfolio";
const linkPattern = new RegExp(
  `(?<![\\p{L}\\p{N}@._%+-])(?:https?:\\s?//)?(?:www\\.)?(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61})\\.){1,4}(?:${hosts})(?![\\p{L}\\p{N}@])(?:/[^\\s<>|,;"'()•·]{0,200})?`,
  "giu",
);

/** Host and path as people print them: no scheme, no "www.", no closing slash. */
export function bareLink(link: string): string {
  return link.replace(/\s/gu, "").replace(/^https?:\/\//iu, "").replace(/^www\./iu, "").replace(/[/.#?]+$/u, "");
}

/** Web addresses as printed, without repetition; those inside e-mail addresses left out. */
export function linksIn(text: string): Found<string>[] {
  const found = new Map<string, Found<string>>();
  for (const match of text.matchAll(linkPattern)) {
    const value = bareLink(match[0]);
    const key = value.toLowerCase();
    const isExplicit = /^(?:https?:|www\.)/iu.test(match[0]) || value.includes("/");
    if (found.has(key)) continue;
    found.set(key, {
      value,
      start: match.index,
      end: match.index + match[0].length,
      confidence: isExplicit ? 1 : 0.7,
    });
  }
  return [...found.values()];
}
