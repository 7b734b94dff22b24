import type { Command, CommandContext } from "./command";
import { arrangeCommands } from "./list/arrange";
import { breakpointCommands } from "./list/breakpoints";
import { drawCommands } from "./list/draw";
import { editCommands } from "./list/edit";
import { findCommands } from "./list/find";
import { heatCommands } from "./list/heat";
import { insideCommands } from "./list/inside";
import { paperCommands } from "./list/paper";
import { pathCommands } from "./list/paths";
import { runCommands } from "./list/run";
import { selectCommands } from "./list/select";
import { viewCommands } from "./list/view";

/** Everything the canvas can be told by keyboard, menu, button or palette. */
export const commands: readonly Command[] = [
  ...drawCommands,
  ...paperCommands,
  // Before settings: Enter goes into a subgraph.
  ...insideCommands.filter(({ id }) => id !== "leave-subgraph"),
  ...editCommands,
  // Before the selection: Escape leaves the view first.
  ...pathCommands,
  ...findCommands,
  ...selectCommands,
  // After the selection: the first Escape lets go of it.
  ...insideCommands.filter(({ id }) => id === "leave-subgraph"),
  ...arrangeCommands,
  ...viewCommands,
  ...heatCommands,
  ...runCommands,
  ...breakpointCommands,
];

export function commandById(id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (!found) throw new Error(`No command “${id}”`);
  return found;
}

/** Whether the command can do something now. */
export function isEnabled(command: Command, context: CommandContext): boolean {
  if (context.store.getState().readOnly && !command.looksOnly) return false;
  return command.enabled?.(context) ?? true;
}
