/**
 * Where a request comes from.
 *
 * @module
 */
import type { Context } from "hono";
import { BlockList, isIP } from "node:net";
import type { AppEnv } from "./contract.ts";

/** Tells the client's address: an IPv4 address, the /64 of an IPv6 address, or `unknown`. */
export type ClientAddress = (c: Context<AppEnv>) => string;

/**
 * @param trustedProxies Addresses and subnets whose X-Forwarded-For is believed. From the right, the first address in
 *   it that is no proxy is the client; whatever stands left of it anyone could have written.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIP(address) === 4 ? "ipv4" : "ipv6";
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");
  return (c) => {
    const remote = c.env?.remoteAddr;
    if (!remote || !("hostname" in remote)) return "unknown";
    let client = plain(remote.hostname);
    if (trustedProxies.length === 0) return bucket(client);
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => plain(hop.trim())).reverse();
    for (const hop of hops) {
      if (isIP(client) === 0 || !isProxy(client) || isIP(hop) === 0) break;
      client = hop;
    }
    return bucket(client);
  };
}

/** An IPv4 address that comes as `::ffff:192.0.2.1` is meant as IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** One IPv6 customer has a whole /64 to come from. */
function bucket(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("%")[0]!.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined
    ? left
    : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":") + "::/64";
}
