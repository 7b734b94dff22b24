import { AppError } from "@/workflows/errors/app-error";
import type { InterruptPayload } from "@/workflows/events/interrupt";
import { answerProblem } from "@/workflows/nodes/check-answer";
import type { NodeContext, NodeResult } from "@/workflows/nodes/execute";
import { plainValues } from "./output.server";
import type { PlanNode } from "./plan-types";
import type { Visit } from "./visit.server";

/** What a person may decide about a node of which nobody knows whether it acted. */
const choices = [
  { id: "retry", label: "Run it again", tone: "neutral" },
  { id: "skip", label: "Go on without it", tone: "primary" },
  { id: "fail", label: "Let it fail", tone: "danger" },
] as const satisfies InterruptPayload["answers"];

/**
 * Stands before a node that must not act twice. The start of its visit is stored before it acts, so that a worker
 * which takes the run over later knows of it; where one did, a person decides what happens.
 * @param state what the node sees, for the channels it writes
 * @returns what takes the place of the node's own result; undefined: let it run
 * @throws AppError outcome_unknown when the person lets it fail
 */
export async function settleOutcome(
  { node }: PlanNode,
  writes: readonly string[],
  state: Record<string, unknown>,
  visit: Visit,
  context: NodeContext,
): Promise<NodeResult | undefined> {
  await visit.binding.secure();
  const payload: InterruptPayload = {
    kind: "outcome_unknown",
    message: `**${node.title}** was at work when its worker was lost. Nobody knows whether it got through. Look at what it acts on before you decide.`,
    editable: { ...Object.fromEntries(writes.map((name) => [name, null])), ...plainValues(writes, state) },
    answers: [...choices],
    allowText: false,
  };
  // An answer stays with its question: whoever was lost again after "retry" is asked about anew.
  const asked = Array.from({ length: visit.binding.doubtsOf(visit.taskId) }, () =>
    context.interrupt(payload),
  );
  const answer = asked.at(-1);
  if (!answer || answer.answer === "retry") return undefined;
  const problem = answerProblem(payload, answer, context.channels);
  if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
  if (answer.answer === "skip") return { overwrite: answer.edits ?? {} };
  throw new AppError("outcome_unknown", "Nobody knows whether it got through, and it was not to run again.", {
    hint: "Where the other side acts once on the same Idempotency-Key, say so in the node's settings: then it runs again by itself.",
  });
}
