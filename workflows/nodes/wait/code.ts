import { expressionCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { durationMs } from "../duration";
import { latePort, type WaitConfig } from "./config";

export const writeWait: WriteNode<WaitConfig> = (config, scope) => {
  if (config.wait === "event") return eventCode(config, scope);
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

function eventCode(config: WaitConfig, scope: NodeScope): string[] {
  scope.note(
    'It interrupts the graph. Whoever takes the event in resumes the thread with {answer: "arrived", payload: …}, or with {answer: "due"} where it comes too late.',
  );
  scope.use("./lib/wait-event", "waitForEvent");
  const { schema, output, deadline, deadlineAfter: amount, deadlineUnit: unit } = config;
  const wish = [
    `key: ${expressionCode(config.key ?? "null", scope)}`,
    ...(schema ? [`schema: ${literal(schema)}`] : []),
    ...(deadline ? [`deadlineMs: ${durationMs({ amount, unit })}`] : []),
  ];
  return [
    `const brought = waitForEvent(${block("{", wish, "}")});`,
    ...(deadline ? [`if (!brought) return { port: ${quoted(latePort)} };`] : []),
    output ? `return { update: { ${key(output)}: brought?.payload ?? null } };` : "return {};",
  ];
}
