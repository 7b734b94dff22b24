import { emptyDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Template } from "./template";

export const approval: Template = {
  id: "approval",
  title: "Approval with a loop",
  summary: "Drafts a text, asks a person, and revises it until the person agrees or three rounds are over.",
  sampleInput: { topic: "Our new opening hours: Monday to Saturday, 8 to 20" },
  document: {
    ...emptyDocument(),
    channels: {
      topic: { type: "string", reducer: "replace", description: "What the text is about." },
      draft: { type: "string", reducer: "replace", description: "The text as it stands." },
      feedback: {
        type: "string",
        reducer: "replace",
        default: "Make it shorter and clearer.",
        description: "What the person wants changed.",
      },
      approved: {
        type: "boolean",
        reducer: "replace",
        default: false,
        description: "Whether the person agreed.",
      },
    },
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [{ channel: "topic", required: true }] },
        policy: { onError: "fail" },
      },
      write: {
        type: "model",
        typeVersion: 1,
        title: "Write a draft",
        config: {
          model: "offline/offline",
          system:
            "You write short announcements: three sentences at most, plain words, no exclamation marks.",
          prompt: "Write an announcement. Topic: {{ topic }}",
          output: "draft",
        },
        policy: { onError: "fail" },
      },
      review: {
        type: "human",
        typeVersion: 1,
        title: "Review",
        config: {
          message: "Is this draft ready? You can edit it yourself, or say what should change.",
          show: ["topic"],
          edit: ["draft"],
          answers: [
            { id: "approve", label: "Approve", tone: "primary" },
            { id: "changes", label: "Ask for changes", tone: "neutral" },
          ],
          allowText: true,
          textChannel: "feedback",
        },
        policy: { onError: "fail" },
        note: "The run waits here, for minutes or for weeks, until somebody answers.",
      },
      revise: {
        type: "model",
        typeVersion: 1,
        title: "Revise the draft",
        config: {
          model: "offline/offline",
          system: "You revise texts. Change only what is asked for, and answer with the new text alone.",
          prompt: "Revise this text.\n\nWhat to change: {{ feedback }}\n\nText:\n{{ draft }}",
          output: "draft",
        },
        policy: { onError: "fail" },
      },
      accept: {
        type: "set-state",
        typeVersion: 1,
        title: "Mark as approved",
        config: { assignments: [{ channel: "approved", value: "true" }] },
        policy: { onError: "fail" },
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: ["draft", "approved"] },
        policy: { onError: "fail" },
      },
    },
    edges: {
      start_write: { source: "start", port: "out", target: "write" },
      write_review: { source: "write", port: "out", target: "review" },
      review_accept: { source: "review", port: "approve", target: "accept" },
      review_revise: { source: "review", port: "changes", target: "revise", cap: 3 },
      review_end: { source: "review", port: "limit", target: "end" },
      revise_review: { source: "revise", port: "out", target: "review" },
      accept_end: { source: "accept", port: "out", target: "end" },
    },
    layout: layoutOf({
      start: { x: 0, y: 10 },
      write: { x: 320, y: 0 },
      review: { x: 640, y: 0 },
      revise: { x: 960, y: 200 },
      accept: { x: 960, y: -120 },
      end: { x: 1280, y: 10 },
    }),
  },
};
