import { AppError } from "@/workflows/errors/app-error";
import type { ModelSettings } from "@/workflows/runtime/ports";
import type { ProviderDefinition } from "./providers/provider";

/** Says before a call what a provider cannot take. @throws AppError model_bad_request */
export function refuseUntakable(
  { title, capabilities }: ProviderDefinition,
  { reasoning, shown = [] }: ModelSettings,
): void {
  if (reasoning && !capabilities.reasoning) {
    throw new AppError("model_bad_request", `${title} cannot be told how much a model should reason.`, {
      field: "reasoning",
      hint: "Set Reasoning to Default, or choose a model of another provider.",
    });
  }
  const untaken = shown.find((kind) => !(kind === "image" ? capabilities.images : capabilities.files));
  if (!untaken) return;
  throw new AppError(
    "model_bad_request",
    `${title} takes no ${untaken === "image" ? "images" : "PDF files"}.`,
    {
      field: "attachments",
      hint: "Choose a model of another provider, or send text alone.",
    },
  );
}
