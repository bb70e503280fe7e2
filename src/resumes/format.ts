/**
 * What an uploaded file is, by its first bytes; what it says it is must agree.
 *
 * @module
 */
import type { DocumentFormat } from "../../workers/protocol.ts";
import { AppError } from "../errors.ts";
import { isZip, namesIn } from "./archive.ts";
import { readJsonResume } from "./json_resume.ts";

const byType: Record<string, DocumentFormat> = {
  "application/pdf": "pdf",
  "application/x-pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "text/plain": "txt",
  "application/json": "json",
  "application/resume+json": "json",
};
const byExtension: Record<string, DocumentFormat> = { pdf: "pdf", docx: "docx", txt: "txt", text: "txt", json: "json" };

/** Types that say nothing: browsers send them for files they do not know. */
const vague = new Set(["", "application/octet-stream", "binary/octet-stream"]);

/** Readers of PDF accept some bytes before the header. */
const PDF_HEADER_WITHIN = 1024;

/** Bytes at the end in which a PDF says that it ends. */
const PDF_END_WITHIN = 1024;

const others: [name: string, signature: number[]][] = [
  ["an old Word document (DOC); save it as DOCX or PDF", [0xd0, 0xcf, 0x11, 0xe0]],
  ["RTF; save it as DOCX or PDF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
];

/** What zip files are by the names in them; the first that fits. */
const zips: [name: string, entry: RegExp][] = [
  ["an Excel workbook (XLSX); save it as PDF", /^xl\//],
  ["a PowerPoint presentation (PPTX); save it as PDF", /^ppt\//],
  ["an OpenDocument file; save it as DOCX or PDF", /^content\.xml$/],
  ["a Pages document; export it as DOCX or PDF", /^Index(?:\/|\.zip$)/],
  ["an archive without a Word document", /^/],
];

/**
 * The format of an upload.
 *
 * @param declaredType Media type of the part, as the client sent it.
 * @throws {AppError} `empty`; `wrong_type` if the bytes are no PDF, DOCX, text or JSON object, or the type or name says otherwise;
 * what `readJsonResume` throws.
 */
export function sniffFormat(bytes: Uint8Array, declaredType: string, filename: string): DocumentFormat {
  if (bytes.length === 0) throw new AppError("empty", "Cannot read the file: it is empty");
  const type = declaredType.split(";")[0]!.trim().toLowerCase();
  const extension = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? "";
  const declared = vague.has(type) ? byExtension[extension] : byType[type];
  const other = others.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? otherZip(bytes);
  if (declared === undefined) {
    if (other !== undefined) throw new AppError("wrong_type", `Cannot read the file: it is ${other}`);
    throw new AppError("wrong_type", "Cannot read the file: its type is not PDF, DOCX, plain text or JSON Resume");
  }
  if (!isOf(declared, bytes, other)) {
    const found = other !== undefined ? `it is ${other}` : "its content is of another type";
    throw new AppError("wrong_type", `Cannot read the file as ${declared.toUpperCase()}: ${found}`);
  }
  // A document that cannot be read is told now, with the place of each fault, and not stored.
  if (declared === "json") readJsonResume(bytes);
  return declared;
}

function isOf(format: DocumentFormat, bytes: Uint8Array, other: string | undefined): boolean {
  if (other !== undefined) return false;
  if (format === "docx") return isZip(bytes);
  if (format === "pdf") return !isZip(bytes) && headOf(bytes).includes(PDF_HEADER);
  return isText(bytes) && (format === "txt" || isJsonObject(bytes));
}

/** What a zip file is that holds no Word document; one whose directory is damaged may have been a DOCX. */
function otherZip(bytes: Uint8Array): string | undefined {
  const names = isZip(bytes) ? namesIn(bytes) : null;
  if (names === null || names.some((name) => name.startsWith("word/"))) return undefined;
  return zips.find(([, entry]) => names.some((name) => entry.test(name)))?.[0] ?? "an empty archive";
}

const PDF_HEADER = "%PDF-";
const headOf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(0, PDF_HEADER_WITHIN));

/** A text may speak of PDF files: one begins with its header, or ends as they do. */
function isText(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  const tail = new TextDecoder("latin1").decode(bytes.subarray(-PDF_END_WITHIN));
  const isPdf = head.includes(PDF_HEADER) && (/^[\s\0\xef\xbb\xbf]*%PDF-/.test(head) || tail.includes("%%EOF"));
  // UTF-16 brings its own mark; other text has no NUL.
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return !isPdf && !isZip(bytes) && (isUtf16 || !bytes.includes(0));
}

/** Whether a text begins as an object of JSON does. */
function isJsonObject(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte, i) => !(byte <= 0x20 || (i < 3 && [0xef, 0xbb, 0xbf][i] === byte)));
  return bytes[first] === 0x7b;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
