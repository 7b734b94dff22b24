import { describe, expect, it } from "vitest";
import { importLines } from "@/workflows/code/write/imports";
import { writeIn } from "@/workflows/code/write/scope";
import { writeTool } from "./registry.code";
import { toolEntrySchema } from "./tool-entry";

/** The names that a node's file imports when it uses code tools of these names. */
function importedBy(...names: string[]): string[] {
  const place = { id: "n", title: "Helper", channels: {}, file: "helper" };
  const { imports } = writeIn(place, (scope) =>
    names.map((name) =>
      writeTool(
        toolEntrySchema.parse({
          type: "code",
          config: {
            name,
            purpose: "Works.",
            parameters: { type: "object", properties: {} },
            code: "return 1;",
          },
        }),
        scope,
      ),
    ),
  );
  return [...imports.values()].flatMap((list) => [...list]);
}

describe("the author's functions in exported code", () => {
  it.each([
    [["run"]],
    [["json", "text", "tool", "z"]],
    [["a-b", "a_b"]],
    [["a-b-c", "a_b-c", "a-b_c", "a_b_c"]],
    [["if", "class", "constructor"]],
    [["x", "X"]],
  ])("never go by a name twice, nor by one that the product's own have: %j", (names) => {
    const imported = importedBy(...names);
    expect(new Set(imported).size).toBe(imported.length);
  });

  it.each(["run", "a-b", "if", "await", "T-2_x", "constructor"])(
    "go by a name that JavaScript takes: %s",
    (name) => {
      const [written = ""] = importedBy(name).filter((each) => each.endsWith("_code"));
      expect(() => new Function(`"use strict"; const ${written} = 1; return ${written};`)).not.toThrow();
    },
  );

  it("stand in files of their own, each imported by its file", () => {
    const place = { id: "n", title: "Helper", channels: {}, file: "helper" };
    const { files, imports } = writeIn(place, (scope) =>
      ["a-b", "a_b"].map((name) =>
        writeTool(
          toolEntrySchema.parse({
            type: "code",
            config: { name, purpose: "Works.", parameters: { type: "object" }, code: `return "${name}";` },
          }),
          scope,
        ),
      ),
    );
    expect(Object.keys(files)).toEqual(["src/nodes/helper.a-b.js", "src/nodes/helper.a_b.js"]);
    for (const path of Object.keys(files)) {
      const module = `./${path.slice("src/".length)}`;
      expect(importLines(imports).filter((line) => line.endsWith(`from "${module}";`))).toHaveLength(1);
    }
  });
});
