import { equal, match, rejects } from "node:assert/strict";
import { join } from "node:path";
import { defaultModelFolder, ModelError, openModel } from "./model.ts";

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    else await Deno.copyFile(source, target);
  }
}

async function withCopy(act: (folder: string) => Promise<void>): Promise<void> {
  const temp = await Deno.makeTempDir();
  try {
    const folder = join(temp, "all-MiniLM-L6-v2");
    await copyFolder(defaultModelFolder, folder);
    await act(folder);
  } finally {
    await Deno.remove(temp, { recursive: true });
  }
}

const refused = (text: RegExp) => (error: unknown) => error instanceof ModelError && text.test(error.message);

Deno.test("the shipped model is what its checksums and its README say", async () => {
  const model = await openModel();
  equal(model.id, "all-MiniLM-L6-v2@q8@cd98e000");

  const { sha256 } = JSON.parse(await Deno.readTextFile(join(defaultModelFolder, "checksums.json")));
  const readme = await Deno.readTextFile(join(defaultModelFolder, "README.md"));
  match(readme, new RegExp(sha256["onnx/model_quantized.onnx"]));
  match(readme, new RegExp(sha256["tokenizer.json"]));
});

Deno.test("a copy of the model elsewhere has the same identity", () =>
  withCopy(async (folder) => equal((await openModel(folder)).id, "all-MiniLM-L6-v2@q8@cd98e000")));

for (const file of ["onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json", "config.json"]) {
  Deno.test(`a model with one changed byte in ${file} is refused, with both checksums`, () =>
    withCopy(async (folder) => {
      const path = join(folder, file);
      const bytes = await Deno.readFile(path);
      bytes[bytes.length >> 1]! ^= 1;
      await Deno.writeFile(path, bytes);
      await rejects(openModel(folder), refused(/has sha256 [0-9a-f]{64}, its manifest says [0-9a-f]{64}$/));
    }));
}

Deno.test("the name of a model on a hub is refused: EMBEDDING_MODEL takes a folder", async () => {
  await rejects(openModel("somebody/all-MiniLM-L6-v2"), refused(/ is not a folder; EMBEDDING_MODEL takes one /));
});

Deno.test("a model with a missing file, or without a usable manifest, is refused by name", () =>
  withCopy(async (folder) => {
    await Deno.remove(join(folder, "tokenizer.json"));
    await rejects(openModel(folder), refused(/tokenizer\.json cannot be read$/));

    const manifest = join(folder, "checksums.json");
    await Deno.writeTextFile(manifest, '{"name":"x","dtype":"q8","sha256":{}}');
    await rejects(openModel(folder), refused(/has no checksum of config\.json$/));
    await Deno.writeTextFile(manifest, "{");
    await rejects(openModel(folder), refused(/checksums\.json is not a manifest$/));
    await Deno.remove(manifest);
    await rejects(openModel(folder), refused(/checksums\.json cannot be read$/));
  }));
