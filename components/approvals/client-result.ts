import { clientAnswers, type InterruptPayload } from "@/workflows/events/interrupt";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { answerProblem } from "@/workflows/nodes/check-answer";

/** What was typed, as the result of a call: JSON as what it is, anything else as a text; or why it is none. */
export function readResult(payload: InterruptPayload, text: string): { result: Json } | { error: string } {
  if (text.trim() === "") return { error: "Enter what came of it; null where it has no result." };
  const result = jsonOrText(text);
  const problem = answerProblem(payload, { answer: clientAnswers.result, result }, {});
  return problem ? { error: problem.message } : { result };
}

function jsonOrText(text: string): Json {
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch {
    return text;
  }
}
