import type { ReactNode } from "react";
import { JsonTree } from "@/components/ui/json-tree/json-tree";

interface SectionProps {
  title: string;
  /** Stands at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, action, children }: SectionProps) {
  return (
    <section className="grid min-w-0 gap-1.5">
      <div className="flex min-h-5 items-center justify-between gap-2">
        <h3 className="font-medium text-muted-foreground text-xs">{title}</h3>
        {action}
      </div>
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
