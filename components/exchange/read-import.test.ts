import { describe, expect, it } from "vitest";
import { toCode } from "@/workflows/code/to-code";
import { readableJson } from "@/workflows/graph/canonical";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { approval } from "@/workflows/templates/approval";
import { readImport } from "./read-import";
import { zipOf } from "./zip";

const { document } = approval;
const { files } = toCode(document, nodeDefinitions);
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a chosen file", () => {
  it.each([
    ["its JSON", bytes(readableJson(document))],
    ["a zip of its code", zipOf("approval", files)],
  ])("gives the identical graph: %s", (_, file) => {
    expect(readImport(file)).toEqual({ ok: true, value: { document, notes: [] } });
  });

  it("says what was edited in a zip", () => {
    const edited = zipOf("approval", { ...files, "src/nodes/write.ts": "" });
    expect(readImport(edited)).toMatchObject({ ok: true, value: { notes: [{ nodeId: "write" }] } });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /neither the JSON of a graph nor a zip/],
    ["other JSON", bytes('{"name": "x"}'), /not a graph/],
    ["a broken graph", bytes('{"format": "signalbox.graph/1", "nodes": []}'), /At /],
    ["another zip", zipOf("x", { "index.js": "" }), /no signalbox\.json/],
    ["a damaged zip", zipOf("approval", files).slice(0, 2_000), /cannot be read/],
  ])("is refused in plain words: %s", (_, file, problem) => {
    expect(readImport(file)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  it("is zipped to the same bytes every time", () => {
    expect(zipOf("a", files)).toEqual(zipOf("a", files));
  });
});
