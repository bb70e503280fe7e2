/**
 * The name of the person, if the résumé gives one: never a job title, a heading, a company or a place.
 *
 * @module
 */
import { datesIn } from "./dates.ts";
import { isOrganisation } from "./experience_head.ts";
import { clean, isName, lowerCased, particles, unspaced } from "./name_form.ts";
import { isPlace } from "./places.ts";
import { isKnownCity } from "./places_cities.ts";
import { isRoleWord } from "./roles.ts";
import { bodySize } from "./sections.ts";
import { taxonomy } from "./taxonomy.ts";
import { cellsOf, folded, type ResumeText, type TextLine, wordsOf } from "./text.ts";
import type { Found, Section } from "./types.ts";

/** "Name: Ana Lima", in eight languages. */
const label =
  /^(?:full name|candidate name|name|nama(?: lengkap)?|nombre(?: completo)?|nombre y apellidos?|nome(?: completo| e cognome)?|nom(?: et prénom| complet)?|naam|vor- und (?:nach|zu)name|vor- und familienname|имя|фио|ονοματεπώνυμο|الاسم(?: الكامل)?|שם(?: מלא)?|नाम|ชื่อ)\s*[:：]\s*(?<name>.{2,60})$/iu;
/** The same where a blank does for a colon. */
const shortLabel = /^(?:姓\s?名|氏\s?名|名\s?前|이\s?름|성\s?명)(?:\s*[:：]\s*|\s+)(?<name>.{2,40})$/u;
/** Words of professions that are also family names: "Sarah Baker" needs no other proof, "Head Baker" is none. */
const surnames = new Set(
  "baker cook mason carpenter porter judge butcher shepherd singer koch meister schreiber page parker marshall farmer fisher gardener miller miner painter potter sergeant driver chef warden leiter tischler guard head fellow mayor ferrari contreras serrano molina maestro guerrero sanchez maurer becker weber schneider leader banks pastor host provost dean jefe president major sargent king bishop abbott"
    .split(
      " ",
    ),
);
const never = new Set(
  `inc llc ltd gmbh corp corporation company co university college school institute academy hospital bank group services
  solutions systems department confidential page phone email e mail mobile address contact linkedin github www http objective
  summary experience education skills employment history references available upon request seeking position job professional
  personal details information career dedicated motivated experienced results driven passionate creative years highly with
  and for the of in to my at on an is i m am about me hello hi welcome this last updated date birth nationality
  remote street avenue road city state country work project projects team dear sir madam application letter cover template
  example sample your name here first surname vorname nachname full stack end back senior junior lead head business development
  management marketing sales finance banking information technology computer science software data digital media public
  relations human resources design arts aviation apparel automobile agriculture healthcare fitness advocate construction
  consultant designer engineering bpo chef teacher accounts accounting customer service operations product quality
  assurance assistant administrative executive legal medical nursing retail security support technical web mobile cloud network
  line scrum holder facts values citizen green card adobe licence license driving
  und der die das mit fur bei im vitae vita curriculum europass updated lorem ipsum immediate release section another contents syntax press test tests directive
  examples manual appendix documentation package guide tutorial index abstract version chapter figure mathematiques physique mathematik
  universitat universita universite universidad universidade universiteit universitas politecnico polytechnic polytechnique
  hochschule fakultat facolta faculty istituto tesi thesis dissertation doctoral bibliography latex biblatex bibtex tex
  handbuch benutzerhandbuch manuscript style file font fonts counters released proposals sede modelo conferences bill mission`
    .split(/\s+/u),
);

/** A name with the line it stands on. */
export interface NameFound extends Found<string> {
  line: TextLine;
  /** Could be a place as well: counts only where an address repeats it. */
  needsEcho?: boolean;
}

interface Candidate extends NameFound {
  score: number;
  isSure: boolean;
}

/**
 * Finds the name of the person among the first lines and the largest ones.
 *
 * @param contact E-mail addresses and links of the person, which often repeat the name.
 * @param isReachable Whether there is any contact detail: who gives one gives a name with it.
 * @returns With `isSure` where a label says so, or an address repeats it.
 */
