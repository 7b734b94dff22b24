import { sameNamespace } from "@/workflows/compile/same-namespace";
import { writable } from "@/workflows/compile/write.server";
import { AppError } from "@/workflows/errors/app-error";
import { type Failure, failureName, isFailure } from "@/workflows/expressions/failure";
import type { Channels } from "@/workflows/graph/channel";
import { initialOf } from "@/workflows/graph/initial-value";
import { type Note, type Notes, noNotes, notesChannel } from "./notes.server";
import type { Inputs } from "./state.server";
import type { NodeConfig, State } from "./step.server";

/** A graph inside a node, with its channels. */
export interface Inside {
  agent: {
    invoke(
      input: Record<string, unknown>,
      config: NodeConfig,
    ): Promise<(Record<string, unknown> & { [notesChannel]?: Notes }) | undefined>;
  };
  settings: { recursionLimit: number };
  channels: Channels;
  inputs: Inputs;
}

/**
 * Runs it from these values to its end; after a pause inside it goes on where it stood.
 * @throws AppError invalid_input
 */
export async function runInside(
  { agent, settings, channels, inputs }: Inside,
  given: State,
  failure: Failure | undefined,
  config: NodeConfig,
): Promise<{ values: State; failure: Failure | undefined }> {
  const missing = Object.keys(inputs).find(
    (name) => inputs[name] === "required" && (given[name] ?? null) === null,
  );
  if (missing !== undefined) {
    throw new AppError("invalid_input", `The graph inside needs a value for its channel “${missing}”.`);
  }
  const first = Object.entries(given).map(([name, value]) => [name, writable(channels, name, value)]);
  const note: Note = { taken: [], waiting: [], ran: [], failure };
  const input = { ...Object.fromEntries(first), [notesChannel]: note };
  const { recursionLimit } = settings;
  const configurable = sameNamespace(config.configurable);
  const last = await agent.invoke(input, { ...config, configurable, recursionLimit });
  const { [notesChannel]: notes = noNotes, ...values } = last ?? untouched(channels);
  return { values, failure: notes.failure };
}

/** LangGraph has nothing to tell of a graph in which nothing was written. */
function untouched(channels: Channels): Record<string, unknown> & { [notesChannel]?: Notes } {
  return Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, initialOf(channel)]));
}

/** Why an earlier node left by its error port, as a node sees it. */
export function failureIn(channels: Channels, { [failureName]: failure }: State): Failure | undefined {
  // Under this name stands nothing else, unless a channel has it.
  return isFailure(failureName, channels) ? (failure as Failure | undefined) : undefined;
}
