"use client";

import { ArrowLeft, ArrowLeftRight, ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useAgent } from "../../agent-context";
import { countWords } from "../changes/change-words";
import type { Change } from "../changes/changes";
import type { VersionItem } from "../list/version-row";
import { RestoreButton } from "../restore-button";
import type { Side } from "../version-paths";
import { SideSelect } from "./side-select";

interface CompareBarProps {
  versions: readonly VersionItem[];
  from: Side;
  to: Side;
  onFrom: (side: Side) => void;
  onTo: (side: Side) => void;
  onSwap: () => void;
  /** Undefined while they are not known. */
  changes: readonly Change[] | undefined;
  chosen: Change | undefined;
  onStep: (by: 1 | -1) => void;
}

/** What is compared with what, and the way from change to change. */
export function CompareBar(props: CompareBarProps) {
  const { versions, from, to, onFrom, onTo, onSwap, changes, chosen, onStep } = props;
  const { agent } = useAgent();
  // Held against the draft, the other side is what the draft may become.
  const version =
    to === "draft" && from !== "draft" ? from : from === "draft" && to !== "draft" ? to : undefined;
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2">
      <Button asChild variant="ghost" size="sm" className="-ml-2">
        <Link href={`/agents/${agent.id}/publish`}>
          <ArrowLeft aria-hidden />
          Versions
        </Link>
      </Button>
      <h2 className="sr-only">Compare</h2>
      <div className="flex min-w-0 items-center gap-1.5 max-sm:w-full">
        <SideSelect label="From" versions={versions} value={from} onChange={onFrom} />
        <IconButton icon={ArrowLeftRight} label="Swap sides" onClick={onSwap} />
        <SideSelect label="To" versions={versions} value={to} onChange={onTo} />
      </div>
      {version === undefined || !changes ? null : <RestoreButton number={version} />}
      {changes && changes.length > 0 ? (
        <>
          <p role="status" className="text-muted-foreground">
            {countWords(changes)}
          </p>
          <div className="ml-auto flex items-center gap-1">
            <span className="mr-1 text-muted-foreground text-xs tabular-nums">
              {chosen ? `${changes.indexOf(chosen) + 1} of ${changes.length}` : null}
            </span>
            <IconButton icon={ChevronUp} label="Previous change" shortcut="P" onClick={() => onStep(-1)} />
            <IconButton icon={ChevronDown} label="Next change" shortcut="N" onClick={() => onStep(1)} />
          </div>
        </>
      ) : null}
    </header>
  );
}
