/**
 * The one catalogue of what a caller can cause. Everything else that is thrown is a fault of ours and becomes a 500.
 *
 * @module
 */

/** Code → HTTP status and the problem's title. A code is stable: clients branch on it. */
export const catalogue = {
  malformed: [400, "Malformed request"],
  unauthenticated: [401, "Not authenticated"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "Not found"],
  method_not_allowed: [405, "Method not allowed"],
  conflict: [409, "Conflict"],
  precondition_failed: [412, "Precondition failed"],
  too_large: [413, "Too large"],
  unsupported_media_type: [415, "Unsupported media type"],
  invalid: [422, "Invalid input"],
  wrong_type: [415, "The file is not of a supported type"],
  encrypted: [422, "The file is encrypted"],
  damaged: [422, "The file is damaged"],
  empty: [422, "The file is empty"],
  unsafe_name: [422, "The name of the file is not safe"],
  scanned: [422, "The file is a scan without text"],
  too_complex: [422, "The file is too complex to read safely"],
  not_a_resume: [422, "The file is not a résumé"],
  rate_limited: [429, "Too many requests"],
  unavailable: [503, "Temporarily unavailable"],
  out_of_storage: [507, "Out of storage"],
} as const satisfies Record<string, readonly [number, string]>;

/** A key of {@link catalogue}. */
export type ErrorCode = keyof typeof catalogue;

/** One invalid member of the input, by JSON pointer. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** Something the caller can cause and mend. Its message is shown to the caller: no internals, nobody's data. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  /** Seconds to wait before trying again; answered as Retry-After. */
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param code Key of {@link catalogue}.
   * @param message "Cannot <verb> <object>: <current state>".
   */
  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: FieldError[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