export function nameIn(
  doc: ResumeText,
  sections: readonly Section[],
  contact: readonly string[],
  isReachable: boolean,
): NameFound & { isSure: boolean } | null {
  const body = bodySize(doc.lines);
  const sizes = doc.lines.filter(({ page }) => page === 0).map(({ fontSize }) => fontSize ?? 0);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const handles = contact.map((address) => handleOf(address));
  const headerEnd = sections[0]?.name === "header" && sections[0].heading === null ? sections[0].end : 0;
  let best: Candidate | null = null;
  let seen = 0;
  for (const line of doc.lines) {
    if (line.page > 0 || line.index > 150) break;
    const isLarge = body !== null && line.fontSize !== null && line.fontSize >= body * 1.15;
    const isLargest = isLarge && line.fontSize! >= largest * 0.95;
    const inHeader = line.start < headerEnd;
    seen++;
    const isFar = !isLarge && !inHeader && seen > 6 && !label.test(line.text);
    if (isFar && (line.index > FAR_LINES_MAX || !isEchoedWhole(line.text, handles))) continue;
    for (const candidate of candidatesOf(doc, line, body ?? 0, handles)) {
      const words = wordsOf(candidate.value);
      const echo = handles.some((handle) => echoes(handle, words));
      const isLabelled = candidate.confidence === 1;
      const score = (isLabelled ? 4 : 0) + (isLargest ? 3 : isLarge ? 1 : 0) + (echo ? 3 : 0) +
        (seen <= 2 ? 2 : inHeader && seen <= 6 ? 1 : 0) + (isReachable ? 1 : 0) +
        (words.length > 1 || unspaced.test(candidate.value) || (seen <= 2 && !/\p{Lu}|\p{Ll}/u.test(candidate.value))
          ? 0
          : -2) +
        (line.bold && !isLarge ? 0.5 : 0) - (inHeader || isLarge ? 0 : 1);
      if (candidate.needsEcho && !echo) continue;
      // One word alone is more often a product's name or a title.
      if (words.length === 1 && !isLabelled && !unspaced.test(candidate.value) && !isRepeated(contact, words)) continue;
      if (!echo && !isLabelled && (lowerCased(candidate.value) || isKnownCity(candidate.value))) continue;
      if (suspicious(words) && !(echo && words.some((word) => surnames.has(word)))) continue;
      if (!echo && !isLabelled && (isOrganisation(words[0]!) || words.some(isField))) continue;
      if (score < (professional(words) ? 6 : 3)) continue;
      if (!best || score > best.score) {
        best = {
          ...candidate,
          isSure: isLabelled || echo,
          score,
          confidence: Math.min(1, Math.round(score * 12 + 28) / 100),
        };
      }
    }
  }
  if (!best) return null;
  const { value, start, end, line, confidence, isSure } = best;
  return { value, start, end, line, confidence, isSure };
}

/** Lines within which a name may stand that a column of other things comes before. */
const FAR_LINES_MAX = 60;

/** Whether an address holds every word of a line of two to four words: "linkedin.com/in/ana-lima" and "Ana Lima". */
function isEchoedWhole(text: string, handles: readonly string[]): boolean {
  if (text.length > 48) return false;
  const words = wordsOf(text);
  return words.length >= 2 && words.length <= 4 && words.join("").length >= 6 &&
    handles.some((handle) => words.every((word) => handle.includes(word)));
}

/** The letters of the part of an address that people build from their name. */
function handleOf(address: string): string {
  const user = address.includes("@")
    ? address.slice(0, address.indexOf("@"))
    : address.slice(address.lastIndexOf("/") + 1);
  return folded(user).replace(/[^\p{L}]/gu, "");
}

/** Whether an e-mail address repeats a part of the name, or a link two words of it: projects have links as well. */
function isRepeated(contact: readonly string[], words: readonly string[]): boolean {
  return contact.some((address) => {
    const handle = handleOf(address);
    return address.includes("@")
      ? echoes(handle, words)
      : words.length > 1 && words.every((word) => handle.includes(word));
  });
}

/** Whether a handle holds a long enough part of the name. */
function echoes(handle: string, words: readonly string[]): boolean {
  if (handle.length < 3) return false;
  return words.some((word) => word.length >= 3 && handle.includes(word)) ||
    (words.length > 1 && handle.startsWith(words.map((word) => word[0]).join("")) && handle.length <= 4);
}

