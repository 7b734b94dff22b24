import { isPlain } from "@/workflows/compile/joins";
import { type GraphPlan, type PlanNode, planEnd } from "@/workflows/compile/plan-types";
import { importLines } from "./imports";
import { block } from "./indent";
import { key, literal, property, quoted } from "./literal";

/** Function and file of a node. */
export type Names = ReadonlyMap<string, { fn: string; file: string }>;

/** `src/graph.ts`: the nodes, the edges, and where ports lead. A graph inside a node keeps no threads of its own. */
export function graphFile(plan: GraphPlan, names: Names, where: "top" | "inside"): string {
  const nameOf = (id: string) => plan.nodes.find((node) => node.id === id)?.name ?? id;
  const ported = plan.nodes.filter((node) => !isPlain(node));
  const nodes = plan.nodes.map((node) => nodeLine(plan, node, names, nameOf));
  return [
    ...importLines(imports(plan, names, nodes.join("\n"), where)),
    "",
    `const wiring: Wiring = ${block("{", wiring(plan, nameOf), "}")};`,
    "",
    ...(ported.length > 0
      ? [
          "/** Where the ports of nodes lead. */",
          `const ways = ${block(
            "{",
            ported.map((node) => `${key(node.name)}: ${waysOf(node, nameOf)}`),
            "}",
          )};`,
          "",
        ]
      : []),
    "const graph = stateGraph(channels);",
    "",
    ...nodes,
    "",
    ...edges(plan, nameOf),
    "",
    "/** Supersteps and milliseconds that a run may take, and when its state is stored: after each step, or on exit. */",
    `export const settings = ${literal({ ...plan.settings, durability: plan.settings.durability ?? "sync" })} as const;`,
    "",
    ...(where === "inside" ? insideLines : topLines),
    "",
  ].join("\n");
}

const topLines = [
  "/** The graph, ready to run. It keeps its threads in memory: choose another checkpointer to keep them for good. */",
  "export const agent = graph.compile({ checkpointer: new MemorySaver() });",
];
const insideLines = [
  "/** The graph inside the node. It is kept with the thread of the graph around it. */",
  "export const agent = graph.compile();",
];

function imports(
  plan: GraphPlan,
  names: Names,
  code: string,
  where: "top" | "inside",
): Map<string, Set<string>> {
  const used = (...list: string[]) => list.filter((name) => new RegExp(`\\b${name}\\(?`).test(code));
  const found = new Map([
    ["@langchain/langgraph", new Set(["END", "START", ...(where === "top" ? ["MemorySaver"] : [])])],
    ["./lib/state", new Set(["stateGraph"])],
    ["./lib/step", new Set([...used("step", "rescue"), "type Wiring"])],
    ["./state", new Set(["channels"])],
  ]);
  if (code.includes("isWorthRetrying")) {
    found.set("./lib/errors/worth-retrying", new Set(["isWorthRetrying"]));
  }
  for (const { id } of plan.nodes) {
    const { fn, file } = namesOf(names, id);
    found.set(`./nodes/${file}`, new Set([fn]));
  }
  return found;
}

function wiring(plan: GraphPlan, nameOf: (id: string) => string): string[] {
  const awaited = [...new Set(plan.nodes.flatMap((node) => node.after))];
  const fromStart = plan.entry.map((edge) => edge.target).filter((id) => awaited.includes(id));
  const titles = plan.nodes.map((node) => `${key(node.name)}: ${quoted(node.node.title)}`);
  return [
    "channels",
    `titles: ${block("{", titles, "}")}`,
    ...(awaited.length > 0 ? [`awaited: ${literal(awaited.map(nameOf))}`] : []),
    ...(fromStart.length > 0 ? [`fromStart: ${literal(fromStart.map(nameOf))}`] : []),
  ];
}

