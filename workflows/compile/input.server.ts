import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import type { GraphPlan } from "./plan-types";
import { writable } from "./write.server";

/**
 * The input of a run as state: only channels that Start declares, each of its type, plain data only. A messages channel
 * also takes a text, which becomes a user's message.
 * @throws AppError invalid_input, naming the channel
 */
export function inputToState(plan: GraphPlan, input: JsonObject): Record<string, unknown> {
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
  const given = Object.entries(input).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, valueFor(plan, name, value)]));
}

function valueFor(plan: GraphPlan, name: string, value: unknown): unknown {
  try {
    return writable(plan.channels, name, value);
  } catch (error) {
    throw isAppError(error) ? refusal(name, error.message, error.details.hint) : error;
  }
}

function refusal(channel: string, message: string, hint?: string): AppError {
  return new AppError("invalid_input", message, { channel, field: `input.${channel}`, hint });
}
