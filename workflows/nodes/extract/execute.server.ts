import type { NodeExecute } from "../execute";
import { judgedMessages } from "../judge.server";
import { ModelLadder } from "../model-ladder.server";
import { type ExtractConfig, extractInstructions, incompletePort } from "./definition";
import { extracted } from "./extracted.server";
import { misfitLine, refuseMisfit } from "./misfit";
import { problemsOf } from "./parts";

export const executeExtract: NodeExecute<ExtractConfig> = (config, services) => async (state, context) => {
  const { schema = {}, attempts, onMisfit, output, problems } = config;
  const messages = judgedMessages(config, extractInstructions, state);
  const models = new ModelLadder(config, services, context, { needs: ["json"], messages });
  const found = await models.ask(
    (model) => extracted(model, schema, messages, attempts, context.config),
    misfitLine,
  );
  const wrong = misfitLine(found);
  if (wrong) context.log("warn", wrong);
  else if (found.attempts > 1) context.log("info", `The answer fits after ${found.attempts} attempts.`);
  if (onMisfit === "fail") refuseMisfit(found);
  return {
    ...(wrong && { port: incompletePort.name }),
    update: {
      ...(output && { [output]: found.value }),
      ...(onMisfit === "port" && problems && { [problems]: problemsOf(found.misfits) }),
    },
  };
};
