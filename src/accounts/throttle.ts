/**
 * Holds back those who guess passwords, per account and per address. Where somebody has logged in before, only failures
 * from there count: whoever guesses elsewhere, however long, does not lock them out.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { AppError } from "../errors.ts";
import type { Cache } from "../services.ts";

const WINDOW_SECONDS = 15 * 60;
/** Failures in a window. */
const PER_ACCOUNT_MAX = 10;
const PER_ADDRESS_MAX = 50;
/** For so long an address is one where the account has logged in. */
const KNOWN_SECONDS = 90 * 24 * 60 * 60;

/**
 * Makes an attempt to prove a password, counted before it is made, so that many at once cannot pass together.
 *
 * A success forgets the failures that counted against it. An attempt that throws was neither right nor wrong and is taken back.
 *
 * @param who The account, existing or not (only a hash of it reaches the cache), and where the request comes from.
 * @param attempt Gives `null` for a failure.
 * @throws {AppError} `rate_limited` after too many failures.
 */
export async function throttled<T>(
  { cache }: { cache: Pick<Cache, "increment" | "reset"> },
  who: { account: string; address: string },
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const name = createHash("sha256").update(who.account).digest("base64url");
  const known = `login:known:${name}:${who.address}`;
  const isKnown = (await cache.increment(known, WINDOW_SECONDS, 0)).count > 0;
  const account = isKnown ? `login:account:${name}:${who.address}` : `login:account:${name}`;
  const address = `login:address:${who.address}`;
  const count = (by: 1 | -1) =>
    Promise.all([cache.increment(account, WINDOW_SECONDS, by), cache.increment(address, WINDOW_SECONDS, by)]);

  const [byAccount, byAddress] = await count(1);
  const waitSeconds = Math.max(
    byAccount.count > PER_ACCOUNT_MAX ? byAccount.resetSeconds : 0,
    byAddress.count > PER_ADDRESS_MAX ? byAddress.resetSeconds : 0,
  );
  if (waitSeconds > 0) {
    throw new AppError("rate_limited", "Cannot check the password: too many failed attempts", {
      retryAfterSeconds: waitSeconds,
    });
  }
  const result = await attempt().catch(async (error) => {
    await count(-1);
    throw error;
  });
  if (result !== null) {
    // Anew, or it would end as soon as the look at it above would have.
    await cache.reset(known);
    await Promise.all([
      cache.increment(known, KNOWN_SECONDS, 1),
      cache.reset(account),
      cache.increment(address, WINDOW_SECONDS, -1),
    ]);
  }
  return result;
}
