import { describe, expect, it } from "vitest";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import type { Issue, IssueCode } from "@/workflows/graph/issue";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { text } from "@/workflows/graph/testing/cases/case";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { knownAgent } from "@/workflows/graph/testing/known-agent";
import { sketch } from "@/workflows/graph/testing/sketch";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { validate } from "./validate";

const channels = { topic: { ...text, default: "" } };

function holding(
  graph: GraphDocument,
  inputs: [string, string][] = [],
  outputs: [string, string][] = [],
  more: Partial<GraphDocument> = {},
): GraphDocument {
  const pairs = (list: [string, string][]) => list.map(([from, to]) => ({ from, to }));
  const config = { graph: graphAsJson(graph), inputs: pairs(inputs), outputs: pairs(outputs) };
  return { ...sketch({ nodes: { sub: config }, edges: "start > sub; sub > end", channels }), ...more };
}

const inner = (start: string[], names: string[] = start) =>
  sketch({
    nodes: { start: { channels: start } },
    edges: "start > end",
    channels: Object.fromEntries(names.map((name) => [name, { ...text, default: "" }])),
  });

const only = (document: GraphDocument, ...codes: IssueCode[]) =>
  validate(document, testDefinitions).filter(({ code }) => codes.includes(code));

describe("what is mapped into a subgraph and out of it", () => {
  it.each<[string, GraphDocument, [IssueCode, string][]]>([
    ["nothing for a graph that needs nothing", holding(inner([])), []],
    [
      "each input that lacks, in the order of the Start",
      holding(inner(["b", "a"])),
      [
        ["subgraph_mapping", "inputs"],
        ["subgraph_mapping", "inputs"],
      ],
    ],
    [
      "the one of two that is no input",
      holding(inner(["a"], ["a", "b"]), [
        ["topic", "a"],
        ["topic", "b"],
      ]),
      [["subgraph_mapping", "inputs.1.to"]],
    ],
    [
      "a slip in a name: the channel, and the input that is now missing",
      holding(inner(["question"]), [["topic", "qestion"]]),
      [
        ["channel_unknown", "inputs.0.to"],
        ["subgraph_mapping", "inputs"],
      ],
    ],
    [
      "an output that is there and one that every object has",
      holding(
        inner([], ["a"]),
        [],
        [
          ["a", "topic"],
          ["toString", "topic"],
        ],
      ),
      [["channel_unknown", "outputs.1.from"]],
    ],
  ])("is told: %s", (_, document, expected) => {
    const found = only(document, "subgraph_mapping", "channel_unknown");
    expect(found.map(({ code, path }) => [code, path.field])).toEqual(expected);
    expect(found.every(({ path, severity }) => path.nodeId === "sub" && severity === "error")).toBe(true);
  });

  it("names the channel that was meant", () => {
    const [issue] = only(holding(inner(["question"]), [["topic", "qestion"]]), "channel_unknown");
    expect(issue?.message).toMatch(/“qestion”\. Did you mean “question”/);
  });
});

describe("what is wrong inside a graph inside a graph", () => {
  const capless = sketch({ edges: "start > a; a > b; b > a; start > end" });
  const broken = sketch({ edges: "start > a", nodes: { a: { ports: ["out"] } } });

  it("stands at the way to it and names the nodes around it", () => {
    const [issue] = only(holding(holding(broken)), "no_end");
    expect(issue?.path).toEqual({ nodeId: "sub", inside: { nodeId: "sub", inside: {} } });
    expect(issue?.message).toMatch(/^In “SUB”: In “SUB”: /);
  });

  it.each<[IssueCode, GraphDocument]>([
    ["no_end", broken],
    ["cycle_without_exit", capless],
  ])("is mended in there by the same fix: %s", (code, graph) => {
    const document = holding(holding(graph));
    const [alone] = only(graph, code);
    const [issue] = only(document, code);
    expect(alone?.fix).toBeDefined();
    expect(issue?.fix?.label).toBe(alone?.fix?.label);
    expect(issue?.fix && only(applied(document, issue.fix.operation), code)).toEqual([]);
  });
});

