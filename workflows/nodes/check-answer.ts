import {
  clientAnswers,
  expiredAnswer,
  type GivenAnswer,
  type InterruptAnswer,
  type InterruptPayload,
  splitAnswer,
  toolAnswers,
} from "@/workflows/events/interrupt";
import { plainMessageSchema } from "@/workflows/events/message";
import { formProblems } from "@/workflows/form/form-problem";
import type { Channel } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { channelValueProblem } from "./channel-value";
import { misfitsOf } from "./misfits";

/** What is wrong with a person's answer, and where; a resumed node that met it would have to fail. */
export interface AnswerProblem {
  message: string;
  field: "answer" | "text" | "args" | "result" | `edits.${string}` | "form" | `form.${string}`;
}

/** Checks an answer against the pause it is for, before the run is resumed. `undefined`: nothing is wrong. */
export function answerProblem(
  payload: InterruptPayload,
  answer: GivenAnswer,
  channels: Readonly<Record<string, Channel>>,
): AnswerProblem | undefined {
  if (!payload.answers.some((choice) => choice.id === answer.answer)) {
    const known = payload.answers.map((choice) => choice.id).join(", ");
    return { field: "answer", message: `“${answer.answer}” is not one of the answers: ${known}.` };
  }
  if (answer.text !== undefined && answer.text !== "" && !payload.allowText) {
    return { field: "text", message: "This pause takes no free text." };
  }
  const wrongArguments = argumentsProblem(payload, answer);
  if (wrongArguments) return { field: "args", message: wrongArguments };
  const wrongResult = resultProblemOf(payload, answer);
  if (wrongResult) return { field: "result", message: wrongResult };
  for (const [name, value] of Object.entries(answer.edits ?? {})) {
    const problem = editProblem(payload, name, value, channels);
    if (problem) return { field: `edits.${name}`, message: problem };
  }
  return formProblem(payload, answer);
}

/** The same for what a run goes on with, which may also be that nobody answered in time, or did not agree. */
export function resumeProblem(
  payload: InterruptPayload,
  answer: InterruptAnswer,
  channels: Readonly<Record<string, Channel>>,
): AnswerProblem | undefined {
  return isOutcome(payload, answer) ? undefined : answerProblem(payload, answer, channels);
}

/** Whether a pause was ended by something else than a choice of people. */
function isOutcome(payload: InterruptPayload, { answer }: InterruptAnswer): boolean {
  if (answer === expiredAnswer) return payload.wakeAt !== undefined || payload.wakeAfterMs !== undefined;
  return answer === splitAnswer && payload.quorum !== undefined;
}

/** Whoever rejects need not fill in what was asked for. */
function formProblem({ form, answers }: InterruptPayload, given: GivenAnswer): AnswerProblem | undefined {
  if (!form) {
    return given.form ? { field: "form", message: "This pause has no form." } : undefined;
  }
  const rejects = answers.some(({ id, tone }) => id === given.answer && tone === "danger");
  const [problem] = formProblems(form.fields, given.form ?? {}, rejects);
  return problem && { field: `form.${problem.name}`, message: problem.message };
}

function editProblem(
  payload: InterruptPayload,
  name: string,
  value: Json,
  channels: Readonly<Record<string, Channel>>,
): string | undefined {
  const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
  if (!channel || !Object.hasOwn(payload.editable ?? {}, name))
    return `The channel “${name}” may not be changed here.`;
  const problem = channelValueProblem(channel.type, value);
  if (problem) return `The channel “${name}” ${problem}.`;
  const isMessages = channel.type === "messages" && !plainMessageSchema.array().safeParse(value).success;
  return isMessages ? `The channel “${name}” needs messages with a role and a content.` : undefined;
}

function resultProblemOf(
  { kind, tool, resultSchema }: InterruptPayload,
  given: InterruptAnswer,
): string | undefined {
  const { answer, result } = given;
  const isResult = kind === "client" && answer === clientAnswers.result;
  if (!isResult) return result === undefined ? undefined : "Only the result of a call takes a result.";
  if (result === undefined)
    return `Send what came of “${tool?.name ?? ""}” as “result”; null where it has none.`;
  const [misfit] = resultSchema ? misfitsOf(resultSchema, result) : [];
  if (!misfit) return undefined;
  return `The result does not fit “${tool?.name ?? ""}”: ${misfit.path ? `${misfit.path}: ` : ""}${misfit.message}.`;
}

function argumentsProblem({ tool }: InterruptPayload, { answer, args }: InterruptAnswer): string | undefined {
  if (args === undefined) return undefined;
  if (!tool) return "This pause takes no arguments of a tool.";
  if (answer !== toolAnswers.approve) return "Arguments can be changed for an approved call alone.";
  const [misfit] = misfitsOf(tool.schema, args);
  if (!misfit) return undefined;
  return `The arguments do not fit “${tool.name}”: ${misfit.path ? `${misfit.path}: ` : ""}${misfit.message}.`;
}
