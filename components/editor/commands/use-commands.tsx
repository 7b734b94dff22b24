"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect } from "react";
import { useOfferCommands } from "@/components/shell/command-palette/command-source";
import type { Command, CommandContext } from "./command";
import { commandById, commands, isEnabled } from "./commands";
import { isTyping, pressed, shortcutText } from "./keys";

/** The focus came to where it is by mouse or touch, not by Tab. */
let pointed = false;

const Context = createContext<CommandContext | null>(null);

interface CommandProviderProps {
  context: CommandContext;
  /** Keys work; off while another tab of the agent hides the canvas. */
  active: boolean;
  children: ReactNode;
}

/** Hands the commands what they work on, and runs them by their keys wherever the editor has the focus. */
export function CommandProvider({ context, active, children }: CommandProviderProps) {
  useEffect(() => {
    if (!active) return;
    const onPointerDown = () => {
      pointed = true;
    };
    const runBy = (event: KeyboardEvent, early: boolean) => {
      if (event.defaultPrevented || event.isComposing) return;
      // Of several on the same key the first that can do something takes it.
      const command = commands.find(
        (each) =>
          !each.byEvent &&
          (each.early ?? false) === early &&
          each.keys.some((keys) => pressed(event, keys)) &&
          belongsToCanvas(each, event) &&
          isEnabled(each, context),
      );
      if (!command) return;
      event.preventDefault();
      if (early) event.stopPropagation();
      command.run(context);
    };
    const onKeyDownFirst = (event: KeyboardEvent) => runBy(event, true);
    const onKeyDown = (event: KeyboardEvent) => runBy(event, false);
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === "Tab") pointed = false;
    };
    window.addEventListener("keydown", onKeyDownFirst, true);
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("keyup", onKeyUp);
    window.addEventListener("pointerdown", onPointerDown, true);
    return () => {
      window.removeEventListener("keydown", onKeyDownFirst, true);
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("keyup", onKeyUp);
      window.removeEventListener("pointerdown", onPointerDown, true);
    };
  }, [context, active]);
  const offered = useCallback(
    () =>
      (active ? commands : []).map((command) => ({
        id: command.id,
        group: command.group,
        label: command.label,
        icon: command.icon,
        keys: command.keys[0] && shortcutText(command.keys[0]),
        enabled: isEnabled(command, context),
        run: () => command.run(context),
      })),
    [active, context],
  );
  useOfferCommands(offered);
  return <Context value={context}>{children}</Context>;
}

/** Keys are left alone while somebody types or moves by Tab, unless the command is for everywhere. */
function belongsToCanvas({ everywhere, early }: Command, event: KeyboardEvent): boolean {
  if (everywhere) return true;
  if (isTyping(event)) return false;
  if (early) return insideCanvas();
  if (event.key === "Tab") return tabAddsNode();
  if (event.key === "Enter" || event.key === "Escape" || event.key === " ") return insideCanvas();
  return true;
}

/** Tab adds a node after a click on the canvas; for who walks through the nodes by Tab it goes on walking. */
function tabAddsNode(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  return active.dataset.canvas !== undefined || (pointed && insideCanvas());
}

function insideCanvas(): boolean {
  return document.activeElement?.closest("[data-canvas]") != null;
}

export function useCommandContext(): CommandContext {
  const context = useContext(Context);
  if (!context) throw new Error("useCommandContext outside of a CommandProvider");
  return context;
}

/** A command ready to be put on a button. */
export function useCommand(id: string) {
  const context = useCommandContext();
  const command = commandById(id);
  return { command, run: () => command.run(context), enabled: isEnabled(command, context) };
}
