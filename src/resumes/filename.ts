/** Names of files as they were uploaded. @module */

// deno-lint-ignore no-control-regex -- control characters are what it removes
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The last part of the name, as text that any place may show. */
export function cleanFilename(name: string): string {
  const base = name.split(/[\\/]/).at(-1)!.toWellFormed().replaceAll(unprintable, "").trim();
  return base.slice(-200).toWellFormed() || "resume";
}
