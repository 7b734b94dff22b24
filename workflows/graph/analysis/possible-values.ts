import type { ASTNode } from "@marcbachmann/cel-js";
import type { GraphDocument } from "@/workflows/graph/document";
import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import type { NodeDefinitions } from "@/workflows/nodes/ports";

/**
 * All values beside null that a channel, or a field in one, can have: where every node that writes it says by `enum` or
 * `const` of a JSON Schema what it writes, and nothing else does. Undefined where anything may come.
 */
export function possibleValues(
  ast: ASTNode,
  { nodes, channels }: GraphDocument,
  definitions: NodeDefinitions,
): Json[] | undefined {
  const path = pathOf(ast);
  const [root = "", ...fields] = path ?? [];
  const channel = own(channels, root);
  if (!path || !channel || (channel.reducer !== "replace" && channel.reducer !== "first")) return undefined;
  if (channel.default !== undefined && channel.default !== null) return undefined;
  const facts = Object.values(nodes).map((node) => factsOf(node, definitions));
  const isGiven = facts.some(
    ({ complete, inputs }) => !complete || inputs.some((input) => input.channel === root),
  );
  const writes = facts.flatMap((each) => each.writes).filter((write) => write.channel === root);
  if (isGiven || writes.length === 0) return undefined;
  const found = writes.map(({ schema }) => valuesAt(schema, fields));
  return found.every((values) => values !== undefined) ? found.flat() : undefined;
}

/** `order.state` and `order["state"]` as names; undefined for all else. */
function pathOf(ast: ASTNode): string[] | undefined {
  if (ast.op === "id") return [ast.args];
  if (ast.op === ".") return extended(ast.args[0], ast.args[1]);
  if (ast.op !== "[]") return undefined;
  const [receiver, index] = ast.args;
  return index.op === "value" && typeof index.args === "string" ? extended(receiver, index.args) : undefined;
}

function extended(receiver: ASTNode, name: string): string[] | undefined {
  const path = pathOf(receiver);
  return path && [...path, name];
}

function valuesAt(schema: JsonObject | undefined, fields: readonly string[]): Json[] | undefined {
  const [field, ...deeper] = fields;
  if (!schema) return undefined;
  if (field !== undefined) {
    const properties = own(schema, "properties");
    const child = isJsonObject(properties) ? own(properties, field) : undefined;
    return isJsonObject(child) ? valuesAt(child, deeper) : undefined;
  }
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}
