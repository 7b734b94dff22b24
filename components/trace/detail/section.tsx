import type { ReactNode } from "react";
import { JsonTree } from "@/components/ui/json-tree/json-tree";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium text-muted-foreground text-xs">{title}</h3>
      {children}
    </section>
  );
}

/** A recorded value under its name; nothing at all where none was recorded. */
export function ValueSection({ title, value }: { title: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <Section title={title}>
      <JsonTree value={value} label={title} openDepth={2} />
    </Section>
  );
}
