import { ChannelLabel } from "@/components/inputs/channel-label";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { Json } from "@/workflows/graph/json";
import { AgentMessage } from "./agent-message";
import { isJsonObject, textOf } from "./output-text";

/** What a run gave out, to read: one text alone, several values under their names. */
export function TurnOutput({ value }: { value: Json }) {
  const text = textOf(value);
  if (text !== null) return <AgentMessage text={text} />;
  if (!isJsonObject(value)) return <JsonTree value={value} label="Result" openDepth={2} />;
  return (
    <dl className="grid grid-cols-1 gap-4">
      {Object.entries(value).map(([channel, part]) => (
        <div key={channel} className="min-w-0">
          <dt className="mb-1 text-muted-foreground text-xs">
            <ChannelLabel channel={channel} />
          </dt>
          <dd className="min-w-0">
            <OutputPart channel={channel} value={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OutputPart({ channel, value }: { channel: string; value: Json }) {
  if (typeof value === "string") return <AgentMessage text={value} />;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return <span className="tabular-nums">{value}</span>;
  if (value === null) return <span className="text-muted-foreground">None</span>;
  return <JsonTree value={value} label={channel} openDepth={2} />;
}
