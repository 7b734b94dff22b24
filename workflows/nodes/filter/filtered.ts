import { written } from "@/workflows/data/limits";
import { listOf } from "@/workflows/data/setting-value";
import { AppError } from "@/workflows/errors/app-error";
import { type ExpressionState, evaluateEach } from "@/workflows/expressions/evaluate";

interface FilterSettings {
  list: string;
  keep: string;
  output?: string | undefined;
  rest?: string | undefined;
}

/** The entries that meet the condition, and the others, each in their order. @throws AppError */
export function filtered({ list, keep, output, rest }: FilterSettings, state: ExpressionState) {
  const entries = listOf("List", list, state);
  const kept = evaluateEach(keep, entries, state).map((value, index) => {
    if (typeof value === "boolean") return value;
    throw new AppError(
      "invalid_input",
      `“Keep entries where” gives ${JSON.stringify(value).slice(0, 80)} for entry ${index + 1}; a condition must give true or false.`,
    );
  });
  const update = written([
    [output, entries.filter((_, index) => kept[index])],
    [rest, entries.filter((_, index) => !kept[index])],
  ]);
  return { update };
}
