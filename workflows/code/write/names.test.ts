import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeIdSchema } from "@/workflows/graph/node";
import { importLines } from "./imports";
import { intoFolder } from "./into-folder";
import { fileNames, functionNames } from "./names";
import { envFile, packageFile } from "./project-files";

const ids = fc.uniqueArray(
  fc
    .array(fc.constantFrom("a", "B", "b", "_", "-", "2", "if", "fetch", "Node"), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) => `n${pieces.join("")}`.replace(/^n(?=[a-z])/, ""))
    .filter((id) => nodeIdSchema.safeParse(id).success),
  { maxLength: 12 },
);

describe("the names of nodes in code", () => {
  it("are distinct identifiers for any ids", () => {
    fc.assert(
      fc.property(ids, (list) => {
        const names = [...functionNames(list, ["text"]).values()];
        expect(new Set(names).size).toBe(list.length);
        for (const name of names) expect(() => new Script(`"use strict"; const ${name} = 1;`)).not.toThrow();
      }),
    );
  });

  it("are distinct files, also where the file system ignores case", () => {
    fc.assert(
      fc.property(ids, (list) => {
        const files = [...fileNames(list).values()].map((file) => file.toLowerCase());
        expect(new Set(files).size).toBe(list.length);
      }),
    );
  });

  it.each([
    [
      ["write_draft", "write-draft", "writeDraft"],
      ["writeDraft", "writeDraft2", "writeDraft3"],
    ],
    [
      ["fetch", "class", "await"],
      ["fetchNode", "classNode", "awaitNode"],
    ],
    [
      ["text", "textNode"],
      ["textNode", "textNode2"],
    ],
    [
      ["a-", "a__2"],
      ["a", "a2"],
    ],
  ])("of %j are %j", (list, names) => {
    expect([...functionNames(list, ["text"]).values()]).toEqual(names);
  });
});

describe("import lines", () => {
  it("put packages before files and sort names by what they are called", () => {
    const lines = importLines(
      new Map([
        ["./lib/step", new Set(["type State", "type NodeResult"])],
        ["zod", new Set(["z"])],
        ["../lib/plain", new Set(["text", "type Json", "jsonOf"])],
        ["@langchain/core/tools", new Set(["tool"])],
      ]),
    );
    expect(lines).toEqual([
      'import { tool } from "@langchain/core/tools";',
      'import { z } from "zod";',
      'import { type Json, jsonOf, text } from "../lib/plain";',
      'import type { NodeResult, State } from "./lib/step";',
    ]);
  });
});

describe("a project moved into a folder", () => {
  const moved = (text: string, folder = "nodes/sub") =>
    intoFolder({ "src/nodes/a.ts": text }, folder)[`src/${folder}/nodes/a.ts`];

  it.each([
    ['import { step } from "../lib/step";', 'import { step } from "../../../lib/step";'],
    ['import { chatModel } from "../models";', 'import { chatModel } from "../../../models";'],
    ['import { stateGraph } from "./lib/state";', 'import { stateGraph } from "../../lib/state";'],
    ['import { work } from "./a.work.js";', 'import { work } from "./a.work.js";'],
    ['import { z } from "zod";', 'import { z } from "zod";'],
  ])("finds what all share, and its own files where they were: %s", (before, after) => {
    expect(moved(`${before}\n\ncode();\n`)).toBe(`${after}\n\ncode();\n`);
  });

  it("keeps texts as they are, also those that look like an import", () => {
    const prompt = 'const prompt = `Explain this:\nimport { a } from "./lib/a";\n`;';
    expect(moved(`import { z } from "zod";\n\n${prompt}\n`)).toBe(`import { z } from "zod";\n\n${prompt}\n`);
  });
});

describe("the files of a project", () => {
  it("list only packages that are imported, also by a path inside them", () => {
    const sources = {
      "src/a.ts": 'import { tool } from "@langchain/core/tools";\nimport { b } from "./zod";',
      "src/b.ts": 'import { readFile } from "node:fs/promises";\nimport { x } from "unheard-of";',
    };
    const { name, dependencies } = JSON.parse(packageFile("my-agent", sources));
    expect(name).toBe("my-agent");
    expect(Object.keys(dependencies)).toEqual(["@langchain/core"]);
  });

  it("explain every variable on one line, in order", () => {
    const variables = new Map([
      ["SECRET_B", "The secret B\nof “X”."],
      ["API_KEY", "A key."],
    ]);
    expect(envFile(variables)).toBe("# A key.\nAPI_KEY=\n\n# The secret B of “X”.\nSECRET_B=\n");
    expect(envFile(new Map())).toBe("# This graph needs no keys.\n");
  });
});
