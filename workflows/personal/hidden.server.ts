import { AppError } from "@/workflows/errors/app-error";
import { counted, masked, type PersonalAction } from "./masked";
import { findPersonal, type PersonalKind } from "./personal-data";
import { shortHash } from "./short-hash.server";

export interface PersonalRule {
  kind: PersonalKind;
  action: PersonalAction;
}

/** A text without personal data of these kinds. @throws AppError node_failed, where a kind is to be blocked */
export function hidden(text: string, rules: readonly PersonalRule[]): string {
  const found = findPersonal(
    text,
    rules.map(({ kind }) => kind),
  );
  if (found.length === 0) return text;
  const actionOf = (kind: PersonalKind) => rules.find((rule) => rule.kind === kind)?.action ?? "mask";
  const refused = found.filter(({ kind }) => actionOf(kind) === "block");
  if (refused.length > 0) {
    throw new AppError("node_failed", `A text holds what the model must not see: ${counted(refused)}.`, {
      field: "personal",
      hint: "Take it out, or let it be masked instead.",
    });
  }
  return masked(text, found, actionOf, shortHash);
}
