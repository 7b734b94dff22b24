const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** A number short enough for a card: 312, 4.1K, 2M. */
export function formatCount(count: number): string {
  return compact.format(count);
}

/** A number with its noun: 1 run, 4 runs, 1,204 runs. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
