import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonSchema } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { contentTypeOf, fileName, fromBytes, toBytes } from "./content";
import { fileDefinition } from "./definition";

nodeContract("file");

describe("a file", () => {
  function visits() {
    const { files } = fakeServices();
    return (config: object, state: Record<string, unknown> = {}) =>
      runNode("file", config, state, { files }, fakeContext());
  }

  it("is written, read in every form, listed and deleted", async () => {
    const go = visits();
    await go({ action: "write", name: "a/{{ id }}.json", form: "json", content: "{'n': id}" }, { id: "1" });
    const read = { action: "read", name: "a/1.json", output: "it" };
    expect(await go({ ...read, form: "json" })).toEqual({ update: { it: { n: "1" } } });
    expect(await go(read)).toEqual({ update: { it: '{\n  "n": "1"\n}' } });
    expect(await go({ ...read, form: "base64" })).toEqual({ update: { it: btoa('{\n  "n": "1"\n}') } });
    expect(await go({ action: "list", prefix: "a/", output: "it" })).toEqual({
      update: { it: [{ name: "a/1.json", contentType: "application/json", bytes: 14 }] },
    });
    const drop = { action: "delete", name: "a/1.json", output: "it" };
    expect([await go(drop), await go(drop)]).toEqual([{ update: { it: true } }, { update: { it: false } }]);
    await expect(go(read)).rejects.toMatchObject({ code: "not_found", details: { field: "name" } });
  });

  it("is written by the call's key, for the run, thread or agent", async () => {
    const asked: unknown[] = [];
    const files = { ...fakeServices().files, write: async (...all: unknown[]) => void asked.push(all) };
    await runNode("file", { name: "a.txt", content: "'x'", scope: "agent" }, {}, { files });
    expect(asked).toMatchObject([
      [
        { place: { scope: "agent", runId: "run_1" }, callKey: "run_1:node:1:write" },
        { name: "a.txt", contentType: "text/plain; charset=utf-8" },
      ],
    ]);
  });
});

describe("a name", () => {
  it.each(["a", "a.txt", "a/b/c.txt", "Bericht Nr. 1.md", "日本.txt", ".hidden", "a..b"])(
    "may be %s",
    (name) => {
      expect(fileName(name)).toBe(name);
    },
  );

  it.each([
    "",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "../a",
    "a/../b",
    "a/./b",
    "a\\b",
    "a\0b",
    "a\nb",
    " a",
    "a /b",
    "C:x",
    "x".repeat(201),
  ])("may not be %j", (name) => {
    expect(() => fileName(name)).toThrow(expect.objectContaining({ code: "node_failed" }));
  });
});

describe("content", () => {
  it("comes back as it was written, in its form", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = fromBytes(bytes, "base64");
        expect(Uint8Array.from(toBytes(text, "base64"))).toEqual(Uint8Array.from(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = jsonSchema.parse(JSON.parse(JSON.stringify(value)));
        expect(fromBytes(toBytes(json, "json"), "json")).toEqual(json);
      }),
    );
  });

  it("that is not of its form is a failure", () => {
    for (const value of ["?", "abc", "a===", 1, null])
      expect(() => toBytes(value, "base64")).toThrow("no base64");
    const bytes = Uint8Array.from([0xff, 0xfe]);
    expect(() => fromBytes(bytes, "text")).toThrow("no text in UTF-8");
    expect(() => fromBytes(toBytes("{", "text"), "json")).toThrow("no JSON");
  });

  it.each([
    ["a.csv", "text", "text/csv; charset=utf-8"],
    ["a.PDF", "base64", "application/pdf"],
    ["a.html", "text", "text/plain; charset=utf-8"],
    ["a.svg", "text", "text/plain; charset=utf-8"],
    ["constructor", "json", "application/json"],
    ["a.constructor", "base64", "application/octet-stream"],
  ] as const)("%s as %s is %s", (name, form, type) => {
    expect(contentTypeOf(name, form)).toBe(type);
  });
});

describe("its settings", () => {
  it.each([
    [{ action: "write" }, ["name: Write the file's name.", "content: Say what is written."]],
    [{ action: "read", name: "a" }, ["output: The result goes nowhere: choose the channel to write it to."]],
    [{ action: "delete", name: "a" }, []],
    [{ action: "list", output: "all" }, []],
  ])("%j", (config, issues) => {
    expect(issuesOf("file", config)).toEqual(issues);
  });

  it.each([
    [{ action: "write", name: "{{ a }}", content: "b", prefix: "{{ c }}" }, ["a", "b"]],
    [{ action: "read", name: "{{ a }}", content: "b" }, ["a"]],
    [{ action: "list", prefix: "{{ a }}", name: "{{ b }}" }, ["a"]],
  ])("say what it reads: %j", (config, channels) => {
    const parsed = fileDefinition.config.parse(config);
    expect(fileDefinition.reads(parsed).map(({ channel }) => channel)).toEqual(channels);
  });
});
