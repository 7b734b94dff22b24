import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";
import { type HandledCase, handledBy } from "./kinds";

interface Handled {
  /** Absent where no case takes it. */
  port?: string;
  /** The failure with the name of its case; null where there is none. */
  failure: JsonObject | null;
}

/** Which case takes a failure, a value as `error` holds one; nothing has failed where it is null. */
export function handled(value: Json, cases: readonly (HandledCase & { label: string })[]): Handled {
  const failure = isJsonObject(value) ? value : undefined;
  const code = failure?.code;
  if (!failure || typeof code !== "string") return { failure: null };
  const found = handledBy(code, cases);
  return { ...(found && { port: found.id }), failure: { ...failure, case: found?.label ?? null } };
}
