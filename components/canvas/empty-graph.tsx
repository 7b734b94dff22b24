"use client";

import { Plus } from "lucide-react";
import { useCommand } from "@/components/editor/commands/use-commands";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** Where nothing is drawn yet: what to do first. */
export function EmptyGraph() {
  const count = useEditor((state) => Object.keys(state.document.nodes).length);
  const readOnly = useEditor((state) => state.readOnly);
  const add = useCommand("add");
  if (count > 2 || readOnly) return null;
  if (count > 0) return <FirstStep />;
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center p-6">
      <div className="grid max-w-xs justify-items-center gap-2 text-center">
        <p className="font-semibold text-base">Nothing is drawn yet</p>
        <p className="text-muted-foreground">
          A graph begins at Start and ends at End. Between them stand models, agents, conditions and people.
        </p>
        <Button variant="primary" onClick={add.run} className="pointer-events-auto mt-2">
          <Plus aria-hidden />
          Add the first node
        </Button>
      </div>
    </div>
  );
}

/** Start and End alone: says how to put something between them, and goes once that is done. */
function FirstStep() {
  const narrow = useNarrow();
  return (
    <p className="pointer-events-none absolute inset-x-0 top-6 px-6 text-center text-muted-foreground max-md:top-4">
      {narrow ? (
        "Tap “Add node”, or drag from the dot of a node, to add what comes next."
      ) : (
        <>
          Press <Kbd>Tab</Kbd> or drag from the dot of a node to add what comes next.
        </>
      )}
    </p>
  );
}
