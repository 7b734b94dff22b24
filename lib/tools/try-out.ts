import { Validator } from "@cfworker/json-schema";
import type { z } from "zod";
import type { tryTool } from "@/lib/api/contract/tools";
import { newId } from "@/lib/db/id";
import { isAppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import type { OpenTool } from "@/workflows/runtime/ports";

export type Trial = z.input<typeof tryTool.response>;

/** Makes one real call with arguments that fit, and tells how it went. */
export async function tryOut(open: () => Promise<OpenTool>, args: JsonObject): Promise<Trial> {
  const start = performance.now();
  const ended = (told: Pick<Trial, "result" | "error" | "hint">): Trial => ({
    ok: told.error === null,
    ...told,
    durationMs: Math.round(performance.now() - start),
  });
  try {
    const tool = await open();
    const misfit = misfitOf(tool.parameters, args);
    if (misfit) return ended({ result: null, error: misfit, hint: null });
    const signal = AbortSignal.timeout(longestMs);
    const result = await tool.call({ args, callKey: newId("try"), signal });
    return ended({ result, error: null, hint: null });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return ended({ result: null, error: error.message, hint: error.details.hint ?? null });
  }
}

/** A person looks at it meanwhile. */
const longestMs = 120_000;

/** The first argument that does not fit, as the agent's own check would say it. */
function misfitOf(parameters: JsonObject, args: JsonObject): string | null {
  const { valid, errors } = new Validator(parameters, "2020-12").validate(args);
  const last = errors.at(-1);
  return valid || !last
    ? null
    : `The arguments do not fit: ${last.instanceLocation.replace(/^#\/?/, "") || "all"}: ${last.error}`;
}
