import type { ReactNode } from "react";
import { TypeLink } from "@/components/node-types/type-link";
import { cn } from "@/components/ui/cn";
import { TintedIcon } from "@/components/ui/tint";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { nodeIcon } from "../nodes/node-icons";
import { portDots } from "../nodes/port-looks";
import { categoryTitles } from "./palette-items";

/** What a node type does, the channels it uses and the ports it has, as its own example shows them. */
export function TypePreview({ definition }: { definition: NodeDefinition }) {
  const { config } = definition.sample;
  const reads = channelWords(
    definition.reads(config).map(({ channel, types }) => ({ channel, type: types?.[0] })),
  );
  const writes = channelWords(definition.writes(config));
  const ports = definition.ports(config);
  return (
    <div className="grid content-start gap-3 p-4">
      <header className="flex items-center gap-2.5">
        <TintedIcon icon={nodeIcon(definition.icon)} tint={definition.category} />
        <div>
          <p className="font-semibold text-sm">{definition.title}</p>
          <p className="text-muted-foreground text-xs">{categoryTitles[definition.category]}</p>
        </div>
      </header>
      <p className="text-xs leading-4">
        {definition.summary} <TypeLink type={definition.type} />
      </p>
      <Facts title="Reads">{reads.length > 0 ? reads : "No channel"}</Facts>
      <Facts title="Writes">{writes.length > 0 ? writes : "No channel"}</Facts>
      <Facts title="Ports">
        {ports.length === 0 ? "None: a run ends here" : null}
        {ports.map(({ name, label, meaning }) => (
          <span key={name} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("size-2 rounded-full", portDots[meaning])} />
            {label}
          </span>
        ))}
      </Facts>
      <p className="text-2xs text-muted-foreground">Names are those of an example.</p>
    </div>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <p className="font-medium text-2xs text-muted-foreground">{title}</p>
      <div className="flex flex-wrap gap-x-3 gap-y-1 text-xs">{children}</div>
    </div>
  );
}

function channelWords(uses: readonly { channel: string; type?: string | undefined }[]): ReactNode[] {
  const byName = new Map(uses.map(({ channel, type }) => [channel, type]));
  return [...byName].map(([channel, type]) => (
    <span key={channel}>
      <span className="font-mono">{channel}</span>
      {type ? <span className="text-muted-foreground"> {type}</span> : null}
    </span>
  ));
}
