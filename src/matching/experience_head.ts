/**
 * Who, what and where of a job, out of the lines that head it.
 *
 * @module
 */
import type { BlockLine } from "./blocks.ts";
import { isPlace, isRegion } from "./places.ts";
import { isKnownCity } from "./places_cities.ts";
import { isRoleWord } from "./roles.ts";
import { cellsOf, folded, wordsOf } from "./text.ts";

const organisation =
  /(?<!\p{L})(?:inc|llc|ltd|limited|gmbh|ag|kg|corp|corporation|company|co|plc|pvt|s\.?a\.?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|pt|tbk|ug|e\.?v|group|gruppe|university|universitat|universite|universidad|universidade|universita|universitas|universiteit|college|school|schule|institute|institut|academy|hospital|klinikum|clinic|bank|foundation|stiftung|agency|ministry|department|services|solutions|systems|technologies|industries|partners|holdings|associates|labs?|studios?|restaurant|hotel|store|center|centre|council|association|society|consulting|international|research|airlines|insurance|logistics|software|media|press|church|police|army|navy|force|club|team|associes|cabinet|groupe|societe|mairie|conseil|agence|ministere|clinique|hopital|banque|magasin|boulangerie|grupo|ayuntamiento|clinica|banco|tienda|prefeitura|ospedale|comune|azienda|banca|gemeente|stichting|ziekenhuis|toko|yayasan|rumah sakit|dinas|kementerian|klinik|praxis|kanzlei|verlag|werke|apotheke|fraunhofer-institut|autohaus|spedition|stadtwerke|landratsamt|sohne|brothers|sons|bros)(?!\p{L})/u;
const contract =
  /^(?:full[- ]?time|part[- ]?time|contract|permanent|temporary|temp|freelance|self-employed|remote|hybrid|on-?site|internship|seasonal|vollzeit|teilzeit|befristet|unbefristet|cdi|cdd|stage|alternance|temps plein|temps partiel|tiempo completo|media jornada|tempo integral|tempo pieno|voltijd|deeltijd|penuh waktu|paruh waktu|current|present)$/u;
