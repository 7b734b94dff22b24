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

/** Asked anew whenever the palette opens. */
export type CommandSource = () => readonly PaletteCommand[];

interface Sources {
  source: CommandSource | null;
  setSource: (source: CommandSource | null) => void;
}

const Context = createContext<Sources | null>(null);

export function CommandSourceProvider({ children }: { children: ReactNode }) {
  const [source, keep] = useState<CommandSource | null>(null);
  const [setSource] = useState(() => (next: CommandSource | null) => keep(() => next));
  return <Context value={{ source, setSource }}>{children}</Context>;
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
