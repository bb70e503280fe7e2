/**
 * Degrees and schools.
 *
 * @module
 */
import { type BlockLine, blockLine, unwrapped } from "./blocks.ts";
import type { DateRange } from "./dates.ts";
import { degreeLevel } from "./degrees.ts";
import { isPlace } from "./places.ts";
import { cellsOf, folded, type TextLine } from "./text.ts";
import type { EducationEntry } from "./types.ts";

const degreePattern =
  /(?<![\p{L}.])(?:ph\.?\s?d\.?|d\.?phil\.?|doctor(?:ate|al)?|dr\. ?(?:rer|med|phil|ing)\.?[\p{L}. ]{0,10}|ed\.?d\.?|j\.?d\.?|m\.d\.|md|master(?:['’]?s)?|m\.?\s?sc\.?|msc|m\.?\s?tech\.?|m\.?eng\.?|m\.?\s?b\.?\s?a\.?|m\.?\s?c\.?\s?a\.?|m\.?\s?com\.?|m\.?ed\.?|m\.?phil\.?|m\.?s\.?w\.?|mph|mfa|ll\.?\s?m\.?|m\.?\s?a\.?|m\.?\s?s\.?|meng|bachelor(?:['’]?s)?|b\.?\s?sc\.?|bsc|b\.?\s?tech\.?|b\.?\s?eng\.?|beng|b\.?\s?e\.?|b\.?\s?b\.?\s?a\.?|b\.?\s?c\.?\s?a\.?|b\.?\s?com\.?|b\.?ed\.?|b\.?f\.?a\.?|b\.?arch\.?|b\.?s\.?n\.?|m\.?s\.?n\.?|b\.?pharm\.?|ll\.?\s?b\.?|mbbs|b\.?\s?a\.?|b\.?\s?s\.?|associate(?:['’]?s)?(?: degree| of| in)|a\.?a\.?s\.?|a\.a\.|a\.s\.|diploma|diplom(?:[-\p{L}]{0,25})?|magister|staatsexamen|abitur|fachabitur|fachhochschulreife|allgemeine hochschulreife|mittlere reife|realschulabschluss|hauptschulabschluss|ausbildung|certificate|high school(?: diploma)?|(?:higher |senior )?secondary|matriculation|intermediate(?= ?[(,/])|(?:10|12)(?:th)?(?= (?:class|standard|grade|std))|class (?:10|12|x|xii)|10th|12th|ged|g\.e\.d\.|a-?levels?|gcses?|h\.?s\.?c\.?|s\.?s\.?c\.?|cbse|icse|licence|licenciatura|licenciad[oa]|grado|graduad[oa]|graduação|bacharel(?:ado)?|bachillerato|baccalaur[ée]at|bac(?: ?\+ ?\d)?|bts|dut|dea|dess|ing[ée]nieur|diplôme|máster|maestr[ií]a|mestrado|doctorado|doutorado|doutoramento|doctorat|dottorato|laurea(?: magistrale| triennale)?|maturit[àa]|t[ée]cnico|curso superior|ensino m[ée]dio|tecn[óo]logo|promotie|doctoraal|havo|vwo|vmbo|mbo|hbo|sarjana|magister|diploma (?:iii|iv)|s[123](?=[ ,:-]|$)|d[34](?=[ ,:-])|sma|smk|apprenticeship|ca (?:final|inter(?:mediate)?|foundation)|chartered accountan(?:t|cy)|cap|bep|hnd|nvq|btec|postdoc(?:toral)?|graduate|undergraduate|minor|major|certification)(?![\p{L}])/iu;
const schoolPattern =
  /(?<!\p{L})(?:universit(?:y|ies|at|ats|e|a|as|ari|eit|atea|et)|universidad(?:e)?|universite|univ|uni|college|school|schule|hochschule|fachhochschule|fh|th|tu|institut(?:e|o|s)?|institution|academy|akademie|academie|academia|accademia|gymnasium|gesamtschule|realschule|grundschule|berufsschule|berufskolleg|oberschule|lycee|liceo|ecole|escola|escuela|scuola|faculty|facultad|faculdade|faculte|facolta|fakultat|polytechnic|polytechnique|politecnico|politecnica|politeknik|conservatory|seminary|iut|insa|hec|essec|ensta|eth|epfl|mit|ucla|nyu|usc|iit|nit|iiit|iim|bits|caltech|stanford|harvard|yale|princeton|oxford|cambridge|berkeley|insead|colegio|instituto|istituto|istituto|hogeschool|universiteit|vidyalaya|vidyapeeth|sekolah|sma|smk|smp|stmik|stie|colegio|bootcamp|campus|abendgymnasium|kolleg|ihk|handwerkskammer|hwk|board|ifsi|ifas|iae|cfa|afpa|cnam|ens|ensa|epitech|polytech|sciences po|ecole|icai|icsi|icmai|aicpa|lyceum|kolej|szkola|skola|skolan|yliopisto|fakultet)(?!\p{L})/u;
const compoundSchool =
  /(?:universitat|hochschule|hogeschool|schule|gymnasium|lyceum|kolleg|akademie|academie|college|universiteit|universitet)(?!\p{L})/u;
const coursework =
  /^(?:(?:master|bachelor|diploma|doctoral|phd|ph\.d\.)(?:['’]?s)? thesis|masterarbeit|bachelorarbeit|diplomarbeit|copyright|gpa|cgpa|grade|relevant|coursework|courses?|thesis|dissertation|advisor|honou?rs|activities|minor|note|abschlussnote|schwerpunkt|awards?|dean|percentage|specialization|focus|modules?|subjects?|key)(?!\p{L})/iu;

interface Piece {
  text: string;
  row: BlockLine;
  /** Which cell of the row it stands in. */
  cell: number;
  /** What its label says it is: "Institution: …". */
  label?: keyof typeof labels;
}

const labels = {
  school:
    /^(?:institution|school|university|college|institute|(?:name of )?(?:school|institution|university)|hochschule|universität|schule|établissement|école|université|instituci[oó]n|universidad|instituição|universidade|istituto|università|istituzione|instelling|universiteit|universitas|sekolah|institusi)\s*[:：]\s*/iu,
  degree:
    /^(?:degree|qualification|course|program(?:me)?|abschluss|studiengang|diplôme|t[íi]tulo|titulación|grado|curso|grau|titolo(?: di studio)?|corso|diploma|opleiding|gelar|jenjang)\s*[:：]\s*/iu,
  field:
    /^(?:field(?: of study)?|area(?: of study)?|major|branch|speciali[sz]ation|subject|fach|fachrichtung|filière|spécialité|área|especialidad|indirizzo|studierichting|jurusan|program studi)\s*[:：]\s*/iu,
};

const honours =
  /(?:honou?rs|cum laude|distinction|first class|second class|merit|minor|major|thesis|gpa|grade|dean|completed|current|expected|graduated|online|remote|full[- ]time|part[- ]time|abschluss|mencion|mention|lode)/u;

interface Draft {
  institution: string | null;
  degree: string | null;
  field: string | null;
  date: DateRange | null;
  rows: BlockLine[];
  place: boolean;
  /** The institution is only what is left of the degree's line. */
  guessed: boolean;
}

/** Reads the entries of the sections of education. */
export function educationIn(sections: readonly (readonly TextLine[])[]): EducationEntry[] {
  return sections.flatMap((lines) => {
    const drafts: Draft[] = [];
    const isList = lines.every(({ bullet }) => bullet);
    for (const line of unwrapped(lines)) {
      if (isTableHead(line.text)) continue;
      const row = blockLine({
        ...line,
        text: line.text.length > 240 ? line.text : line.text.replace(score, ""),
        bullet: line.bullet && !isList,
      });
      if (coursework.test(row.rest)) {
        const last = drafts.at(-1);
        if (last && row.date && !last.date) last.date = row.date;
        last?.rows.push(row);
        continue;
      }
      readRow(row, drafts);
    }
    return drafts.filter(({ institution, degree }) =>
      degree !== null || (institution !== null && isSchool(institution))
    )
      .map(entryOf);
  });
}

/** ", 78%" and "GPA 3.8/4.0" at the end of a line. */
const score =
  /[\s,;|(–-]*(?:with\s+)?(?:(?:c|s)?gpa|grade|marks?|score|percentage|note|abschlussnote|average)?\s*[:=]?\s*(?<![\d.])\d{1,3}(?:[.,]\d{1,3})?\s*(?:%|\/\s*\d{1,3}(?:\.\d)?|c?gpa)\)?\s*$/iu;

/** The head of a table: "Degree  Institution  Year". */
function isTableHead(text: string): boolean {
  const cells = cellsOf(text);
  return cells.length > 1 &&
    cells.every((cell) =>
      /^(?:degree|course|class|exam(?:ination)?|qualification|institut(?:e|ion)|school|college|university|board|year(?: of passing)?|passing year|score|marks|percentage|%|cgpa|grade|duration|period)(?:\s?[\/&]\s?[\p{L}%]+)*$/iu
        .test(cell.text)
    );
}

/**
 * Lines that are plainly about degrees, where no heading says so: a degree with its school on the same line or beside it.
 */
export function schoolingIn(lines: readonly TextLine[]): TextLine[] {
  const taken = new Set<number>();
  const isProse = ({ text }: TextLine) => text.length > 110 || (text.length > 60 && /\.$/u.test(text));
  for (const [i, line] of lines.entries()) {
    if (isProse(line) || !isDegree(line.text) || degreeLevel(line.text) === null) continue;
    const beside = [i - 1, i + 1].filter((at) => lines[at] && !isProse(lines[at]) && isSchool(lines[at].text));
    if (!isSchool(line.text) && beside.length === 0) continue;
    taken.add(i);
    if (!isSchool(line.text)) taken.add(beside.at(-1)!);
    for (const at of [Math.max(...taken) + 1, i + 1]) {
      const next = lines[at];
      if (next && blockLine(next).date && blockLine(next).rest === "") taken.add(at);
    }
  }
  return lines.filter((_, i) => taken.has(i));
}

function readRow(row: BlockLine, drafts: Draft[]): void {
  if (row.line.text.includes("@")) return;
  const pieces = piecesOf(row).flatMap(withSchoolApart);
  const labelled = (kind: keyof typeof labels) => pieces.find(({ label }) => label === kind);
  const degree = labelled("degree") ??
    fullest(pieces.filter(({ text, label }) => label === undefined && isDegree(text)));
  const school = labelled("school") ??
    pieces.find((piece) => piece !== degree && piece.label === undefined && isSchool(piece.text)) ??
    (degree && isSchool(degree.text) ? schoolInside(degree) : undefined);
  let draft = drafts.at(-1);
  const isNew = !row.line.bullet &&
    (!draft || (school && draft.institution !== null && !draft.guessed) || (degree && draft.degree !== null) ||
      (row.date !== null && draft.date !== null && (school ?? degree ?? row.rest) !== ""));
  if (isNew) {
    if (!school && !degree && !row.date) return;
    draft = { institution: null, degree: null, field: null, date: null, rows: [], place: false, guessed: false };
    drafts.push(draft);
  }
  if (!draft) return;
  draft.rows.push(row);
  if (row.date && !draft.date) draft.date = row.date;
  if (row.line.bullet && !isNew) return;
  if (school && (draft.institution === null || draft.guessed)) {
    draft.institution = schoolOf(school.text);
    draft.guessed = false;
  }
  draft.field ??= labelled("field")?.text ?? null;
  if (degree) {
    const { degree: name, field } = degreeOf(degree.text, school?.text);
    if (draft.degree === null) {
      draft.degree = name;
      draft.field ??= field ?? fieldAfter(pieces, degree, school) ?? fieldBeside(pieces, degree, school);
    }
  }
  if (degree && !school && draft.institution === null) {
    // "BSc in Biology, Imperial": what is neither degree, field nor place.
    const left = pieces.slice(pieces.indexOf(degree) + 1).find(({ text, label }) =>
      label === undefined && text !== draft!.field && /^\p{Lu}[^\d:@]{2,60}$/u.test(text) && !isPlace(text) &&
      !honours.test(folded(text))
    );
    if (left) {
      draft.institution = left.text;
      draft.guessed = true;
    }
  }
  if (!school && !degree) {
    const rest = pieces.find(({ text, label }) => label === undefined && !isPlace(text));
    if (rest && draft.degree !== null && draft.institution === null) draft.institution = rest.text;
    else if (rest && isNew) draft.institution = rest.text;
    else if (rest && isFieldBelow(rest.text, draft, pieces)) draft.field = rest.text;
  }
}

/** "Computer Science" on the line right below "BS". */
function isFieldBelow(text: string, { degree, field, rows }: Draft, pieces: readonly Piece[]): boolean {
  const above = rows.at(-2);
  return degree !== null && field === null && pieces.length === 1 && above?.rest === degree &&
    degree.split(" ").length <= 3 && /^\p{Lu}[\p{L} &,'’-]{2,60}$/u.test(text) && !honours.test(folded(text));
}

/** "M.Sc. University of Ghent" is a degree and a school. */
function withSchoolApart(piece: Piece): Piece[] {
  if (piece.label !== undefined) return [piece];
  // "SMA Negeri 3 Yogyakarta" is a school that its degree is named after.
  const named = /^(?<degree>SMA|SMK|SMP|SMU|MAN)[NS]?(?= (?:\p{Lu}|\d))/u.exec(piece.text)?.groups?.degree;
  if (named !== undefined) return [{ ...piece, text: named, label: "degree" }, { ...piece, label: "school" }];
  const match = degreePattern.exec(piece.text);
  const rest = match?.index === 0 ? piece.text.slice(match[0].length).trim() : "";
  if (
    !match || !isSchool(rest) || isSchool(match[0]) || !/^\p{Lu}/u.test(rest) ||
    / (?:in|of) /u.test(` ${rest.split(schoolWord)[0]}`)
  ) {
    return [piece];
  }
  // Together in a cell because the column of degrees is narrow.
  return [{ ...piece, text: match[0], cell: piece.cell - 1 }, { ...piece, text: rest }];
}

const schoolWord = /univ|hochschule|college|school|institut|academ|akadem/iu;

/** The piece after a degree that is neither school nor place: "BSc, Mathematics". */
function fieldAfter(pieces: readonly Piece[], degree: Piece, school: Piece | undefined): string | null {
  // "Bachelor of Science - BS, Biology" names the degree twice.
  const next = pieces.slice(pieces.indexOf(degree) + 1).find(({ text }) => text.length > 5 || !isDegree(text)) ?? null;
  if (!next || next === school || next.text.length > 60 || isSchool(next.text) || isPlace(next.text)) return null;
  return /^\p{L}[^\d:@]*$/u.test(next.text) ? next.text : null;
}

/** The first degree, or the same one where it names its field: "BSc", beside it "University of Leeds, BSc in Law". */
function fullest(degrees: readonly Piece[]): Piece | undefined {
  const [first] = degrees;
  return degrees.find(({ text }) => text.startsWith(`${first!.text} `)) ?? first;
}

/** A degree in a column of its own: what follows the school beside it is the field. */
function fieldBeside(pieces: readonly Piece[], degree: Piece, school: Piece | undefined): string | null {
  const [first, second, next] = pieces;
  if (first !== degree || !school || second !== school || degree.cell === school.cell) return null;
  return next?.cell === school.cell && !honours.test(folded(next.text)) ? fieldAfter(pieces, school, undefined) : null;
}

function isDegree(text: string): boolean {
  // "Boise High School" is a school, "High School Diploma" is none.
  if (/\p{Lu}\S* (?:high|secondary|senior) school$/iu.test(text) && /^\p{Lu}/u.test(text)) return false;
  return degreePattern.test(text) && text.length < 160;
}

/** Whether a text names a school. */
export function isSchool(text: string): boolean {
  const plain = folded(text);
  return schoolPattern.test(plain) || compoundSchool.test(plain);
}

function piecesOf(row: BlockLine): Piece[] {
  return cellsOf(row.rest.replaceAll("\t", "   ")).flatMap((cell, i): Piece[] => {
    // "MIT   Cambridge, MA": neither a school nor a degree.
    if (i > 0 && /^[^,]{2,40}, [A-Z]{2}$/u.test(cell.text) && isPlace(cell.text)) return [];
    for (const [label, form] of Object.entries(labels)) {
      const value = form.test(cell.text) ? cell.text.replace(form, "").trim() : "";
      if (value !== "") return [{ text: value, row, cell: i, label: label as keyof typeof labels }];
    }
    return cell.text.split(
      /\s*[|•·;]\s*|\s+[–—-]+\s+|\s+(?:at|from|an der|à l['’]|presso)\s+(?=\p{Lu})|,\s+(?=(?:the )?\p{Lu})/u,
    )
      .map((text) => text.replace(/^[\s,:()-]+|[\s,:(-]+$/gu, "")).filter((text) => text !== "")
      .map((text) => ({ text, row, cell: i }));
  });
}

function schoolInside(piece: Piece): Piece | undefined {
  const at = /(?:,| at | from | - )\s*(?<school>.{3,80})$/u.exec(piece.text)?.groups?.school;
  return at && isSchool(at) ? { ...piece, text: at } : undefined;
}

function schoolOf(text: string): string {
  return text.replace(/\s*\([^()]{0,40}\)$/u, "");
}

/** "BSc Computer Science", "B.A. (Hons) History". */
const abbreviated =
  /^(?<degree>(?:[BM]\.? ?(?:Sc|A|S|Eng|Tech|Com|Ed|Phil)\.?|Ph\.? ?D\.?|LL\.?[BM]\.?|CAP|BEP|BTS|DUT)(?: \(Hon[a-z.]*\))?) (?<field>\p{Lu}\p{L}{2,}[^,;:()\d]{0,70})$/u;

/** "Master of Science in Computer Science; GPA: 3.95" is a degree and its field. */
function degreeOf(text: string, school: string | undefined): { degree: string; field: string | null } {
  let bare = school && text.endsWith(school) && text !== school ? text.slice(0, -school.length) : text;
  bare = bare.replace(/[;,(]\s*(?:c?gpa|grade|note|final grade).{0,60}$/iu, "").replace(/[\s,;:(–-]+$/u, "");
  const tail = /(?<joint>\s+(?:in|en|em|im|der|fur|für|zum|zur)\s+|,\s*|:\s*)(?<field>\p{L}[^,;()]{2,80})$/iu.exec(
    bare,
  );
  const short = tail ? null : abbreviated.exec(bare)?.groups;
  if (short && !honours.test(folded(short["field"]!))) return { degree: short["degree"]!, field: short["field"]! };
  const { joint = "", field = null } = tail?.groups ?? {};
  // "Ausbildung zum Koch" names who one becomes, not a field.
  const degree = tail && !/zu[mr]/iu.test(joint) ? bare.slice(0, tail.index) : bare;
  return { degree, field: field ?? fieldBehind(bare) };
}

/** "BSc Computer Science", "Bachelor of Nursing", "B.Sc. (Hons) Physics": what follows the degree's own words. */
function fieldBehind(degree: string): string | null {
  const match = degreePattern.exec(degree);
  if (match?.index !== 0 || degreeLevel(match[0]) === null || isSchool(degree)) return null;
  const rest = degree.slice(match[0].length);
  return /^(?:['’]s)?(?:\s+degree)?(?:\s+of\s+(?:science|arts|philosophy|applied science)(?![\p{L}]))?(?:\s+\([^()]{2,30}\))?\s+(?:of\s+)?(?<field>\p{Lu}[\p{L} &/'’-]{2,80})$/u
    .exec(
      rest.replace(/\b(?:of (?:Science|Arts|Philosophy|Applied Science)|Degree)\b/u, (words) => words.toLowerCase()),
    )?.groups
    ?.field ?? null;
}

function entryOf({ institution, degree, field, date, rows }: Draft): EducationEntry {
  return {
    institution,
    degree,
    field,
    startDate: date?.to === null ? null : date?.from ?? null,
    endDate: date ? date.to ?? date.from : null,
    confidence: Math.round(100 * ((institution ? 0.4 : 0.1) + (degree ? 0.4 : 0.1) + (date ? 0.2 : 0))) / 100,
    start: rows[0]?.line.start ?? 0,
    end: rows.at(-1)?.line.end ?? 0,
  };
}
