"use client";

import { useMemo } from "react";
import { channelOf, guessChannel } from "@/components/editor/graph/guess-channel";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { changeAll } from "@/components/editor/store/editor-store";
import { issuesOfNode } from "@/components/editor/store/issues";
import { toast } from "@/components/ui/toast";
import type { Json } from "@/workflows/graph/json";
import { FormFieldView } from "../form-field-view";
import type { FormScope } from "../form-scope";

/** The config of a node as a form: its values, its problems, and how a field is changed. */
export function useNodeForm(nodeId: string) {
  const store = useEditorStore();
  const issues = useEditor((state) => issuesOfNode(state.issues, nodeId));

  const configure = useMemo(
    () => (key: string, value: Json | undefined) => {
      const part = value === undefined ? { set: {}, unset: [key] } : { set: { [key]: value }, unset: [] };
      const problem = store.getState().change({ op: "node.configure", id: nodeId, ...part });
      if (problem) toast.failed("The setting was not changed", new Error(problem.message));
    },
    [store, nodeId],
  );

  const scope: FormScope = useMemo(
    () => ({
      nodeId,
      issues,
      FieldView: FormFieldView,
      createChannel(name, path, write, type) {
        const { document } = store.getState();
        const [key = path, ...inside] = path.split(".");
        const config = document.nodes[nodeId]?.config ?? {};
        const value = inside.length > 0 ? replaceAt(config[key] ?? null, inside, write(name)) : write(name);
        const channel = type
          ? channelOf(type)
          : guessChannel(document, nodeId, path, name, { ...config, [key]: value });
        const problem = changeAll(
          store,
          [
            { op: "channel.add", name, channel },
            { op: "node.configure", id: nodeId, set: { [key]: value }, unset: [] },
          ],
          `Create channel ${name}`,
        );
        if (problem) toast.failed("The channel was not created", new Error(problem.message));
      },
    }),
    [store, nodeId, issues],
  );
  return { scope, configure };
}

/** A copy of a value with something else at a path inside it. */
function replaceAt(value: Json, [key, ...rest]: string[], next: Json): Json {
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? replaceAt(item, rest, next) : item));
  }
  const record = typeof value === "object" && value !== null ? value : {};
  return { ...record, [key]: replaceAt(record[key] ?? null, rest, next) };
}
