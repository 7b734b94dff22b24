import { portDots } from "@/components/canvas/nodes/port-looks";
import { cn } from "@/components/ui/cn";
import type { Port } from "@/workflows/nodes/port";

const meanings: Record<Port["meaning"], string> = {
  next: "When its work is done.",
  branch: "When its condition decides so.",
  answer: "When this is the answer.",
  error: "When it fails.",
  limit: "When a loop has used up its rounds.",
  timeout: "When its time is over.",
};

/** The ways out of a node. Two more are there for nearly every type, where its policy or an edge asks for them. */
export function PortList({ ports }: { ports: readonly Port[] }) {
  if (ports.length === 0) return <p className="px-4 pb-4 text-sm">None: a run ends here.</p>;
  return (
    <div className="grid gap-2 px-4 pb-4 text-sm">
      <ul className="grid gap-1.5">
        {ports.map(({ name, label, meaning, optional }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-2">
            <span aria-hidden className={cn("size-2 self-center rounded-full", portDots[meaning])} />
            <span className="font-medium">{label}</span>
            <code className="font-mono text-muted-foreground text-xs">{name}</code>
            <span className="text-muted-foreground">
              {meanings[meaning]}
              {optional ? " It may stay without an edge." : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-muted-foreground text-xs">
        A port for errors is added where the node's policy sends failures there, and one for the limit while
        one of its edges has a cap.
      </p>
    </div>
  );
}
