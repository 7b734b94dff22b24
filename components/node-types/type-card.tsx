import Link from "next/link";
import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { TintedIcon } from "@/components/ui/tint";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { typePath } from "./type-path";

/** Leads to the page of a node type. */
export function TypeCard({ definition }: { definition: NodeDefinition }) {
  return (
    <Link
      href={typePath(definition.type)}
      className="flex h-full items-start gap-3 rounded-lg border bg-card p-3 transition-colors hover:bg-accent/50"
    >
      <TintedIcon icon={nodeIcon(definition.icon)} tint={definition.category} />
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium text-sm">{definition.title}</span>
        <span className="text-muted-foreground text-xs leading-4">{definition.summary}</span>
      </span>
    </Link>
  );
}
