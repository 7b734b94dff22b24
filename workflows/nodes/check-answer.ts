import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/interrupt";
import { plainMessageSchema } from "@/workflows/events/message";
import type { Channel } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { channelValueProblem } from "./channel-value";

/** What is wrong with a person's answer, and where; a resumed node that met it would have to fail. */
export interface AnswerProblem {
  message: string;
  field: "answer" | "text" | `edits.${string}`;
}

/** Checks an answer against the pause it is for, before the run is resumed. `undefined`: nothing is wrong. */
export function answerProblem(
  payload: InterruptPayload,
  answer: InterruptAnswer,
  channels: Readonly<Record<string, Channel>>,
): AnswerProblem | undefined {
  if (!payload.answers.some((choice) => choice.id === answer.answer)) {
    const known = payload.answers.map((choice) => choice.id).join(", ");
    return { field: "answer", message: `“${answer.answer}” is not one of the answers: ${known}.` };
  }
  if (answer.text !== undefined && answer.text !== "" && !payload.allowText) {
    return { field: "text", message: "This pause takes no free text." };
  }
  for (const [name, value] of Object.entries(answer.edits ?? {})) {
    const problem = editProblem(payload, name, value, channels);
    if (problem) return { field: `edits.${name}`, message: problem };
  }
  return undefined;
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
