import { toast } from "@/components/ui/toast";
import type { EditorStore } from "./editor-store";
import { shapes } from "./late-shapes";
import { rebase } from "./rebase";
import { pruneSelection } from "./selection";

/**
 * Takes back what was changed before the schemas were here and the server would refuse for its shape alone, and says
 * so: it would block all that comes after it.
 */
export function dropMalformed(store: EditorStore): void {
  const { base, inFlight, pending, selection } = store.getState();
  const problems = pending.map((operation) => shapes.current()?.shapeProblem(operation));
  const problem = problems.find((found) => found);
  if (!problem) return;
  const fine = pending.filter((_, index) => !problems[index]);
  const { document } = rebase(base, [...inFlight, ...fine]);
  store.setState({
    pending: fine,
    document,
    selection: pruneSelection(selection, document),
    save: inFlight.length + fine.length > 0 ? { kind: "waiting" } : { kind: "saved" },
  });
  toast.failed("A change was taken back", new Error(problem.message));
}