function suspicious(words: readonly string[]): boolean {
  return words.some((word) => !particles.has(word) && (never.has(word) || isRoleWord(word)));
}

let vocabulary: Set<string> | null = null;

/** Products are named after people; these categories hardly are. */
const telling: ReadonlySet<string> = new Set(["programming language", "web", "office software"]);

/** Whether every word is one that fields of work are named by: "Banking", "Public Health", "Visual Basic". */
function professional(words: readonly string[]): boolean {
  vocabulary ??= new Set(
    taxonomy().spellings.filter(({ rule, skill }) => rule === "topic" || telling.has(skill.category))
      .flatMap(({ folded }) => wordsOf(folded)),
  );
  return words.every((word) => vocabulary!.has(word));
}

/** Whether a word is a field of work by itself, as in "Cybersecurity Ninja". Languages are names as well: "German Lima". */
function isField(word: string): boolean {
  const spelling = taxonomy().byFolded.get(word);
  return spelling?.rule === "topic" && spelling.skill.category !== "human language";
}

function candidatesOf(doc: ResumeText, line: TextLine, body: number, handles: readonly string[]): NameFound[] {
  const labelled = (label.exec(line.text) ?? shortLabel.exec(line.text))?.groups?.name;
  if (labelled) {
    const value = clean(labelled.split(/\s{2,}|[|,]/u)[0] ?? "");
    return isName(value) ? [placed(line, value, 1)] : [];
  }
  if (line.bullet) return [];
  const found: NameFound[] = [];
  const turned = /^(?<last>\p{Lu}[\p{L}\p{M}'’-]+), (?<first>\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}\.?)?)$/u.exec(line.text)
    ?.groups;
  if (turned) {
    const value = clean(`${turned.first} ${turned.last}`);
    return isName(value) && !isPlace(line.text) ? [{ ...placed(line, line.text, 0.5), value, needsEcho: true }] : [];
  }
  const spaced = /^(?:\p{Lu}\s{1,4}){4,}\p{Lu}$/u.test(line.text);
  for (const cell of spaced ? [line] : cellsOf(line.text)) {
    for (const piece of [cell.text, cell.text.split(/\s*[|•·/]\s*|\s+[-–—]\s+|,\s/u)[0] ?? ""]) {
      const value = clean(piece);
      if (isDate(piece)) break;
      if (isName(value) || (line.index < 3 && lowerCased(value))) {
        found.push(placed(line, value, 0.5));
        break;
      }
    }
    if (found.length > 0) break;
  }
  const joined = found.length === 0 || wordsOf(found[0]!.value).length === 1
    ? withNext(doc, line, body, handles)
    : null;
  return joined ? [joined] : found;
}

/** "June 17", of which only a name would stay. */
function isDate(text: string): boolean {
  return /^\p{Lu}\p{L}{2,9}\.? \d{1,4}(?!\p{L})/u.test(text) && datesIn(`${text} 2020`).length > 0;
}

/** "JOHN" and "DOE" on two lines of one size, or at the top where an address holds both. */
function withNext(doc: ResumeText, line: TextLine, body: number, handles: readonly string[]): NameFound | null {
  const next = doc.lines[line.index + 1];
  if (!next || next.page !== line.page || next.fontSize !== line.fontSize || next.bold !== line.bold) return null;
  if (wordsOf(line.text).length > 2 || wordsOf(next.text).length > 2) return null;
  const value = clean(`${line.text} ${next.text}`);
  if (!isName(value)) return null;
  const words = wordsOf(value);
  const isOne = line.fontSize !== null && line.fontSize >= body * 1.3 &&
    (next.y ?? 0) - (line.y ?? 0) <= line.fontSize * 2;
  const isEchoed = line.index < 3 && words.length >= 2 && words.every((word) => word.length >= 3) &&
    handles.some((handle) => words.every((word) => handle.includes(word)));
  if (!isOne && !isEchoed) return null;
  return { value, start: line.start, end: next.end, line, confidence: 0.5 };
}

function placed(line: TextLine, value: string, confidence: number): NameFound {
  const at = line.text.indexOf(value);
  if (at < 0) return { value, start: line.start, end: line.end, line, confidence };
  return { value, start: line.start + at, end: line.start + at + value.length, line, confidence };
}
