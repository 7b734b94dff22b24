import { Overwrite } from "@langchain/langgraph";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { channelsOf } from "./channels.server";
import type { GraphPlan } from "./plan-types";
import { writable } from "./write.server";

/**
 * What a run begins with that finds earlier values: they stand in their channels first, then its input is written, each
 * through LangGraph's own channels. Values of channels that the graph does not have are left out.
 * @throws AppError invalid_input, naming the channel
 */
export function stateAfter(
  plan: GraphPlan,
  before: JsonObject,
  input: Record<string, unknown>,
): Record<string, unknown> {
  const channels = channelsOf(plan, nodeDefinitions);
  const begun = Object.entries(before).flatMap(([name, given]): [string, unknown][] => {
    const spec = channels[name];
    const isReplaced = own(plan.channels, name)?.reducer === "replace";
    if (!spec || given === null || !own(plan.channels, name)) return [];
    const channel = spec.fromCheckpoint(undefined);
    const value = earlier(plan, name, given);
    channel.update([isReplaced ? value : new Overwrite(value)]);
    if (Object.hasOwn(input, name)) channel.update([input[name]]);
    const after: unknown = channel.get();
    return [[name, isReplaced ? after : new Overwrite(after)]];
  });
  return { ...input, ...Object.fromEntries(begun) };
}

function earlier(plan: GraphPlan, name: string, given: unknown): unknown {
  try {
    return writable(plan.channels, name, given);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { hint } = error.details;
    throw new AppError("invalid_input", error.message, { channel: name, field: `state.${name}`, hint });
  }
}
