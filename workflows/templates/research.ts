import { emptyDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Template } from "./template";

export const research: Template = {
  id: "research",
  title: "Parallel research",
  summary: "Looks at a text in three ways at the same time and joins what was found into one report.",
  sampleInput: {
    material:
      "The town library lends books, tools and instruments. Last year it counted 48,000 visits, a third more than before. The building is from 1931 and its roof leaks. The council will decide about the repair in spring.",
  },
  document: {
    ...emptyDocument(),
    channels: {
      material: { type: "string", reducer: "replace", description: "The text to study." },
      notes: {
        type: "array",
        reducer: "append",
        description: "What the three looks found; every one adds its note.",
      },
      report: { type: "string", reducer: "replace", description: "The notes as one text." },
    },
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [{ channel: "material", required: true }] },
        policy: { onError: "fail" },
      },
      points: {
        type: "model",
        typeVersion: 1,
        title: "Main points",
        config: {
          model: "offline/offline",
          system: "You read carefully and keep to what the text says.",
          prompt: "Summarise in two sentences: {{ material }}",
          output: "notes",
        },
        policy: { onError: "fail" },
      },
      questions: {
        type: "model",
        typeVersion: 1,
        title: "Open questions",
        config: {
          model: "offline/offline",
          system: "You are a critical reader.",
          prompt: "Which two questions does this text leave open? {{ material }}",
          output: "notes",
        },
        policy: { onError: "fail" },
      },
      numbers: {
        type: "code",
        typeVersion: 1,
        title: "Count and collect",
        config: {
          code: [
            "const words = state.material.split(/\\s+/).filter(Boolean).length;",
            "const numbers = state.material.match(/\\d[\\d.,]*\\d|\\d/g) ?? [];",
            'return "The text has " + words + " words. Numbers in it: " + (numbers.join("; ") || "none") + ".";',
          ].join("\n"),
          writes: "value",
          output: "notes",
        },
        policy: { onError: "fail" },
        note: "Plain JavaScript in a sandbox: exact where a model would guess.",
      },
      report: {
        type: "model",
        typeVersion: 1,
        title: "Write the report",
        config: {
          model: "offline/offline",
          system: "You write short reports in plain words.",
          prompt: 'Combine these notes into one short report:\n\n{{ join(notes, "\\n\\n") }}',
          output: "report",
        },
        policy: { onError: "fail" },
        note: "A join: runs once, when all three looks are done.",
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: ["report"] },
        policy: { onError: "fail" },
      },
    },
    edges: {
      start_points: { source: "start", port: "out", target: "points" },
      start_questions: { source: "start", port: "out", target: "questions" },
      start_numbers: { source: "start", port: "out", target: "numbers" },
      points_report: { source: "points", port: "out", target: "report" },
      questions_report: { source: "questions", port: "out", target: "report" },
      numbers_report: { source: "numbers", port: "out", target: "report" },
      report_end: { source: "report", port: "out", target: "end" },
    },
    layout: layoutOf({
      start: { x: 0, y: 210 },
      points: { x: 320, y: 0 },
      questions: { x: 320, y: 200 },
      numbers: { x: 320, y: 400 },
      report: { x: 640, y: 200 },
      end: { x: 960, y: 210 },
    }),
  },
};
