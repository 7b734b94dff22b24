import type { Channels } from "@/workflows/graph/channel";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { sameJson } from "@/workflows/graph/same-json";
import { editProblem } from "@/workflows/travel/edit-problem";
import type { StateEdit } from "@/workflows/travel/state-edit";

/** What is typed into the form, by channel; those that are not named stay as they are. */
export type Typed = Readonly<Record<string, { how: StateEdit["how"]; value: Json | undefined }>>;

/** What changes: a value that is the same again is no change, and one that was emptied is cleared. */
export function editsOf(typed: Typed, before: JsonObject): StateEdit[] {
  return Object.entries(typed).flatMap(([channel, { how, value = null }]): StateEdit[] => {
    const same = how === "set" && sameJson(before[channel] ?? null, value);
    return same ? [] : [{ channel, how, value }];
  });
}

/** The same from the whole state as JSON. What it leaves out, and what it says again, stays as it is. */
export function typedFrom(state: JsonObject, before: JsonObject): Typed {
  const changed = Object.entries(state).filter(
    ([channel, value]) => !sameJson(before[channel] ?? null, value),
  );
  return Object.fromEntries(changed.map(([channel, value]) => [channel, { how: "set", value }]));
}

/** The state after the edits that take the place of values, to be read and checked before anything runs. */
export function stateWith(before: JsonObject, edits: readonly StateEdit[]): JsonObject {
  const set = edits.filter(({ how }) => how === "set").map(({ channel, value }) => [channel, value] as const);
  return { ...before, ...Object.fromEntries(set) };
}

/** What is wrong with them, by channel. */
export function editProblems(channels: Channels, edits: readonly StateEdit[]): Record<string, string> {
  return Object.fromEntries(
    edits.flatMap((edit) => {
      const problem = editProblem(channels, edit);
      return problem ? [[edit.channel, problem] as const] : [];
    }),
  );
}
