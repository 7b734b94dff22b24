"use client";

import { useCallback, useMemo } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { checkTemplate } from "@/workflows/expressions/check";
import type { CompletionScope } from "@/workflows/expressions/complete/completion";
import { shapesOfChannels } from "@/workflows/expressions/types/of-channel";
import type { Shapes } from "@/workflows/expressions/types/value-type";
import type { Channels } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Json } from "@/workflows/graph/json";
import { asList, asRecord, asText, type ControlProps } from "../controls/control-props";
import { useFormScope } from "../form-scope";
import { SuggestingField } from "./suggesting-field";
import { useSecretNames } from "./use-secret-names";

/** A text in which the arguments of a tool's call stand, as the model gives them. */
export function ArgumentField(props: ControlProps) {
  const store = useEditorStore();
  const { nodeId } = useFormScope();
  const { path, field } = props;
  const current = asText(props.value);
  const secrets = useSecretNames(field.hints.names?.includes("secrets") ?? false);
  const named = useEditor(({ document }) => JSON.stringify(argumentsAt(document, nodeId, path)));
  const scopeOf = useCallback(
    () => scopeFor(argumentsAt(store.getState().document, nodeId, path), field.hints.names ?? [], secrets),
    [store, nodeId, path, field, secrets],
  );
  const problems = useMemo(() => {
    const known: Channels = JSON.parse(named);
    return checkTemplate(current, known).filter(({ channel = "" }) => !field.hints.names?.includes(channel));
  }, [current, named, field]);
  return <SuggestingField {...props} kind="template" noun="argument" scopeOf={scopeOf} problems={problems} />;
}

/** The arguments of the tool in whose settings a field stands, each as if it were a channel. */
function argumentsAt({ nodes }: GraphDocument, nodeId: string, path: string): Channels {
  const parents = [asRecord(nodes[nodeId]?.config)];
  for (const key of path.split(".")) parents.push(inside(parents.at(-1) ?? {}, key));
  const parameters = asList(parents.findLast((parent) => "parameters" in parent)?.parameters).map(asRecord);
  return Object.fromEntries(
    parameters
      .filter(({ name }) => asText(name) !== "")
      .map(({ name, type }) => [asText(name), { type: typeOf(type), reducer: "replace" }]),
  );
}

/** Lists are walked by their indexes, which are keys as well. */
function inside(parent: Record<string, Json>, key: string): Record<string, Json> {
  const child = parent[key];
  return Array.isArray(child) ? Object.fromEntries(child.entries()) : asRecord(child);
}

function typeOf(type: Json | undefined): "string" | "number" | "boolean" {
  return type === "number" || type === "boolean" ? type : "string";
}

function scopeFor(given: Channels, names: readonly string[], secrets: Shapes): CompletionScope {
  const channels = Object.entries(given).map(([name, { type }]) => {
    return { name, type, writers: ["the model"], hasDefault: false, filled: true };
  });
  return { channels, failure: false, shapes: { ...shapesOfChannels(given), ...secrets }, names };
}
