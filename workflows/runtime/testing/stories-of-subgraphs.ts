import {
  branch,
  count,
  type Drawing,
  draw,
  end,
  mark,
  node,
  start,
  subgraph,
  trail,
} from "@/workflows/compile/testing/draw";
import type { Story } from "./in-pieces";

const ask = node("human", {
  message: "Go on after {{ size(trail) }}?",
  answers: [{ id: "yes", label: "Yes", tone: "primary" }],
});

const around = (name: string): Drawing => ({
  channels: { trail },
  nodes: {
    start: start("trail"),
    [`${name}1`]: mark(`${name}1`),
    ask,
    [`${name}2`]: mark(`${name}2`),
    end: end("trail"),
  },
  edges: [`start > ${name}1`, `${name}1 > ask`, `ask.yes > ${name}2`, `${name}2 > end`],
});

const shapes: Record<string, Drawing> = {
  "a subgraph that pauses": {
    channels: { trail },
    nodes: {
      start: start(),
      before: mark("before"),
      sub: subgraph(around("in"), ["trail"], ["trail"]),
      after: mark("after"),
      end: end("trail"),
    },
    edges: ["start > before", "before > sub", "sub > after", "after > end"],
  },
  "two subgraphs in parallel that both pause": {
    channels: { trail },
    nodes: {
      start: start(),
      left: subgraph(around("l"), ["trail"], ["trail"]),
      right: subgraph(around("r"), ["trail"], ["trail"]),
      join: mark("join"),
      end: end("trail"),
    },
    edges: ["start > left", "start > right", "left > join", "right > join", "join > end"],
  },
  "a subgraph that pauses in a loop": {
    channels: { trail, count },
    nodes: {
      start: start(),
      sub: subgraph(around("in"), ["trail"], ["trail"]),
      more: node("set-state", { assignments: [{ channel: "count", value: "1.0" }] }),
      end: end("trail", "count"),
    },
    edges: ["start > sub", "sub > more", "more > sub x2", "more.limit > end"],
  },
  "subgraphs in one another, with branches and a join inside": {
    channels: { trail },
    nodes: {
      start: start(),
      sub: subgraph(
        {
          channels: { log: trail },
          nodes: {
            start: start("log"),
            pick: branch({ yes: "size(log) > 9" }),
            a: mark("a", "log"),
            b: mark("b", "log"),
            sub: subgraph(around("deep"), ["log > trail"], ["trail > log"]),
            join: mark("join", "log"),
            end: end("log"),
          },
          edges: [
            "start > pick",
            "start > a",
            "pick.yes > b",
            "pick.else > sub",
            "b > join",
            "sub > join",
            "a > join",
            "join > end",
          ],
        },
        ["trail > log"],
        ["log > trail"],
      ),
      after: mark("after"),
      end: end("trail"),
    },
    edges: ["start > sub", "sub > after", "after > end"],
  },
};

/** Graphs that run graphs of their own. */
export const ofSubgraphs: [string, Story][] = Object.entries(shapes).map(([name, drawing]) => [
  name,
  { document: draw(drawing), input: {}, services: () => ({}), answer: () => ({ answer: "yes" }) },
]);
