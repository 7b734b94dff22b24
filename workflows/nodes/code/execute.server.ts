import type { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { type Json, jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import type { NodeExecute, State } from "../execute";
import type { codeConfig } from "./definition";

type Config = z.output<typeof codeConfig>;

export const executeCode: NodeExecute<Config> = (config, services) => async (state, context) => {
  const { value, logs } = await services.code.run({
    code: config.code,
    input: plainState(state),
    timeoutMs: config.timeoutMs,
    memoryMb: config.memoryMb,
    ...(config.network ? { http: services.http } : {}),
    signal: context.signal,
  });
  for (const line of logs) context.log(line.level === "log" ? "info" : line.level, line.message);
  return { update: config.writes === "keys" ? byKeys(value, config.outputs) : byValue(value, config.output) };
};

function plainState(state: State): Json {
  const entries = Object.entries(state).map(([name, value]) => [
    name,
    jsonSchema.parse(toPlainValue(value) ?? null),
  ]);
  return Object.fromEntries(entries);
}

function byValue(value: Json, output: string | undefined): Record<string, Json> {
  return output ? { [output]: value } : {};
}

function byKeys(value: Json, outputs: string[]): Record<string, Json> {
  const object = jsonObjectSchema.safeParse(value);
  if (!object.success) {
    throw new AppError("code_failed", "The code did not return an object whose keys are channels.", {
      field: "code",
      hint: "Return for example {summary: text}, or choose to write the value to one channel.",
    });
  }
  const stray = Object.keys(object.data).find((key) => !outputs.includes(key));
  if (stray === undefined) return object.data;
  throw new AppError("code_failed", `The code returned a key “${stray}” that it may not write.`, {
    field: "outputs",
    channel: stray,
    hint: "Add it to the channels the node may write, or leave it out of the result.",
  });
}
