import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashSources } from "./source-hash.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "signalbox-hash-"));
  mkdirSync(join(root, "lib", "deep"), { recursive: true });
  write("lib/deep/a.ts", "one");
  write("server.ts", "two");
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);

describe("hashSources", () => {
  test("is the same for the same contents, whenever they were written", () => {
    const before = hashSources(root);
    utimesSync(join(root, "server.ts"), 0, 0);
    expect(hashSources(root)).toBe(before);
  });

  test.each([
    ["a changed file", () => write("lib/deep/a.ts", "three")],
    ["a new file", () => write("lib/deep/b.ts", "")],
    ["a renamed file", () => renameSync(join(root, "lib/deep/a.ts"), join(root, "lib/deep/b.ts"))],
    ["a removed file", () => rmSync(join(root, "lib/deep/a.ts"))],
    [
      "contents moved from one file to the next",
      () => {
        write("lib/deep/a.ts", "on");
        write("server.ts", "etwo");
      },
    ],
    ["changed dependencies", () => write("package-lock.json", "{}")],
  ])("notices %s", (_, change) => {
    const before = hashSources(root);
    change();
    expect(hashSources(root)).not.toBe(before);
  });

  test.each([
    ["a unit test", "lib/deep/a.test.ts"],
    ["an integration test", "lib/deep/a.int.test.ts"],
    ["a document", "README.md"],
    ["data", ".data/x"],
  ])("does not care about %s", (_, path) => {
    const before = hashSources(root);
    mkdirSync(join(root, ".data"));
    write(path, "x");
    expect(hashSources(root)).toBe(before);
  });
});
