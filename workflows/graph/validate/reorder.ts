import { type NeverMatches, neverMatches } from "@/workflows/graph/conditions/never-matches";
import type { Issue } from "@/workflows/graph/issue";
import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import type { SubjectNode } from "./subject";

/**
 * Moves a condition in front of the wider one that hides it; only where each of them decides afterwards. Ports keep
 * their names, so no edge changes.
 */
export function tryEarlierFix(
  { id, node, choices }: SubjectNode,
  { index, after }: NeverMatches,
): Issue["fix"] {
  const [before, ...more] = after;
  const choice = choices[index];
  if (before === undefined || more.length > 0 || !choice) return undefined;
  const moved = <Item>(items: readonly Item[]) => {
    const rest = items.toSpliced(index, 1);
    return rest.toSpliced(before, 0, ...items.slice(index, index + 1));
  };
  const texts = choices.map(({ when }) => when);
  if (neverMatches(moved(texts)).some((dead) => dead.index <= index)) return undefined;
  const list = listOf(choice.field, index, node.config);
  if (!list || list.items.length !== choices.length) return undefined;
  return {
    label: `Try “${choice.label}” first`,
    operation: { op: "node.configure", id, set: { [list.key]: moved(list.items) }, unset: [] },
  };
}

/** The list at the top of the config whose item `index` holds the field. */
function listOf(field: string, index: number, config: Readonly<Record<string, Json>>) {
  const [key = "", at] = field.split(".");
  const items = own(config, key);
  return at === String(index) && Array.isArray(items) ? { key, items } : undefined;
}
