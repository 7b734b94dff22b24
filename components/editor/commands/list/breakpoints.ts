import { CircleDot, CircleDotDashed, StepForward } from "lucide-react";
import { openStop } from "@/components/run/stop/open-stop";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import { canBreak, toggled } from "../../breakpoints/breakpoint-list";
import type { Command, CommandContext } from "../command";

/** The selected nodes at which a run can stop. Runs stop between the steps of the agent's own graph, not inside of others. */
function nodesToBreak({ store, inside }: CommandContext): string[] {
  if (inside.within !== undefined) return [];
  const { document, selection } = store.getState();
  return [...selection.nodes].filter((id) => canBreak(document, id));
}

const toggle = (when: Breakpoint["when"]) => (context: CommandContext) => {
  for (const nodeId of nodesToBreak(context)) {
    context.breakpoints.setState((list) => toggled(list, { nodeId, when }), true);
  }
};
const enabled = (context: CommandContext) => nodesToBreak(context).length > 0;

/** Stops of test runs, and how a stopped one goes on from the canvas. */
export const breakpointCommands: readonly Command[] = [
  {
    id: "break-before",
    group: "Run",
    label: "Breakpoint before",
    icon: CircleDot,
    keys: ["B"],
    looksOnly: true,
    enabled,
    run: toggle("before"),
  },
  {
    id: "break-after",
    group: "Run",
    label: "Breakpoint after",
    icon: CircleDotDashed,
    keys: ["Shift+B"],
    looksOnly: true,
    enabled,
    run: toggle("after"),
  },
  {
    id: "run-to",
    group: "Run",
    label: "Run to here",
    icon: StepForward,
    keys: ["Shift+U"],
    looksOnly: true,
    enabled: (context) => nodesToBreak(context).length === 1 && openStop(context.shownRun()) !== undefined,
    run: (context) => {
      const [nodeId] = nodesToBreak(context);
      if (nodeId !== undefined) context.goOn({ mode: "to", nodeId });
    },
  },
];
