export interface SteadyRows<Row> {
  rows: Row[];
  /** Those that stand there although the list has them no more. */
  gone: ReadonlySet<string>;
  /** How many the list has above and between that are not shown yet. */
  added: number;
}

/**
 * A list that stays where it is while somebody works on its rows: they keep their places, with what is newly known of
 * them; what came in above or between waits; what follows is added at the end.
 */
export function steadyRows<Row extends { id: string }>(
  kept: readonly Row[],
  fresh: readonly Row[],
): SteadyRows<Row> {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const shown = new Set(kept.map(({ id }) => id));
  const end = fresh.findLastIndex(({ id }) => shown.has(id));
  // Rows that follow the last one found may have been pushed off the pages that were read.
  const lastFound = kept.findLastIndex(({ id }) => byId.has(id));
  const gone = kept.filter(({ id }, at) => at < lastFound && !byId.has(id)).map(({ id }) => id);
  const isNew = ({ id }: Row) => !shown.has(id);
  return {
    rows: [...kept.map((row) => byId.get(row.id) ?? row), ...fresh.slice(end + 1).filter(isNew)],
    gone: new Set(gone),
    added: fresh.slice(0, end + 1).filter(isNew).length,
  };
}
