import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import type { SingleOperation } from "@/workflows/graph/operation";
import { own } from "@/workflows/graph/record";
import type { CommandContext } from "../commands/command";
import { changeAll } from "../store/editor-store";
import { lastOutput } from "./last-output";
import { pinnable } from "./pin-selection";

/**
 * Takes the pins off where all selected nodes are pinned; else pins what they gave in the shown run. One node of which
 * nothing is known is pinned by hand.
 */
export function togglePins(context: CommandContext): void {
  const { store, ui, shownRun } = context;
  const { pins } = store.getState().document;
  const ids = pinnable(context);
  const open = ids.filter((id) => !own(pins, id));
  if (open.length === 0) {
    changeAll(
      store,
      ids.map((id): SingleOperation => ({ op: "node.pin", id, pin: null })),
      "Unpin",
    );
    return;
  }
  const found = open.flatMap((id): SingleOperation[] => {
    const pin = lastOutput(shownRun(), id);
    return pin ? [{ op: "node.pin", id, pin }] : [];
  });
  if (found.length > 0) {
    const problem = changeAll(store, found, "Pin output");
    if (problem) toast.failed("The output was not pinned", new Error(problem.message));
    else if (found.length < open.length) toast.done(leftOut(open.length - found.length));
  } else if (open.length === 1) ui.setState({ pinning: open[0] ?? null });
  else toast.failed("Nothing to pin", new Error("The selected nodes gave no output in the shown run."));
}

function leftOut(count: number): string {
  return `${plural(count, "node")} gave no output in the shown run, so nothing was pinned there.`;
}
