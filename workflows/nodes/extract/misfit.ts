import { AppError } from "@/workflows/errors/app-error";
import type { Misfit } from "../misfits";

interface Tried {
  misfits: readonly Misfit[];
  /** Answers that were asked for. */
  attempts: number;
}

/** What is wrong with the last answer, in a sentence; undefined where nothing is. */
export function misfitLine({ misfits, attempts }: Tried): string | undefined {
  const [first, ...more] = misfits;
  if (!first) return undefined;
  const times = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  const others = more.length > 0 ? ` and ${more.length} more` : "";
  return `The answer does not fit the JSON schema after ${times}: ${first.path || "the object"}: ${first.message}${others}.`;
}

/** @throws AppError output_invalid where the last answer does not fit */
export function refuseMisfit(tried: Tried): void {
  const line = misfitLine(tried);
  if (line === undefined) return;
  throw new AppError("output_invalid", line, {
    field: "schema",
    hint: "Simplify the schema, describe its fields, allow null where a text may lack them, or keep what fits.",
  });
}
