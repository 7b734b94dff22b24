import { type BaseMessage, SystemMessage } from "@langchain/core/messages";
import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import type { JsonObject } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import { askForSure, weaknessOf } from "./ask-for-sure.server";
import { askStructured } from "./ask-structured.server";
import type { NodeContext, State } from "./execute";
import type { JudgeConfig } from "./judge-fields";
import { conversationOf } from "./model-call.server";
import { ModelLadder } from "./model-ladder.server";

/** What a model is asked: the words of the node's type, and the shape of the answer. */
export interface Question {
  instructions: string;
  schema: JsonObject;
}

/**
 * The model's verdict on the node's text or conversation. An answer that does not fit is tried again as the node's policy
 * says; then there is none, and what follows from that is for the node's type to say.
 */
export async function judge(
  config: JudgeConfig,
  question: Question,
  state: State,
  services: NodeServices,
  context: NodeContext,
): Promise<JsonObject | undefined> {
  const messages = judgedMessages(config, question.instructions, state);
  const models = new ModelLadder(config, services, context, { needs: ["json"], messages });
  const { value, misfits } = await models.ask(
    (model, escalation) =>
      escalation?.below === undefined
        ? askStructured(model, question.schema, messages, context.config)
        : askForSure(model, question.schema, messages, context.config),
    weaknessOf,
  );
  if (value) return value;
  const [first] = misfits;
  const why = `The model's answer does not fit: ${[first?.path, first?.message].filter(Boolean).join(": ")}.`;
  const failure = new AppError("output_invalid", why, { field: "model" });
  if (context.willRetry(failure)) throw failure;
  context.log("warn", why);
  return undefined;
}

/** The instructions, then what is looked at. */
export function judgedMessages(config: JudgeConfig, instructions: string, state: State): BaseMessage[] {
  const more = renderTemplate(config.instructions, state).trim();
  const system = new SystemMessage([instructions, more].filter(Boolean).join("\n\n"));
  return [system, ...conversationOf({ messages: config.messages, prompt: config.text }, state)];
}
