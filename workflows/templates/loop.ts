import { emptyDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Template } from "./template";

export const loop: Template = {
  id: "loop",
  title: "Loop with a cap",
  summary: "Works on a text until a condition is met, counts the rounds, and gives up after five.",
  sampleInput: { task: "Explain in plain words what a library is for." },
  document: {
    ...emptyDocument(),
    channels: {
      task: { type: "string", reducer: "replace", description: "What is to be done." },
      result: { type: "string", reducer: "replace", default: "", description: "What the last round made." },
      rounds: { type: "number", reducer: "add", default: 0, description: "How many rounds there were." },
      done: {
        type: "boolean",
        reducer: "replace",
        default: false,
        description: "Whether it is good enough.",
      },
    },
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [{ channel: "task", required: true }] },
        policy: { onError: "fail" },
      },
      work: {
        type: "model",
        typeVersion: 1,
        title: "Do one round",
        config: {
          model: "offline/offline",
          system: "You improve a text step by step. Give the new text alone.",
          prompt: "The task: {{ task }}\n\nThe text so far:\n{{ result }}",
          output: "result",
        },
        policy: { onError: "fail" },
        note: "What is done in each round. Put your own nodes here.",
      },
      count: {
        type: "set-state",
        typeVersion: 1,
        title: "Count the round",
        config: { assignments: [{ channel: "rounds", value: "1" }] },
        policy: { onError: "fail" },
      },
      check: {
        type: "branch",
        typeVersion: 1,
        title: "Good enough?",
        config: { conditions: [{ id: "done", label: "Done", when: "size(result) >= 400" }] },
        policy: { onError: "fail" },
        note: "The condition that ends the loop. The edge back has a cap of four: with the first that makes five rounds.",
      },
      accept: {
        type: "set-state",
        typeVersion: 1,
        title: "Accept",
        config: { assignments: [{ channel: "done", value: "true" }] },
        policy: { onError: "fail" },
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: ["result", "rounds", "done"] },
        policy: { onError: "fail" },
      },
    },
    edges: {
      start_work: { source: "start", port: "out", target: "work" },
      work_count: { source: "work", port: "out", target: "count" },
      count_check: { source: "count", port: "out", target: "check" },
      check_accept: { source: "check", port: "done", target: "accept" },
      check_again: { source: "check", port: "else", target: "work", cap: 4 },
      check_limit: { source: "check", port: "limit", target: "end" },
      accept_end: { source: "accept", port: "out", target: "end" },
    },
    layout: layoutOf({
      start: { x: 0, y: 100 },
      work: { x: 320, y: 100 },
      count: { x: 640, y: 100 },
      check: { x: 960, y: 100 },
      accept: { x: 1280, y: 0 },
      end: { x: 1600, y: 100 },
    }),
  },
};
