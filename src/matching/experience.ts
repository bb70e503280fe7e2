/**
 * Jobs held: title, company, place, dates and what was done.
 *
 * @module
 */
import { type Block, type BlockLine, blocksOf } from "./blocks.ts";
import { monthIndex } from "./dates.ts";
import { isPlace } from "./places.ts";
import { isRoleWord } from "./roles.ts";
import { cellsOf, folded, type TextLine, wordsOf } from "./text.ts";
import type { ExperienceEntry } from "./types.ts";

const organisation =
  /(?<!\p{L})(?:inc|llc|ltd|limited|gmbh|ag|kg|corp|corporation|company|co|plc|pvt|s\.?a\.?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|pt|tbk|ug|e\.?v|group|gruppe|university|universitat|universite|universidad|universidade|universita|universitas|universiteit|college|school|schule|institute|institut|academy|hospital|klinikum|clinic|bank|foundation|stiftung|agency|ministry|department|services|solutions|systems|technologies|industries|partners|holdings|associates|labs?|studios?|restaurant|hotel|store|center|centre|council|association|society|consulting|international|research|airlines|insurance|logistics|software|media|press|church|police|army|navy|force|club|team)(?!\p{L})/u;
const contract =
  /^(?:full[- ]?time|part[- ]?time|contract|permanent|temporary|temp|freelance|self-employed|remote|hybrid|on-?site|internship|seasonal|vollzeit|teilzeit|befristet|unbefristet|cdi|cdd|stage|alternance|temps plein|temps partiel|tiempo completo|media jornada|tempo integral|tempo pieno|voltijd|deeltijd|penuh waktu|paruh waktu|current|present)$/u;
const remote =
  /^(?:remote|fully remote|hybrid|on-?site|home ?office|work from home|worldwide|remoto|télétravail|thuiswerk)$/iu;

/** What a head says, before it is known which part is what. */
interface Head {
  parts: Part[];
  location: string | null;
}

interface Part {
  text: string;
  role: number;
  /** The line of the head it stands on. */
  row: number;
}

/** Reads the entries of the sections of work experience. */
export function experienceIn(sections: readonly (readonly TextLine[])[]): ExperienceEntry[] {
  const entries: ExperienceEntry[] = [];
  for (const lines of sections) {
    const blocks = blocksOf(lines);
    const heads = blocks.map(({ head }) => headOfEntry(head));
    const titleFirst = orderOf(heads);
    let company: string | null = null;
    for (const [i, block] of blocks.entries()) {
      const named = assign(heads[i]!, titleFirst);
      if (named.title === null && named.company === null) continue;
      if (block.date === null && (named.title === null || named.company === null) && !isTitle(named.title)) continue;
      // A second role at the same company is printed without its name.
      if (named.company === null) named.company = company;
      company = named.company;
      entries.push(entryOf(block, named, heads[i]!.location));
    }
  }
  return entries;
}

function isTitle(title: string | null): boolean {
  return title !== null && roleScore(title) > 0;
}

function roleScore(text: string): number {
  const words = wordsOf(text);
  const at = words.findLastIndex(isRoleWord);
  if (at < 0) return 0;
  const isOrganisation = organisation.test(folded(text));
  return (at === words.length - 1 ? 3 : 2) - (isOrganisation ? 1.5 : 0) + (words.length <= 6 ? 0.5 : 0);
}

const strongSeparator =
  /\s*[|•·▪●∙]\s*|\s{2,}|\t+|\s+[–—-]+\s+|\s+(?:@|at|bei|chez|presso|bij|en la empresa|na empresa)\s+(?=\p{Lu}|\d)/u;

function headOfEntry(rows: readonly BlockLine[]): Head {
  let location: string | null = null;
  const parts: Part[] = [];
  for (const [row, { rest }] of rows.entries()) {
    for (const cell of cellsOf(rest.replaceAll("\t", "   "))) {
      for (const piece of cell.text.split(strongSeparator)) {
        const { text, place } = withoutPlace(strip(piece));
        if (place !== null) location ??= place;
        if (text === "" || contract.test(folded(text))) continue;
        parts.push(made(text, row));
      }
    }
  }
  const companyless = parts.length > 0 && parts.every(({ role }) => role > 0);
  const cut = location?.lastIndexOf(", ") ?? -1;
  // "Acme Retail, Singapore" reads like a city and its country, but there is no other company.
  if (companyless && cut > 0 && location!.indexOf(", ") === cut && !/^[A-Z]{2,3}$/u.test(location!.slice(cut + 2))) {
    return {
      parts: [parts[0]!, made(location!.slice(0, cut), 1)],
      location: location!.slice(cut + 2),
    };
  }
  return location === null ? withBareCity(parts) : { parts: parts.length === 1 ? byComma(parts[0]!) : parts, location };
}

