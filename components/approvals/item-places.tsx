import type { ItemPlace } from "@/workflows/events/interrupt";

/** On whose behalf a person is asked, where a node runs for many entries of a list: several may ask the same. */
export function ItemPlaces({ items }: { items: readonly ItemPlace[] }) {
  return (
    <ul aria-label="Entry" className="flex flex-wrap gap-x-3 text-muted-foreground text-sm">
      {items.map(({ of, index, count, label }, depth) => (
        // Each stands in the one before it.
        // biome-ignore lint/suspicious/noArrayIndexKey: their order never changes
        <li key={depth}>
          {of}: <span className="tabular-nums">{`${index + 1} of ${count}`}</span>
          {label ? <span className="text-foreground">{` · ${label}`}</span> : null}
        </li>
      ))}
    </ul>
  );
}
