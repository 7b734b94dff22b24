import { AppError } from "@/workflows/errors/app-error";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { type Json, type JsonObject, jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";

interface Pair {
  from: string;
  to: string;
}

/** The called agent's input; channels without a value are left out. */
export function calledInput(inputs: readonly Pair[], state: Readonly<Record<string, unknown>>): JsonObject {
  const given = inputs.map(({ from, to }): [string, Json] => [
    to,
    jsonSchema.parse(toPlainValue(own(state, from)) ?? null),
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== null));
}

/** What the called agent gave back, for the channels here. @throws AppError output_invalid: a name it does not give */
export function calledOutput(
  { outputs, output }: { outputs: readonly Pair[]; output?: string | undefined },
  given: Json,
): Record<string, Json> {
  const values = jsonObjectSchema.safeParse(given);
  const named = values.success ? values.data : {};
  const missing = outputs.find(({ from }) => !Object.hasOwn(named, from));
  if (missing) {
    throw new AppError("output_invalid", `The called agent gave no output “${missing.from}”.`, {
      hint: `It gave: ${Object.keys(named).join(", ") || "nothing"}.`,
    });
  }
  const update = outputs.map(({ from, to }): [string, Json] => [to, named[from] ?? null]);
  return { ...Object.fromEntries(update), ...(output ? { [output]: given } : {}) };
}
