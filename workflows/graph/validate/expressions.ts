import { checkExpression, checkTemplate } from "@/workflows/expressions/check";
import type { ExpressionProblem } from "@/workflows/expressions/problem";
import type { Channels } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import type { ExpressionUse } from "@/workflows/graph/node-facts";
import { addChannelFix } from "./fixes";
import type { Rule, SubjectNode } from "./subject";

/** Every expression and template reads well and names channels that exist. */
export const expressions: Rule = ({ nodes, document }) =>
  nodes.flatMap((node) =>
    node.expressions.flatMap((use) =>
      problemsOf(use, document.channels).map((problem) => issueOf(node, use, problem)),
    ),
  );

function problemsOf(use: ExpressionUse, channels: Channels): ExpressionProblem[] {
  const problems =
    use.kind === "template"
      ? checkTemplate(use.text, channels)
      : checkExpression(use.text, channels, use.expects);
  return problems.filter(({ channel }) => channel === undefined || !use.names.includes(channel));
}

function issueOf({ id, node }: SubjectNode, use: ExpressionUse, problem: ExpressionProblem): Issue {
  const { channel } = problem;
  const path = { nodeId: id, field: use.field };
  const message = `“${node.title}”: ${problem.message}`;
  if (channel === undefined) return { code: "expression_invalid", severity: "error", path, message };
  const mistyped = problem.message.includes("Did you mean");
  const fix = mistyped ? undefined : addChannelFix(channel, { type: "any", reducer: "replace" });
  return {
    code: "channel_unknown",
    severity: "error",
    path: { ...path, channel },
    message,
    ...(fix ? { fix } : {}),
  };
}
