/**
 * The role that a job's title names.
 *
 * @module
 */

/** What titles carry besides the role: who may apply, how much and where it is worked, pay, numbers. */
const besides = [
  /\(\s*(?:[mwfdxgai]|div|divers|all|gn|h|v|n|o)(?:\s*[/|,*]\s*(?:[mwfdxgai]|div|divers|all|gn|h|v|n|o))+\s*\)/giu,
  /(?<!\p{L})[mwf]\s?\/\s?[mwf]\s?\/\s?[dx](?!\p{L})/giu,
  /\(?\ball genders?\b\)?|\balle geschlechter\b/giu,
  /[$€£]\s?\d[\d.,]*\s?k?(?:\s?(?:-|–|to)\s?[$€£]?\s?\d[\d.,]*\s?k?)?(?:\s?(?:\/|per|an?)\s?(?:hour|hr|day|week|month|year|annum|yr))?/giu,
  /(?<!\p{L})(?:100 ?% |fully |full |work |partly )?(?:remote|hybrid|on-?site|from home)(?!\p{L})/giu,
  /(?<!\p{L})(?:full|part)[- ]time(?!\p{L})|(?<!\p{L})(?:vollzeit|teilzeit|unbefristet|befristet)(?!\p{L})/giu,
  /(?<!\p{L})(?:urgent(?:ly)?(?: hiring| required)?|now hiring|we(?:'|’)?(?: a)?re hiring|hiring now|immediate start|sign-on bonus|apply now)(?!\p{L})!*/giu,
  /(?:(?:job|req|requisition|ref|reference|id|nr|no)\.?\s*)?(?:id\s*)?[#:]?\s?(?<![\p{L}\p{N}.])\d{4,}(?![\p{L}\p{N}])/giu,
];

/** The title without what says nothing of the work; the title itself where nothing else would be left. */
export function roleOf(title: string): string {
  const bare = besides.reduce((text, pattern) => text.replace(pattern, " "), title)
    .replace(/\(\s*\)|\[\s*\]/gu, " ")
    .replace(/\s*[|•·–—]\s*|\s-\s|\s-$|^-\s/gu, " - ")
    .replace(/(?:\s*-\s)+/gu, " - ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;:/-]+|[\s,;:/!-]+$/gu, "");
  return /\p{L}{2}/u.test(bare) ? bare : title;
}
