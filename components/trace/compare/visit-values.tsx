"use client";

import Link from "next/link";
import { FieldValue } from "@/components/editor/versions/fields/field-value";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { AlignedVisit } from "@/workflows/events/compare/align";
import type { Span } from "@/workflows/events/run-view";
import type { ItemChange } from "@/workflows/graph/compare";
import type { Node } from "@/workflows/graph/node";
import { ProblemNotice } from "../detail/problem-notice";
import { Section } from "../detail/section";
import { sizeWords } from "../files/size-words";
import { useWholeSpan } from "../whole/use-whole-span";
import { ComparedValue } from "./compared-value";
import { type Side, sideNames, sides } from "./side";

interface VisitValuesProps {
  runIds: Record<Side, string>;
  visit: AlignedVisit;
  settings: ItemChange<Node> | undefined;
}

const nowhere: Span = { id: "", kind: "node", name: "", status: "done", startedAt: 0 };

/** What a visit was given and wrote in both runs, and what was set differently at its node. */
export function VisitValues({ runIds, visit, settings }: VisitValuesProps) {
  const a = useWholeSpan(runIds.a, visit.a ?? nowhere);
  const b = useWholeSpan(runIds.b, visit.b ?? nowhere);
  const failed = [a, b].find(({ error }) => error);
  return (
    <div className="grid min-w-0 gap-4 border-t bg-muted/30 px-3 py-3">
      {settings ? <Settings change={settings} /> : null}
      {sides.map((side) => {
        const problem = visit[side]?.problem;
        return problem ? (
          <ProblemNotice key={side} problem={problem} title={`${sideNames[side]} failed here`} />
        ) : null;
      })}
      {failed?.error ? (
        <ErrorState title="The visit could not be loaded" error={failed.error} onRetry={failed.retry} />
      ) : a.loading || b.loading ? (
        <SkeletonRows rows={2} label="Loading the visit" />
      ) : (
        <>
          <Value title="Input" part="input" a={a.span} b={b.span} />
          <Value title="What it wrote" part="output" a={a.span} b={b.span} />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {sides.map((side) => {
          const span = visit[side];
          if (!span) return null;
          return (
            <Button key={side} asChild size="sm">
              <Link href={`/runs/${runIds[side]}?show=span&span=${encodeURIComponent(span.id)}`}>
                {`Open in ${sideNames[side]}`}
              </Link>
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function Value({ title, part, a, b }: { title: string; part: "input" | "output"; a: Span; b: Span }) {
  const large = Math.max(a.left?.[part]?.chars ?? 0, b.left?.[part]?.chars ?? 0);
  if (large > 0) {
    return (
      <Section title={title}>
        <p className="text-muted-foreground text-sm">
          {`Up to ${sizeWords(large)}: too long to compare here. Open it in each run.`}
        </p>
      </Section>
    );
  }
  if (a[part] === undefined && b[part] === undefined) return null;
  return (
    <Section title={title}>
      <ComparedValue a={a[part]} b={b[part]} />
    </Section>
  );
}

function Settings({ change }: { change: ItemChange<Node> }) {
  if (change.kind !== "changed") {
    return (
      <p className="text-sm">{`The node stands only in the graph of ${change.kind === "added" ? "B" : "A"}.`}</p>
    );
  }
  return (
    <Section title="Settings that differ">
      <dl className="grid min-w-0 gap-2">
        {change.fields.map((field) => (
          <div key={field.field} className="grid min-w-0 gap-1">
            <dt className="font-mono text-xs">{field.field.replace(/^config\./, "")}</dt>
            <dd className="min-w-0">
              <FieldValue change={field} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
