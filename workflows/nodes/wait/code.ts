import { expressionCode } from "@/workflows/code/write/expression";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { WaitConfig } from "./definition";
import { durationMs } from "./duration";

export const writeWait: WriteNode<WaitConfig> = (config, scope) => {
  scope.note(
    "It interrupts the graph. The command line sleeps until the time has come; a server resumes the thread by a timer of its own.",
  );
  scope.use("./lib/wait", config.wait === "until" ? "waitUntil" : "waitFor");
  const call =
    config.wait === "until"
      ? `waitUntil(${expressionCode(config.until ?? "null", scope)}, ${config.skippable});`
      : `waitFor(${durationMs(config)}, ${config.skippable});`;
  return [call, "return {};"];
};
