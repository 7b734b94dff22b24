import { AppError } from "@/workflows/errors/app-error";
import { type Json, type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { jsonOf } from "./plain.server";

/** Runs code on its input and gives its result as JSON. @throws AppError code_failed */
export function runCode(code: (input: never) => unknown, input: Json): Json {
  try {
    // What the code takes is the author's business; it is written in JavaScript.
    return jsonOf(code(input as never));
  } catch (error) {
    throw new AppError("code_failed", error instanceof Error ? error.message : String(error));
  }
}

/** A result whose keys are channels. @throws AppError code_failed */
export function onlyKeys(value: Json, names: readonly string[]): JsonObject {
  const object = jsonObjectSchema.safeParse(value);
  if (!object.success) {
    throw new AppError("code_failed", "The code did not return an object whose keys are channels.");
  }
  const stray = Object.keys(object.data).find((key) => !names.includes(key));
  if (stray === undefined) return object.data;
  throw new AppError("code_failed", `The code returned a key “${stray}” that it may not write.`);
}
