/**
 * Parts of a job ad that are alike in every ad of a company and say nothing of the work: about us, benefits, how to
 * apply, equal opportunity. In English and German.
 *
 * @module
 */
import { sentencesOf } from "./sentences.ts";
import type { Span } from "./types.ts";

/** Headings of such parts. `X` stands for what people put in place of the company's name. */
const boilerplateHeading = headings(`
  about (?:us|the (?:company|organi[sz]ation|team|firm|group)|our (?:company|team|client|organi[sz]ation))
  who (?:we are|are we)
  (?:our|the) (?:story|values|vision|mission|culture|benefits|perks|offer|promise|team|company|client)
  company (?:overview|description|profile|background|culture|benefits)
  (?:[a-z]+ ){0,2}(?:benefits|perks|compensation|rewards)(?: ?(?:and|&|/) ?(?:[a-z]+ )?(?:perks|benefits|compensation|salary|rewards|culture))?
  benefits package
  salary(?: ?(?:and|&|/) ?benefits| range)?
  (?:what|here's what|here is what) (?:we offer|you(?:'ll| will)? get|you can expect from us|is in it for you|we can offer)(?: you)?
  what's in it for you
  we offer(?: you)?
  why (?:join (?:us|our team)|us|you(?:'ll| will) love .{0,30}|work (?:with|for|at) .{1,30}|join .{1,30})
  (?:how to apply|to apply|application (?:process|instructions|procedure)|applying|next steps|apply(?: now| today| here)?)
  (?:our |the )?(?:hiring|interview|recruitment|selection) process
  (?:contact|contact (?:us|information|person))
  equal (?:employment )?opportunit(?:y|ies)(?: employer| statement| employment)?
  (?:eeo|eoe)(?: statement)?
  (?:our commitment to )?diversity(?:,? equity)?(?:,? (?:and|&) inclusion)?
  (?:privacy|data protection|gdpr)(?: notice| policy| statement)?
  (?:physical|mental|environmental|travel|visual)(?:,? (?:and|&|/)? ?(?:physical|mental|environmental|visual))* (?:requirements?|demands?)
  (?:work(?:ing)?|job) (?:conditions|environment|location|schedule|hours|type)|schedule|additional information|other (?:information|details)
  (?:pay|salary|compensation)(?: range| transparency| details| information)?
  disclaimer|legal notice|notice to (?:recruiters|agencies|applicants)
  über (?:uns|das unternehmen|unser unternehmen)|wer wir sind|das sind wir|wir sind|wir über uns|das unternehmen|unser team
  (?:das |was )?(?:wir bieten|bieten wir|erwartet dich bei uns|erwartet sie bei uns)(?: dir| ihnen)?
  das bieten wir(?: dir| ihnen)?|was wir (?:dir|ihnen)? ?bieten|unser angebot(?: an dich| an sie)?|darauf (?:kannst du dich|können sie sich) freuen
  (?:deine|ihre|unsere|die) (?:vorteile|benefits)|vorteile|wir freuen uns auf .{1,30}
  (?:deine |ihre )?bewerbung(?:sprozess)?|so bewirbst du dich|so bewerben sie sich|bewirb dich(?: jetzt)?|jetzt bewerben|kontakt|ansprechpartner(?:in)?
  (?:datenschutz|chancengleichheit|gleichstellung|vielfalt)(?:serklärung|shinweise?)?`);

