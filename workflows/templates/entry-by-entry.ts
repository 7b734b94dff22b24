import { emptyDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { layoutOf } from "@/workflows/graph/layout";
import type { Template } from "./template";

/** What is done with one entry: an empty one fails, and the others go on. */
const answering = {
  ...emptyDocument(),
  channels: {
    review: { type: "string", reducer: "replace", description: "The entry." },
    answer: { type: "string", reducer: "replace", description: "What the entry comes to." },
  },
  nodes: {
    start: {
      type: "start",
      typeVersion: 1,
      title: "Start",
      config: { inputs: [{ channel: "review", required: true }] },
      policy: { onError: "fail" },
    },
    check: {
      type: "branch",
      typeVersion: 1,
      title: "Anything written?",
      config: { conditions: [{ id: "written", label: "Written", when: "size(review) > 0" }] },
      policy: { onError: "fail" },
    },
    answer: {
      type: "model",
      typeVersion: 1,
      title: "Answer it",
      config: {
        model: "offline/offline",
        system: "You answer reviews of a library: friendly, in two sentences.",
        prompt: "Answer this review: {{ review }}",
        output: "answer",
      },
      policy: { onError: "fail" },
    },
    refuse: {
      type: "stop-with-error",
      typeVersion: 1,
      title: "Refuse it",
      config: { message: "Nothing is written in this review.", code: "review_empty" },
      policy: { onError: "fail" },
      note: "Ends this entry alone: the Map notes the error and goes on with the others.",
    },
    end: {
      type: "end",
      typeVersion: 1,
      title: "End",
      config: { outputs: ["answer"] },
      policy: { onError: "fail" },
    },
  },
  edges: {
    start_check: { source: "start", port: "out", target: "check" },
    check_answer: { source: "check", port: "written", target: "answer" },
    check_refuse: { source: "check", port: "else", target: "refuse" },
    answer_end: { source: "answer", port: "out", target: "end" },
  },
  layout: layoutOf({
    start: { x: 0, y: 60 },
    check: { x: 320, y: 50 },
    answer: { x: 640, y: 0 },
    refuse: { x: 640, y: 200 },
    end: { x: 960, y: 10 },
  }),
} satisfies Template["document"];

export const entryByEntry: Template = {
  id: "entry-by-entry",
  title: "List, entry by entry",
  summary: "Does the same with every entry of a list, three at a time, and goes on when one of them fails.",
  sampleInput: {
    reviews: [
      "The new reading room is quiet and bright.",
      "I waited twenty minutes at the desk.",
      "",
      "The catalogue found my book at once.",
      "Please open on Sundays, too.",
    ],
  },
  document: {
    ...emptyDocument(),
    channels: {
      reviews: { type: "array", reducer: "replace", description: "The list, one text an entry." },
      answers: {
        type: "array",
        reducer: "replace",
        description: "What the entries came to, in their order.",
      },
      problems: { type: "array", reducer: "replace", description: "Which entries failed, and why." },
      summary: { type: "string", reducer: "replace", description: "All answers in a few words." },
    },
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [{ channel: "reviews", required: true }] },
        policy: { onError: "fail" },
      },
      each: {
        type: "map",
        typeVersion: 1,
        title: "Each review",
        config: {
          list: "reviews",
          graph: graphAsJson(answering),
          item: "review",
          inputs: [],
          collect: "answer",
          target: "answers",
          places: 3,
          onItemError: "note",
          errors: "problems",
        },
        policy: { onError: "fail" },
        note: "Open it to change what is done with one entry. “At once” says how many run at the same time.",
      },
      sum: {
        type: "model",
        typeVersion: 1,
        title: "Sum up",
        config: {
          model: "offline/offline",
          system: "You write short reports in plain words.",
          prompt: 'Sum up in one sentence what was answered:\n\n{{ join(answers, "\\n\\n") }}',
          output: "summary",
        },
        policy: { onError: "fail" },
        note: "A join: runs once, when all entries are through.",
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: ["answers", "problems", "summary"] },
        policy: { onError: "fail" },
      },
    },
    edges: {
      start_each: { source: "start", port: "out", target: "each" },
      each_sum: { source: "each", port: "out", target: "sum" },
      sum_end: { source: "sum", port: "out", target: "end" },
    },
    layout: layoutOf({
      start: { x: 0, y: 10 },
      each: { x: 320, y: 0 },
      sum: { x: 640, y: 0 },
      end: { x: 960, y: 10 },
    }),
  },
};
