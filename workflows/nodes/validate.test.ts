import { describe, expect, it } from "vitest";
import { apply, batchOf } from "@/workflows/graph/apply";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import type { SingleOperation } from "@/workflows/graph/operation";
import { type NodeType, nodeDefinitions } from "./registry";
import { validateDocument } from "./validate";

type Drawn = [id: string, type: NodeType, config: JsonObject];
type Wire = [source: string, port: string, target: string, cap?: number];

/** A graph of real node types over two channels. */
function drawn(nodes: Drawn[], wires: Wire[]): GraphDocument {
  const steps: SingleOperation[] = [
    { op: "channel.add", name: "messages", channel: { type: "messages", reducer: "messages" } },
    { op: "channel.add", name: "answer", channel: { type: "string", reducer: "replace" } },
    ...nodes.map(
      ([id, type, config]): SingleOperation => ({
        op: "node.add",
        id,
        node: {
          type,
          typeVersion: nodeDefinitions[type].typeVersion,
          title: id,
          config,
          policy: { onError: "fail" },
        },
        position: { x: 0, y: 0 },
      }),
    ),
    ...wires.map(
      ([source, port, target, cap], index): SingleOperation => ({
        op: "edge.add",
        id: `e${index}`,
        edge: { source, port, target, ...(cap ? { cap } : {}) },
      }),
    ),
  ];
  const result = apply(emptyDocument(), batchOf(steps));
  return result.ok ? result.value : emptyDocument();
}

const start: Drawn = ["start", "start", { inputs: [{ channel: "messages" }] }];
const end: Drawn = ["end", "end", { outputs: ["answer"] }];
const model: Drawn = [
  "model",
  "model",
  { model: "offline/offline", prompt: "{{ last(messages).content }}", output: "answer" },
];
const branch: Drawn = [
  "branch",
  "branch",
  { conditions: [{ id: "long", label: "Long", when: "size(answer) > 9" }] },
];
const human: Drawn = [
  "human",
  "human",
  {
    message: "Send {{ answer }}?",
    answers: [
      { id: "yes", label: "Yes" },
      { id: "no", label: "No" },
    ],
  },
];

describe("validateDocument", () => {
  it("says nothing about an approval loop", () => {
    const document = drawn(
      [start, model, branch, human, end],
      [
        ["start", "out", "model"],
        ["model", "out", "branch"],
        ["branch", "long", "human"],
        ["branch", "else", "end"],
        ["human", "yes", "end"],
        ["human", "no", "model", 3],
      ],
    );
    expect(validateDocument(document)).toEqual([]);
  });

  it.each<[string, Drawn, string, RegExp]>([
    [
      "a condition that is a number",
      ["n", "branch", { conditions: [{ id: "a", label: "A", when: "size(answer)" }] }],
      "conditions.0.when",
      /true or false/,
    ],
    [
      "a misspelt channel",
      ["n", "set-state", { assignments: [{ channel: "answer", value: "anser" }] }],
      "assignments.0.value",
      /Did you mean “answer”/,
    ],
    [
      "a secret outside a request",
      ["n", "model", { model: "offline/offline", prompt: "{{ secrets.KEY }}", output: "answer" }],
      "prompt",
      /“secrets”/,
    ],
    [
      "a list where a conversation is needed",
      ["n", "model", { model: "offline/offline", messages: "answer" }],
      "messages",
      /messages/,
    ],
    [
      "an empty condition",
      ["n", "branch", nodeDefinitions.branch.initial],
      "conditions.0.when",
      /write a condition/,
    ],
  ])("finds %s", (_, node, field, message) => {
    const document = drawn([start, node, end], [["start", "out", "n"]]);
    const found = validateDocument(document).filter(
      ({ path }) => path.nodeId === "n" && path.field === field,
    );
    expect(found[0]).toMatchObject({ severity: "error", message: expect.stringMatching(message) });
  });

  it("knows secrets where a request may name them", () => {
    const headers = [{ name: "authorization", value: "Bearer {{ secrets.KEY }}" }];
    const request: Drawn = [
      "n",
      "http",
      { url: "https://example.com/{{ answer }}?k={{ secrets.KEY }}", headers, output: "answer" },
    ];
    const document = drawn(
      [start, model, request, end],
      [
        ["start", "out", "model"],
        ["model", "out", "n"],
        ["n", "out", "end"],
      ],
    );
    expect(validateDocument(document)).toEqual([]);
  });

  it.each(Object.values(nodeDefinitions))(
    "finds no fault with the sample of $type by itself",
    (definition) => {
      const channels = Object.fromEntries(
        Object.keys(definition.sample.state).map((name) => [
          name,
          { type: "any" as const, reducer: "first" as const, default: 1 },
        ]),
      );
      const { type, typeVersion, title } = definition;
      const config: JsonObject = JSON.parse(JSON.stringify(definition.sample.config));
      const node = { type, typeVersion, title, config, policy: { onError: "fail" as const } };
      const document = {
        ...emptyDocument(),
        channels,
        nodes: { n: node },
        layout: layoutOf({ n: { x: 0, y: 0 } }),
      };
      const codes = validateDocument(document).map(({ code }) => code);
      expect(codes).not.toContain("config_invalid");
      expect(codes).not.toContain("expression_invalid");
      expect(codes).not.toContain("unknown_node_type");
    },
  );
});
