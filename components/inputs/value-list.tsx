import { attachedIn } from "@/components/attachments/attached";
import { AttachedList } from "@/components/attachments/attached-list";
import { cn } from "@/components/ui/cn";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { ChannelLabel } from "./channel-label";

function Value({ value, channel }: { value: Json; channel: string }) {
  const attached = attachedIn(value);
  if (attached.length > 0) return <AttachedList attached={attached} label={channel} className="pt-1" />;
  return typeof value === "string" ? value : <JsonTree value={value} label={channel} />;
}

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
            <Value value={value} channel={channel} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