function waysOf(node: PlanNode, nameOf: (id: string) => string): string {
  const ports = node.routes.map(({ port, edges }) => {
    const ways = edges.map(({ id, target, cap }) => {
      const more = cap === undefined ? "" : `, atMost: ${cap}, edge: ${quoted(id)}`;
      return `{ to: ${place(target, nameOf)}${more} }`;
    });
    return `${key(port)}: [${ways.join(", ")}]`;
  });
  return block("{", ports, "}");
}

function place(target: string, nameOf: (id: string) => string): string {
  return target === planEnd ? "END" : quoted(nameOf(target));
}

function nodeLine(plan: GraphPlan, node: PlanNode, names: Names, nameOf: (id: string) => string): string {
  const name = quoted(node.name);
  const ways = `ways${property(node.name)}`;
  const awaited = new Set(plan.nodes.flatMap((other) => other.after));
  const reaches = node.routes.flatMap((route) => route.edges).filter(({ target }) => awaited.has(target));
  const parts = [
    ...(isPlain(node) ? [] : [`ways: ${ways}`]),
    ...(isPlain(node) && reaches.length > 0
      ? [`reaches: ${literal(reaches.map(({ target }) => nameOf(target)))}`]
      : []),
    ...(node.after.length > 0 ? [`after: ${literal(node.after.map(nameOf))}`] : []),
  ];
  const more = parts.length > 0 ? `, { ${parts.join(", ")} }` : "";
  const called = `step(wiring, ${name}, ${namesOf(names, node.id).fn}${more})`;
  const options = optionsOf(node, ways, nameOf);
  return `graph.addNode(${[name, called, ...(options.length > 0 ? [block("{", options, "}")] : [])].join(", ")});`;
}

function optionsOf(node: PlanNode, ways: string, nameOf: (id: string) => string): string[] {
  const { retry, timeoutMs, onError } = node.node.policy;
  const targets = node.routes.flatMap((route) => route.edges.map((edge) => place(edge.target, nameOf)));
  const ends = [...new Set([...targets, quoted(node.name)])];
  return [
    ...(node.deferred ? ["defer: true"] : []),
    ...(isPlain(node) ? [] : [`ends: [${ends.join(", ")}]`]),
    ...(retry
      ? [
          `retryPolicy: ${block(
            "{",
            [
              `maxAttempts: ${retry.maxAttempts}`,
              `initialInterval: ${retry.initialIntervalMs}`,
              `backoffFactor: ${retry.backoffFactor}`,
              "jitter: false",
              "logWarning: false",
              "retryOn: isWorthRetrying",
            ],
            "}",
          )}`,
        ]
      : []),
    ...(timeoutMs === undefined ? [] : [`timeout: ${timeoutMs}`]),
    ...(onError === "port" ? [`errorHandler: rescue(wiring, ${quoted(node.name)}, ${ways})`] : []),
  ];
}

/** A join that waits for several names them together. */
function edges(plan: GraphPlan, nameOf: (id: string) => string): string[] {
  const joined = new Map(plan.joins.map((join) => [join.target, new Set(join.sources)]));
  return [
    ...plan.entry
      .filter(({ target }) => !joined.has(target))
      .map(({ target }) => `graph.addEdge(START, ${place(target, nameOf)});`),
    ...plan.nodes.filter(isPlain).flatMap((node) =>
      node.routes
        .flatMap((route) => route.edges)
        .filter(({ target }) => !joined.get(target)?.has(node.id))
        .map(({ target }) => `graph.addEdge(${quoted(node.name)}, ${place(target, nameOf)});`),
    ),
    ...plan.joins.map(({ sources, target }) => {
      const [only = "", ...more] = sources.map(nameOf);
      const from = more.length > 0 ? literal([only, ...more]) : quoted(only);
      return `graph.addEdge(${from}, ${quoted(nameOf(target))});`;
    }),
  ];
}

function namesOf(names: Names, id: string): { fn: string; file: string } {
  const found = names.get(id);
  if (!found) throw new Error(`The node “${id}” has no name in the code.`);
  return found;
}
