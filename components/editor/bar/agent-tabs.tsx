"use client";

import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { cn } from "@/components/ui/cn";

const tabs = [
  { segment: null, label: "Build" },
  { segment: "runs", label: "Runs" },
  { segment: "tests", label: "Tests" },
  { segment: "publish", label: "Publish" },
] as const;

/** What the browser tab says on one of these views, by the parts of its address below the agent's. */
export function tabTitle([segment, page, number]: readonly string[], agentName: string): string {
  if (page === "versions") return `Version ${number} · ${agentName}`;
  if (page === "compare") return `Compare · ${agentName}`;
  const tab = tabs.find((one) => one.segment === segment);
  return tab ? `${tab.label} · ${agentName}` : agentName;
}

/** The views of one agent. */
export function AgentTabs({ agentId, className }: { agentId: string; className?: string }) {
  const current = useSelectedLayoutSegment();
  return (
    <nav aria-label="Agent" className={cn("flex justify-center", className)}>
      <ul className="inline-flex rounded-md border bg-card p-0.5 max-lg:w-full">
        {tabs.map(({ segment, label }) => (
          <li key={label} className="max-lg:flex-1">
            <Link
              href={segment === null ? `/agents/${agentId}` : `/agents/${agentId}/${segment}`}
              aria-current={current === segment ? "page" : undefined}
              className="inline-flex h-7 w-full items-center justify-center rounded-[6px] px-3 text-muted-foreground text-sm transition-colors hover:text-foreground aria-[current=page]:bg-accent aria-[current=page]:font-medium aria-[current=page]:text-accent-foreground pointer-coarse:h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
