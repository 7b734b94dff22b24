import { emptyDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Template } from "./template";

export const blank: Template = {
  id: "blank",
  title: "Blank",
  summary: "A Start and an End; everything between them is yours.",
  sampleInput: {},
  document: {
    ...emptyDocument(),
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [] },
        policy: { onError: "fail" },
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: [] },
        policy: { onError: "fail" },
      },
    },
    edges: { start_end: { source: "start", port: "out", target: "end" } },
    layout: layoutOf({ start: { x: 0, y: 0 }, end: { x: 640, y: 0 } }),
  },
};
