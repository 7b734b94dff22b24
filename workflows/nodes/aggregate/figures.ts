import { compareJson } from "@/workflows/data/compare";
import { kindOf } from "@/workflows/data/setting-value";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";

export type FigureName = "count" | "sum" | "average" | "min" | "max" | "collect";

/**
 * Each figure over the values of a group; null values were left out. An empty group has no average, least or most.
 * @throws AppError invalid_input where a sum meets what is no number
 */
export const figures: Record<FigureName, (values: readonly Json[], name: string) => Json> = {
  count: (values) => values.length,
  sum: (values, name) => kept(sum(numbers(values, name)), name),
  average: (values, name) =>
    values.length === 0 ? null : kept(sum(numbers(values, name)) / values.length, name),
  min: (values) => extreme(values, -1),
  max: (values) => extreme(values, 1),
  collect: (values) => [...values],
};

/** Neumaier's summation: 0.1 added ten times is 1. */
function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** @throws AppError invalid_input for what no channel can hold */
function kept(value: number, name: string): number {
  if (Number.isFinite(value)) return value;
  throw new AppError("invalid_input", `“${name}” comes to more than a number can hold.`, {
    hint: "Look for a value that is far too large, or leave such entries out with a Filter.",
  });
}

function extreme(values: readonly Json[], sign: 1 | -1): Json {
  return values.reduce<Json>(
    (best, value) => (best === null || compareJson(value, best) * sign > 0 ? value : best),
    null,
  );
}

function numbers(values: readonly Json[], name: string): number[] {
  return values.map((value) => {
    if (typeof value === "number") return value;
    throw new AppError(
      "invalid_input",
      `“${name}” adds numbers up, and one of its values is ${kindOf(value)}.`,
      {
        hint: "Convert it with double(…), or leave such entries out with a Filter.",
      },
    );
  });
}
