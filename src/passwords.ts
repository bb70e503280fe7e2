/**
 * Slow password hashes: bcrypt over a digest, a bounded number at once.
 *
 * @module
 */
import { compare, hash as bcrypt } from "@node-rs/bcrypt";
import { bulkhead, BulkheadRejectedError } from "cockatiel";
import { createHmac, randomBytes } from "node:crypto";
import { AppError } from "./errors.ts";
import type { Passwords } from "./services.ts";

/** Names the scheme below, so that another can follow it. */
const PREFIX = "jm1$";
/** Of bcrypt's own base 64. */
const SALT_AND_DIGEST_CHARS = 53;
/** bcrypt runs on threads beside the event loop; more at once would starve embedding and every other request. */
const AT_ONCE = 2;
/** At 234 ms a hash and two at once the last of them waits about 4 s. */
const WAITING_MAX = 32;

/**
 * @param options.cost bcrypt's cost: each step doubles the work.
 * @throws {AppError} From both verbs, `unavailable` when too many are waiting.
 */
export function createPasswords(options: { cost: number; atOnce?: number; waitingMax?: number }): Passwords {
  const { cost, atOnce = AT_ONCE, waitingMax = WAITING_MAX } = options;
  const lanes = bulkhead(atOnce, waitingMax);
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await lanes.execute(work);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new AppError("unavailable", "Cannot check the password now: too many are waiting", {
        retryAfterSeconds: 2,
        cause: error,
      });
    }
  };
  return {
    hash: (password) => run(async () => PREFIX + await bcrypt(digest(password), cost)),
    verify: (password, hash) =>
      run(async () => {
        const known = hash?.startsWith(PREFIX) ? hash.slice(PREFIX.length) : null;
        const matches = await compare(digest(password), known ?? nobody(cost));
        return known !== null && matches;
      }),
  };
}

/**
 * 64 characters without NUL, so that bcrypt, which stops at NUL and at 72 bytes, sees all of the password. Keyed with
 * a name of ours: a digest leaked elsewhere is of no use here. NFKC makes one password of all ways to type it.
 */
function digest(password: string): string {
  return createHmac("sha384", "job-match password v1").update(password.normalize("NFKC")).digest("base64");
}

/** A well-formed hash of nothing: checking against it takes as long as against a real one. */
function nobody(cost: number): string {
  const random = randomBytes(SALT_AND_DIGEST_CHARS).toString("hex").slice(0, SALT_AND_DIGEST_CHARS - 2);
  return `$2b$${String(cost).padStart(2, "0")}$${random.slice(0, 21)}.${random.slice(21)}.`;
}
