import { written } from "@/workflows/data/limits";
import { listOf } from "@/workflows/data/setting-value";
import { type ExpressionState, evaluate, evaluateEach } from "@/workflows/expressions/evaluate";

interface TransformSettings {
  mode: "value" | "list";
  value: string;
  list: string;
  each: string;
  output?: string | undefined;
}

/** The value of an expression, or of one for each entry of a list. @throws AppError */
export function transformed({ mode, value, list, each, output }: TransformSettings, state: ExpressionState) {
  const built =
    mode === "value" ? evaluate(value, state) : evaluateEach(each, listOf("List", list, state), state);
  return { update: written([[output, built]]) };
}
