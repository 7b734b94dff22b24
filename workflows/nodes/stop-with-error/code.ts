import { templateCode } from "@/workflows/code/write/expression";
import { literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { StopWithErrorConfig } from "./definition";

export const writeStopWithError: WriteNode<StopWithErrorConfig> = ({ message, code }, scope) => {
  scope.use("./lib/errors/app-error", "AppError");
  const details = code ? `, ${literal({ ownCode: code })}` : "";
  return [`throw new AppError("stopped", ${templateCode(message, scope)}${details});`];
};