/** Headings of what an ad is about: they end such a part however they are printed. */
const contentHeading = headings(`
  (?:about )?(?:the|this|your|our) (?:role|position|job|opportunity|work|tasks?|responsibilities|mission|profile|impact)
  (?:job|role|position) (?:summary|description|overview|purpose|details|requirements|responsibilities|duties|profile)
  (?:summary|overview|description|purpose)
  (?:[a-z]+ ){0,2}(?:responsibilities|duties|accountabilities|deliverables|tasks|functions)(?: .{0,25})?
  (?:[a-z]+ ){0,3}(?:requirements?|qualifications?|skills?|experience|competenc(?:y|ies|es)|education|certifications?|knowledge|abilities|attributes)(?: ?(?:,|and|&|/|or) ?.{0,30}| required| needed| preferred)?
  (?:what|here's what|here is what) (?:you(?:'ll| will)? (?:do|be doing|bring|need|have|own|work on|build|learn)|we(?:'re| are)? (?:looking for|need|expect|require|seek(?:ing)?|want)|you will be .{0,20}|it takes|matters)(?: .{0,20})?
  who (?:you are|we(?:'re| are) looking for|are you|should apply)|about you|you(?: (?:have|are|bring|will|should have|may also have))?|your (?:profile|background|skills|day|tasks|qualifications|experience)
  a (?:typical )?day in the life|day[- ]to[- ]day|in this role|must[- ]haves?|nice[- ]to[- ]haves?|good to have|bonus(?: points| if)?|a plus|plus(?:es)?|(?:minimum|basic|preferred|desired|ideal|essential|desirable)(?: .{1,30})?|required|tech(?:nology|nical)? stack|our stack|tools|technologies|tech|languages
  (?:deine|ihre|die|unsere) (?:aufgaben?|rolle|mission|tätigkeiten|verantwortung|qualifikation(?:en)?|fähigkeiten|kenntnisse|anforderungen|profil|stelle)|aufgaben(?:gebiet|bereich)?|tätigkeiten|stellenbeschreibung
  (?:dein|ihr|unser|das)? ?(?:profil|aufgabengebiet|verantwortungsbereich|tech[- ]stack)|anforderungen|(?:anforderungs)?profil|voraussetzungen|qualifikation(?:en)?|kenntnisse
  (?:das|was) (?:bringst du mit|bringen sie mit|du mitbringst|sie mitbringen|dich erwartet|sie erwartet|erwartet dich|erwartet sie|wir erwarten|wir suchen|solltest du mitbringen|machst du|wirst du machen)|wir (?:suchen|erwarten)|wünschenswert|von vorteil|über dich|wen wir suchen|so sieht dein tag aus`);

/** Those that are no requirement of their own however they are printed; "ICU experience" could be either. */
const plainHeading =
  /^(?:(?:key|main|essential|primary|core|job|position|role|minimum|basic|required|preferred|general|your) )*(?:responsibilities|duties|requirements|qualifications|functions|description|summary|overview|aufgaben|anforderungen|qualifikationen|profil)(?: ?(?:and|&|\/|und) ?(?:responsibilities|duties|requirements|qualifications|skills))?$|^(?:required|preferred|nice[- ]to[- ]haves?|must[- ]haves?|about the (?:role|job|position))$/iu;

/** Sentences that are boilerplate wherever they stand. */
const boilerplateSentence = new RegExp(
  [
    "equal[- ](?:employment[- ])?opportunity",
    "affirmative action",
    "(?:without|with no) regard to .{0,60}(?:race|age|sex|gender|religion|colou?r)",
    "regardless of .{0,60}(?:race|age|\\bsex|gender|religion|background|origin)",
    "(?:do(?:es)? not|never) discriminate",
    "(?:dental|vision|disability) (?:insurance|coverage|plans?|benefits)",
    "(?:health|dental|vision|medical|life)(?: insurance)?(?:,|,? and|,? &) (?:health|dental|vision|medical|life|disability)\\b",
    "\\b401 ?\\(?k\\)?",
    "paid (?:time off|holidays?|vacation|parental|maternity|sick)",
    "\\bpto\\b",
    "competitive (?:salary|compensation|pay)",
    "reasonable accommodations?",
    "background (?:check|screening|investigation)",
    "drug (?:test|screen)",
    "e-verify",
    "(?:send|submit|email|upload) (?:us )?(?:your|a|an updated) .{0,20}\\b(?:cv|résumé|resume|application)\\b",
    "we look forward to (?:your|hearing|receiving)",
    "only (?:shortlisted|selected) candidates",
    "no (?:phone calls|agencies|recruiters)",
    "(?:apply|visit us|learn more|read more) (?:now|today|online|at|here|via|on our)\\b",
    "(?:free|subsidi[sz]ed) (?:lunch|snacks|drinks|gym|parking|fruit)",
    "unabhängig von .{0,60}(?:geschlecht|alter|herkunft|religion)",
    "(?:wir )?freuen (?:wir )?uns auf (?:deine|ihre|dich|sie|eine bewerbung)",
    "schwerbehindert",
    "betriebliche altersvorsorge",
    "(?:senden|schicken?) (?:sie )?(?:uns )?(?:deine|ihre) .{0,20}(?:bewerbung|unterlagen)",
    "\\burlaubstage\\b",
    "^\\W*(?:job type|schedule|work location|work setting|pay|salary|salary range|pay range|benefits|expected hours|shift|employment type)s?:",
    "(?:visa|work) sponsorship|sponsor(?:ship)? (?:of )?(?:work )?visas?|unable to sponsor|authori[sz]ed to work",
    "click (?:the )?['\"“]?apply",
    "lift(?:ing)? (?:up to |at least )?\\d+ ?(?:pounds|lbs?|kg)",
    "(?:kept|treated) confidential",
    "tuition (?:reimbursement|assistance)",
    "(?:pay|salary|compensation) range (?:for|of|is)",
    "gehaltsvorstellung",
  ].join("|"),
  "iu",
);

