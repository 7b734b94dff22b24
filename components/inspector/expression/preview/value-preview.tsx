"use client";

import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { expressionChannels, templateChannels } from "@/workflows/expressions/channels-used";
import type { FieldKind } from "../marked-pieces";
import { type PreviewSource, usePreviewSource } from "./preview-source";
import { previewOf } from "./previewer";
import type { PreviewResult } from "./request";

/** Typing goes on meanwhile. */
const pauseMs = 120;

interface ValuePreviewProps {
  text: string;
  kind: FieldKind;
  /** Not finished or wrong: the last value stays, pale. */
  broken: boolean;
}

/** Under a field: what it gives with the values of the last run. Takes its place only where there is something to show. */
export function ValuePreview({ text, kind, broken }: ValuePreviewProps) {
  const source = usePreviewSource();
  const asked = source !== null && text.trim() !== "" && (kind === "expression" || text.includes("{{"));
  return asked ? <Preview text={text} kind={kind} broken={broken} source={source} /> : null;
}

function Preview({ text, kind, broken, source }: ValuePreviewProps & { source: PreviewSource }) {
  const [result, setResult] = useState<PreviewResult | null>(null);
  const { state } = source;
  useEffect(() => {
    if (broken) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const answer = await previewOf(text, kind, state);
      if (!gone) setResult(answer);
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, kind, state, broken]);
  const from = source.kind === "run" ? "Last run" : "Defaults";
  return (
    <p
      data-preview
      className={cn(
        "flex min-h-5 min-w-0 gap-1.5 text-muted-foreground text-xs leading-5",
        broken && "opacity-60",
      )}
    >
      <span className="shrink-0">{`${from}:`}</span>
      <span className={cn("line-clamp-3 min-w-0 break-words", result?.ok && "font-mono text-foreground")}>
        {result ? wordsOf(result, isUnfilled(text, kind, source)) : broken ? "—" : "…"}
      </span>
    </p>
  );
}

/** Without a run most channels have no value, which is no news about the expression. Secrets are always there. */
function isUnfilled(text: string, kind: FieldKind, source: PreviewSource): boolean {
  const read = kind === "template" ? templateChannels(text) : expressionChannels(text);
  return (
    source.kind === "defaults" &&
    read.some((name) => name !== "secrets" && (source.state[name] ?? null) === null)
  );
}

function wordsOf(result: PreviewResult, unfilled: boolean): string {
  if (unfilled) return "no value yet. Start a test run to see one.";
  if (result.ok && result.value !== "null") return result.value || "(empty text)";
  return result.ok ? "nothing (null)" : `no value. ${result.problem}`;
}