/** Parts of organisations rather than organisations or cities: "Director, Marketing". */
const department =
  /^(?:engineering|marketing|sales|finance|operations|product(?: management| development)?|human resources|hr|it|information technology|design|research(?: and development)?|development|strategy|legal|communications|business development|customer (?:service|success|support)|quality(?: assurance)?|procurement|logistics|technology|data(?: science)?|analytics|security|administration|education|accounting|public relations|[\p{L} ]+ (?:department|division|team|unit|care|services|systems|development|management|engineering|operations))$/u;
const cityForm = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,2}$/u;

function isBareCity({ text, role }: Part): boolean {
  const plain = folded(text);
  return role === 0 && cityForm.test(text) && !organisation.test(plain) && !department.test(plain);
}

/** Finds a city without its country, which only its place tells: "Title, Acme – Lyon", "Title, Acme, Lyon", "Title | Acme, Lyon". */
function withBareCity(parts: Part[]): Head {
  const [first, second] = parts;
  if (!first) return { parts, location: null };
  if (parts.length === 1) {
    const pieces = pieced(first.text);
    const city = made(pieces.at(-1) ?? "");
    const rest = byComma(made(pieces.slice(0, -1).join(", ")));
    const isTriple = pieces.length >= 3 && rest.length === 2 && isBareCity(city) &&
      !rest.some(({ text }) => department.test(folded(text)));
    return isTriple ? { parts: rest, location: city.text } : { parts: byComma(first), location: null };
  }
  if (parts.length > 3 || !second) return { parts, location: null };
  const titled = parts.find(({ role }) => role > 0);
  const others = parts.filter((part) => part !== titled);
  if (titled && others.length === 1) {
    const [other] = others;
    const inner = byComma(titled);
    const isWhole = inner.length === 2 && !inner.some(({ text }) => department.test(folded(text)));
    if (isWhole && isBareCity(other!)) return { parts: inner, location: other!.text };
    const pieces = pieced(other!.text);
    const city = made(pieces.at(-1)!);
    if (pieces.length === 2 && isBareCity(city)) {
      return { parts: parts.map((part) => (part === other ? made(pieces[0]!) : part)), location: city.text };
    }
  }
  // Three parts on two lines: the city is the one at the right of its line.
  const city = parts.findLast((part, i) =>
    i > 0 && parts[i - 1]!.row === part.row && part !== titled && isBareCity(part)
  );
  if (titled && city && others.length === 2) {
    return { parts: parts.filter((part) => part !== city), location: city.text };
  }
  return { parts, location: null };
}

function made(text: string, row = 0): Part {
  return { text, role: roleScore(text), row };
}

function strip(text: string): string {
  return text.replace(/^[\s,;:|•·–—)-]+|[\s,;:|•·–—(-]+$/gu, "").replace(
    /^(?:company|employer|position|role|title|job title|designation|firma|unternehmen|arbeitgeber|position|funktion|empresa|cargo|puesto|azienda|ruolo|poste|entreprise|bedrijf|functie|perusahaan|jabatan|posisi)\s*:\s*/iu,
    "",
  ).trim();
}

/** Takes a place off a piece: the whole of it, or parts between commas. */
function withoutPlace(text: string): { text: string; place: string | null } {
  if (remote.test(text)) return { text: "", place: text };
  const bracket = /\(([^()]{2,50})\)$/u.exec(text);
  if (bracket && (isPlace(bracket[1]!) || remote.test(bracket[1]!))) {
    return { text: strip(text.slice(0, bracket.index)), place: bracket[1]! };
  }
  const pieces = text.split(/\s*,\s*/u);
  if (pieces.length === 1) return isPlace(text) ? { text: "", place: text } : { text, place: null };
  for (let i = pieces.length - 1; i > 0; i--) {
    if (remote.test(pieces[i]!)) return { text: strip(pieces.filter((_, j) => j !== i).join(", ")), place: pieces[i]! };
    const pair = `${pieces[i - 1]}, ${pieces[i]}`;
    if (!isPlace(pair) || wordsOf(pieces[i - 1]!).some(isRoleWord)) continue;
    const from = i > 1 && isPlace(`${pieces[i - 2]}, ${pieces[i - 1]}`) && !organisation.test(folded(pieces[i - 2]!))
      ? i - 2
      : i - 1;
    // "Acme, Germany": the first part is the company.
    const alone = from === 0 && organisation.test(folded(pieces[0]!));
    const start = alone ? i : from;
    return {
      text: strip([...pieces.slice(0, start), ...pieces.slice(i + 1)].join(", ")),
      place: pieces.slice(start, i + 1).join(", "),
    };
  }
  return { text, place: null };
}

const companyForm = /^(?:inc|llc|ltd|l\.l\.c|co|corp|gmbh|ag|plc|s\.a|b\.v|lp|llp|p\.c|pllc)\.?$/iu;

