"use client";

import { useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { LaterMarkdown } from "@/components/markdown/later-markdown";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { RunView, Span } from "@/workflows/events/run-view";
import type { Json } from "@/workflows/graph/json";
import { chatChannel, runInputs } from "../input/run-inputs";
import { useRun } from "../store/run-context";
import { lastAnswer } from "./last-answer";

/** What went into the shown run and what came out: as a chat where the graph is one, else as values. */
export function Conversation() {
  const view = useRun((state) => state?.view ?? null);
  const asRun = useRun((state) => state?.document ?? null);
  const draft = useEditor((state) => state.document);
  const channel = useMemo(() => chatChannel(runInputs(asRun ?? draft)), [asRun, draft]);
  // What it found there is nothing that a person said.
  const beganInside = useRun((state) => state?.run?.test?.from !== undefined);
  if (!view) return null;
  const live = view.spans.findLast((span) => span.kind === "model" && span.status === "running");
  return (
    <>
      {channel && !beganInside ? <Said text={textOf(view.input?.[channel])} /> : null}
      {live?.text ? <Streaming span={live} /> : null}
      {live?.text || view.status !== "success" ? null : <Output view={view} channel={channel} />}
    </>
  );
}

/** The person's own words. */
function Said({ text }: { text: string }) {
  if (text === "") return null;
  return (
    <p className="max-w-[85%] justify-self-end whitespace-pre-wrap break-words rounded-lg bg-accent px-3 py-2">
      {text}
    </p>
  );
}

function Streaming({ span }: { span: Span }) {
  return (
    <div aria-live="polite" aria-busy className="min-w-0">
      <LaterMarkdown streaming>{span.text ?? ""}</LaterMarkdown>
    </div>
  );
}

function Output({ view, channel }: { view: RunView; channel: string | null }) {
  const answer = channel ? lastAnswer(view.output, channel) : null;
  if (answer !== null) return <LaterMarkdown>{answer}</LaterMarkdown>;
  if (view.output === undefined || view.output === null) return null;
  return (
    <div className="grid min-w-0 gap-1.5">
      <h3 className="font-medium">Output</h3>
      <JsonTree label="output" value={view.output} openDepth={2} />
    </div>
  );
}

function textOf(messages: Json | undefined): string {
  const last = Array.isArray(messages) ? messages.at(-1) : undefined;
  const content =
    typeof last === "object" && last !== null && !Array.isArray(last) ? last.content : undefined;
  return typeof content === "string" ? content : "";
}
