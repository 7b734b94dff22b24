import { labelAt } from "@/workflows/graph/schema-walk";
import type { NodeDefinition } from "@/workflows/nodes/definition";

interface ChannelsUsedProps {
  definition: NodeDefinition;
  config: unknown;
}

interface Use {
  channel: string;
  field: string;
  types: readonly string[];
}

/** The channels that a node reads and writes with these settings, each with the setting that names it. */
export function ChannelsUsed({ definition, config }: ChannelsUsedProps) {
  const reads = definition.reads(config).map(({ channel, field, types = [] }) => ({ channel, field, types }));
  const writes = definition
    .writes(config)
    .map(({ channel, field, type }) => ({ channel, field, types: type ? [type] : [] }));
  const labelOf = (field: string) => {
    const path = field.split(".");
    return labelAt(definition.config, path) ?? labelAt(definition.config, path.slice(0, 1)) ?? field;
  };
  return (
    <div className="grid gap-4 px-4 pb-4 sm:grid-cols-2">
      <Uses title="Reads" uses={reads} labelOf={labelOf} />
      <Uses title="Writes" uses={writes} labelOf={labelOf} />
    </div>
  );
}

interface UsesProps {
  title: string;
  uses: readonly Use[];
  labelOf: (field: string) => string;
}

function Uses({ title, uses, labelOf }: UsesProps) {
  const once = [...new Map(uses.map((use) => [`${use.channel} ${labelOf(use.field)}`, use])).values()];
  return (
    <div className="grid content-start gap-1">
      <h3 className="font-medium text-xs">{title}</h3>
      {once.length === 0 ? <p className="text-muted-foreground text-sm">No channel</p> : null}
      <ul className="grid gap-0.5 text-sm">
        {once.map((use) => (
          <li key={`${use.channel} ${use.field}`}>
            <code className="font-mono text-xs">{use.channel}</code>
            <span className="text-muted-foreground">
              {use.types.length > 0 ? `, ${use.types.join(" or ")}` : null} · {labelOf(use.field)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
