import { dirname, join } from "node:path/posix";
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

it("holds every file that one of its own imports, in whatever form", () => {
  const library = collectLibrary();
  const missing = Object.entries(library).flatMap(([path, text]) =>
    [...text.matchAll(/^(?:import|export)\b[^"]*"(\.{1,2}\/[^"]+)"/gm)]
      .map(([, specifier = ""]) => `${join(dirname(path), specifier)}.ts`)
      .filter((target) => library[target] === undefined)
      .map((target) => `${path} imports ${target}`),
  );
  expect(missing).toEqual([]);
});
