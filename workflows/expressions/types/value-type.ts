/**
 * What is known of a value before the run. Where a value may be missing it is null; that is part of every type and
 * said by none.
 */
export type ValueType =
  | { kind: "any" }
  | { kind: "null" }
  | { kind: "string" }
  | { kind: "number" }
  | { kind: "boolean" }
  | { kind: "list"; item: ValueType }
  | {
      kind: "object";
      fields: Readonly<Record<string, ValueType>>;
      /** Whether it may have fields beside these; `unlikely` ones are worth a warning. */
      others: "none" | "unlikely" | "likely";
    };

export type ObjectType = Extract<ValueType, { kind: "object" }>;

/** Names of an expression and what is known of their values. */
export type Shapes = Readonly<Record<string, ValueType>>;

export const anything: ValueType = { kind: "any" };
export const text: ValueType = { kind: "string" };
export const number: ValueType = { kind: "number" };
export const truth: ValueType = { kind: "boolean" };
export const anyObject: ObjectType = { kind: "object", fields: {}, others: "likely" };

export function listOf(item: ValueType): ValueType {
  return { kind: "list", item };
}

/** A type in a word or two, as it stands beside a name. */
export function typeWord(type: ValueType): string {
  switch (type.kind) {
    case "any":
      return "any";
    case "null":
      return "nothing";
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "true/false";
    case "object":
      return "object";
    case "list": {
      const many = plurals[type.item.kind];
      return many ? `list of ${many}` : "list";
    }
  }
}

/** A type as it stands in a sentence. */
export function typePhrase(type: ValueType): string {
  switch (type.kind) {
    case "any":
      return "any value";
    case "null":
      return "nothing";
    case "boolean":
      return "true or false";
    case "object":
      return "an object";
    default:
      return `a ${typeWord(type)}`;
  }
}

const plurals: Readonly<Partial<Record<ValueType["kind"], string>>> = {
  string: "texts",
  number: "numbers",
  object: "objects",
  list: "lists",
};
