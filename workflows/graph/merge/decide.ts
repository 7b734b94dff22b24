import { sameJson } from "@/workflows/graph/same-json";
import type { Choice, Conflict, ConflictPlace, ConflictValue, Three } from "./conflict";

type Comparable = object | ConflictValue | undefined;

/** Decides thing by thing between two sides, and keeps what only a person can decide. */
export class Decider {
  readonly conflicts: Conflict[] = [];

  constructor(private readonly choices: Readonly<Record<string, Choice>>) {}

  /** The changed side wins; where both changed alike there is nothing to decide. */
  decide<Value extends ConflictValue | undefined>(
    place: ConflictPlace,
    three: Three<Value, Value | undefined>,
  ): Value {
    const side = changedSide(three);
    return three[side ?? this.ask(place, three)];
  }

  /** Hands a conflict to the person; until they choose, what is saved already stands. */
  ask(place: ConflictPlace, three: Three<ConflictValue | undefined>): Choice {
    this.conflicts.push({ ...place, ...three });
    return Object.hasOwn(this.choices, place.id) ? (this.choices[place.id] ?? "theirs") : "theirs";
  }
}

/** The side whose value stands without asking; undefined where both changed it, each otherwise. */
export function changedSide(three: Three<Comparable>): Choice | undefined {
  if (sameJson(three.mine, three.theirs) || sameJson(three.mine, three.base)) return "theirs";
  return sameJson(three.theirs, three.base) ? "mine" : undefined;
}

/** The side that changed it; mine where both did. For things nobody wants to be asked about. */
export function preferMine<Value extends Comparable>(three: Three<Value>): Value {
  return three[changedSide(three) ?? "mine"];
}

/** Every key of the three, in a stable order: those of the base first. */
export function keysOf(three: Three<object>): string[] {
  const { base, mine, theirs } = three;
  return [...new Set([base, theirs, mine].flatMap((record) => Object.keys(record)))];
}

/** A key's values in the three. */
export function valuesAt<Value>(
  three: Three<Readonly<Record<string, Value>>>,
  key: string,
): Three<Value | undefined> {
  const at = (record: Readonly<Record<string, Value>>) =>
    Object.hasOwn(record, key) ? record[key] : undefined;
  return { base: at(three.base), mine: at(three.mine), theirs: at(three.theirs) };
}

/** A record merged key by key; undefined leaves a key out. */
export function mergeRecord<Value>(
  three: Three<Readonly<Record<string, Value>>>,
  decide: (key: string, values: Three<Value | undefined>) => Value | undefined,
): Record<string, Value> {
  return Object.fromEntries(
    keysOf(three).flatMap((key): [string, Value][] => {
      const value = decide(key, valuesAt(three, key));
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
