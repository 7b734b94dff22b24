import { written } from "@/workflows/data/limits";
import { sameKey } from "@/workflows/data/same-key";
import { listOf } from "@/workflows/data/setting-value";
import { type ExpressionState, evaluateEach } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";
import { type FigureName, figures } from "./figures";

interface Figure {
  name: string;
  figure: FigureName;
  of: string;
}

interface AggregateSettings {
  list: string;
  groups: readonly { name: string; by: string }[];
  figures: readonly Figure[];
  output?: string | undefined;
}

/** The figures of each group, in the order in which groups are met; without groups, of the whole list. @throws AppError */
export function aggregated(settings: AggregateSettings, state: ExpressionState) {
  const entries = listOf("List", settings.list, state);
  const keys = settings.groups.map(({ by }) => evaluateEach(by, entries, state));
  const values = settings.figures.map(({ of, figure }) => {
    if (of.trim()) return evaluateEach(of, entries, state);
    return figure === "count" ? entries.map(() => true) : entries;
  });
  const rows = groupsOf(keys, entries.length).map(({ key, places }) => ({
    ...Object.fromEntries(settings.groups.map(({ name }, index) => [name, key[index] ?? null])),
    ...figuresOf(settings.figures, values, places),
  }));
  const result = settings.groups.length > 0 ? rows : (rows[0] ?? figuresOf(settings.figures, values, []));
  return { update: written([[settings.output, result]]) };
}

interface Group {
  key: Json[];
  /** Indexes of its entries. */
  places: number[];
}

function groupsOf(keys: readonly Json[][], count: number): Group[] {
  const groups = new Map<string, Group>();
  for (let place = 0; place < count; place += 1) {
    const key = keys.map((values) => values[place] ?? null);
    const name = sameKey(key);
    const known = groups.get(name);
    if (known) known.places.push(place);
    else groups.set(name, { key, places: [place] });
  }
  return [...groups.values()];
}

function figuresOf(
  wanted: readonly Figure[],
  values: readonly (readonly Json[])[],
  places: readonly number[],
): Record<string, Json> {
  const entries = wanted.map(({ name, figure }, index): [string, Json] => {
    const own = places.map((place) => values[index]?.[place] ?? null).filter((value) => value !== null);
    return [name, figures[figure](own, name)];
  });
  return Object.fromEntries(entries);
}
