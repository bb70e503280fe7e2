/** Plain text files to lines. @module */
import { Hidden } from "../../src/matching/hidden.ts";
import type { DocumentFlag, DocumentReply } from "../protocol.ts";
import { linesToText, refuse, takeBullet } from "./lines.ts";

const CHARS_MAX = 200_000;

/** Reads UTF-8, UTF-16 with a byte order mark, or else Windows-1252. */
export function readTxt(bytes: Uint8Array): DocumentReply {
  const text = decode(bytes);
  if (text.includes("\0")) return refuse("wrong_type", "Cannot read the file: it is not text");
  const hidden = new Hidden();
  const lines = linesToText(
    text.split(/\r\n?|\n|\f/).map((line) => ({
      ...takeBullet(line, hidden),
      page: 0,
      x: null,
      y: null,
      fontSize: null,
      bold: false,
      heading: false,
    })),
    CHARS_MAX,
  );
  if (lines.length === 0) return refuse("empty", "Cannot read the file: it is empty");
  const flags: DocumentFlag[] = text.length > CHARS_MAX ? ["truncated"] : [];
  if (hidden.parts.length > 0) flags.push("hidden_text");
  return { ok: true, document: { lines, pages: 1, links: [], flags, hidden: hidden.parts } };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder("windows-1252").decode(bytes);
    throw error;
  }
}
