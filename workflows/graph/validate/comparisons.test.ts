import { describe, expect, it } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import type { Channel } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";
import { validateDocument } from "@/workflows/nodes/validate";

const channel = (type: Channel["type"], more: Partial<Channel> = {}): Channel => ({
  type,
  reducer: "replace",
  ...more,
});
const schema: JsonObject = {
  type: "object",
  properties: {
    kind: { enum: ["refund", "delivery", null] },
    fixed: { const: "always" },
    score: { type: "number" },
    sure: { type: "boolean" },
    note: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
  },
};
const answers = (output: string) => ({
  model: "offline/offline",
  prompt: "x",
  output,
  format: "json",
  schema,
});

function warnings(
  value: string,
  equals: string,
  more: { channels?: Record<string, Channel>; ignoreCase?: boolean } = {},
) {
  const document = draw({
    channels: {
      result: channel("object"),
      count: channel("number"),
      other: channel("any"),
      ...more.channels,
    },
    nodes: {
      start: start("count", "other"),
      ask: node("model", answers("result")),
      choose: node(
        "switch",
        { value, cases: [{ id: "one", label: "One", equals }], ignoreCase: more.ignoreCase ?? false },
        {},
        "Choose",
      ),
      end: end(),
    },
    edges: ["start > ask", "ask > choose", "choose.one > end", "choose.else > end"],
  });
  return validateDocument(document).filter(({ code }) => code === "case_never_matches");
}

describe("a value that a case waits for", () => {
  it.each([
    ["result.kind", "refunds", /always one of “refund” and “delivery”\. Did you mean “refund”\?/],
    ["result['kind']", "Refund", /always one of/],
    ["result.fixed", "never", /always one of “always”/],
    ["result.score", "high", /gives a number/],
    ["result.sure", "yes", /gives true or false/],
    ["result", "refund", /gives an object, which equals no value/],
    ["result.tags", "a", /gives a list of texts/],
    ["count", "many", /gives a number/],
  ])("of %s cannot be %s", (value, equals, message) => {
    const [issue, ...more] = warnings(value, equals);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      severity: "warning",
      path: { nodeId: "choose", port: "one", field: "cases.0.equals" },
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ["result.kind", "refund"],
    ["result.kind + ''", "anything"],
    ["result.note", "anything"],
    ["result.score", "3.0"],
    ["result.sure", "TRUE"],
    ["other", "anything"],
    ["size(result.tags)", "2"],
    ["result.unheardOf", "x"],
  ])("of %s may be %s", (value, equals) => {
    expect(warnings(value, equals)).toEqual([]);
  });

  it("may differ in case where that is ignored", () => {
    expect(warnings("result.kind", "REFUND", { ignoreCase: true })).toEqual([]);
  });

  it("may be anything where a default stands that nobody wrote", () => {
    const channels = { result: channel("object", { default: { kind: "other" } }) };
    expect(warnings("result.kind", "other", { channels })).toEqual([]);
  });

  it("may be anything where values are put together", () => {
    const channels = { result: channel("object", { reducer: "merge" }) };
    expect(warnings("result.kind", "other", { channels })).toEqual([]);
  });
});
