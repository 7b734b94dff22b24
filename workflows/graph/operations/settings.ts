import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";

export const updateSettings: OperationHandler<OperationOf<"settings.update">> = {
  apply: (document, { settings }) => ok({ ...document, settings }),
  invert: (document) => [{ op: "settings.update", settings: document.settings }],
  coalesce: (_, second) => second,
};
