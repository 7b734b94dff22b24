import { cn } from "@/components/ui/cn";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { JsonObject } from "@/workflows/graph/json";
import { ChannelLabel } from "./channel-label";

/** Values by channel, to read: text as text, everything else as a tree. */
export function ValueList({ values, className }: { values: JsonObject; className?: string }) {
  return (
    <dl className={cn("grid min-w-0 gap-2", className)}>
      {Object.entries(values).map(([channel, value]) => (
        <div key={channel} className="min-w-0">
          <dt className="text-muted-foreground text-xs">
            <ChannelLabel channel={channel} />
          </dt>
          <dd className="whitespace-pre-wrap break-words">
            {typeof value === "string" ? value : <JsonTree value={value} label={channel} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
