import { own } from "@/workflows/graph/record";
import type { ExpressionProblem } from "../problem";
import { didYouMean } from "../similar";
import { typePhrase, type ValueType } from "./value-type";

/** What is wrong with asking a value for a field. @param end where the field's name ends */
export function fieldProblem(receiver: ValueType, name: string, end: number): ExpressionProblem | undefined {
  const place = { start: Math.max(0, end - name.length), end };
  if (receiver.kind === "any" || receiver.kind === "null") return undefined;
  if (receiver.kind !== "object") {
    const hint = receiver.kind === "list" ? " Take one item first, e.g. with first(…) or last(…)." : "";
    const message = `“${name}” is asked of ${typePhrase(receiver)}, which has no fields.${hint}`;
    return { code: "unknown_field", message, ...place };
  }
  if (receiver.others === "likely" || own(receiver.fields, name)) return undefined;
  const known = Object.keys(receiver.fields);
  const hint = didYouMean(name, known) || (known.length > 0 ? ` It has ${listed(known)}.` : "");
  const problem: ExpressionProblem = {
    code: "unknown_field",
    message: `There is no field named “${name}” here.${hint}`,
    ...place,
  };
  return receiver.others === "none" ? problem : { ...problem, severity: "warning" };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(", ");
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
