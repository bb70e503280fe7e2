/**
 * Zip archives that strangers send: unpacked one file after the other, by the bytes that really come out. Nothing is
 * written to a disk, so a name can do no harm; one that tries to is refused all the same.
 *
 * @module
 */
import { setImmediate } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { AppError } from "../errors.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** One file of an archive, or why it was refused. */
export interface ArchiveFile {
  name: string;
  content: Bytes | AppError;
}

/** What may still be taken out of archives; counted down. */
export interface ArchiveBudget {
  files: number;
  /** Bytes unpacked. */
  bytes: number;
}

/** Records of a directory that are looked at, folders and hidden files included. */
const RECORDS_MAX = 10_000;
/** Documents are packed some 20 times smaller at best; what unpacks to more is made to. */
const RATIO_MAX = 100;
/** A small file may be packed as well as it likes. */
const RATIO_FROM_BYTES = 1024 * 1024;
/** Packed bytes between two looks at the limits; one byte unpacks to 1032 at most. */
const STEP = 4096;
/** Packed bytes between two turns of the event loop. */
const BREATH = 256 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;

interface Entry {
  name: string;
  isEncrypted: boolean;
  isLink: boolean;
  method: number;
  crc: number;
  packedBytes: number;
  offset: number;
}

/** Whether bytes begin as a zip file does: an archive, or an Office document. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** Whether a zip file is an Office document. One that cannot be read is none. */
export function isOfficeDocument(bytes: Uint8Array): boolean {
  return namesIn(bytes)?.includes("[Content_Types].xml") ?? false;
}

/** Names in the directory of a zip file, of which nothing is unpacked; `null` where it cannot be read. */
export function namesIn(bytes: Uint8Array): string[] | null {
  try {
    return directoryOf(bytes).map(({ name }) => name);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * The files of an archive in the order of its directory. Folders, hidden files and what macOS adds are left out.
 *
 * @param budget.files An archive of more is refused whole.
 * @throws {AppError} Before the first file: `damaged`, `empty`, `too_large` or `too_complex`, for the archive as a whole.
 */
export async function* readArchive(
  bytes: Bytes,
  fileBytesMax: number,
  budget: ArchiveBudget,
): AsyncGenerator<ArchiveFile> {
  const entries = directoryOf(bytes).filter(({ name }) => !isLeftOut(name));
  if (entries.length === 0) throw new AppError("empty", "Cannot read the archive: it holds no files");
  if (entries.length > budget.files) {
    throw new AppError("too_large", "Cannot read the archive: it holds too many files");
  }
  budget.files -= entries.length;
  // Many entries of one place are how an archive of few bytes becomes one of very many.
  const taken = new Set<number>();
  for (const entry of entries) {
    try {
      refuseUnsafe(entry);
      if (taken.has(entry.offset)) {
        throw new AppError("too_complex", "Cannot read the file: it shares bytes with another");
      }
      taken.add(entry.offset);
      yield { name: entry.name, content: await unpack(bytes, entry, fileBytesMax, budget) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      yield { name: entry.name, content: error };
    }
  }
}

function isLeftOut(name: string): boolean {
  const parts = name.split("/");
  return name.endsWith("/") || parts.some((part) => part === "__MACOSX" || /^\.[^.]/.test(part));
}

function refuseUnsafe({ name, isEncrypted, isLink, method }: Entry): void {
  if (name.startsWith("/") || /^[a-z]:/i.test(name) || name.includes("\0") || name.split("/").includes("..")) {
    throw new AppError("unsafe_name", "Cannot read the file: its name points out of the archive");
  }
  if (isLink) throw new AppError("wrong_type", "Cannot read the file: it is a link");
  if (isEncrypted) throw new AppError("encrypted", "Cannot read the file: it is encrypted in the archive");
  if (method !== 0 && method !== 8) {
    throw new AppError("too_complex", "Cannot read the file: it is packed in an unusual way; pack it with Deflate");
  }
}

async function unpack(archive: Bytes, entry: Entry, fileBytesMax: number, budget: ArchiveBudget): Promise<Bytes> {
  const packed = packedBytes(archive, entry);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array, consumed: number) => {
    size += chunk.length;
    budget.bytes -= chunk.length;
    if (size > fileBytesMax) throw new AppError("too_large", `Cannot read the file: it is over ${fileBytesMax} bytes`);
    if (size > RATIO_FROM_BYTES && size > consumed * RATIO_MAX) {
      throw new AppError("too_complex", "Cannot read the file: it unpacks to far more than it is");
    }
    if (budget.bytes < 0) throw new AppError("too_large", "Cannot read the file: the archive unpacks to too much");
    chunks.push(chunk);
  };
  if (entry.method === 0) {
    take(packed, packed.length);
  } else {
    await inflate(packed, take);
  }
  const content = concat(chunks, size);
  if (crc32(content) !== entry.crc) throw damagedFile();
  if (isZip(content) && !/\.docx$/i.test(entry.name)) {
    throw new AppError("wrong_type", "Cannot read the file: an archive in an archive is not opened");
  }
  return content;
}

async function inflate(packed: Bytes, take: (chunk: Uint8Array, consumed: number) => void): Promise<void> {
  let at = 0;
  const inflater = new Inflate((chunk) => take(chunk, Math.min(at + STEP, packed.length)));
  for (; at < packed.length; at += STEP) {
    try {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw damagedFile(error);
    }
    if (at % BREATH === 0) await setImmediate();
  }
}

function packedBytes(archive: Bytes, { offset, packedBytes }: Entry): Bytes {
  const view = viewOf(archive);
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== LOCAL) throw damagedFile();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedBytes > archive.length) throw damagedFile();
  return archive.subarray(start, start + packedBytes);
}

/** The directory at the end of a zip file: the only place that says which entries are links. */
function directoryOf(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const [disk, count, size, start] = [
    view.getUint16(end + 4, true),
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  if (count === 0xffff || start === 0xffffffff) {
    throw new AppError("too_complex", "Cannot read the archive: it is ZIP64");
  }
  if (disk !== 0 || start + size > end) throw damagedArchive();
  if (count > RECORDS_MAX) throw new AppError("too_complex", "Cannot read the archive: it holds too many files");
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damagedArchive();
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + nameBytes! + extraBytes! + commentBytes!;
    if (next > end) throw damagedArchive();
    const mode = view.getUint32(at + 38, true) >>> 16;
    entries.push({
      name: decodeName(bytes.subarray(at + 46, at + 46 + nameBytes!)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      isLink: (mode & 0xf000) === 0xa000,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = view.byteLength - END_BYTES; at >= least; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damagedArchive();
}

/** Older tools write other encodings without saying which; the characters they share are those of ASCII. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\\", "/");
  } catch {
    return new TextDecoder("latin1").decode(bytes).replaceAll("\\", "/");
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const damagedArchive = () => new AppError("damaged", "Cannot read the archive: it is damaged");
const damagedFile = (cause?: unknown) =>
  new AppError("damaged", "Cannot read the file: it is damaged in the archive", { cause });

function concat(chunks: Uint8Array[], size: number): Bytes {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
