import { expect, it } from "vitest";
import { knownAgent } from "@/workflows/graph/testing/known-agent";
import { agentOptions } from "./agent-options";

const agents = [
  knownAgent("clerk", { name: "Clerk", liveVersion: 3, newestVersion: 4 }),
  knownAgent("draft", { liveVersion: null, newestVersion: 0 }),
  knownAgent("gone", { isDeleted: true }),
  knownAgent("off", { liveVersion: null, newestVersion: 2 }),
  knownAgent("self"),
];
const told = (chosen?: string) =>
  agentOptions(agents, "agt_self", chosen).map(({ value, note, group }) => [value, note, group]);

it("offers published agents, then those that could be, never itself", () => {
  expect(told()).toEqual([
    ["clerk", "v3", "Published"],
    ["draft", "draft", "Not published"],
    ["off", "taken offline", "Not published"],
  ]);
});

it.each([
  ["gone", "Deleted"],
  ["self", "Published"],
])("names %s while it is chosen", (slug, group) => {
  expect(told(slug).find(([value]) => value === slug)?.[2]).toBe(group);
});
