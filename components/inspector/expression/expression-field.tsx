"use client";

import { useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { checkExpression, checkTemplate } from "@/workflows/expressions/check";
import type { ExpressionProblem } from "@/workflows/expressions/problem";
import { shapesOf } from "@/workflows/graph/analysis/shapes";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { asText, type ControlProps } from "../controls/control-props";
import type { FieldKind } from "./marked-pieces";
import { ValuePreview } from "./preview/value-preview";
import { SuggestingField } from "./suggesting-field";
import { useNames } from "./use-names";

interface ExpressionFieldProps extends ControlProps {
  kind: FieldKind;
}

/** A field over the channels of the graph, and under it what its text gives. */
export function ExpressionField({ kind, ...props }: ExpressionFieldProps) {
  const current = asText(props.value);
  // Without an entry there is nothing to work out.
  const { names, entriesOf } = props.field.hints;
  const scopeOf = useNames(names);
  const problems = useProblems(current, kind, names);
  return (
    <div className="grid min-w-0 gap-1">
      <SuggestingField {...props} kind={kind} scopeOf={scopeOf} problems={problems} />
      {entriesOf === undefined ? (
        <ValuePreview
          text={current}
          kind={kind}
          broken={problems.some(({ severity }) => severity === undefined)}
        />
      ) : null}
    </div>
  );
}

/** What is wrong in the text; what it should give is said by the validator alone. */
function useProblems(current: string, kind: FieldKind, names: readonly string[] = []): ExpressionProblem[] {
  const channels = useEditor((state) => state.document.channels);
  const shapes = useEditor((state) => shapesOf(state.document, nodeDefinitions));
  return useMemo(() => {
    if (current.trim() === "") return [];
    const found =
      kind === "template"
        ? checkTemplate(current, channels, shapes)
        : checkExpression(current, channels, undefined, shapes);
    return found.filter(({ channel }) => channel === undefined || !names.includes(channel));
  }, [current, kind, names, channels, shapes]);
}
