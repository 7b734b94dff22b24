"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import type { Operation } from "@/workflows/graph/operation";
import { useBuild } from "./build-context";
import { ChangeList } from "./change-list";
import { describeOperation, type Names } from "./store/describe-operation";
import { useEditor, useEditorStore } from "./store/editor-context";

/** Somebody changed the draft in between: shows what they did, and lets the person decide. Nothing is lost silently. */
export function StaleDialog() {
  const store = useEditorStore();
  const { autosave } = useBuild();
  const stale = useEditor((state) => state.stale);
  const base = useEditor((state) => state.base);
  const inFlight = useEditor((state) => state.inFlight);
  const pending = useEditor((state) => state.pending);
  const mine = useMemo(() => [...inFlight, ...pending], [inFlight, pending]);
  // Things are called as this person knows them; what others added has a name in the server's draft alone.
  const names = useMemo(
    () => ({
      nodes: { ...stale?.draft.nodes, ...base.nodes },
      edges: { ...stale?.draft.edges, ...base.edges },
    }),
    [stale, base],
  );
  if (!stale) return null;

  const people = [...new Set(stale.changes.map((change) => change.by ?? "Somebody"))].join(" and ");
  const keep = () => {
    const skipped = store.getState().keepMine();
    void autosave.flush();
    if (skipped.length === 0) return toast.done("Your changes were put on top");
    const words = skipped.map(
      ({ operation, reason }) => `${describeOperation(operation, names).subject}: ${reason}`,
    );
    toast.failed(`${plural(skipped.length, "change")} no longer fitted`, new Error(words.join(" ")));
  };
  return (
    <Dialog open>
      <DialogContent
        title="This draft was changed elsewhere"
        description={`${people} saved changes that you have not seen. Nothing was overwritten.`}
        size="md"
        onEscapeKeyDown={(event) => event.preventDefault()}
        onPointerDownOutside={(event) => event.preventDefault()}
        className="[&>button]:hidden"
      >
        <DialogBody className="gap-5 sm:grid-cols-2">
          <Side
            title="They changed"
            operations={stale.changes.flatMap((change) => change.operations)}
            names={names}
          />
          <Side title="You changed" operations={mine} names={names} />
        </DialogBody>
        <DialogFooter>
          <Button onClick={() => store.getState().takeTheirs()}>Take theirs, drop mine</Button>
          <Button variant="primary" onClick={keep}>
            Put mine on top
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

interface SideProps {
  title: string;
  operations: readonly Operation[];
  names: Names;
}

function Side({ title, operations, names }: SideProps) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 font-medium">{title}</h3>
      <ChangeList operations={operations} names={names} />
    </section>
  );
}
