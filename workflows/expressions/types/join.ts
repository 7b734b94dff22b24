import { own } from "@/workflows/graph/record";
import { anything, type ObjectType, type ValueType } from "./value-type";

/** The type of a value that is of the one or of the other. */
export function joined(one: ValueType, other: ValueType): ValueType {
  if (one.kind === "null") return other;
  if (other.kind === "null") return one;
  if (one.kind === "list" && other.kind === "list") {
    return { kind: "list", item: joined(one.item, other.item) };
  }
  if (one.kind === "object" && other.kind === "object") return joinedObjects(one, other);
  return one.kind === other.kind ? one : anything;
}

/** The type of a value that is of one of these; null of none. */
export function joinedAll(types: readonly ValueType[]): ValueType {
  return types.reduce(joined, { kind: "null" });
}

const openness = ["none", "unlikely", "likely"] as const;

function joinedObjects(one: ObjectType, other: ObjectType): ObjectType {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  const fields = Object.fromEntries([...names].map((name) => [name, joined(at(one, name), at(other, name))]));
  const others = openness.findLast((each) => each === one.others || each === other.others) ?? "likely";
  return { kind: "object", fields, others };
}

/** A field that an object does not name is missing, or anything. */
function at({ fields, others }: ObjectType, name: string): ValueType {
  return own(fields, name) ?? (others === "none" ? { kind: "null" } : anything);
}
