import type { EditorStore } from "@/components/editor/store/editor-store";
import type { GraphDocument } from "@/workflows/graph/document";
import { refusesRun } from "@/workflows/graph/issue";
import type { JsonObject } from "@/workflows/graph/json";
import { issuesOfPart } from "@/workflows/graph/part";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { DockState } from "./dock/dock-store";
import { withRecent } from "./input/recent-inputs";
import { chatChannel, missingInputs, runInput, runInputs } from "./input/run-inputs";

/** What a test run does differently from the whole draft. */
export interface TestRunRequest {
  /** false: pinned nodes run as well. */
  pins?: boolean;
  /** Where it begins, with the channel values found there, in place of Start and the inputs of the dock. */
  from?: { nodeId: string; values: JsonObject };
  /** The node it ends after. */
  until?: string;
}

/** What the dock holds for a run; one that ends half-way leaves the conversation as it is. */
export function inputOf(document: GraphDocument, { values, message, threadId }: DockState, whole: boolean) {
  const input = runInput(runInputs(document), values, message);
  return { input, ...(whole && threadId && { threadId }) };
}

/** The list of recent inputs with what is entered now; values of channels that Start no longer asks for stay out. */
export function remembered(document: GraphDocument, { values, message, recent }: DockState) {
  const asked = runInputs(document).filter(({ type }) => type !== "messages");
  const entries = asked.flatMap(({ channel }) => {
    const value = values[channel];
    return value === undefined ? [] : [[channel, value] as const];
  });
  return { recent: withRecent(recent, { values: Object.fromEntries(entries), message }) };
}

/** Why a run cannot start, in words; null if it can. What is wrong outside of the part that runs does not matter. */
export function obstacleOf(
  store: EditorStore,
  dock: DockState,
  { from, until }: TestRunRequest,
): string | null {
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