/** What commas part, "Acme, Inc." left whole. */
function pieced(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.split(/,\s+/u)) {
    if (companyForm.test(piece) && pieces.length > 0) pieces[pieces.length - 1] += `, ${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

/** "Research Intern, Acme Labs" and "Acme Labs, Research Intern". */
function byComma(part: Part): Part[] {
  const pieces = pieced(part.text);
  if (pieces.length < 2) return [part];
  const roles = pieces.map(roleScore);
  const best = roles.indexOf(Math.max(...roles));
  if (roles[best]! <= 0) return [part];
  if (best === 0) return [made(pieces.slice(0, -1).join(", ")), { ...made(pieces.at(-1)!), role: 0 }];
  return [{ ...made(pieces.slice(0, best).join(", ")), role: 0 }, made(pieces.slice(best).join(", "))];
}

/** Whether titles stand before companies, by the entries that leave no doubt. */
function orderOf(heads: readonly Head[]): boolean {
  let votes = 0;
  for (const { parts: [first, second] } of heads) {
    if (!first || !second || (first.role > 0) === (second.role > 0)) continue;
    votes += first.role > 0 ? 1 : -1;
  }
  return votes >= 0;
}

function assign({ parts }: Head, titleFirst: boolean): { title: string | null; company: string | null } {
  const [first, second] = parts;
  if (!first) return { title: null, company: null };
  if (!second) return first.role > 0 ? { title: first.text, company: null } : { title: null, company: first.text };
  let title = titleFirst ? first : second;
  const bestRole = parts.slice(0, 4).reduce((a, b) => (b.role > a.role ? b : a));
  if (bestRole.role > title.role) title = bestRole;
  const company = parts.find((part) => part !== title && part.role < title.role + 0.1 && part.role <= 1.5) ??
    parts.find((part) => part !== title);
  return { title: title.text, company: company?.text ?? null };
}

function entryOf(
  block: Block,
  named: { title: string | null; company: string | null },
  location: string | null,
): ExperienceEntry {
  const rows = [...block.head, ...block.body];
  const date = block.date;
  return {
    title: named.title,
    company: named.company,
    location,
    startDate: date?.from ?? null,
    endDate: date?.to ?? null,
    current: date?.to === "present",
    bullets: bulletsOf(block.body),
    confidence:
      Math.round(100 * ((date ? 0.4 : 0.2) + (isTitle(named.title) ? 0.35 : 0.15) + (named.company ? 0.25 : 0))) / 100,
    start: rows[0]?.line.start ?? 0,
    end: rows.at(-1)?.line.end ?? 0,
  };
}

/** Bullets with the lines they run over; lines without bullets by where sentences end. */
export function bulletsOf(rows: readonly BlockLine[]): string[] {
  const bullets: string[] = [];
  const marked = rows.some(({ line }) => line.bullet);
  let previous: TextLine | null = null;
  for (const { line, rest } of rows) {
    const text = rest.replace(/\s+/gu, " ").trim();
    if (text === "") continue;
    const goesOn: boolean = previous !== null && !line.bullet &&
      (marked
        ? bullets.length > 0
        : /^\p{Ll}/u.test(text) || (previous.text.length > 60 && !/[.!?:;]$/u.test(previous.text)));
    if (goesOn) bullets[bullets.length - 1] = joined(bullets.at(-1)!, text);
    else bullets.push(text);
    previous = line;
  }
  return bullets;
}

function joined(first: string, second: string): string {
  return /\p{Ll}-$/u.test(first) && /^\p{Ll}/u.test(second) ? first.slice(0, -1) + second : `${first} ${second}`;
}

/**
 * Years that the entries cover together, overlaps counted once.
 *
 * @param today What "present" means, "YYYY-MM".
 * @returns `null` where no entry says from when to when.
 */
export function totalYearsOf(
  entries: readonly Pick<ExperienceEntry, "startDate" | "endDate">[],
  today: string,
): number | null {
  const now = monthIndex(today, "to");
  const spans = entries.flatMap(({ startDate, endDate }) => {
    if (startDate === null || endDate === null) return [];
    const from = monthIndex(startDate, "from");
    // "2018 – 2020" is taken for two years, not three.
    const to = endDate === "present"
      ? now
      : endDate.length === 4
      ? monthIndex(endDate, "from") - 1
      : monthIndex(endDate, "to");
    const last = Math.min(Math.max(to, from), now);
    return last >= from ? [{ from, last }] : [];
  }).sort((a, b) => a.from - b.from);
  if (spans.length === 0) return null;
  let months = 0;
  let covered = -1;
  for (const { from, last } of spans) {
    if (last <= covered) continue;
    months += last - Math.max(from, covered + 1) + 1;
    covered = last;
  }
  return Math.round(months / 1.2) / 10;
}
