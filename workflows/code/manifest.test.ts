import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readableJson } from "@/workflows/graph/canonical";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { approval } from "@/workflows/templates/approval";
import { fromCode } from "./from-code";
import { documentHash, manifestOf, manifestSchema, textHash } from "./manifest";
import { dirname, join } from "./paths";
import { toCode } from "./to-code";

const { files } = toCode(approval.document, nodeDefinitions);
const manifest = manifestSchema.parse(JSON.parse(files["signalbox.json"] ?? ""));
const sources = Object.keys(manifest.sources);

describe("what a project remembers of itself", () => {
  it("covers every source file, and each node's own files by the node", () => {
    expect(sources).toEqual(
      Object.keys(files)
        .filter((path) => path.startsWith("src/"))
        .sort(),
    );
    const nodes = Object.values(manifest.sources).flatMap(({ node }) => node ?? []);
    expect(nodes.sort()).toEqual(["accept", "review", "revise", "write"]);
  });

  it("tells of an edit anywhere in any file, and of nothing else", () => {
    const edit = fc.record({
      path: fc.constantFrom(...sources),
      at: fc.nat(),
      put: fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !text.includes("\r")),
    });
    fc.assert(
      fc.property(edit, ({ path, at, put }) => {
        const text = files[path] ?? "";
        const place = at % (text.length + 1);
        const read = fromCode({ ...files, [path]: text.slice(0, place) + put + text.slice(place) });
        const node = manifest.sources[path]?.node;
        expect(read).toMatchObject({
          ok: true,
          value: {
            notes: [
              { ...(node && { nodeId: node }), message: expect.stringContaining(`${path} was edited`) },
            ],
          },
        });
      }),
    );
  });

  it("is the same for the same files in another order, and whatever the line ends", () => {
    const turned = Object.fromEntries(Object.entries(files).toReversed());
    const nodes = new Map(
      sources.flatMap((path) =>
        manifest.sources[path]?.node ? [[path, manifest.sources[path].node] as const] : [],
      ),
    );
    const own = (given: typeof files) => Object.fromEntries(sources.map((path) => [path, given[path] ?? ""]));
    expect(manifestOf(approval.document, own(turned), nodes)).toEqual(manifest);
    expect(textHash("a\r\nb\r\n")).toBe(textHash("a\nb\n"));
    expect(textHash("a\nb")).not.toBe(textHash("a\nb\n"));
  });

  it("knows a document again however its JSON is laid out, and any other as another", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (one, other) => {
        expect(documentHash(JSON.parse(readableJson(one)))).toBe(documentHash(one));
        expect(documentHash(one) === documentHash(other)).toBe(readableJson(one) === readableJson(other));
      }),
      { numRuns: 40 },
    );
  });
});

describe("files of any kind", () => {
  it("are a project or are refused in words, whatever stands in them", () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.constant(files["signalbox.json"] ?? ""));
    const path = fc.constantFrom(
      "signalbox.json",
      "graph.json",
      "a/signalbox.json",
      "a/graph.json",
      "src/x.ts",
      "__proto__",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(path, text), { maxLength: 5 }), (entries) => {
        const read = fromCode(Object.fromEntries(entries));
        expect(read.ok ? "read" : read.problem).toMatch(/\S/);
      }),
    );
  });
});

describe("a path", () => {
  it("from a folder is where the parts lead", () => {
    expect(join("src/nodes", "../lib/step")).toBe("src/lib/step");
    expect(join(".", "./a")).toBe("a");
    expect(join("src/nodes/sub/nodes", "../../../lib/x")).toBe("src/lib/x");
    expect(dirname("a.ts")).toBe(".");
    expect(dirname("src/nodes/a.ts")).toBe("src/nodes");
  });

  it("to a neighbour and back is where it began", () => {
    const part = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), part, (parts, name) => {
        const folder = parts.join("/");
        expect(dirname(join(folder, name))).toBe(folder);
        expect(join(join(folder, name), "..")).toBe(folder);
      }),
    );
  });
});