/** A line that could be a heading is no longer than this. */
const headingCharsMax = 60;

/** A "sentence" longer than this is looked at in part only. */
const sentenceCharsMax = 1000;

/**
 * The boilerplate of [start, end): from a heading of such a part to the next heading, and single sentences elsewhere.
 * In order and apart.
 */
export function boilerplateSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let inside = false;
  let afterBlank = true;
  for (let at = start; at < end;) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 ? end : Math.min(newline, end);
    const line = text.slice(at, lineEnd);
    const kind = line.length > 2 * headingCharsMax ? "text" : kindOf(line.trim(), afterBlank);
    if (kind !== "text") inside = kind === "boilerplate";
    if (inside) spans.push({ start: at, end: lineEnd });
    else spans.push(...sentences(line, at));
    afterBlank = line.trim() === "";
    at = lineEnd + 1;
  }
  return spans;
}

/** The lines of [start, end) that are headings of what an ad is about: they are alike in every ad. In order and apart. */
export function headingSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let at = start; at < end;) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 ? end : Math.min(newline, end);
    if (isContentHeading(text.slice(at, lineEnd))) spans.push({ start: at, end: lineEnd });
    at = lineEnd + 1;
  }
  return spans;
}

/**
 * Whether a line of an ad is a heading. "ICU experience" is one after an empty line only: else it is what is asked for.
 *
 * @param afterBlank Nothing stands in the line before.
 */
export function isHeading(line: string, afterBlank: boolean): boolean {
  if (line.length > 2 * headingCharsMax || /^\s*[-*•·–▪]\s/u.test(line)) return false;
  const bare = bareHeading(line.trim());
  return isContentHeading(line) || boilerplateHeading.test(bare) || (afterBlank && contentHeading.test(bare));
}

function isContentHeading(line: string): boolean {
  if (line.length > 2 * headingCharsMax) return false;
  const printed = line.trim();
  const bare = bareHeading(printed);
  const isMarked = /^#|^\*\*.*\*\*:?$|:$/u.test(printed);
  return plainHeading.test(bare) || (isMarked && contentHeading.test(bare));
}

function sentences(line: string, base: number): Span[] {
  const spans: Span[] = [];
  for (const { start, end, text } of sentencesOf(line)) {
    if (boilerplateSentence.test(text.slice(0, sentenceCharsMax))) {
      spans.push({ start: base + start, end: base + end });
    }
  }
  return spans;
}

/** Whether a line is the heading of a boilerplate part, another heading, or running text. */
function kindOf(line: string, afterBlank: boolean): "boilerplate" | "content" | "text" {
  if (line === "" || /^[-*•·–▪]\s/u.test(line)) return "text";
  const bare = bareHeading(line);
  if (bare === "" || bare.length > headingCharsMax) return "text";
  if (boilerplateHeading.test(bare)) return "boilerplate";
  if (contentHeading.test(bare)) return "content";
  // Printed like a heading: marked, with a colon, or a few capitalised words after an empty line.
  const isMarked = /^#|^\*\*.*\*\*:?$|[:?]$/u.test(line);
  const isTitle = afterBlank && /^\p{Lu}/u.test(line) && !/[.,;!]$/u.test(line) && line.split(/\s+/u).length <= 6;
  return isMarked || isTitle ? "content" : "text";
}

function bareHeading(line: string): string {
  return line.replace(/^#+\s*/u, "").replaceAll("**", "").replace(/^[^\p{L}]+/u, "")
    .replace(/[\s:?!.…–-]+$/u, "").replaceAll("’", "'");
}

function headings(lines: string): RegExp {
  const alternatives = lines.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return new RegExp(`^(?:${alternatives.join("|")})$`, "iu");
}
