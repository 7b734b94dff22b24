import { GraphRecursionError, isNodeTimeoutError } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";
import { cycles } from "@/workflows/graph/analysis/components";
import { timeoutProblem } from "./node-problem.server";
import { graphOf } from "./plan-graph";
import type { GraphPlan } from "./plan-types";

/**
 * What a stream of the compiled graph threw, as the run's problem. Several nodes that fail in one superstep count as
 * the first of them. What is neither LangGraph's nor an AppError comes back unchanged.
 */
export function runError(error: unknown, plan: GraphPlan): unknown {
  if (error instanceof AggregateError) return runError(error.errors[0], plan);
  if (!(error instanceof Error)) return error;
  if (error.name === GraphRecursionError.unminifiable_name) return recursionProblem(plan, error);
  if (isNodeTimeoutError(error)) {
    const late = plan.nodes.find((planNode) => planNode.name === error.node);
    return late ? timeoutProblem(late.address, late.node) : error;
  }
  return error;
}

function recursionProblem(plan: GraphPlan, cause: Error): AppError {
  const titles = new Map(plan.nodes.map(({ id, node }) => [id, node.title]));
  const loops = cycles(graphOf(plan.startId, plan.entry, plan.nodes)).map((ids) =>
    ids.map((id) => `“${titles.get(id) ?? id}”`).join(", "),
  );
  const where = loops.length > 0 ? ` It loops through ${loops.join("; and through ")}.` : "";
  return new AppError(
    "recursion_limit",
    `The run took ${plan.settings.recursionLimit} steps without reaching an end.${where}`,
    { hint: "Give the loop a way out or a cap, or raise the limit of steps in the agent's settings." },
    { cause },
  );
}
