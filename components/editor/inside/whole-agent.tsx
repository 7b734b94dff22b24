"use client";

import type { ReactNode } from "react";
import { RunProvider } from "@/components/run/store/run-context";
import { useBuild } from "../build-context";
import { EditorProvider } from "../store/editor-context";
import { useInside } from "./inside-context";

/** What is about the agent as a whole, also while the canvas shows one of its subgraphs. */
export function WholeAgent({ children }: { children: ReactNode }) {
  const { agent } = useInside();
  const { feed } = useBuild();
  return (
    <EditorProvider store={agent}>
      <RunProvider feed={feed}>{children}</RunProvider>
    </EditorProvider>
  );
}
