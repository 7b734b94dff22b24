import { Workflow } from "lucide-react";
import { TintedIcon } from "@/components/ui/tint";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { Pattern } from "./pattern";

/** What a pattern puts into the graph. */
export function PatternPreview({ pattern: { template } }: { pattern: Pattern }) {
  const { nodes, channels } = template.document;
  const put = Object.entries(nodes).filter(([, { type }]) => faceOf(type)?.role === undefined);
  return (
    <div className="grid content-start gap-3 p-4">
      <header className="flex items-center gap-2.5">
        <TintedIcon icon={Workflow} tint="flow" />
        <div>
          <p className="font-semibold text-sm">{template.title}</p>
          <p className="text-muted-foreground text-xs">Pattern of {put.length} nodes</p>
        </div>
      </header>
      <p className="text-xs leading-4">{template.summary}</p>
      <div className="grid gap-0.5">
        <p className="font-medium text-2xs text-muted-foreground">Nodes</p>
        <ul className="grid gap-0.5 text-xs">
          {put.map(([id, { title, type }]) => (
            <li key={id}>
              {title} <span className="text-muted-foreground">{faceOf(type)?.title}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="grid gap-0.5">
        <p className="font-medium text-2xs text-muted-foreground">Channels, added where missing</p>
        <p className="break-words font-mono text-xs">{Object.keys(channels).join(", ")}</p>
      </div>
    </div>
  );
}
