import { interrupt } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";
import {
  type InterruptAnswer,
  type InterruptPayload,
  interruptAnswerSchema,
} from "@/workflows/events/interrupt";
import type { Channels } from "@/workflows/graph/channel";
import { resumeProblem } from "@/workflows/nodes/check-answer";

/** Pauses the run until a person answers. Never put it into try/catch: it works by throwing. @throws AppError */
export function ask(question: InterruptPayload, channels: Channels): InterruptAnswer {
  const answer = interruptAnswerSchema.parse(interrupt(question));
  const problem = resumeProblem(question, answer, channels);
  if (problem) throw new AppError("invalid_input", problem.message);
  return answer;
}
