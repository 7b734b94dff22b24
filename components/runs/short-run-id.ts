/** Enough of a run's id to tell it from its neighbours. */
export function shortRunId(id: string): string {
  return id.replace(/^run[_-]/, "").slice(-6);
}