/** Who works for nobody else names no company, and says so in its place. */
const selfEmployed =
  /^(?:self[- ]employed|freelance(?:r)?|selbststandig|selbstandig|freiberuflich|freiberufler(?:in)?|independant|travailleur independant|auto-?entrepreneur|autonomo|cuenta propia|por cuenta propia|conta propria|libero professionista|zzp(?:'er)?|wiraswasta)$/u;
/** "Worked as a nurse" is a nurse. */
const leadIn =
  /^(?:(?:i )?(?:currently |presently |previously |have )?(?:work(?:ed|ing)?|employed|served|serving|hired|t[äa]tig|gearbeitet|trabaj[ée]|trabajo|trabalhei|travail)\s+)?(?:as|als|como|come|en tant que)\s+(?:an?\s+|the\s+|une?\s+|uma?\s+)?/iu;
const remote =
  /^(?:remote|fully remote|hybrid|on-?site|home ?office|work from home|worldwide|remoto|télétravail|thuiswerk)$/iu;

/** What a head says, before it is known which part is what. */
export interface Head {
  parts: Part[];
  location: string | null;
  /** What labels say: "Company: Acme". */
  title: string | null;
  company: string | null;
}

interface Part {
  text: string;
  role: number;
  /** The line of the head it stands on. */
  row: number;
}

/** Whether a text holds a word that names what somebody does. */
export function isTitle(title: string | null): boolean {
  return title !== null && roleScore(title) > 0;
}

/** Whether a text holds a word that organisations are named by. */
export function isOrganisation(text: string): boolean {
  return organisation.test(folded(text));
}

function roleScore(text: string): number {
  const words = wordsOf(text);
  const at = words.findLastIndex(isRoleWord);
  if (at < 0) return 0;
  return (at === words.length - 1 ? 3 : 2) - (isOrganisation(text) ? 1.5 : 0) + (words.length <= 6 ? 0.5 : 0);
}

const strongSeparator = /\s*[|•·▪●∙]\s*|;\s+|\s{2,}|\t+|\s+[–—-]+\s+|\s*:\s+/u;
/** What follows is an employer, whatever its name reads like. */
const employed = /(?<=\S)\s+(?:@|at|bei(?: der)?|beim|chez|presso|bij|en la empresa|na empresa)\s+(?=\p{Lu}|\d)/gu;
const mark = "\u0001";

/** Cuts the head of an entry into its parts. */
export function headOfEntry(rows: readonly BlockLine[]): Head {
  let location: string | null = null;
  let own: string | null = null;
  const parts: Part[] = [];
  const said: Record<"title" | "company" | "employer" | "client" | "location", string | null> = {
    employer: null,
    title: null,
    company: null,
    client: null,
    location: null,
  };
  for (const [row, { rest }] of rows.entries()) {
    /** A label in a cell of its own, whose value is the next cell. */
    let waiting: keyof typeof labels | null = null;
    for (const cell of cellsOf(rest.replaceAll("\t", "   "))) {
      const bare = cell.text.replace(/^\d{1,2}[.)]\s+/u, "");
      const label: Label | null = waiting ? { kind: waiting, value: cell.text } : labelOf(bare);
      if (label) {
        const { kind, value }: Label = label;
        waiting = value === null ? kind : null;
        if (value === null || kind === "date" || kind === "other") continue;
        const { text, place } = kind === "company" || kind === "client"
          ? withoutCity(value)
          : { text: value, place: null };
        location ??= place;
        said[kind] ??= text || null;
        continue;
      }
      for (const piece of cell.text.replace(employed, ` | ${mark}`).split(strongSeparator)) {
        const isEmployer = piece.startsWith(mark);
        const { text, place } = withoutPlace(strip(piece.replace(mark, "")).replace(leadIn, ""));
        if (place !== null) location ??= place;
        if (isEmployer && text !== "" && said.employer === null) {
          const company = withoutCity(text);
          location ??= company.place;
          said.employer = company.text;
        } else if (selfEmployed.test(folded(text))) own ??= text;
        else if (text !== "" && !contract.test(folded(text))) parts.push(made(text, row));
      }
    }
  }
  if (said.client !== null && parts.every(({ role }) => role > 0)) said.company ??= said.client;
  if (said.employer !== null && said.company === null && parts.length > 0) {
    return employedHead(parts, said.employer, location);
  }
  said.company ??= said.employer;
  if (said.title !== null || said.company !== null) {
    return { parts, title: said.title, company: said.company, location: said.location ?? location };
  }
  const head = unlabelled(parts, said.location ?? location);
  if (own !== null && head.parts.length === 1) head.parts.push({ ...made(own), role: 0 });
  return { ...head, title: null, company: null };
}

/** The head of "Title at Company", with the city that may stand beside it. */
function employedHead(parts: readonly Part[], company: string, location: string | null): Head {
  const title = parts.find(({ role }) => role > 0) ?? parts[0]!;
  const city = location === null ? parts.find((part) => part !== title && isBareCity(part)) : undefined;
  return { parts: [...parts], title: title.text, company, location: location ?? city?.text ?? null };
}

function unlabelled(parts: Part[], location: string | null): Pick<Head, "parts" | "location"> {
  const [only] = parts;
  const others = parts.slice(1);
  const companyless = parts.length > 0 && only!.role > 0 && byComma(only!).length === 1 &&
    others.every(({ text }) => isProse(text));
  const cut = location?.lastIndexOf(", ") ?? -1;
  // "Acme Retail, Singapore" reads like a city and its country, but there is no other company.
  if (
    companyless && cut > 0 && location!.indexOf(", ") === cut && !/^[A-Z]{2,3}$/u.test(location!.slice(cut + 2)) &&
    !isKnownCity(location!.slice(0, cut)) &&
    (!isRegion(location!.slice(cut + 2)) || isKnownCity(location!.slice(cut + 2)))
  ) {
    return {
      parts: [parts[0]!, made(location!.slice(0, cut), 1), ...others],
      location: location!.slice(cut + 2),
    };
  }
  return location === null
    ? withBareCity(parts)
    : { parts: parts.length === 1 ? byWords(byComma(only!)) : parts, location };
}

/** A line of what was done, rather than a name. */
function isProse(text: string): boolean {
  const words = text.split(" ");
  return words.length >= 5 && words.filter((word) => /^\p{Ll}/u.test(word)).length >= 3;
}

/** Parts of organisations rather than organisations or cities: "Director, Marketing". */
const department =
  /^(?:engineering|marketing|sales|finance|operations|product(?: management| development)?|human resources|hr|it|information technology|design|research(?: and development)?|development|strategy|legal|communications|business development|customer (?:service|success|support)|quality(?: assurance)?|procurement|logistics|technology|data(?: science)?|analytics|security|administration|education|accounting|public relations|[\p{L} ]+ (?:department|division|team|unit|care|services|systems|development|management|engineering|operations))$/u;
const cityForm =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|am|an der|an|der|de|del|della|di|do|da|dos|la|le|les|los|el|of|on|upon|in|bei|ob|sur|sous|en|aan|den|het|op|al))*(?<= \p{Lu}[\p{L}.'’-]*|^\p{Lu}[\p{L}.'’-]*)(?: \(\d{2,3}\))?$/u;

