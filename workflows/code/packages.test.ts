import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { devPackageVersions, overrides, packageVersions } from "./packages";

const versions = z.record(z.string(), z.string());
const product = z
  .object({ dependencies: versions, devDependencies: versions, overrides: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

it("names the versions that the product itself runs on", () => {
  const known = { ...product.devDependencies, ...product.dependencies };
  for (const [name, version] of Object.entries({ ...packageVersions, ...devPackageVersions })) {
    expect([name, known[name]]).toEqual([name, version]);
  }
  expect(product.overrides).toMatchObject(overrides);
});
