import { Overwrite } from "@langchain/langgraph";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { channelValueProblem } from "@/workflows/nodes/channel-value";
import type { GraphPlan } from "./plan-types";
import { writable } from "./write.server";

/**
 * The input of a run as state: only channels that Start declares, each of its type, plain data only. A messages channel
 * also takes a text, which becomes a user's message. A run that begins at another node takes values of any channel,
 * which are put in the place of the defaults.
 * @throws AppError invalid_input, naming the channel
 */
export function inputToState(plan: GraphPlan, input: JsonObject): Record<string, unknown> {
  const given = Object.entries(input).filter(([, value]) => value !== null);
  if (plan.from !== undefined)
    return Object.fromEntries(given.map(([name, value]) => [name, stateFor(plan, name, value)]));
  const declared = plan.inputs.map(({ channel }) => channel);
  const stray = Object.keys(input).find((name) => !declared.includes(name));
  if (stray !== undefined) {
    throw refusal(
      stray,
      `“${stray}” is no input of this graph.`,
      `Its inputs are: ${declared.join(", ") || "none"}.`,
    );
  }
  const missing = plan.inputs.find(
    ({ channel, required }) => required && (own(input, channel) ?? null) === null,
  );
  if (missing)
    throw refusal(missing.channel, `The input “${missing.channel}” is missing.`, "Every run needs it.");
  return Object.fromEntries(given.map(([name, value]) => [name, valueFor(plan, name, value)]));
}

/** As it stands in the channel: nothing is combined with it, so it has to be of the channel's type and no part of it. */
function stateFor(plan: GraphPlan, name: string, given: unknown): unknown {
  const value = valueFor(plan, name, given);
  const channel = own(plan.channels, name);
  if (!channel || channel.reducer === "replace") return value;
  const problem = channelValueProblem(channel.type, value);
  if (problem) throw refusal(name, `The channel “${name}” ${problem}.`, undefined, placeOf(plan));
  return new Overwrite(value);
}

function valueFor(plan: GraphPlan, name: string, value: unknown): unknown {
  try {
    return writable(plan.channels, name, value);
  } catch (error) {
    throw isAppError(error) ? refusal(name, error.message, error.details.hint, placeOf(plan)) : error;
  }
}

const placeOf = ({ from }: GraphPlan) => (from === undefined ? "input" : "from.values");

function refusal(channel: string, message: string, hint?: string, place = "input"): AppError {
  return new AppError("invalid_input", message, { channel, field: `${place}.${channel}`, hint });
}
