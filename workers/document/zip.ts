/**
 * Looks into a DOCX before anything unpacks it: sizes as they really are, not as the file says.
 *
 * @module
 */
import { Unzip, UnzipInflate } from "fflate";

/** What a resume never needs more of. */
const ENTRIES_MAX = 2000;
/** Bytes of XML that may be unpacked, all parts together. */
const XML_BYTES_MAX = 20 * 1024 * 1024;
/** Bytes of one XML part. */
const PART_BYTES_MAX = 10 * 1024 * 1024;
/** Bytes of pictures and the like that may be unpacked; they are counted and thrown away. */
const OTHER_BYTES_MAX = 100 * 1024 * 1024;
const CHUNK = 64 * 1024;

/** Thrown where a file unpacks to more than is taken. */
export class TooComplexError extends Error {
  override readonly name = "TooComplexError";
}

/**
 * Unpacks the XML parts, counting every byte on the way.
 *
 * @throws {TooComplexError} At the first byte over a limit.
 * @throws {Error} Where it is no zip file.
 */
export function readXmlParts(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, Uint8Array[]>();
  let [entries, xmlBytes, otherBytes] = [0, 0, 0];
  const unzip = new Unzip((file) => {
    if (++entries > ENTRIES_MAX) throw new TooComplexError("too many parts");
    const isXml = /\.(xml|rels)$/i.test(file.name);
    const chunks: Uint8Array[] = [];
    let partBytes = 0;
    if (isXml) parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      partBytes += chunk.length;
      if (isXml) xmlBytes += chunk.length;
      else otherBytes += chunk.length;
      if (xmlBytes > XML_BYTES_MAX || otherBytes > OTHER_BYTES_MAX || (isXml && partBytes > PART_BYTES_MAX)) {
        throw new TooComplexError("too large unpacked");
      }
      if (isXml) chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  }
  const decoder = new TextDecoder();
  return new Map([...parts].map(([name, chunks]) => [name, decoder.decode(concat(chunks))]));
}

function concat(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
