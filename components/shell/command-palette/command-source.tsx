"use client";

import type { LucideIcon } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** Something the open page can do, offered in the command palette. */
export interface PaletteCommand {
  id: string;
  group: string;
  label: string;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  enabled: boolean;
  run: () => void;
}

/** The command that opens the palette: it is not offered in it. */
export const paletteCommand = "go-to";

/** Asked anew whenever the palette opens. */
export type CommandSource = () => readonly PaletteCommand[];

interface Sources {
  source: CommandSource | null;
  setSource: (source: CommandSource | null) => void;
  /** Whether the palette is shown. */
  open: boolean;
  setOpen: (open: boolean) => void;
}

const Context = createContext<Sources | null>(null);

export function CommandSourceProvider({ children }: { children: ReactNode }) {
  const [source, keep] = useState<CommandSource | null>(null);
  const [setSource] = useState(() => (next: CommandSource | null) => keep(() => next));
  const [open, setOpen] = useState(false);
  return <Context value={{ source, setSource, open, setOpen }}>{children}</Context>;
}

/** Shows and hides the command palette. */
export function usePaletteOpen(): [open: boolean, setOpen: (open: boolean) => void] {
  const sources = useContext(Context);
  if (!sources) throw new Error("usePaletteOpen outside of a CommandSourceProvider");
  return [sources.open, sources.setOpen];
}

export function useCommandSource(): CommandSource | null {
  return useContext(Context)?.source ?? null;
}

/** Offers the page's own commands in the palette while the page is open. */
export function useOfferCommands(source: CommandSource): void {
  const setSource = useContext(Context)?.setSource;
  useEffect(() => {
    setSource?.(source);
    return () => setSource?.(null);
  }, [setSource, source]);
}
