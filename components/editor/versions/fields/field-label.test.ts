import { expect, it } from "vitest";
import { fieldLabel } from "./field-label";

it.each([
  [{ part: "node", nodeType: "model" }, "config.prompt", "Prompt"],
  [{ part: "node", nodeType: "branch" }, "config.conditions.1.when", "Conditions › 2 › When"],
  [{ part: "node", nodeType: "a type of later" }, "config.someThing.0", "Some thing › 1"],
  [{ part: "node", nodeType: "model" }, "title", "Title"],
  [{ part: "node", nodeType: "model" }, "policy.retry.maxAttempts", "Policy › Retry › Max attempts"],
  [{ part: "settings" }, "recursionLimit", "Most steps of a run"],
  [{ part: "settings" }, "durability", "When a run is stored"],
  [{ part: "channel" }, "default.name", "Default › Name"],
  [{ part: "edge" }, "cap", "At most, times a run"],
] as const)("%j at %s is called %s", (change, field, label) => {
  expect(fieldLabel(change, field)).toBe(label);
});
