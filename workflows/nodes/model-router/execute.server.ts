import type { NodeExecute } from "../execute";
import { judge } from "../judge.server";
import { chosenRoute } from "./choose";
import { type ModelRouterConfig, noFitPort } from "./definition";
import { routeQuestion } from "./question";

export const executeModelRouter: NodeExecute<ModelRouterConfig> = (config, services) => {
  const question = routeQuestion(config.routes);
  return async (state, context) => {
    const answer = await judge(config, question, state, services, context);
    const { id, told, verdict } = chosenRoute(answer, config.routes, config.threshold);
    context.log(id === undefined ? "warn" : "info", told);
    return { port: id ?? noFitPort.name, update: config.output ? { [config.output]: verdict } : {} };
  };
};
