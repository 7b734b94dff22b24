"use client";

import { useCallback } from "react";
import type { OpenEditor } from "@/components/editor/store/use-open-editor";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/client/call";
import { createTestRun } from "@/lib/api/contract/runs";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { issuesOfPart } from "@/workflows/graph/part";
import { refusesRun } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { useDockStore } from "./dock/dock-store";
import { chatChannel, missingInputs, runInput, runInputs } from "./input/run-inputs";

interface Options {
  open: OpenEditor;
  /** Brings the run panel up, where inputs are entered. */
  showDock: () => void;
  showRun: (runId: string) => void;
}

/** What a test run does differently from the whole draft. */
export interface TestRunRequest {
  /** false: pinned nodes run as well. */
  pins?: boolean;
  /** Where it begins, with the channel values found there, in place of Start and the inputs of the dock. */
  from?: { nodeId: string; values: JsonObject };
  /** The node it ends after. */
  until?: string;
}

/** Starts a test run of the draft as it stands: saved first, with the inputs of the run panel. */
export function useTestRun({ open, showDock, showRun }: Options): (request?: TestRunRequest) => void {
  const dock = useDockStore();
  const start = useCallback(
    async (request: TestRunRequest) => {
      const { store, autosave } = open;
      showDock();
      const obstacle = obstacleOf(open, dock.getState(), request);
      if (obstacle) {
        dock.setState({ showMissing: true });
        return toast.failed("The test run cannot start yet", new Error(obstacle));
      }
      dock.setState({ starting: true });
      try {
        await autosave.flush();
        const { document, revision, agentId, save } = store.getState();
        if (save.kind !== "saved")
          throw new Error("The last changes are not saved. Save them first: see the top bar.");
        const { from } = request;
        const whole = from === undefined && request.until === undefined;
        const run = await call(createTestRun, {
          params: { id: agentId },
          body: { revision, ...request, ...(from ? {} : inputOf(document, dock.getState(), whole)) },
        });
        if (!from) dock.setState({ message: "", showMissing: false });
        if (whole) dock.setState({ threadId: chatChannel(runInputs(document)) ? run.threadId : null });
        showRun(run.id);
      } catch (error) {
        toast.failed("The test run did not start", error);
      } finally {
        dock.setState({ starting: false });
      }
    },
    [open, dock, showDock, showRun],
  );

  return useCallback(
    (request = {}) => {
      if (!dock.getState().starting) void start(request);
    },
    [dock, start],
  );
}

/** What the dock holds for a run; one that ends half-way leaves the conversation as it is. */
function inputOf(document: GraphDocument, { values, message, threadId }: Entered, whole: boolean) {
  const input = runInput(runInputs(document), values, message);
  return { input, ...(whole && threadId && { threadId }) };
}

interface Entered {
  values: JsonObject;
  message: string;
  threadId: string | null;
}

/** Why a run cannot start, in words; null if it can. */
function obstacleOf({ store }: OpenEditor, dock: Entered, { from, until }: TestRunRequest): string | null {
  const { document, issues } = store.getState();
  const part = { ...(from && { from: from.nodeId }), ...(until && { until }) };
  const errors = issuesOfPart(issues, document, nodeDefinitions, part).filter(refusesRun);
  if (errors[0])
    return errors.length === 1 ? errors[0].message : `${errors[0].message} And ${errors.length - 1} more.`;
  if (from) return null;
  const inputs = runInputs(document);
  if (chatChannel(inputs) && dock.message.trim() === "") return "Write a message first.";
  const missing = missingInputs(inputs, dock.values);
  return missing.length > 0 ? `Fill in ${missing.join(", ")}.` : null;
}
