import { describe, expect, it } from "vitest";
import type { PlainMessage } from "@/workflows/events/message";
import { applyChanges } from "./apply-changes";

const asked: PlainMessage[] = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "An earlier question" },
  { role: "user", content: "Summarise this: text" },
];
const config = { model: "con/a", temperature: 1, system: "Be brief.", prompt: "Summarise this: {{ text }}" };
const edited = (...changes: [number, string][]) =>
  asked.map((message, at) => ({ ...message, content: new Map(changes).get(at) ?? message.content }));

describe("a change that was tried out", () => {
  it("sets the model and what it is tuned by, where that differs", () => {
    expect(
      applyChanges(config, asked, { model: "con/b", temperature: 1, maxTokens: 50, messages: asked }),
    ).toEqual({
      set: { model: "con/b", maxTokens: 50 },
      told: ["model", "most tokens"],
      left: [],
    });
  });

  it("sets the instructions and the prompt, and says where a template goes", () => {
    const messages = edited([0, "Be long."], [2, "Retell this"]);
    expect(applyChanges(config, asked, { model: "con/a", messages })).toEqual({
      set: { system: "Be long.", prompt: "Retell this" },
      told: ["instructions", "prompt (a text in place of its template)"],
      left: [],
    });
  });

  it("says what has no place among the settings", () => {
    const messages = edited([1, "Another question"]);
    expect(applyChanges(config, asked, { model: "con/a", messages })).toEqual({
      set: {},
      told: [],
      left: ["message 2"],
    });
    expect(
      applyChanges({ model: "con/a" }, asked, { model: "con/a", messages: edited([0, "x"]) }).left,
    ).toEqual(["message 1"]);
  });

  it("sets nothing where nothing was changed", () => {
    expect(applyChanges(config, asked, { model: "con/a", temperature: 1, messages: asked }).set).toEqual({});
  });
});
