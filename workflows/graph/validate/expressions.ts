import { checkExpression, checkTemplate } from "@/workflows/expressions/check";
import { typesFor } from "@/workflows/expressions/expectation";
import type { ExpressionProblem } from "@/workflows/expressions/problem";
import type { Shapes } from "@/workflows/expressions/types/value-type";
import { shapesOf } from "@/workflows/graph/analysis/shapes";
import type { Channels } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import type { ExpressionUse } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import { createChannelFix } from "./create-channel";
import { replaceChannelFix } from "./replace-name";
import type { Rule, Subject, SubjectNode } from "./subject";

/** Every expression and template reads well, names what exists, and gives what its field wants. */
export const expressions: Rule = (subject) => {
  const { nodes, document, definitions } = subject;
  const shapes = shapesOf(document, definitions);
  return nodes.flatMap((node) =>
    node.expressions.flatMap((use) =>
      problemsOf(use, document.channels, shapes).map((problem) => issueOf(subject, node, use, problem)),
    ),
  );
};

function problemsOf(use: ExpressionUse, channels: Channels, shapes: Shapes): ExpressionProblem[] {
  const target = use.writesTo === undefined ? undefined : own(channels, use.writesTo);
  const expected = use.expects ?? (target && typesFor(target));
  const problems =
    use.kind === "template"
      ? checkTemplate(use.text, channels, shapes)
      : checkExpression(use.text, channels, expected, shapes);
  return problems.filter(({ channel }) => channel === undefined || !use.names.includes(channel));
}

function issueOf(subject: Subject, node: SubjectNode, use: ExpressionUse, problem: ExpressionProblem): Issue {
  const { channel, severity = "error" } = problem;
  const path = { nodeId: node.id, field: use.field };
  const message = `“${node.node.title}”: ${problem.message}`;
  if (channel === undefined) return { code: "expression_invalid", severity, path, message };
  const known = Object.keys(subject.document.channels);
  const fix = problem.message.includes("Did you mean")
    ? replaceChannelFix(node, use.field, channel, known)
    : createChannelFix(subject, channel);
  return {
    code: "channel_unknown",
    severity: "error",
    path: { ...path, channel },
    message,
    ...(fix ? { fix } : {}),
  };
}
