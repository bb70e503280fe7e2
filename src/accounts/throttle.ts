/**
 * Holds back those who guess passwords, per account and per address.
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

/**
 * Makes an attempt to prove a password, counted before it is made, so that many at once cannot pass together.
 *
 * A success forgets the account's failures. An attempt that throws was neither right nor wrong and is taken back.
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
  const account = `login:account:${createHash("sha256").update(who.account).digest("base64url")}`;
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
    await Promise.all([cache.reset(account), cache.increment(address, WINDOW_SECONDS, -1)]);
  }
  return result;
}
