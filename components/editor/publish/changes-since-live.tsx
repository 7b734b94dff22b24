"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { getVersion } from "@/lib/api/contract/agents";
import { stepsOf } from "@/workflows/graph/apply";
import { diff } from "@/workflows/graph/diff";
import { useAgent } from "../agent-context";
import { ChangeList } from "../change-list";
import { useEditor } from "../store/editor-context";
import { useEditorUiStore } from "../store/editor-ui";
import { comparePath } from "../versions/version-paths";

/** Operations after which a graph does what it did: they are about places, papers and trying out. */
const meaningless: ReadonlySet<string> = new Set(["node.move", "node.pin", "group.set", "sticky.set"]);

/** What the draft does differently from the live version; moved nodes do nothing differently. */
export function ChangesSinceLive() {
  const { agent } = useAgent();
  const ui = useEditorUiStore();
  const draft = useEditor((state) => state.document);
  const number = agent.liveVersion ?? 0;
  const { data } = useEndpoint(getVersion, { params: { id: agent.id, number } }, { enabled: number > 0 });
  const live = data?.document;
  const steps = useMemo(
    () => (live ? stepsOf(diff(live, draft)).filter(({ op }) => !meaningless.has(op)) : []),
    [live, draft],
  );
  const names = useMemo(
    () => ({ nodes: { ...live?.nodes, ...draft.nodes }, edges: { ...live?.edges, ...draft.edges } }),
    [live, draft],
  );
  if (number === 0) return <p className="text-muted-foreground">This will be its first version.</p>;
  if (!live) return <p className="text-muted-foreground">{`Comparing with version ${number}…`}</p>;
  return (
    <section className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-medium">{`Changed since version ${number}`}</h3>
        <Link
          href={comparePath(agent.id, number, "draft")}
          onClick={() => ui.setState({ publish: false })}
          className="rounded-sm text-muted-foreground text-xs underline underline-offset-2 hover:text-foreground"
        >
          Compare on the canvas
        </Link>
      </div>
      <ChangeList operations={steps} names={names} />
    </section>
  );
}
