import type { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { labelAt } from "@/workflows/graph/schema-walk";
import type { Rule, SubjectNode } from "./subject";

/** A node's settings fit its type: zod's findings with their field, and what the type checks itself. */
export const config: Rule = ({ nodes }) =>
  nodes.flatMap((node) => [
    ...node.configIssues.map((issue) => schemaIssue(node, issue)),
    ...node.ownIssues.map((issue) => ({ ...issue, path: { ...issue.path, nodeId: node.id } })),
    ...writtenTwice(node),
  ]);

/** A node writes each channel once: of two values only the last would be kept, and nobody would be told. */
function writtenTwice({ id, node, writes }: SubjectNode): Issue[] {
  return writes.flatMap(({ channel, field }, index): Issue[] => {
    const isAgain = writes.findIndex((other) => other.channel === channel) < index;
    const message = `“${node.title}” writes to “${channel}” already, and only one of both values would be kept. Choose another channel.`;
    return isAgain
      ? [{ code: "config_invalid", severity: "error", path: { nodeId: id, field }, message }]
      : [];
  });
}

function schemaIssue({ id, node, definition }: SubjectNode, issue: z.core.$ZodIssue): Issue {
  const field = issue.path.map(String).join(".");
  const label = (definition && labelAt(definition.config, issue.path)) ?? field;
  const what = isMissing(issue, node.config) ? "is missing" : decapitalised(issue.message);
  const where = label ? `“${node.title}”: ${label}` : `“${node.title}”`;
  return {
    code: "config_invalid",
    severity: "error",
    path: field ? { nodeId: id, field } : { nodeId: id },
    message: isMissing(issue, node.config) ? `${where} ${what}.` : `${where}: ${what}.`,
  };
}

function isMissing(issue: z.core.$ZodIssue, config: unknown): boolean {
  let value: unknown = config;
  for (const key of issue.path) {
    if (typeof value !== "object" || value === null) return false;
    value = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  }
  return value === undefined;
}

function decapitalised(message: string): string {
  const plain = message.replace(/^Invalid input: /, "").replace(/\.$/, "");
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
