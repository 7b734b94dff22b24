import { compareJson } from "@/workflows/data/compare";
import { written } from "@/workflows/data/limits";
import { listOf } from "@/workflows/data/setting-value";
import { type ExpressionState, evaluateEach } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";

interface Order {
  by: string;
  direction: "ascending" | "descending";
}

interface SortSettings {
  list: string;
  orders: readonly Order[];
  most?: number | undefined;
  output?: string | undefined;
}

/** The entries in order; those that are equal stay as they were. @throws AppError */
export function sorted({ list, orders, most, output }: SortSettings, state: ExpressionState) {
  const entries = listOf("List", list, state);
  const keys = orders.map(({ by }) => (by.trim() ? evaluateEach(by, entries, state) : entries));
  const places = entries.map((_, index) => index);
  places.sort((one, other) => {
    for (const [level, { direction }] of orders.entries()) {
      const order = compareKeys(keys[level]?.[one] ?? null, keys[level]?.[other] ?? null, direction);
      if (order !== 0) return order;
    }
    return one - other;
  });
  const inOrder = places.slice(0, most).map((place) => entries[place] ?? null);
  return { update: written([[output, inOrder]]) };
}

/** Nothing is last in both directions: who sorts from the largest does not look for what is missing. */
function compareKeys(one: Json, other: Json, direction: Order["direction"]): number {
  const order = compareJson(one, other);
  return direction === "ascending" || one === null || other === null ? order : -order;
}
