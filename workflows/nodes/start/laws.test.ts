import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { startConfig, startDefinition } from "./definition";

const name = fc.constantFrom("a", "b", "c", "d");
const inputs = fc.uniqueArray(fc.record({ channel: name, required: fc.boolean() }), {
  selector: ({ channel }) => channel,
});

describe("one more input", () => {
  it("stands behind those that are there, which stay as they were", () => {
    fc.assert(
      fc.property(inputs, (before) => {
        const config = startDefinition.withInput?.({ inputs: before }, "new") ?? {};
        expect(startConfig.parse(config).inputs).toEqual([...before, { channel: "new", required: true }]);
      }),
    );
  });

  it.each([[{}], [{ inputs: null }], [{ inputs: "a" }]])(
    "is the first of settings that have none: %j",
    (config) => {
      expect(startDefinition.withInput?.(config, "new")).toEqual({
        inputs: [{ channel: "new", required: true }],
      });
    },
  );
});

describe("a run", () => {
  const document = draw({
    channels: { must: text, may: text, usual: { ...text, default: "so" } },
    nodes: {
      start: node("start", {
        inputs: [
          { channel: "must", required: true },
          { channel: "may", required: false },
          { channel: "usual", required: false },
        ],
      }),
      end: end("must", "may", "usual"),
    },
    edges: ["start > end"],
  });

  it.each([
    [{ must: "a" }, { must: "a", usual: "so" }],
    [
      { must: "", may: "b", usual: "c" },
      { must: "", may: "b", usual: "c" },
    ],
  ])("begins with what it is given, and with defaults: %j", async (input, output) => {
    const run = drive(document);
    await run.run(input);
    expect(await run.output()).toEqual(output);
  });

  it("of a graph without inputs begins with nothing", async () => {
    const run = drive(draw({ nodes: { start: start(), end: end() }, edges: ["start > end"] }));
    await run.run({});
    expect(await run.output()).toEqual({});
  });
});

describe("what people type", () => {
  it.each<[unknown, string]>([
    [[{ channel: "a" }, { channel: "a" }], "inputs"],
    [[{ channel: "" }], "inputs.0.channel"],
    [[{ channel: "A" }], "inputs.0.channel"],
    [[{ channel: "a", required: "yes" }], "inputs.0.required"],
    ["a", "inputs"],
    [null, "inputs"],
  ])("%j is refused at its field", (given, field) => {
    const found = startConfig.safeParse({ inputs: given });
    expect([...new Set(found.error?.issues.map(({ path }) => path.join(".")))]).toEqual([field]);
  });
});
