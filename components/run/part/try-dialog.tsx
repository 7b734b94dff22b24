"use client";

import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { useAgent } from "@/components/editor/agent-context";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { type TryRequest, useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";
import { defaultValues, fittingValues, partInputs } from "./part-inputs";
import { keepTried, triedValues } from "./tried-values";
import { TryForm } from "./try-form";

/** Asks for the channel values that a run finds at the node it begins at. */
export function TryDialog() {
  const request = useEditorUi((state) => state.trying);
  const exists = useEditor(
    (state) => request !== null && own(state.document.nodes, request.nodeId) !== undefined,
  );
  return request && exists ? <OpenDialog key={request.nodeId} {...request} /> : null;
}

function OpenDialog({ nodeId, alone, found }: TryRequest) {
  const ui = useEditorUiStore();
  const { user } = useMe();
  const { agent } = useAgent();
  const { store, testRun } = useCommandContext();
  const title = useEditor((state) => state.document.nodes[nodeId]?.title ?? nodeId);
  const place = { userId: user.id, agentId: agent.id, nodeId };
  const [{ inputs, sources }] = useState(() => {
    const { document } = store.getState();
    const inputs = partInputs(document, { from: nodeId, ...(alone && { until: nodeId }) });
    const tried = triedValues(place);
    const defaults = defaultValues(document, inputs);
    const asked = new Set(inputs.map(({ channel }) => channel));
    const source = (name: string, values: JsonObject) => {
      const fitting = Object.entries(fittingValues(document.channels, values));
      const shown = Object.fromEntries(fitting.filter(([channel]) => asked.has(channel)));
      return { name, values: { ...defaults, ...shown } };
    };
    const all = [
      ...(found ? [source("Shown run", found)] : []),
      ...(tried ? [source("Last tried", tried)] : []),
      source("Defaults", {}),
    ];
    const isNew = ({ values }: (typeof all)[number], at: number) =>
      all.findIndex((other) => sameJson(other.values, values)) === at;
    return { inputs, sources: all.filter(isNew) };
  });
  const close = () => ui.setState({ trying: null });
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent
        title={alone ? `Run “${title}” alone` : `Run from “${title}”`}
        description="The run begins here with these channel values. Start and what comes before do not run."
        size="md"
      >
        <TryForm
          inputs={inputs}
          sources={sources}
          onRun={(values) => {
            keepTried(place, values);
            close();
            testRun({ from: { nodeId, values }, ...(alone && { until: nodeId }) });
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