function isBareCity({ text, role }: Part): boolean {
  const plain = folded(text);
  if (isKnownCity(text)) return true;
  return role === 0 && cityForm.test(text) && !organisation.test(plain) && !department.test(plain);
}

const labels = {
  company:
    "company(?: name)?|(?:name(?: and address)? of )?employer|name und adresse des arbeitgebers|nome(?: e indirizzo)? del datore di lavoro|nombre(?: y dirección)? de la empresa(?: o empleador)?|nome(?: e endereço)? do empregador|nom(?: et adresse)? de l['’]employeur|organi[sz]ation|firma|unternehmen|arbeitgeber|empresa|azienda|datore di lavoro|entreprise|employeur|bedrijf|werkgever|perusahaan|instansi",
  title:
    "position(?: held| title)?|occupation(?: or position held)?|tipo di impiego|lavoro o posizione ricopert[ai]|profesión o cargo desempeñado|função ou cargo ocupado|fonction ou poste occupé|beruf oder funktion|role|title|job title|designation|job|funktion|tätigkeit|berufsbezeichnung|stelle|cargo|puesto|função|ruolo|mansione|posizione|poste|fonction|functie|jabatan|posisi",
  client: "(?:end )?client|customer|kunde|cliente?|klant|klien",
  location:
    "location|place|city|ort|standort|arbeitsort|lieu|ville|lugar|ciudad|local|cidade|luogo|sede|plaats|locatie|lokasi|tempat",
  date:
    "duration|period|dates?(?: \\([^()]{1,12}\\))?|tenure|time(?: period| frame)?|zeitraum|dauer|période|durée|periodo|período|fechas?|datas?|duración|durata|periode|duur|waktu",
  other:
    "type of business(?: or sector)?|sector|industry|tipo di azienda o settore|branche|country|land|pays|paese|país|website|reporting to|reports to|team size|salary|notice period|reason for leaving",
};
interface Label {
  kind: keyof typeof labels;
  value: string | null;
}
const labelled = Object.entries(labels).map(([kind, words]) => ({
  kind: kind as keyof typeof labels,
  form: new RegExp(`^(?:${words})\\s*(?:[:：]\\s*(?<value>.*)|$)`, "iu"),
}));

