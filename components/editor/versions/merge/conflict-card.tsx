"use client";

import { useId } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Textarea } from "@/components/ui/textarea";
import type { Conflict } from "@/workflows/graph/merge/conflict";
import { isText } from "@/workflows/graph/merge/with-text";
import { DiffText } from "../text/diff-text";
import type { Decision } from "./choices";
import { conflictText } from "./conflict-words";

interface ConflictCardProps {
  title: string;
  conflict: Conflict;
  decision: Decision | undefined;
  onDecide: (decision: Decision) => void;
}

const sides = [
  { value: "mine", label: "Mine" },
  { value: "theirs", label: "Theirs" },
] as const;
const withBoth = [...sides, { value: "both", label: "Both" }] as const;

/** One thing that both changed: what each made of it, and the choice. */
export function ConflictCard({ title, conflict, decision, onDecide }: ConflictCardProps) {
  const heading = useId();
  const writable = isText(conflict);
  const mine = conflictText(conflict.mine);
  const theirs = conflictText(conflict.theirs);
  const choose = (kind: Decision["kind"]) =>
    onDecide(kind === "both" ? { kind, text: [mine, theirs].join("\n\n") } : { kind });
  return (
    <section
      aria-labelledby={heading}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 rounded-md border p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={heading} className="min-w-0 break-words font-medium">
          {title}
        </h3>
        <SegmentedControl
          label={`Which for ${title}`}
          options={writable ? withBoth : sides}
          value={decision?.kind}
          onValueChange={choose}
        />
      </div>
      <div className="grid min-w-0 gap-2 sm:grid-cols-2">
        <Side label="Mine" conflict={conflict} text={mine} />
        <Side label="Theirs" conflict={conflict} text={theirs} />
      </div>
      {decision?.kind === "both" ? (
        <Textarea
          aria-label={`Text for ${title}`}
          rows={4}
          value={decision.text}
          onChange={(event) => onDecide({ kind: "both", text: event.target.value })}
        />
      ) : null}
    </section>
  );
}

interface SideProps {
  label: string;
  conflict: Conflict;
  text: string | undefined;
}

/** What one side made of it, held against what it was. */
function Side({ label, conflict, text }: SideProps) {
  const base = conflictText(conflict.base);
  return (
    <div className="grid min-w-0 content-start gap-1">
      <p className="text-muted-foreground text-xs">{label}</p>
      {text === undefined ? (
        <p className="rounded-md border border-failed-line bg-failed-soft px-2.5 py-2 text-failed-ink">
          {conflict.part === "field" ? "Not set" : base === undefined ? "Not there" : "Deleted"}
        </p>
      ) : (
        <div className="max-h-60 overflow-y-auto">
          <DiffText
            before={base ?? ""}
            after={text}
            mono={typeof (conflict.mine ?? conflict.theirs) !== "string"}
          />
        </div>
      )}
    </div>
  );
}
