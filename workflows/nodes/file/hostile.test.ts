import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { fakeServices } from "@/workflows/testing/fake-services";
import { runNode } from "@/workflows/testing/run-node";
import { contentTypeOf, fileForms, fileName, fromBytes, toBytes } from "./content";
import { fileConfig, fileDefinition } from "./definition";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("a JSON file that somebody else wrote", () => {
  it.each<[string, string, Json]>([
    ["a mark of Windows", '\ufeff{"a":1}', { a: 1 }],
    ["lines around it", '\n{"a":1}\n', { a: 1 }],
    ["a value alone", "7", 7],
    ["nothing", "null", null],
  ])("may hold %s", (_, text, value) => {
    expect(fromBytes(bytesOf(text), "json")).toEqual(value);
  });

  it.each([
    ["a prototype", '{"a":{"__proto__":{"x":1}}}', /__proto__/],
    ["a number beyond all", '{"n":1e999}', /too large/],
    ["no end of depth", `${"[".repeat(500)}${"]".repeat(500)}`, /nested/],
    ["fences", "```json\n{}\n```", /no JSON/],
    ["nothing at all", "", /no JSON/],
    ["half a value", '{"a":', /no JSON/],
  ])("is refused in words where it holds %s", (_, text, message) => {
    const problem = {
      code: "node_failed",
      message: expect.stringMatching(message),
      details: { field: "form" },
    };
    expect(() => fromBytes(bytesOf(text), "json")).toThrow(expect.objectContaining(problem));
  });
});

describe("names that want out", () => {
  it.each([
    "../../etc/passwd",
    "a/../../b",
    "..\\..\\a",
    "/etc/passwd",
    "C:\\a",
    "a\u0000.txt",
    "a\u202etxt.exe",
    "a\u200b.txt",
    "con\n.txt",
    "a?b=c",
    "a|b",
    "*",
    '"a"',
    "<a>",
    "a/ /b",
    "a/b ",
    "\u00a0a",
    "\ud800",
  ])("%j is no name for a file, in any action", async (name) => {
    expect(() => fileName(name)).toThrow(expect.objectContaining({ code: "node_failed" }));
    for (const action of ["write", "read", "delete"]) {
      const config = { action, name: "{{ n }}", content: "'x'", output: "o" };
      await expect(runNode("file", config, { n: name })).rejects.toMatchObject({
        details: { field: "name" },
      });
    }
  });

  it("never lead out of their folder, whatever they are made of", () => {
    const part = fc.constantFrom("..", ".", "/", "\\", "a", ":", "%2e", "\0", " ", "é", "~");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const name = parts.join("");
        const kept = attempt(() => fileName(name));
        if (kept === undefined) return;
        const url = new URL(kept.split("/").map(encodeURIComponent).join("/"), "https://files.test/kept/");
        expect(url.pathname.startsWith("/kept/")).toBe(true);
        expect(kept).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never make a page that a browser would run", () => {
    const ending = fc.constantFrom(
      "html",
      "HTM",
      "svg",
      "js",
      "mjs",
      "xhtml",
      "xml",
      "css",
      "exe",
      "",
      "pdf.html",
    );
    fc.assert(
      fc.property(ending, fc.constantFrom(...fileForms), (end, form) => {
        expect(contentTypeOf(`a.${end}`, form)).not.toMatch(/html|svg|javascript|css/);
      }),
    );
  });
});

describe("what is written", () => {
  it("as text is the text, and comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.startsWith("\ufeff"));
        expect(fromBytes(toBytes(text, "text"), "text")).toBe(text);
      }),
    );
  });

  it.each<[Json, string]>([
    [null, ""],
    [7, "7"],
    [true, "true"],
    [["a"], '["a"]'],
    [{ a: 1 }, '{"a":1}'],
  ])("of %j as text is %j", (value, text) => {
    expect(fromBytes(toBytes(value, "text"), "text")).toBe(text);
  });

  it.each(["YQ==", "Y Q = =", "\nYQ==\n", "YWI=", ""])("as base64 may be broken over lines: %j", (text) => {
    expect(fromBytes(toBytes(text, "base64"), "base64")).toBe(text.replace(/\s/g, ""));
  });

  it.each<[Json]>([
    ["YQ"],
    ["YQ=a"],
    ["=YQ="],
    ["YQ==YQ=="],
    ["Y-_="],
    ["data:image/png;base64,YQ=="],
    [7],
    [["YQ=="]],
    [{}],
  ])("as base64 may not be %j", (value) => {
    expect(() => toBytes(value, "base64")).toThrow(
      expect.objectContaining({ details: { field: "content" } }),
    );
  });
});

describe("a file in a graph", () => {
  it("too large for a channel is not read into one", async () => {
    const files = { ...fakeServices().files };
    const big = { name: "big.txt", contentType: "text/plain", bytes: bytesOf("x".repeat(5_000_001)) };
    files.read = async () => big;
    const config = { action: "read", name: "big.txt", output: "o" };
    await expect(runNode("file", config, {}, { files })).rejects.toMatchObject({ code: "too_large" });
  });

  it("that is not there is not found, whatever the place", async () => {
    for (const scope of ["run", "thread", "agent"]) {
      const config = { action: "read", scope, name: "a.txt", output: "o" };
      await expect(runNode("file", config, {})).rejects.toMatchObject({
        code: "not_found",
        message: `There is no file “a.txt” of this ${scope}.`,
      });
    }
  });

  it.each<[object, string]>([
    [{ action: "append" }, "action"],
    [{ scope: "disk" }, "scope"],
    [{ form: "xml" }, "form"],
    [{ name: null }, "name"],
    [{ content: 1 }, "content"],
    [{ output: "An output" }, "output"],
  ])("its settings refuse %j at its field", (more, field) => {
    expect(fileConfig.safeParse(more).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([
    [{ action: "read", form: "text", output: "o" }, "string"],
    [{ action: "read", form: "json", output: "o" }, undefined],
    [{ action: "list", output: "o" }, "array"],
    [{ action: "delete", output: "o" }, "boolean"],
  ])("says the type of what it writes: %j", (config, type) => {
    expect(fileDefinition.writes(fileConfig.parse(config)).map((write) => write.type)).toEqual([type]);
  });
});

function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
