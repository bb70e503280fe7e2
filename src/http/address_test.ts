import { equal } from "node:assert/strict";
import { clientAddress } from "./address.ts";
import { newRouter } from "./contract.ts";

async function addressOf(remote: string | undefined, forwarded: string | undefined, trusted: string[] = []) {
  const address = clientAddress(trusted);
  const app = newRouter();
  app.get("/", (c) => c.text(address(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const env = remote === undefined
    ? undefined
    : { remoteAddr: { transport: "tcp" as const, hostname: remote, port: 1 } };
  return await (await app.request("/", { headers }, env)).text();
}

Deno.test("without a trusted proxy the socket's address counts, whatever a header says", async () => {
  equal(await addressOf("198.51.100.7", "203.0.113.1"), "198.51.100.7");
  equal(await addressOf("198.51.100.7", "203.0.113.1", ["10.0.0.0/8"]), "198.51.100.7");
});

Deno.test("behind proxies the last address that is none of them counts", async () => {
  const trusted = ["10.0.0.0/8", "192.0.2.1", "fd00::/8"];
  equal(await addressOf("10.1.2.3", "203.0.113.1", trusted), "203.0.113.1");
  equal(await addressOf("10.1.2.3", "6.6.6.6, 203.0.113.1, 192.0.2.1", trusted), "203.0.113.1");
  equal(await addressOf("::ffff:10.1.2.3", "203.0.113.1", trusted), "203.0.113.1");
  equal(await addressOf("fd00::1", "203.0.113.1", trusted), "203.0.113.1");
});

Deno.test("a header that is missing or garbage leaves the proxy's own address", async () => {
  equal(await addressOf("10.1.2.3", undefined, ["10.0.0.0/8"]), "10.1.2.3");
  equal(await addressOf("10.1.2.3", "unknown, <script>", ["10.0.0.0/8"]), "10.1.2.3");
  equal(await addressOf("10.1.2.3", "203.0.113.1, nonsense", ["10.0.0.0/8"]), "10.1.2.3");
});

Deno.test("an IPv6 address counts as its /64, however it is written", async () => {
  const expected = "2001:db8:0:1::/64";
  equal(await addressOf("2001:db8:0:1::5", undefined), expected);
  equal(await addressOf("2001:0DB8:0000:0001:ffff:1:2:3", undefined), expected);
  equal(await addressOf("::1", undefined), "0:0:0:0::/64");
});

Deno.test("without a socket the address is unknown", async () => {
  equal(await addressOf(undefined, "203.0.113.1", ["10.0.0.0/8"]), "unknown");
});
