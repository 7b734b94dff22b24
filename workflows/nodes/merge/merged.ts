import { written } from "@/workflows/data/limits";
import { mergeObjects, type Plain, plainOf } from "@/workflows/data/plain-object";
import { sameKey } from "@/workflows/data/same-key";
import { listOf } from "@/workflows/data/setting-value";
import { type ExpressionState, evaluate, evaluateEach } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";

interface MergeSettings {
  mode: "lists" | "objects" | "deep" | "by-key";
  sources: readonly { value: string }[];
  key: string;
  keep: "all" | "first" | "common";
  output?: string | undefined;
}

/** The values of the sources as one. @throws AppError */
export function merged(settings: MergeSettings, state: ExpressionState) {
  return { update: written([[settings.output, mergedValue(settings, state)]]) };
}

function mergedValue({ mode, sources, key, keep }: MergeSettings, state: ExpressionState): Json {
  if (mode === "objects" || mode === "deep") {
    const objects = sources.map(({ value }, index) =>
      plainOf(`Value ${index + 1}`, value, evaluate(value, state)),
    );
    return objects.reduce((one, other) => mergeObjects(one, other, mode === "deep"), {});
  }
  const lists = sources.map(({ value }, index) => listOf(`Value ${index + 1}`, value, state));
  return mode === "lists" ? lists.flat() : byKey(lists, sources, key, keep, state);
}

/** One entry for each key, in the order in which keys are met first; later lists win over earlier ones. */
function byKey(
  lists: readonly Json[][],
  sources: MergeSettings["sources"],
  key: string,
  keep: MergeSettings["keep"],
  state: ExpressionState,
): Json[] {
  const found = new Map<string, { entry: Plain; lists: Set<number> }>();
  for (const [list, entries] of lists.entries()) {
    const keys = evaluateEach(key, entries, state).map(sameKey);
    for (const [index, entry] of entries.entries()) {
      const plain = plainOf(`Entry ${index + 1} of value ${list + 1}`, sources[list]?.value ?? "", entry);
      const known = found.get(keys[index] ?? "");
      if (known) {
        known.entry = mergeObjects(known.entry, plain, false);
        known.lists.add(list);
      } else if (list === 0 || keep === "all") {
        found.set(keys[index] ?? "", { entry: plain, lists: new Set([list]) });
      }
    }
  }
  return [...found.values()]
    .filter((each) => keep !== "common" || each.lists.size === lists.length)
    .map(({ entry }) => entry);
}
