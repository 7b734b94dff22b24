import type { ReactNode } from "react";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Short figures side by side, each under its name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-2">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-2xs text-muted-foreground">{label}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
