import "../../workers/no_telemetry.ts";
import { equal } from "node:assert/strict";
import { AutoTokenizer, env } from "@huggingface/transformers";
import fc from "fast-check";
import { basename, dirname } from "node:path";
import { defaultModelFolder } from "./model.ts";
import { loadTokenCounter } from "./tokens.ts";

const count = await loadTokenCounter(defaultModelFolder);
env.localModelPath = dirname(defaultModelFolder);
env.allowRemoteModels = false;
const tokenizer = await AutoTokenizer.from_pretrained(basename(defaultModelFolder));
const whole = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).length;

Deno.test("word-pieces are counted without [CLS] and [SEP]", () => {
  equal(count("This is an example sentence"), 5);
  equal(count(""), 0);
  equal(count(" \n\t "), 0);
  equal(count("x".repeat(500)), 1);
});

Deno.test("a text counts the same by its words as the embedding thread's tokenizer counts it whole", () => {
  const texts = [
    "Hello, wörld!  C++ & C#, .NET/Node.js — CI/CD\u00a0(2019\u20132023)\r\n• “led” 12 people",
    "re\u0301sume\u0301 \u0301 a \u0301b",
    "a\0b \u200bc \ufeff d\u3000e",
    "你好 世界 😀👩‍💻 \ud800 x",
    "[CLS] a[SEP]b [MASK] [ MASK ]",
    "## ##ing e-mail@example.com https://example.com/a?b=c",
  ];
  for (const text of texts) equal(count(text), whole(text), JSON.stringify(text));

  const piece = fc.oneof(
    fc.constantFrom(" ", "\n", "\t", "\r", "\u0301", "[SEP]", "engineer", "#"),
    fc.string({ unit: "binary" }),
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    const text = pieces.join("");
    equal(count(text), whole(text));
  }));
});
