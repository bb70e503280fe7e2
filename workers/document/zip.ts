/**
 * Unpacks the parts of a DOCX that are read, and no more than a résumé can need.
 *
 * @module
 */
import { unzipSync } from "fflate";

/** Bytes that may be unpacked, all parts together. */
const BYTES_MAX = 20 * 1024 * 1024;
/** Bytes of one part. */
const PART_BYTES_MAX = 10 * 1024 * 1024;

/** Thrown where a file holds more than is taken. */
export class TooComplexError extends Error {
  override readonly name = "TooComplexError";
}

/**
 * Unpacks the parts whose names match, in the order of the file. No part fills more memory than the file says; one that
 * holds more is cut off there, and its reader finds it unfinished.
 *
 * @throws {TooComplexError} Before anything is unpacked, where the sizes are over a limit.
 * @throws {Error} Where it is no zip file.
 */
export function unpack(bytes: Uint8Array, wanted: RegExp): Map<string, string> {
  let left = BYTES_MAX;
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!wanted.test(name)) return false;
      left -= originalSize;
      if (originalSize > PART_BYTES_MAX || left < 0) throw new TooComplexError("too large unpacked");
      return true;
    },
  });
  const decoder = new TextDecoder();
  return new Map(Object.entries(parts).map(([name, part]) => [name, decoder.decode(part)]));
}