/** What a cell names itself to be: "Employer: Acme", and "Duration" whose dates are already taken out. */
function labelOf(text: string): Label | null {
  for (const { kind, form } of labelled) {
    const match = form.exec(text);
    const value = match?.groups?.value;
    // A bare "Position" is a label only where something says so; a bare date's label has lost its date.
    if (match && (value !== undefined || kind === "date" || text.includes(" "))) {
      return { kind, value: strip(value ?? "") || null };
    }
  }
  return null;
}

/** Finds a city without its country, which only its place tells: "Title, Acme – Lyon", "Title, Acme, Lyon", "Title | Acme, Lyon". */
function withBareCity(parts: Part[]): Pick<Head, "parts" | "location"> {
  const [first, second] = parts;
  if (!first) return { parts, location: null };
  if (parts.length === 1) {
    const pieces = pieced(first.text);
    const city = made(pieces.at(-1) ?? "");
    const rest = byComma(made(pieces.slice(0, -1).join(", ")));
    const isTriple = pieces.length >= 3 && rest.length === 2 && isBareCity(city) &&
      !rest.some(({ text }) => department.test(folded(text)));
    return isTriple ? { parts: rest, location: city.text } : { parts: byWords(byComma(first)), location: null };
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
    // "Associate" above "Manchester": no company is called so.
    if (pieces.length === 1 && isKnownCity(other!.text)) return { parts: [titled], location: other!.text };
    if (pieces.length === 2 && isBareCity(city)) {
      return { parts: parts.map((part) => (part === other ? made(pieces[0]!) : part)), location: city.text };
    }
  }
  // "Acme GmbH, München" beside a line of what was done.
  const placed = titled && others.find((part) => {
    const [company = "", place, more] = pieced(part.text);
    return place !== undefined && more === undefined && isOrganisation(company) && isBareCity(made(place));
  });
  if (placed) {
    const [company = "", place = null] = pieced(placed.text);
    return { parts: parts.map((part) => (part === placed ? made(company, part.row) : part)), location: place };
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

/** "(Full-time)" behind a company or title. */
const engagement =
  /\s*\((?:full[- ]?time|part[- ]?time|contract(?:or)?|permanent|temporary|freelance|intern(?:ship)?|seasonal|vollzeit|teilzeit|befristet|cdi|cdd|stage|alternance|tiempo completo|tempo integral|remote|hybrid)\)\s*$/iu;

function strip(text: string): string {
  return text.replace(engagement, "").replace(/^[\s,;:|•·–—)-]+|[\s,;:|•·–—(-]+$/gu, "").replace(
    /^\(?\d{1,2}[.)]\s+(?=\p{Lu})/u,
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
  const within = /^(?<text>.{3,}?)\s+(?:te|in|à|en|em|a|zu)\s+(?<city>\p{Lu}.{2,40})$/u.exec(text)?.groups;
  if (within && (isKnownCity(within.city!) || (within.city!.includes(",") && isPlace(within.city!)))) {
    return { text: strip(within.text!), place: within.city! };
  }
  const pieces = text.split(/\s*,\s*/u);
  if (pieces.length === 1) return isPlace(text) ? { text: "", place: text } : { text, place: null };
  for (let i = pieces.length - 1; i > 0; i--) {
    if (remote.test(pieces[i]!)) return { text: strip(pieces.filter((_, j) => j !== i).join(", ")), place: pieces[i]! };
    if (pieces[i]!.includes("/") && isPlace(pieces[i]!)) {
      return { text: strip(pieces.slice(0, i).join(", ")), place: pieces[i]! };
    }
    const pair = `${pieces[i - 1]}, ${pieces[i]}`;
    if (!isPlace(pair) || wordsOf(pieces[i - 1]!).some(isRoleWord)) continue;
    const from = i > 1 && !isKnownCity(pieces[i - 1]!) && isPlace(`${pieces[i - 2]}, ${pieces[i - 1]}`) &&
        !organisation.test(folded(pieces[i - 2]!))
      ? i - 2
      : i - 1;
    // "Acme, Germany": the first part is the company.
    const alone = organisation.test(folded(pieces[from]!));
    const start = alone ? i : from;
    return {
      text: strip([...pieces.slice(0, start), ...pieces.slice(i + 1)].join(", ")),
      place: pieces.slice(start, i + 1).join(", "),
    };
  }
  return { text, place: null };
}

/** The same, and "Acme, Lyon". */
function withoutCity(text: string): { text: string; place: string | null } {
  const found = withoutPlace(text);
  const [company, city, more] = pieced(found.text);
  if (found.place !== null || city === undefined || more !== undefined || !isBareCity(made(city))) return found;
  return { text: company!, place: city };
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

const division =
  /^(?:department|dept\.?|faculty|school|division|institute|lab(?:oratory)?|group|fakultät|institut|abteilung|lehrstuhl|département|faculté|facultad|departamento|faculdade|dipartimento|facoltà|faculteit|afdeling) (?:of|for|für|de|des|di|voor|d['’])/iu;

/** "Auxiliar en Gestoría Luna": where nothing else names a company. */
function byWords(parts: Part[]): Part[] {
  const [only] = parts;
  if (!only || parts.length > 1 || only.role <= 0) return parts;
  const [title = "", company, more] = only.text.split(/\s+(?:with|for|en|em|bij de)\s+(?=\p{Lu})/u);
  if (company === undefined || more !== undefined || roleScore(title) <= 0 || department.test(folded(company))) {
    return parts;
  }
  return [made(title), { ...made(company), role: 0 }];
}

/** "Research Intern, Acme Labs" and "Acme Labs, Research Intern". */
function byComma(part: Part): Part[] {
  const pieces = pieced(part.text);
  if (pieces.length < 2) return [part];
  const roles = pieces.map(roleScore);
  const best = roles.indexOf(Math.max(...roles));
  if (roles[best]! <= 0) return [part];
  if (best === 0) {
    // "Lecturer, Department of Physics, Acme University": the department is neither.
    const title = pieces.slice(0, -1).filter((piece, i) => i === 0 || !division.test(piece));
    return [made(title.join(", ")), { ...made(pieces.at(-1)!), role: 0 }];
  }
  return [{ ...made(pieces.slice(0, best).join(", ")), role: 0 }, made(pieces.slice(best).join(", "))];
}

/** Whether titles stand before companies, by the entries that leave no doubt. */
export function orderOf(heads: readonly Head[]): boolean {
  let votes = 0;
  for (const { parts: [first, second] } of heads) {
    if (!first || !second || (first.role > 0) === (second.role > 0)) continue;
    votes += first.role > 0 ? 1 : -1;
  }
  return votes >= 0;
}

/** Says which part is the title and which the company. */
export function assign(head: Head, titleFirst: boolean): { title: string | null; company: string | null } {
  const { parts } = head;
  if (head.title !== null || head.company !== null) {
    // Beside a labelled title stands the company, and the other way round.
    const other = parts[0]?.text ?? null;
    return { title: head.title ?? other, company: head.company ?? other };
  }
  const [first, second] = parts;
  if (!first) return { title: null, company: null };
  if (!second) return first.role > 0 ? { title: first.text, company: null } : { title: null, company: first.text };
  let title = titleFirst ? first : second;
  const bestRole = parts.slice(0, 4).reduce((a, b) => (b.role > a.role ? b : a));
  if (bestRole.role > title.role) title = bestRole;
  const company =
    parts.find((part) =>
      part !== title && part.role < title.role + 0.1 && part.role <= (isOrganisation(part.text) ? 2 : 1.5)
    ) ??
      parts.find((part) => part !== title);
  return { title: title.text, company: company ? withoutRemark(company.text) : null };
}

/** "Quillpoint (a billing startup)" is Quillpoint. */
function withoutRemark(company: string): string {
  return company.replace(/\s*\((?:\p{Ll}|[^()]*[\d,])[^()]*\)$/u, "") || company;
}
