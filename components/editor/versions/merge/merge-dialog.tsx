"use client";

import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import { diff } from "@/workflows/graph/diff";
import { useBuild } from "../../build-context";
import { bySchema, forgetStored } from "../../panels/stored";
import { useRemembered } from "../../panels/use-remembered";
import { useEditor, useEditorStore } from "../../store/editor-context";
import type { StaleDraft } from "../../store/state";
import { type Decisions, decided, decisionsSchema } from "./choices";
import { ConflictCard } from "./conflict-card";
import { conflictTitle } from "./conflict-words";
import { mergedChanges } from "./merged-changes";
import { MergedList } from "./merged-list";
import { useMerge } from "./use-merge";

/** Somebody changed the draft in between: shows what both did, and lets the person decide. Nothing is lost silently. */
export function MergeDialog() {
  const stale = useEditor((state) => state.stale);
  return stale ? <Question key={stale.revision} stale={stale} /> : null;
}

const nothingDecided: Decisions = {};

function Question({ stale }: { stale: StaleDraft }) {
  const store = useEditorStore();
  const { autosave } = useBuild();
  const { user } = useMe();
  const agentId = useEditor((state) => state.agentId);
  const merge = useMerge(stale);
  const { conflicts } = merge;
  const key = `signalbox.merge.${user.id}.${agentId}.${stale.revision}`;
  const [decisions, setDecisions] = useRemembered(key, bySchema(decisionsSchema), nothingDecided);
  const open = conflicts.filter(({ id }) => !Object.hasOwn(decisions, id)).length;

  const allBy = (kind: "mine" | "theirs"): Decisions =>
    Object.fromEntries(conflicts.map(({ id }) => [id, { kind }]));
  const finish = () => {
    store.getState().finishMerge(decided(merge, decisions));
    forgetStored(key);
    void autosave.flush();
    toast.done("Both were merged");
  };
  const drop = () => {
    store.getState().takeTheirs();
    forgetStored(key);
    toast.undo("Your changes were dropped", () => {
      const { document, change } = store.getState();
      change(diff(document, decided(merge, allBy("mine")), "Bring back"));
    });
  };
  return (
    <Dialog open>
      <DialogContent
        title="This draft was changed elsewhere"
        description={`${peopleOf(stale)} saved changes that you have not seen. Nothing was overwritten, and yours are kept in this browser until you decide.`}
        size="lg"
        onEscapeKeyDown={(event) => event.preventDefault()}
        onPointerDownOutside={(event) => event.preventDefault()}
        className="[&>button]:hidden"
      >
        <DialogBody>
          {conflicts.length > 0 ? (
            <div className="flex flex-wrap items-center gap-2">
              <p className="min-w-40 flex-1">{`${plural(conflicts.length, "thing was", "things were")} changed by both:`}</p>
              <Button size="sm" onClick={() => setDecisions(allBy("mine"))}>
                All mine
              </Button>
              <Button size="sm" onClick={() => setDecisions(allBy("theirs"))}>
                All theirs
              </Button>
            </div>
          ) : null}
          {conflicts.map((conflict) => (
            <ConflictCard
              key={conflict.id}
              title={conflictTitle(merge, conflict)}
              conflict={conflict}
              decision={decisions[conflict.id]}
              onDecide={(decision) => setDecisions({ ...decisions, [conflict.id]: decision })}
            />
          ))}
          <section aria-label="Merged by itself" className="grid gap-3 sm:grid-cols-2">
            <h3 className="font-medium sm:col-span-2">Merged by itself</h3>
            <MergedList title="From you" changes={mergedChanges(merge, "mine")} />
            <MergedList title="From them" changes={mergedChanges(merge, "theirs")} />
          </section>
        </DialogBody>
        <DialogFooter>
          <p role="status" className="mr-auto text-muted-foreground">
            {open > 0 ? `${open} of ${conflicts.length} left to decide` : null}
          </p>
          <Button variant="ghost" onClick={drop}>
            Drop my changes
          </Button>
          <Button variant="primary" disabled={open > 0} onClick={finish}>
            Merge
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function peopleOf({ changes }: StaleDraft): string {
  return [...new Set(changes.map((change) => change.by ?? "Somebody"))].join(" and ") || "Somebody";
}
