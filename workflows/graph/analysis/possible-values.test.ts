import { describe, expect, it } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { parseExpression } from "@/workflows/expressions/parse";
import type { Channel } from "@/workflows/graph/channel";
import { emptyDocument } from "@/workflows/graph/document";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { possibleValues } from "./possible-values";

const object: Channel = { type: "object", reducer: "replace" };
const writer = (kinds: Json | undefined) =>
  node("model", {
    model: "offline/offline",
    prompt: "x",
    output: "found",
    format: "json",
    schema: { type: "object", properties: kinds === undefined ? {} : { kind: { enum: kinds } } },
  });

function values(source: string, writers: ReturnType<typeof writer>[], inputs: string[] = []) {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const ids = writers.map((_, index) => `w${index}`);
  const document = draw({
    channels: { found: object },
    nodes: {
      start: start(...inputs),
      ...Object.fromEntries(writers.map((each, index) => [`w${index}`, each])),
      end: end(),
    },
    edges: ids.map((id) => `start > ${id}`),
  });
  return possibleValues(parsed.value.ast, document, nodeDefinitions);
}

describe("the values that a field can have", () => {
  it.each<[string, string, Json[][], Json[]]>([
    ["those of its one writer", "found.kind", [["a", "b"]], ["a", "b"]],
    ["those of all its writers", "found.kind", [["a"], ["b", "c"]], ["a", "b", "c"]],
    ["those of a field in brackets", 'found["kind"]', [["a"]], ["a"]],
  ])("are %s", (_, source, kinds, expected) => {
    expect(values(source, kinds.map(writer))).toEqual(expected);
  });

  it.each<[string, string, ReturnType<typeof writer>[], string[]]>([
    ["nobody writes it", "found.kind", [], []],
    ["people give it as well", "found.kind", [writer(["a"])], ["found"]],
    ["a writer does not say", "found.kind", [writer(["a"]), writer(undefined)], []],
    ["a writer's enum is no list", "found.kind", [writer("a")], []],
    ["the field is worked out", "found[found.kind]", [writer(["a"])], []],
    ["it is no field", "size(found)", [writer(["a"])], []],
    ["the channel is not there", "gone.kind", [writer(["a"])], []],
    ["the field is not named", "found.toString", [writer(["a"])], []],
  ])("are unknown where %s", (_, source, writers, inputs) => {
    expect(values(source, writers, inputs)).toBeUndefined();
  });

  it("are unknown in an empty document", () => {
    const parsed = parseExpression("found.kind");
    expect(parsed.ok && possibleValues(parsed.value.ast, emptyDocument(), nodeDefinitions)).toBeUndefined();
  });

  it("are read off a schema for the whole channel", () => {
    const schema: JsonObject = { const: "x" };
    const definition = {
      ...nodeDefinitions["set-state"],
      writes: () => [{ channel: "found", field: "f", schema }],
    };
    const parsed = parseExpression("found");
    const document = draw({
      channels: { found: { type: "string", reducer: "replace" } },
      nodes: { set: node("set-state", { assignments: [{ channel: "found", value: '"x"' }] }) },
      edges: [],
    });
    const definitions = { ...nodeDefinitions, "set-state": definition };
    expect(parsed.ok && possibleValues(parsed.value.ast, document, definitions)).toEqual(["x"]);
  });
});
