import { deepEqual, throws } from "node:assert/strict";
import { body, problems, z } from "./contract.ts";

Deno.test("a body whose schema lets unknown fields through, at any depth, is a programmer's error", () => {
  const strict = z.strictObject({ a: z.string() });
  const loose = z.object({ a: z.string() });
  const wrong: z.ZodType[] = [
    loose,
    z.looseObject({ a: z.string() }),
    z.strictObject({ list: z.array(loose) }),
    z.strictObject({ maybe: loose.nullable().optional() }),
    z.strictObject({ either: z.union([z.string(), loose]) }),
    z.strictObject({ later: loose.transform(({ a }) => a) }),
    z.strictObject({ preset: loose.default({ a: "" }) }),
  ];
  for (const schema of wrong) throws(() => body(schema), TypeError);
  body(z.strictObject({ list: z.array(strict), maybe: strict.nullable().optional() }));
});

Deno.test("problems of one status share one response", () => {
  const responses = problems("wrong_type", "unsupported_media_type", "not_found");
  deepEqual(Object.keys(responses).sort(), ["404", "415"]);
  deepEqual(
    responses[415].description,
    "The file is not of a supported type (`wrong_type`); Unsupported media type (`unsupported_media_type`)",
  );
});