describe("what the workspace lacks", () => {
  const there = (more: Partial<Configured> = {}): Configured => ({
    connections: [{ id: "offline", name: "Offline", ready: true }],
    slots: [],
    agents: [knownAgent("order-help")],
    secrets: ["CRM_TOKEN"],
    tools: [],
    ...more,
  });
  const node = (type: "http" | "agent", config: GraphDocument["nodes"][string]["config"]) => {
    const base = sketch({ edges: "start > a; a > end" });
    const { typeVersion } = nodeDefinitions[type];
    const a = { type, typeVersion, title: "Ask", config, policy: { onError: "fail" as const } };
    return { ...base, nodes: { a } };
  };
  const http = (url: string, headers: { name: string; value: string }[] = []) =>
    node("http", { method: "GET", url, headers, output: "x" });
  const lacks = (document: GraphDocument, configured = there()): Issue[] =>
    validate(document, nodeDefinitions, configured).filter(({ code }) =>
      ["secret_not_stored", "agent_not_published", "model_not_configured"].includes(code),
    );

  it("is put right in a text, and only where the text means the secret", () => {
    const url = "https://x.test/CRM_TOKN?a={{ secrets.CRM_TOKN }}&b={{ secrets . CRM_TOKN }}";
    const [issue] = lacks(http(url));
    expect(issue?.fix?.label).toBe("Replace it by “CRM_TOKEN”");
    const mended = issue?.fix && applied(http(url), issue.fix.operation);
    expect(mended?.nodes.a?.config.url).toBe(
      "https://x.test/CRM_TOKN?a={{ secrets.CRM_TOKEN }}&b={{ secrets . CRM_TOKEN }}",
    );
    expect(mended && lacks(mended)).toEqual([]);
  });

  it("is put right deep in a list, and the rest of the list stays", () => {
    const headers = [
      { name: "accept", value: "text/plain" },
      { name: "authorization", value: "Bearer {{ secrets.CRM_TOKN }}" },
    ];
    const [issue] = lacks(http("https://x.test/", headers));
    expect(issue?.path.field).toBe("headers.1.value");
    const mended = issue?.fix && applied(http("https://x.test/", headers), issue.fix.operation);
    expect(mended?.nodes.a?.config.headers).toEqual([
      headers[0],
      { name: "authorization", value: "Bearer {{ secrets.CRM_TOKEN }}" },
    ]);
  });

  it("has no fix where no name is near, and leads to where it is set up", () => {
    const [issue] = lacks(http("https://x.test/{{ secrets.SOMETHING_ELSE }}"));
    expect(issue).toMatchObject({ severity: "error", settings: "secrets" });
    expect(issue?.fix).toBeUndefined();
    expect(issue?.message).toMatch(/Add it in the settings\.$/);
  });

  it("is an agent that is not published: a warning, with the name put right", () => {
    const tools = [{ type: "agent", attempts: 1, config: { slug: "order-halp", purpose: "Orders." } }];
    const document = node("agent", { model: "offline/offline", prompt: "Hi", output: "x", tools });
    const [issue] = lacks(document);
    expect(issue?.severity).toBe("warning");
    const mended = issue?.fix && applied(document, issue.fix.operation);
    expect(mended?.nodes.a?.config.tools).toMatchObject([{ attempts: 1, config: { slug: "order-help" } }]);
  });

  it("is asked again when the workspace changes, and no more once it is there", () => {
    const document = http("https://x.test/{{ secrets.OTHER }}");
    expect(lacks(document)).toHaveLength(1);
    expect(lacks(document, there({ secrets: ["OTHER"] }))).toEqual([]);
    expect(lacks(document)).toHaveLength(1);
  });
});
