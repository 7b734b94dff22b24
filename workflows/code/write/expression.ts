import { parseExpression } from "@/workflows/expressions/parse";
import { parseTemplate } from "@/workflows/expressions/parse-template";
import { insideBackticks, literal, property, quoted, textLiteral } from "./literal";
import type { NodeScope } from "./scope";

type Scope = Pick<NodeScope, "channels" | "use">;

/** An expression as code: JavaScript where it means the same beyond doubt, else evaluated as CEL. */
export function expressionCode(source: string, scope: Scope): string {
  const parsed = parseExpression(source);
  if (parsed.ok) {
    const { op, args } = parsed.value.ast;
    if (op === "value" && isPlain(args)) return literal(typeof args === "bigint" ? Number(args) : args);
    if (op === "id" && isPlainChannel(args, scope)) return `state${property(args)} ?? null`;
  }
  scope.use("./lib/expressions/evaluate", "evaluate");
  return `evaluate(${quoted(source)}, state)`;
}

export function conditionCode(source: string, scope: Scope): string {
  scope.use("./lib/expressions/evaluate", "evaluateCondition");
  return `evaluateCondition(${quoted(source)}, state)`;
}

/** A text with `{{ expressions }}` as code, over `state` or whatever gives the values. */
export function templateCode(template: string, scope: Scope, values = "state"): string {
  const { parts } = parseTemplate(template);
  const pieces = parts.map((part) =>
    part.kind === "text" ? part.text : { channel: channelIn(part.source, scope) },
  );
  if (pieces.every((piece) => typeof piece === "string")) return textLiteral(pieces.join(""));
  if (values !== "state" || pieces.some((piece) => typeof piece !== "string" && !piece.channel)) {
    scope.use("./lib/expressions/template", "renderTemplate");
    return `renderTemplate(${textLiteral(template)}, ${values})`;
  }
  scope.use("./lib/plain", "text");
  const inner = pieces.map((piece) =>
    typeof piece === "string" ? insideBackticks(piece) : `\${text(state${property(piece.channel ?? "")})}`,
  );
  return `\`${inner.join("")}\``;
}

/** Whether a template gives the same text whatever the state. */
export function isFixed(template: string): boolean {
  return parseTemplate(template).parts.every((part) => part.kind === "text");
}

function channelIn(source: string, scope: Scope): string | undefined {
  const parsed = parseExpression(source);
  if (!parsed.ok || parsed.value.ast.op !== "id") return undefined;
  const name = parsed.value.ast.args;
  return isPlainChannel(name, scope) ? name : undefined;
}

const plainTypes: readonly string[] = ["string", "number", "boolean"];

/** Its values reach an expression unchanged; messages and what holds them do not. */
function isPlainChannel(name: string, { channels }: Scope): boolean {
  const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
  return channel !== undefined && plainTypes.includes(channel.type);
}

function isPlain(value: unknown): value is string | number | bigint | boolean | null {
  return value === null || ["string", "number", "bigint", "boolean"].includes(typeof value);
}
