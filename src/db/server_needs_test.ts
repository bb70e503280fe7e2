import { equal, match } from "node:assert/strict";
import { lackOf } from "./server_needs.ts";

Deno.test("a server of PostgreSQL 15 or later with pgvector 0.8 or later lacks nothing, made or yet to be made", () => {
  for (const version of [150000, 160004, 180006]) {
    for (const vector of ["0.8.0", "0.8.7", "0.10.0", "1.0"]) {
      equal(lackOf({ version, installed: vector, available: vector }), null);
      equal(lackOf({ version, installed: null, available: vector }), null);
    }
  }
});

Deno.test("what a server lacks is told with what to do about it", () => {
  const fit = { version: 150004, installed: "0.8.2", available: "0.8.2" };
  const cases: [Parameters<typeof lackOf>[0], RegExp][] = [
    [{ ...fit, version: 140018 }, /^its server is PostgreSQL 14, expected 15 or later$/],
    [{ ...fit, version: 90624 }, /PostgreSQL 9,/],
    [{ ...fit, installed: null, available: null }, /no pgvector: install version 0\.8 or later for PostgreSQL 15$/],
    [
      { ...fit, installed: "0.7.4" },
      /^its pgvector is 0\.7\.4, .*: have an administrator run `alter extension vector u/,
    ],
    [{ ...fit, installed: "0.7.4", available: "0.7.4" }, /0\.7\.4, .*: install a later one$/],
    [{ ...fit, installed: null, available: "0.5.1" }, /0\.5\.1, .*: install a later one$/],
  ];
  for (const [facts, told] of cases) match(lackOf(facts) ?? "", told);
});
