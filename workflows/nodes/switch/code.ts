import { expressionCode } from "@/workflows/code/write/expression";
import { literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { otherwisePort, type SwitchConfig } from "./definition";

export const writeSwitch: WriteNode<SwitchConfig> = ({ value, cases, ignoreCase }, scope) => {
  scope.use("./lib/nodes/switch/matching-case", "matchingCase");
  scope.use("./lib/plain", "jsonOf");
  return [
    `const cases = ${literal(cases.map(({ id, equals }) => ({ id, equals })))};`,
    `const found = matchingCase(jsonOf(${expressionCode(value, scope)}), cases, ${ignoreCase});`,
    `return { port: found?.id ?? ${literal(otherwisePort.name)} };`,
  ];
};
