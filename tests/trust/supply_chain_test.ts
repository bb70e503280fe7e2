import { deepEqual, equal, match, ok } from "node:assert/strict";
import project from "../../deno.json" with { type: "json" };
import { cycloneDx, isAccepted, readComponents } from "./sbom.ts";

const read = (path: string) => Deno.readTextFile(new URL(`../../${path}`, import.meta.url));

Deno.test("every locked package is in the bill of materials with its hash, and its licence is accepted", async () => {
  const components = await readComponents();
  const bill = cycloneDx(components);
  equal(bill.components.length, components.length);
  for (const { purl, hashes: [hash] } of bill.components) {
    match(purl, /^pkg:npm\/(%40[^/]+\/)?[^@/]+@\d/);
    match(hash!.content, /^[0-9a-f]{128}$/);
  }
  deepEqual(components.filter((component) => !isAccepted(component)), []);
  ok(!isAccepted({ name: "some", license: "GPL-3.0-only" }));
  ok(isAccepted({ name: "some", license: "(MIT OR GPL-3.0-or-later)" }));
});

Deno.test("packages are pinned and locked; CI and the container install them frozen, and CI asks for vulnerabilities", async () => {
  const lock = JSON.parse(await read("deno.lock"));
  const named = Object.values(project.imports);
  deepEqual(named.filter((specifier) => !/^npm:(@[^/]+\/)?[^@]+@\d+\.\d+\.\d+$/.test(specifier)), []);
  deepEqual(named.filter((specifier) => !(specifier in lock.specifiers)), []);
  deepEqual(Object.entries<{ integrity?: string }>(lock.npm).filter(([, { integrity }]) => !integrity), []);
  match(await read(".ci/run"), /deno install --frozen/);
  match(await read(".ci/run"), /deno audit /);
  match(await read("Dockerfile"), /RUN deno install --frozen\n/);
});
