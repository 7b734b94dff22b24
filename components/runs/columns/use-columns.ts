"use client";

import { z } from "zod";
import { useMe } from "@/components/data/use-me";
import { bySchema } from "@/components/editor/panels/stored";
import { useRemembered } from "@/components/editor/panels/use-remembered";
import { type RunColumn, runColumns } from "@/lib/api/contract/run-lists";

const usual: RunColumn[] = ["agent", "graph", "source", "tags", "started", "time", "cost"];
const read = bySchema(z.array(z.enum(runColumns)));

interface Wish {
  /** Those that the address asks for. */
  asked: RunColumn[] | null;
  /** The chosen saved list's own; undefined: none is chosen. */
  ofView: RunColumn[] | null | undefined;
  onAsk: (columns: RunColumn[]) => void;
}

/** The columns to show, and how to choose others: for the saved list that is chosen, else for this person from now on. */
export function useColumns({ asked, ofView, onAsk }: Wish) {
  const { user } = useMe();
  const [own, remember] = useRemembered(`signalbox.run-columns.${user.id}`, read, usual);
  const chosen = asked ?? ofView ?? own;
  const columns = runColumns.filter((column) => chosen.includes(column));
  const choose = (next: RunColumn[]) => (ofView === undefined ? remember(next) : onAsk(next));
  return { columns, usual, choose };
}
