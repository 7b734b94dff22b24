import type { ASTNode } from "@marcbachmann/cel-js";
import { own } from "@/workflows/graph/record";
import { children } from "../ast-children";
import type { ExpressionProblem } from "../problem";
import { callType, methodType } from "./calls";
import { fieldProblem } from "./field-problem";
import { joined, joinedAll } from "./join";
import { operandProblem } from "./operand-problem";
import { receiverProblem } from "./receiver-problem";
import { anything, listOf, number, type Shapes, text, truth, type ValueType } from "./value-type";

export interface Inferred {
  type: ValueType;
  /** What the types inside of values show to be wrong: fields that are not there, operands that do not fit. */
  problems: ExpressionProblem[];
}

/**
 * The type of an expression's value, as plain JSON. Where the expression has a value it is of this type, or null.
 * @param shapes what is known of the names it uses; other names may be anything
 */
export function inferType(ast: ASTNode, shapes: Shapes): Inferred {
  const problems: ExpressionProblem[] = [];
  const type = new Inference(problems).typeOf(ast, shapes);
  return { type, problems };
}

/** One walk over a tree: types go up, problems are gathered on the way. */
class Inference {
  constructor(private readonly problems: ExpressionProblem[]) {}

  typeOf(ast: ASTNode, names: Shapes): ValueType {
    switch (ast.op) {
      case "value":
        return typeOfLiteral(ast.args);
      case "id":
        return own(names, ast.args) ?? anything;
      case ".":
        return this.field(ast, this.typeOf(ast.args[0], names), ast.args[1]);
      case ".?":
      case "[?]":
        this.all(ast, names);
        return anything;
      case "[]":
        return elementType(this.typeOf(ast.args[0], names), ast.args[1], this.typeOf(ast.args[1], names));
      case "list":
        return listOf(ast.args.length > 0 ? joinedAll(this.all(ast, names)) : anything);
      case "map":
        return this.object(ast.args, names);
      case "?:": {
        const [when = anything, then = anything, otherwise = anything] = this.all(ast, names);
        this.note(operandProblem(ast, [when]));
        return joined(then, otherwise);
      }
      case "call":
        return this.call(ast, names);
      case "rcall":
        return this.method(ast, names);
      default: {
        const operands = this.all(ast, names);
        this.note(operandProblem(ast, operands));
        return operatorType(ast.op, operands);
      }
    }
  }

  private all(ast: ASTNode, names: Shapes): ValueType[] {
    return children(ast).map((child) => this.typeOf(child, names));
  }

  private note(problem: ExpressionProblem | undefined): void {
    if (problem) this.problems.push(problem);
  }

  private field(ast: ASTNode, receiver: ValueType, name: string): ValueType {
    this.note(fieldProblem(receiver, name, ast.end));
    if (receiver.kind !== "object") return anything;
    return own(receiver.fields, name) ?? anything;
  }

  private object(entries: readonly (readonly [ASTNode, ASTNode])[], names: Shapes): ValueType {
    const fields: [string, ValueType][] = [];
    let open = false;
    for (const [key, value] of entries) {
      this.typeOf(key, names);
      const type = this.typeOf(value, names);
      if (key.op !== "value" || typeof key.args !== "string") open = true;
      else if (droppedKeys.has(key.args)) this.note(droppedKey(key, key.args));
      else fields.push([key.args, type]);
    }
    // A key that is worked out may be one of those written out, with another value.
    return open
      ? { kind: "object", fields: {}, others: "likely" }
      : { kind: "object", fields: Object.fromEntries(fields), others: "none" };
  }

  private call(ast: Extract<ASTNode, { op: "call" }>, names: Shapes): ValueType {
    const [name, args] = ast.args;
    // `has(order.total)` asks for a field that may be absent: not finding it is its purpose.
    const inside = name === "has" ? args.flatMap(children) : args;
    const types = inside.map((arg) => this.typeOf(arg, names));
    this.note(receiverProblem(ast, name, types[0]));
    return callType(name, types);
  }

  private method(ast: Extract<ASTNode, { op: "rcall" }>, names: Shapes): ValueType {
    const [name, receiver, args] = ast.args;
    if (name === "bind" && receiver.op === "id" && receiver.args === "cel") return this.bind(args, names);
    const on = this.typeOf(receiver, names);
    this.note(receiverProblem(ast, name, on));
    const [variable, ...bodies] = args;
    if (!macros.has(name) || variable?.op !== "id" || bodies.length === 0) {
      return methodType(
        name,
        on,
        args.map((arg) => this.typeOf(arg, names)),
      );
    }
    const item = on.kind === "list" ? on.item : anything;
    const types = bodies.map((body) => this.typeOf(body, { ...names, [variable.args]: item }));
    if (name === "map") return listOf(types.at(-1) ?? anything);
    return name === "filter" ? listOf(item) : truth;
  }

  private bind([variable, value, body]: ASTNode[], names: Shapes): ValueType {
    if (variable?.op !== "id" || !value || !body) return anything;
    return this.typeOf(body, { ...names, [variable.args]: this.typeOf(value, names) });
  }
}

/** What the language leaves out of an object without a word, because these keys have a meaning in JavaScript. */
const droppedKeys = new Set(["__proto__", "constructor", "prototype"]);

function droppedKey({ start, end }: ASTNode, name: string): ExpressionProblem {
  const message = `An object cannot have the key “${name}” here: it would be left out. Choose another name.`;
  return { code: "type", message, start, end };
}

const macros = new Set(["map", "filter", "exists", "exists_one", "all"]);

function typeOfLiteral(value: unknown): ValueType {
  if (value === null) return { kind: "null" };
  if (typeof value === "string") return text;
  if (typeof value === "boolean") return truth;
  return typeof value === "number" || typeof value === "bigint" ? number : anything;
}

function elementType(receiver: ValueType, index: ASTNode, indexType: ValueType): ValueType {
  if (receiver.kind === "list" && indexType.kind !== "string") return receiver.item;
  if (receiver.kind === "object" && index.op === "value" && typeof index.args === "string") {
    return own(receiver.fields, index.args) ?? anything;
  }
  return anything;
}

function operatorType(op: string, [one = anything, other = anything]: ValueType[]): ValueType {
  if (op === "-_") return one.kind === "number" ? number : anything;
  if (op === "-" || op === "*" || op === "/" || op === "%") {
    return one.kind === "number" && other.kind === "number" ? number : anything;
  }
  if (op !== "+") return truth;
  if (one.kind === "list" && other.kind === "list") return joined(one, other);
  const same = one.kind === other.kind && (one.kind === "string" || one.kind === "number");
  return same ? one : anything;
}
