import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { judgeCode } from "../judge-code";
import { type ModelRouterConfig, noFitPort } from "./definition";
import { routeQuestion } from "./question";

export const writeModelRouter: WriteNode<ModelRouterConfig> = (config, scope) => {
  scope.use("./lib/nodes/model-router/choose", "chosenRoute");
  return [
    ...judgeCode(config, routeQuestion(config.routes), scope),
    `const routes = ${literal(config.routes.map(({ id, label }) => ({ id, label })))};`,
    `const { id, verdict } = chosenRoute(value, routes, ${config.threshold});`,
    `return { port: id ?? ${quoted(noFitPort.name)}, update: ${config.output ? `{ ${key(config.output)}: verdict }` : "{}"} };`,
  ];
};
