import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import {
  branch,
  count,
  type Drawing,
  draw,
  end,
  mark,
  node,
  start,
  trail,
} from "@/workflows/compile/testing/draw";
import { AppError } from "@/workflows/errors/app-error";
import type { InterruptAnswer } from "@/workflows/events/event";
import type { Channel } from "@/workflows/graph/channel";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { type NodeType, nodeDefinitions, nodeTypes } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import type { Template } from "@/workflows/templates/template";
import { exampleServices } from "@/workflows/testing/example-services";
import { fakeHttp } from "@/workflows/testing/fake-services";
import type { NodeServices } from "../ports";
import type { Story } from "./in-pieces";

const conversation: Channel = { type: "messages", reducer: "messages" };
const anything: Channel = { type: "any", reducer: "replace" };

const goesThroughList = ({ document }: Template) =>
  Object.values(document.nodes).some(({ type }) => type === "map");

const withSample = ({ id, document, sampleInput }: Template): [string, Story] => [
  `the template ${id}`,
  { document, input: sampleInput, services: exampleServices, answer: reviewer },
];

/** Templates with their samples as input: what happens in them has one order. */
export const ofTemplates = templates.filter((each) => !goesThroughList(each)).map(withSample);

/** The others: entries of a list run beside each other. */
export const ofListTemplates = templates.filter(goesThroughList).map(withSample);

/** Every node type's sample between two other nodes. */
export const ofNodeTypes: [string, Story][] = nodeTypes
  .filter((type) => isPassed(nodeDefinitions[type]))
  .map((type) => [`the sample of ${type}`, sampleOf(type)]);

/** Runs come to it and go on from it. */
function isPassed({ role, stops }: NodeDefinition): boolean {
  return role === undefined && !stops;
}

function sampleOf(type: NodeType): Story {
  const definition: NodeDefinition = nodeDefinitions[type];
  const { config, state } = definition.sample;
  const ports = definition.ports(config).map(({ name }) => name);
  const names = [...Object.keys(state), ...definition.writes(config).map(({ channel }) => channel)];
  return {
    document: draw({
      channels: {
        trail,
        ...Object.fromEntries(names.map((name) => [name, name === "messages" ? conversation : anything])),
      },
      nodes: {
        start: start(...Object.keys(state)),
        before: mark("before"),
        it: node(type, jsonObjectSchema.parse(config)),
        after: mark("after"),
        end: end(...names),
      },
      edges: ["start > before", "before > it", ...ports.map((port) => `it.${port} > after`), "after > end"],
    }),
    input: jsonObjectSchema.parse(state),
    services,
    answer: () => ({ answer: ports[0] ?? "" }),
  };
}

const ask = node("human", {
  message: "Go on after {{ size(trail) }}?",
  answers: [{ id: "yes", label: "Yes", tone: "primary" }],
});
const fetched = node(
  "http",
  { url: "https://api.test/", output: "answer" },
  { onError: "port", retry: { maxAttempts: 2, initialIntervalMs: 0, backoffFactor: 1 } },
  "fetched",
);

const shapes: Record<string, Drawing> = {
  "a loop with a cap and a limit": {
    channels: { trail, count },
    nodes: {
      start: start(),
      a: node("set-state", { assignments: [{ channel: "count", value: "1.0" }] }),
      b: mark("b"),
      late: mark("late"),
      end: end("count"),
    },
    edges: ["start > a", "a > b", "b > a x3", "b.limit > late", "late > end"],
  },
  "branches of different length behind a barrier": {
    channels: { trail },
    nodes: {
      start: start(),
      a: mark("a"),
      b: mark("b"),
      c: mark("c"),
      d: mark("d"),
      join: mark("join"),
      end: end("trail"),
    },
    edges: ["start > a", "start > b", "b > c", "c > d", "a > join", "d > join", "join > end"],
  },
  "joins that wait for one another": {
    channels: { trail },
    nodes: {
      start: start(),
      a: mark("a"),
      pick: branch({ yes: "size(trail) > 9" }),
      b: mark("b"),
      near: mark("near"),
      far: mark("far"),
      end: end("trail"),
    },
    edges: [
      "start > a",
      "start > pick",
      "pick.yes > b",
      "pick.else > near",
      "b > near",
      "a > near",
      "near > far",
      "a > far",
      "far > end",
    ],
  },
  "an error port, and what failed read later": {
    channels: { trail, answer: anything },
    nodes: {
      start: start(),
      fetched,
      rescue: node("set-state", { assignments: [{ channel: "answer", value: "error.message" }] }),
      after: mark("after"),
      end: end("answer"),
    },
    edges: ["start > fetched", "fetched > after", "fetched.error > after", "after > rescue", "rescue > end"],
  },
  "pauses in parallel, and one in a loop behind them": {
    channels: { trail },
    nodes: {
      start: start(),
      left: ask,
      right: ask,
      l: mark("l"),
      r: mark("r"),
      join: mark("join"),
      again: ask,
      round: mark("round"),
      end: end("trail"),
    },
    edges: [
      "start > left",
      "start > right",
      "left.yes > l",
      "right.yes > r",
      "l > join",
      "r > join",
      "join > again",
      "again.yes > round",
      "round > again x2",
      "round.limit > end",
    ],
  },
};

/** Shapes that need LangGraph to remember more than the channels. */
export const ofShapes: [string, Story][] = Object.entries(shapes).map(([name, drawing]) => [
  name,
  { document: draw(drawing), input: {}, services, answer: () => ({ answer: "yes" }) },
]);

/** The same answers in every process, whatever was asked before. */
function services(): Partial<NodeServices> {
  const model = Array.from({ length: 9 }).reduce<ReturnType<typeof fakeModel>>(
    (built) => built.respond(reply),
    fakeModel().structuredResponse({ raw: new AIMessage("I read it."), parsed: null }),
  );
  const http = fakeHttp(({ url }) => {
    if (url === "https://api.test/") throw new AppError("http_failed", "The server is away.");
    return { body: '{"id": 42}' };
  });
  return { models: { resolve: async () => model }, http };
}

/** Uses the calculator once where there is something to multiply, and otherwise repeats what it was told last. */
function reply(messages: BaseMessage[]): BaseMessage {
  const last = messages.at(-1);
  const asked = last instanceof HumanMessage && / \* /.test(last.text);
  return new AIMessage({
    content: asked ? "" : `I read: ${last?.text ?? ""}`.slice(0, 80),
    tool_calls: asked ? [{ id: "c1", name: "calculator", args: { expression: "12 * 7" } }] : [],
  });
}

/** Asks for changes once. */
function reviewer(_: string, earlier: number): InterruptAnswer {
  if (earlier === 0) return { answer: "changes", text: "Nicer" };
  return { answer: "approve", edits: { draft: "My own words" } };
}
