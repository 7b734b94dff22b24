"use client";

import { useMemo, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { alignVisits } from "@/workflows/events/compare/align";
import { differencesOf } from "@/workflows/events/compare/differences";
import { usedInVisits } from "@/workflows/events/compare/visit-use";
import { compare } from "@/workflows/graph/compare";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { ComparedVisit } from "./compared-visit";
import type { ComparedRuns } from "./side";

const shownAtFirst = 200;

/** Both runs visit by visit: what each did at a node, what it took, and in what they differ. */
export function ComparedPath({ runs: { a, b } }: { runs: ComparedRuns }) {
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const [all, setAll] = useState(false);
  const graph = useMemo(() => compare(a.document, b.document), [a.document, b.document]);
  const rows = useMemo(() => {
    const used = { a: usedInVisits(a.view.spans), b: usedInVisits(b.view.spans) };
    return alignVisits(a.view.spans, b.view.spans).map((visit) => {
      const use = { a: visit.a && used.a(visit.a.id), b: visit.b && used.b(visit.b.id) };
      const models = { a: use.a?.models ?? [], b: use.b?.models ?? [] };
      const settings = graph.nodes[(visit.a ?? visit.b)?.nodeId ?? ""];
      const differences = differencesOf(visit, models);
      return { visit, use, settings, differences, differs: differences.length > 0 || settings !== undefined };
    });
  }, [a, b, graph]);
  const differing = rows.filter(({ differs }) => differs);
  const wanted = onlyDiffering ? differing : rows;
  const shown = all ? wanted : wanted.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="path" className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="path" className="font-semibold">
          Visit by visit
        </h2>
        <span className="flex items-center gap-2 text-sm">
          <Checkbox
            id="only-differing"
            checked={onlyDiffering}
            onCheckedChange={(on) => setOnlyDiffering(on === true)}
          />
          <Label htmlFor="only-differing" className="font-normal">
            Only what differs
          </Label>
        </span>
      </div>
      <p className="text-muted-foreground text-sm">{pathWords(rows.length, differing.length)}</p>
      <ol className="grid min-w-0 rounded-lg border">
        {shown.map(({ visit, use, settings, differences }) => (
          <ComparedVisit
            key={visit.key}
            runIds={{ a: a.run.id, b: b.run.id }}
            visit={visit}
            title={nodeTitle(visit.a ? a.document : b.document, (visit.a ?? visit.b)?.nodeId ?? "")}
            use={use}
            settings={settings}
            differences={differences}
          />
        ))}
      </ol>
      {shown.length < wanted.length ? (
        <button type="button" className="justify-self-start text-sm underline" onClick={() => setAll(true)}>
          {`Show all ${wanted.length.toLocaleString("en")} visits`}
        </button>
      ) : null}
    </section>
  );
}

function pathWords(all: number, differing: number): string {
  if (all === 0) return "Neither run has visited a node.";
  return differing === 0
    ? `Both took the same path through ${all} visits, to the same values.`
    : `${differing} of ${all} visits differ.`;
}
