import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { join } from "node:path";
import { ConfigError, envExample, loadConfig, signingKey } from "./config.ts";

const strong = "k3VbR9wQz7LmT2xYc5NfHs8DpJ6GaE4UuWoXiK1q";

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    ok(error instanceof ConfigError);
    return error.problems;
  }
}

Deno.test("without any variable the service runs embedded, in memory, on loopback", () => {
  const config = loadConfig({});
  equal(config.databaseUrl, null);
  deepEqual(config.cache, { kind: "memory" });
  equal(config.host, "127.0.0.1");
  equal(config.accessTokenMinutes, 30);
  equal(config.secretKey, null);
});

Deno.test("an empty variable counts as unset", () => {
  deepEqual(loadConfig({ DATABASE_URL: "", REDIS_URL: "  ", PORT: "" }), loadConfig({}));
});

Deno.test("the settings cannot be changed, at any depth", () => {
  const config = loadConfig({});
  throws(() => Object.assign(config, { port: 1 }), TypeError);
  throws(() => config.trustedProxies.push("10.0.0.1"), TypeError);
});

Deno.test("every problem is told at once, without the values", () => {
  const problems = problemsOf({
    PORT: "99999",
    ROLE: "boss",
    DATABASE_URL: "mysql://somebody:hunter2@db/x",
    ENVIRONMENT: "production",
    SECRET_KEY: "hunter2",
    UPSTASH_REDIS_REST_URL: "https://x.upstash.io",
    TRUSTED_PROXIES: "10.0.0.0/33",
    BCRYPT_COST: "4",
  });
  deepEqual(problems.map((problem) => problem.split(":")[0]).sort(), [
    "BCRYPT_COST",
    "DATABASE_URL",
    "PORT",
    "ROLE",
    "SECRET_KEY",
    "TRUSTED_PROXIES",
    "UPSTASH_REDIS_REST_TOKEN",
  ]);
  ok(!problems.join().includes("hunter2"));
});

Deno.test("production refuses a missing, short, well-known or uniform secret, and takes a random one", () => {
  const weak = [
    undefined,
    "short",
    "your-secret-key-change-in-production-please",
    "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    "a".repeat(64),
    "PASSWORD".repeat(8),
  ];
  for (const SECRET_KEY of weak) {
    throws(() => loadConfig({ ENVIRONMENT: "production", SECRET_KEY }), /SECRET_KEY/, String(SECRET_KEY));
  }
  equal(loadConfig({ ENVIRONMENT: "production", SECRET_KEY: strong }).secretKey, strong);
});

Deno.test("the embedded database does not split into roles", () => {
  deepEqual(problemsOf({ ROLE: "api" }).length, 1);
  equal(loadConfig({ ROLE: "api", DATABASE_URL: "postgres://localhost/x" }).role, "api");
});

Deno.test("only one shared cache can be set", () => {
  const upstash = { UPSTASH_REDIS_REST_URL: "https://x.example", UPSTASH_REDIS_REST_TOKEN: "t" };
  deepEqual(loadConfig(upstash).cache, { kind: "upstash", url: "https://x.example", token: "t" });
  equal(problemsOf({ ...upstash, REDIS_URL: "redis://localhost" }).length, 1);
  equal(problemsOf({ UPSTASH_REDIS_REST_TOKEN: "t" }).length, 1);
});

Deno.test("numbers out of range or malformed are refused", () => {
  for (const PORT of ["-1", "1e3", "0x10", "8000.5", "65536", "9".repeat(30)]) {
    equal(problemsOf({ PORT }).length, 1, PORT);
  }
});

Deno.test("the development key is made once, kept for the owner only, and shared by starts at the same time", async () => {
  const dataDir = await Deno.makeTempDir();
  try {
    const config = { secretKey: null, dataDir: join(dataDir, "new") };
    const keys = await Promise.all(Array.from({ length: 8 }, () => signingKey(config)));
    const again = await signingKey(config);
    equal(again.length, 48);
    for (const key of keys) deepEqual(key, again);
    if (Deno.build.os !== "windows") {
      equal((await Deno.stat(join(config.dataDir, "secret.key"))).mode! & 0o777, 0o600);
    }
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test("a start that is killed before it has written the development key leaves the next one to do so", async () => {
  const dataDir = await Deno.makeTempDir();
  try {
    await Deno.writeFile(join(dataDir, "secret.key"), new Uint8Array());
    const file = await Deno.open(join(dataDir, "secret.key"), { write: true });
    await file.lock(true);
    const waiting = signingKey({ secretKey: null, dataDir });
    file.close();
    const key = await waiting;
    equal(key.length, 48);
    deepEqual(await signingKey({ secretKey: null, dataDir }), key);
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test("a key file that is no key is refused, not used", async () => {
  const dataDir = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(dataDir, "secret.key"), "x");
    await rejects(signingKey({ secretKey: null, dataDir }), /it is not a key/);
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test(".env.example is what the schema makes", async () => {
  equal(await Deno.readTextFile(new URL("../.env.example", import.meta.url)), envExample());
});

Deno.test(".env.example, taken as it is with every variable set, is a valid development setting", () => {
  const lines = envExample().split("\n").map((line) => /^#([A-Z_]+)=(.*)$/.exec(line)).filter((match) =>
    match !== null
  );
  const env = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
  ok(Object.keys(env).length > 15);
  deepEqual(problemsOf(env), ["REDIS_URL: set either this or UPSTASH_REDIS_REST_URL"]);
});
