import { expect, it } from "vitest";
import type { KnownTool, ToolState } from "@/workflows/graph/configured";
import { toolOptions } from "./tool-options";

const tool = (name: string, state: ToolState = "ready"): KnownTool => ({
  id: `tool_${name}`,
  name,
  title: name,
  source: "Shop",
  repeatable: true,
  state,
  version: null,
  usableFor: null,
});
const tools = [tool("find"), tool("moved", "changed"), tool("dropped", "gone"), tool("quiet", "off")];
const told = (...given: Parameters<typeof toolOptions>) =>
  toolOptions(...given).map(({ label, note }) => [label, note]);

it("offers what may be used", () => {
  expect(told(tools, undefined)).toEqual([["find", undefined]]);
});

it.each([
  ["moved", "to be approved"],
  ["dropped", "gone"],
  ["quiet", "turned off"],
  ["elsewhere", "missing"],
])("names %s while it is chosen", (name, note) => {
  expect(told(tools, { id: `tool_${name}`, name })).toEqual([
    ["find", undefined],
    [name, note],
  ]);
});
