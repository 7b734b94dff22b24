import type { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { renderTemplate } from "@/workflows/expressions/template";
import { type JsonObject, jsonSchema } from "@/workflows/graph/json";
import { answerProblem } from "../check-answer";
import type { NodeExecute, State } from "../execute";
import type { humanConfig } from "./definition";

/** Everything before `interrupt` runs again when the person has answered, so nothing before it has an effect. */
export const executeHuman: NodeExecute<z.output<typeof humanConfig>> = (config) => async (state, context) => {
  const payload = {
    message: renderTemplate(config.message, state),
    show: valuesOf(state, config.show),
    editable: valuesOf(state, config.edit),
    answers: config.answers,
    allowText: config.allowText,
  };
  const answer = context.interrupt(payload);
  const problem = answerProblem(payload, answer, context.channels);
  if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
  const text = answer.text?.trim();
  return {
    port: answer.answer,
    update: config.textChannel && text ? { [config.textChannel]: text } : {},
    overwrite: answer.edits ?? {},
  };
};

function valuesOf(state: State, channels: string[]): JsonObject {
  const entries = channels.map((channel) => [
    channel,
    jsonSchema.parse(toPlainValue(state[channel]) ?? null),
  ]);
  return Object.fromEntries(entries);
}
