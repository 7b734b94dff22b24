import { describe, expect, it } from "vitest";
import { checkExpression } from "@/workflows/expressions/check";
import type { Channel, Channels } from "@/workflows/graph/channel";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { Json } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { shapesOf } from "./shapes";

const schema = { type: "object", properties: { score: { type: "number" }, reason: { type: "string" } } };

function model(output: string, title = "Judge"): Node {
  const config = { model: "offline/offline", prompt: "Judge", format: "json", schema, output };
  return { type: "model", typeVersion: 1, title, config, policy: { onError: "fail" } };
}

function setState(channel: string, value: string): Node {
  const config = { assignments: [{ channel, value }] };
  return { type: "set-state", typeVersion: 1, title: "Set", config, policy: { onError: "fail" } };
}

const object: Channel = { type: "object", reducer: "replace" };

function document(channels: Channels, nodes: Record<string, Node>): GraphDocument {
  return { ...emptyDocument(), channels, nodes };
}

function messages(text: string, channels: Channels, nodes: Record<string, Node>): string[] {
  const shapes = shapesOf(document(channels, nodes), nodeDefinitions);
  return checkExpression(text, channels, undefined, shapes).map(({ message, severity }) =>
    severity ? `${severity}: ${message}` : message,
  );
}

describe("shapesOf", () => {
  const nodes = { judge: model("verdict") };

  it("knows the fields of what a model answers by a schema", () => {
    const channels = { verdict: object };
    expect(messages("verdict.score > 3", channels, nodes)).toEqual([]);
    expect(messages("verdict.scor > 3", channels, nodes)).toEqual([
      "warning: There is no field named “scor” here. Did you mean “score”?",
    ]);
    expect(messages("verdict.score + verdict.reason", channels, nodes)).toEqual([
      expect.stringContaining("a number and a text do not go together"),
    ]);
  });

  it.each<[string, Channels, Record<string, Node>]>([
    ["another node writes it too", { verdict: object }, { ...nodes, set: setState("verdict", "{'a': 1}") }],
    ["it has a default", { verdict: { ...object, default: { a: 1 } } }, nodes],
    ["nobody describes it", { verdict: object }, {}],
  ])("does not complain of fields where %s", (_, channels, all) => {
    expect(messages("verdict.scor > 3", channels, all)).toEqual([]);
  });

  it("sees items where a list grows", () => {
    const channels: Channels = { verdicts: { type: "array", reducer: "append" } };
    const judge = { judge: model("verdicts") };
    expect(messages("verdicts.map(v, v.score)", channels, judge)).toEqual([]);
    expect(messages("verdicts.map(v, v.scor)", channels, judge)).toHaveLength(1);
  });

  it("gives the same object until something it depends on changes", () => {
    const channels = { verdict: object };
    const first = shapesOf(document(channels, nodes), nodeDefinitions);
    const moved = { ...nodes, set: setState("other", "1") };
    expect(shapesOf(document(channels, moved), nodeDefinitions)).toBe(first);
    const changed: Json = { type: "object", properties: { points: { type: "number" } } };
    const judge = { ...nodes.judge, config: { ...nodes.judge.config, schema: changed } };
    expect(shapesOf(document(channels, { judge }), nodeDefinitions)).not.toBe(first);
  });
});
