import { AppError } from "@/workflows/errors/app-error";
import type { Assignee, InterruptAnswer, InterruptPayload, Tell } from "@/workflows/events/interrupt";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { renderTemplate } from "@/workflows/expressions/template";
import { formOf } from "@/workflows/form/form-json-schema";
import { type JsonObject, jsonSchema } from "@/workflows/graph/json";
import { resumeProblem } from "../check-answer";
import { durationMs } from "../duration";
import type { NodeExecute, State } from "../execute";
import type { HumanConfig } from "./config";
import { formFieldOf } from "./drawn-form";
import { type AssigneeConfig, assigneesOf } from "./people";

/** Everything before `interrupt` runs again when the person has answered, so nothing before it has an effect. */
export const executeHuman: NodeExecute<HumanConfig> = (config) => async (state, context) => {
  const payload = questionOf(config, state);
  const answer = context.interrupt(payload);
  const problem = resumeProblem(payload, answer, context.channels);
  if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
  return { port: answer.answer, update: updateOf(config, answer), overwrite: answer.edits ?? {} };
};

/** What a setting does not ask for is not there, so that graphs from before it pause as they did. */
function questionOf(config: HumanConfig, state: State): InterruptPayload {
  const { assignees, several, people, rule, deadline, form } = config;
  return {
    message: renderTemplate(config.message, state),
    show: valuesOf(state, config.show),
    editable: valuesOf(state, config.edit),
    answers: config.answers,
    allowText: config.allowText,
    ...(form.length > 0 && { form: formOf(form.map(formFieldOf)) }),
    ...(assignees.length > 0 && { assignees: peopleOf("assignees", assignees, state) }),
    ...(several && { quorum: { people, rule } }),
    ...(deadline && {
      wakeAfterMs: durationMs({ amount: config.deadlineAfter, unit: config.deadlineUnit }),
    }),
    ...(config.tell !== "nobody" && { tell: tellOf(config, state) }),
    ...(config.escalate && {
      escalation: {
        afterMs: durationMs({ amount: config.escalateAfter, unit: config.escalateUnit }),
        to: peopleOf("escalateTo", config.escalateTo, state),
      },
    }),
  };
}

/** @throws AppError node_failed for an address that is empty: nobody would be asked */
function peopleOf(name: string, people: readonly AssigneeConfig[], state: State): Assignee[] {
  return assigneesOf(people, (template, index) => {
    const address = renderTemplate(template, state);
    if (address.trim()) return address;
    throw new AppError("node_failed", "The address of an assignee came out empty, so nobody could answer.", {
      field: `${name}.${index}.email`,
    });
  });
}

function tellOf(config: HumanConfig, state: State): Tell | undefined {
  const { tell: by, tellTo, tellSecret, remind, remindAfter: amount, remindUnit: unit } = config;
  if (by === "nobody") return undefined;
  const again = remind && { againAfterMs: durationMs({ amount, unit }) };
  if (by !== "email") return { by, secret: tellSecret, ...again };
  const to = renderTemplate(tellTo, state)
    .split(",")
    .flatMap((address) => address.trim() || []);
  if (to.length === 0) {
    throw new AppError("node_failed", "No address was left to tell anybody.", { field: "tellTo" });
  }
  return { by, to, ...again };
}

function updateOf(config: HumanConfig, answer: InterruptAnswer): JsonObject {
  const text = answer.text?.trim();
  return {
    ...(config.textChannel && text ? { [config.textChannel]: text } : {}),
    ...(config.formChannel && answer.form ? { [config.formChannel]: answer.form } : {}),
    ...(config.record ? { [config.record]: jsonSchema.parse(answer.votes ?? []) } : {}),
  };
}

function valuesOf(state: State, channels: string[]): JsonObject {
  const entries = channels.map((channel) => [
    channel,
    jsonSchema.parse(toPlainValue(state[channel]) ?? null),
  ]);
  return Object.fromEntries(entries);
}
