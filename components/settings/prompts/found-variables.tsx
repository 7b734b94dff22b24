"use client";

import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { checkText } from "@/workflows/prompts/check-text";
import { variablesOf } from "@/workflows/prompts/variables";

/** The variables that a text asks for, or what is wrong with it. */
export function FoundVariables({ text }: { text: string }) {
  const variables = useMemo(() => variablesOf(text), [text]);
  const [problem] = useMemo(() => checkText(text), [text]);
  if (problem) return <p className="text-failed-ink text-xs">{problem.message}</p>;
  if (variables.length === 0) {
    return (
      <p className="text-muted-foreground text-xs">No variables: the text is the same for every agent.</p>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-muted-foreground text-xs">
      {variables.length === 1 ? "Variable:" : "Variables:"}
      {variables.map((name) => (
        <Badge key={name} className="font-mono">
          {name}
        </Badge>
      ))}
    </p>
  );
}
