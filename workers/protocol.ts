/**
 * What crosses the border between the API and its threads and subprocesses. Imports nothing.
 *
 * @module
 */

/** One line of a document as a person would read it, in reading order. */
export interface DocumentLine {
  /** NFKC text of the line: no control characters, ligatures and soft hyphens repaired. */
  text: string;
  /** 0-based page. */
  page: number;
  /** Left edge and baseline in points from the page's top-left corner; `null` where the format has no geometry. */
  x: number | null;
  y: number | null;
  /** Dominant font size in points; `null` where unknown. */
  fontSize: number | null;
  bold: boolean;
  /** Starts with a bullet glyph or is a list item; the glyph itself is not in `text`. */
  bullet: boolean;
  /** True where the format marks the line as a heading (DOCX heading styles). */
  heading: boolean;
}

/** Why a document, or a part of it, cannot be fully trusted. */
export type DocumentFlag =
  | "scanned"
  | "garbled_fonts"
  | "multi_column_uncertain"
  | "hidden_text"
  | "truncated";

/** A file as the document reader gives it back. */
export interface DocumentText {
  /** Visible lines in reading order; page headers, footers and page numbers left out. */
  lines: DocumentLine[];
  pages: number;
  /** Targets of hyperlinks, in order, without repetition. */
  links: string[];
  flags: DocumentFlag[];
  /** What was cut out because no reader of the page sees it: the reason and the first ≤ 80 characters. */
  hidden: { reason: string; quote: string }[];
}

/** Formats the reader takes. */
export type ReaderFormat = "pdf" | "docx" | "txt";

/** Formats of an upload. A JSON Resume needs no reader: it says itself which part is what. */
export type DocumentFormat = ReaderFormat | "json";

/** Why a document is refused; each is a machine-readable `code` of the HTTP answer. */
export type DocumentRefusal =
  | "encrypted"
  | "damaged"
  | "empty"
  | "scanned"
  | "too_complex"
  | "wrong_type";

/** The reader's answer: the text, or a refusal with a sentence for people. */
export type DocumentReply =
  | { ok: true; document: DocumentText }
  | { ok: false; code: DocumentRefusal; detail: string };

/** What a reader process writes: `ready` first, then a `reply` per file; `over_memory` at any time. */
export type ReaderFrame = { type: "ready" } | { type: "reply"; reply: DocumentReply } | { type: "over_memory" };

/** What a supervising pool says to one of its threads. */
export type ThreadCommand<Init, Request> =
  | { type: "start"; init: Init }
  | { type: "run"; id: number; request: Request }
  | { type: "ping" }
  | { type: "retire" };

/** What a thread answers: one event per command, in the order of the commands; `crashed` at any time, then `retired`. */
export type ThreadEvent<Response> =
  | { type: "ready" }
  | { type: "unready"; reason: string }
  | { type: "done"; id: number; response: Response }
  | { type: "failed"; id: number; reason: string }
  | { type: "pong" }
  | { type: "crashed"; place: string }
  /** Sent between two requests: the thread holds more memory than it should, and is to be replaced. */
  | { type: "overgrown"; heapMb: number }
  | { type: "retired" };

/** Starts an embedding thread. */
export interface EmbedInit {
  /** Absolute path of the model folder. */
  folder: string;
  /** The identity the thread must find there; it refuses to start on another model. */
  model: string;
}

/** Starts an analysis thread. */
export interface AnalysisInit {
  /** Absolute path of the model folder: its tokenizer counts word-pieces. */
  folder: string;
  /** A taxonomy beside the shipped one; `null`: none. */
  taxonomyFile: string | null;
}

/** Word-pieces of a text that reach the model, [CLS] and [SEP] included: what it was trained and is published with. */
export const embeddedTokensMax = 256;

/** Numbers in a vector. */
export const dimensions = 384;
