import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { json } from "@/workflows/graph/testing/arbitraries";
import { deleteFile, listFiles, readFile, writeFile } from "./files.server";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "signalbox-files-"));
  vi.stubEnv("FILES_DIR", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const thread = (id: string) => ({ scope: "thread" as const, config: { configurable: { thread_id: id } } });

describe("a file that exported code writes", () => {
  it("is read as it was written: text, JSON and bytes", async () => {
    const content = fc.oneof(
      fc.record({ form: fc.constant("text" as const), content: fc.string({ unit: "grapheme" }) }),
      fc.record({ form: fc.constant("json" as const), content: json }),
      fc.record({
        form: fc.constant("base64" as const),
        content: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64")),
      }),
    );
    await fc.assert(
      fc.asyncProperty(content, async (file) => {
        await writeFile({ ...thread("one"), name: "some/folder/file", ...file });
        expect(await readFile({ ...thread("one"), name: "some/folder/file", form: file.form })).toEqual(
          file.content,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("is listed by its name, with its size and the type of its ending", async () => {
    for (const [name, content] of [
      ["b.json", "{}"],
      ["a/x.txt", "ä"],
      ["a/y.csv", "1,2"],
      ["abc", ""],
    ] as const) {
      await writeFile({ ...thread("listed"), name, form: "text", content });
    }
    expect(await listFiles({ ...thread("listed"), prefix: "" })).toEqual([
      { name: "a/x.txt", contentType: "text/plain; charset=utf-8", bytes: 2 },
      { name: "a/y.csv", contentType: "text/csv; charset=utf-8", bytes: 3 },
      { name: "abc", contentType: "application/octet-stream", bytes: 0 },
      { name: "b.json", contentType: "application/json", bytes: 2 },
    ]);
    const under = await listFiles({ ...thread("listed"), prefix: "a/" });
    expect(under.map(({ name }) => name)).toEqual(["a/x.txt", "a/y.csv"]);
    expect(await listFiles({ ...thread("nobody"), prefix: "" })).toEqual([]);
  });

  it("is overwritten by the next of its name, and gone once it is deleted", async () => {
    const file = { ...thread("once"), name: "note.txt" };
    await writeFile({ ...file, form: "text", content: "a longer text" });
    await writeFile({ ...file, form: "text", content: "short" });
    expect(await readFile({ ...file, form: "text" })).toBe("short");
    expect(await deleteFile(file)).toBe(true);
    expect(await deleteFile(file)).toBe(false);
    await expect(readFile({ ...file, form: "text" })).rejects.toMatchObject({
      code: "not_found",
      message: "There is no file “note.txt” of this thread.",
    });
  });

  it("is nobody else's: neither of another thread nor of the agent", async () => {
    await writeFile({ ...thread("mine"), name: "a.txt", form: "text", content: "mine" });
    const others = [
      thread("yours"),
      { ...thread("mine"), scope: "agent" as const },
      { ...thread("mine"), scope: "run" as const },
    ];
    for (const place of others) {
      await expect(readFile({ ...place, name: "a.txt", form: "text" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  it.each([
    "",
    "..",
    "../a",
    "a/../../b",
    "/etc/passwd",
    "a//b",
    "a/",
    "C:\\x",
    "a\u0000b",
    " a",
    "x".repeat(201),
  ])("has a name inside its folder: %j is none", async (name) => {
    const file = { ...thread("one"), name };
    await expect(writeFile({ ...file, form: "text", content: "x" })).rejects.toMatchObject({
      code: "node_failed",
    });
    await expect(deleteFile(file)).rejects.toMatchObject({ code: "node_failed" });
    await expect(readFile({ ...file, form: "text" })).rejects.toThrow();
  });

  it.each(["a", "no base64!", "YQ=", 5, null, { a: 1 }])(
    "of bytes is written in base64: %j is none",
    async (content) => {
      await expect(writeFile({ ...thread("one"), name: "x", form: "base64", content })).rejects.toMatchObject(
        {
          code: "node_failed",
        },
      );
    },
  );
});
