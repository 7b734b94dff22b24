import {
  branch,
  count,
  type Drawing,
  draw,
  end,
  map,
  mark,
  node,
  start,
  subgraph,
  text,
  trail,
} from "@/workflows/compile/testing/draw";
import type { Channel } from "@/workflows/graph/channel";
import type { Story } from "./in-pieces";

const anything: Channel = { type: "any", reducer: "replace" };
const results: Channel = { type: "array", reducer: "append" };

/** Says what it was given, twice in a row. */
export const told = (value = "item + item"): Drawing => ({
  channels: { item: text, result: anything, half: text },
  nodes: {
    start: start("item"),
    a: node("set-state", { assignments: [{ channel: "half", value: "item" }] }),
    b: node("set-state", { assignments: [{ channel: "result", value }] }),
    end: end("result"),
  },
  edges: ["start > a", "a > b", "b > end"],
});

/** Asks a person about some entries, twice about those that are named so. */
const asking: Drawing = {
  channels: { item: text, result: anything },
  nodes: {
    start: start("item"),
    pick: branch({ ask: 'item.startsWith("ask")', twice: 'item.startsWith("twice")' }),
    first: node("human", {
      message: "First: {{ item }}?",
      answers: [{ id: "yes", label: "Yes", tone: "primary" }],
    }),
    ask: node("human", {
      message: "Go on with {{ item }}?",
      answers: [{ id: "yes", label: "Yes", tone: "primary" }],
      edit: ["item"],
    }),
    tell: node("set-state", { assignments: [{ channel: "result", value: 'item + "!"' }] }),
    end: end("result"),
  },
  edges: [
    "start > pick",
    "pick.ask > ask",
    "pick.twice > first",
    "first.yes > ask",
    "pick.else > tell",
    "ask.yes > tell",
    "tell > end",
  ],
};

const list = (...items: string[]) => ({ channel: "entries", value: JSON.stringify(items) });
const listed = (...items: string[]) => node("set-state", { assignments: [list(...items)] });
const channels = {
  trail,
  results,
  entries: { type: "array", reducer: "replace" },
} satisfies Drawing["channels"];

const shapes: Record<string, Drawing> = {
  "a map over five entries, two at a time": {
    channels,
    nodes: {
      start: start(),
      list: listed("a", "b", "c", "d", "e"),
      map: map(told(), "entries", { places: 2 }),
      after: mark("after"),
      end: end("results"),
    },
    edges: ["start > list", "list > map", "map > after", "after > end"],
  },
  "a map of which some entries ask people": {
    channels,
    nodes: {
      start: start(),
      list: listed("ask a", "b", "twice c", "d", "ask e"),
      map: map(asking, "entries"),
      end: end("results"),
    },
    edges: ["start > list", "list > map", "map > end"],
  },
  "a map that asks, beside a node that asks": {
    channels,
    nodes: {
      start: start(),
      list: listed("ask a", "b"),
      map: map(asking, "entries"),
      ask: node("human", { message: "?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
      beside: mark("beside"),
      join: mark("join"),
      end: end("results", "trail"),
    },
    edges: [
      "start > list",
      "list > map",
      "list > ask",
      "ask.yes > beside",
      "map > join",
      "beside > join",
      "join > end",
    ],
  },
  "a map in a loop": {
    channels: { ...channels, count },
    nodes: {
      start: start(),
      list: listed("a", "ask b"),
      map: map(asking, "entries"),
      more: node("set-state", { assignments: [{ channel: "count", value: "1.0" }] }),
      end: end("results", "count"),
    },
    edges: ["start > list", "list > map", "map > more", "more > map x2", "more.limit > end"],
  },
  "a map inside a map": {
    channels: { ...channels, entries: { type: "array", reducer: "replace" } },
    nodes: {
      start: start(),
      list: node("set-state", {
        assignments: [{ channel: "entries", value: '[["a", "ask b"], ["ask c"], []]' }],
      }),
      map: map(
        {
          channels: { item: { type: "array", reducer: "replace" }, result: anything },
          nodes: {
            start: start("item"),
            inner: map(asking, "item", { target: "result" }),
            end: end("result"),
          },
          edges: ["start > inner", "inner > end"],
        },
        "entries",
      ),
      end: end("results"),
    },
    edges: ["start > list", "list > map", "map > end"],
  },
  "a subgraph inside a map inside a subgraph": {
    channels,
    nodes: {
      start: start(),
      sub: subgraph(
        {
          channels,
          nodes: {
            start: start(),
            list: listed("a", "ask b"),
            map: map(
              {
                channels: { item: text, result: anything },
                nodes: {
                  start: start("item"),
                  sub: subgraph(asking, ["item"], ["result"]),
                  end: end("result"),
                },
                edges: ["start > sub", "sub > end"],
              },
              "entries",
            ),
            end: end("results"),
          },
          edges: ["start > list", "list > map", "map > end"],
        },
        [],
        ["results"],
      ),
      end: end("results"),
    },
    edges: ["start > sub", "sub > end"],
  },
  "a map of which entries fail, noted in their place": {
    channels,
    nodes: {
      start: start(),
      list: listed("1", "x", "3"),
      map: map(told("int(item)"), "entries", { onItemError: "note" }),
      end: end("results"),
    },
    edges: ["start > list", "list > map", "map > end"],
  },
};

/** Graphs that run graphs of their own for every entry of a list. */
export const ofMaps: [string, Story][] = Object.entries(shapes).map(([name, drawing]) => [
  name,
  { document: draw(drawing), input: {}, services: () => ({}), answer: () => ({ answer: "yes" }) },
]);
