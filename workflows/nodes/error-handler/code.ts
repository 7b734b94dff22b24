import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { type ErrorHandlerConfig, otherPort } from "./definition";

export const writeErrorHandler: WriteNode<ErrorHandlerConfig> = ({ failure, cases, output }, scope) => {
  scope.use("./lib/expressions/evaluate", "evaluate");
  scope.use("./lib/nodes/error-handler/handle", "handled");
  scope.use("./lib/nodes/error-handler/kinds", "type HandledCase");
  const listed = cases.map(({ id, label, kind, codes }) => ({
    id,
    label,
    kind,
    ...(codes === undefined ? {} : { codes }),
  }));
  return [
    `const cases: (HandledCase & { label: string })[] = ${literal(listed)};`,
    `const found = handled(evaluate(${quoted(failure)}, state), cases);`,
    `const update = ${output ? `{ ${key(output)}: found.failure }` : "{}"};`,
    `return { port: found.port ?? ${quoted(otherPort.name)}, update };`,
  ];
};
