import { type BaseChannel, Overwrite } from "@langchain/langgraph";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { editProblem } from "@/workflows/travel/edit-problem";
import type { StateEdit } from "@/workflows/travel/state-edit";
import { channelsOf } from "./channels.server";
import type { GraphPlan } from "./plan-types";
import type { RunNotes } from "./run-notes.server";
import { runNotesChannel } from "./run-notes.server";
import { writable } from "./write.server";

/**
 * Channel values of a stored state after edits, as a checkpoint holds them: only those that change. They are written as
 * of the nodes that ran last, so what comes next stays what it is. What the run before remembered of its own course
 * (used-up loops, branches that are waited for) is passed on to the run that goes on.
 * @throws AppError invalid_input, naming the channel
 */
export function editedState(
  plan: GraphPlan,
  values: Readonly<Record<string, unknown>>,
  edits: readonly StateEdit[],
  runId: string,
): Record<string, unknown> {
  const channels = channelsOf(plan, nodeDefinitions);
  const edited = edits.map((edit) => [edit.channel, afterEdit(plan, channels, values, edit)]);
  const notes = values[runNotesChannel];
  return { ...Object.fromEntries(edited), ...(isNotes(notes) && { [runNotesChannel]: { ...notes, runId } }) };
}

function afterEdit(
  plan: GraphPlan,
  channels: Record<string, BaseChannel>,
  values: Readonly<Record<string, unknown>>,
  edit: StateEdit,
): unknown {
  const { channel: name, how } = edit;
  const problem = editProblem(plan.channels, edit);
  const spec = channels[name];
  if (problem || !spec) throw refusal(name, problem ?? `The graph has no channel “${name}”.`);
  const value = written(plan, edit);
  const channel = spec.fromCheckpoint(values[name]);
  const replaces = how === "set" && plan.channels[name]?.reducer !== "replace";
  channel.update([replaces ? new Overwrite(value) : value]);
  return channel.checkpoint();
}

function written(plan: GraphPlan, { channel, value }: StateEdit): unknown {
  try {
    return writable(plan.channels, channel, value);
  } catch (error) {
    throw isAppError(error) ? refusal(channel, error.message) : error;
  }
}

function refusal(channel: string, message: string): AppError {
  return new AppError("invalid_input", message, { channel, field: `edits.${channel}` });
}

function isNotes(value: unknown): value is RunNotes {
  return typeof value === "object" && value !== null && "runId" in value;
}
