import { expect, it } from "vitest";
import { libraryFor } from "./library";
import { collectLibrary } from "./testing/collect-library";

it("is what the sources say: refresh it with `vitest -u`", async () => {
  await expect(`${JSON.stringify(collectLibrary(), null, 2)}\n`).toMatchFileSnapshot("./library.json");
});

it("gives a project what its files import, and no more", () => {
  expect(Object.keys(libraryFor({ "src/main.ts": 'import { env } from "./lib/env";' }))).toEqual([
    "src/lib/env.ts",
    "src/lib/errors/app-error.ts",
    "src/lib/errors/codes.ts",
  ]);
  expect(libraryFor({ "src/main.ts": 'import { z } from "zod";' })).toEqual({});
});
