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

/** A telephone number: `value` in E.164 where it is valid, else its digits. */
export type Phone = Found<string> & { printed: string };

const phonePattern =
  /(?<![\p{L}\p{N}.,/@_#+-])(?:\+\s?|00)?\(?\+?\d(?:[ \t().\-–‑/]{0,3}\d){6,16}(?![\p{L}\p{N}@]|[.,-]\d)/gu;
const phoneLabel =
  /(?:phone|mobile|mob|cell|tel|telefon|telephone|telefono|telefone|cellulare|celular|movil|handy|mobil|mobiel|telefoon|telepon|hp|whatsapp|contact|portable|fax|call)\P{L}{0,6}$/iu;

/**
 * Telephone numbers as printed, without repetition.
 *
 * @param country Where national numbers belong; `null` leaves them as digits.
 * @param isContact Whether an offset lies where contact details stand; elsewhere only labelled or international numbers count.
 */
export function phonesIn(text: string, country: CountryCode | null, isContact: (offset: number) => boolean): Phone[] {
  const found = new Map<string, Phone>();
  for (const match of text.matchAll(phonePattern)) {
    const printed = match[0].trim();
    const start = match.index;
    const digits = printed.replace(/\D/gu, "");
    // "+49 176 *** **" is masked: half a number is none.
    if (digits.length > 15 || /^\s?[*x•]{2}/iu.test(text.slice(start + printed.length, start + printed.length + 3))) {
      continue;
    }
    const isLabelled = phoneLabel.test(
      text.slice(Math.max(0, start - 24), start).normalize("NFKD").replace(/\p{M}/gu, ""),
    );
    const isInternational = printed.startsWith("+") || printed.startsWith("(+") || printed.startsWith("00");
    const number = parsePhoneNumberFromString(printed.replace(/^00/u, "+"), country ?? undefined);
    // Metadata knows not every range that is given out: where the country is sure, its length is enough.
    const isValid = number !== undefined && number.isPossible() &&
      (isInternational || country !== null || number.isValid());
    const isDated = datesIn(printed).some(({ from, to }) => to !== null || from !== null);
    if (!isInternational && !isLabelled && (isDated || digits.length < 9 || !isContact(start))) continue;
    if (isInternational && !number && !isLabelled) continue;
    const value = isValid && number ? number.number : digits;
    if (found.has(value)) continue;
    found.set(value, { value, printed, start, end: start + printed.length, confidence: isValid ? 1 : 0.8 });
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
