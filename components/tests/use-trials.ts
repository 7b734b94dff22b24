"use client";

import { useRef, useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useBuild } from "@/components/editor/build-context";
import { toast } from "@/components/ui/toast";
import { type CaseSummary, listCases, runCase } from "@/lib/api/contract/test-cases";

interface Round {
  done: number;
  of: number;
}

/** Tries cases on the draft, one after the other, and knows which are under way. */
export function useTrials(mode: "mocked" | "live") {
  const { autosave } = useBuild();
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState<Round>();
  const stopped = useRef(false);
  const { mutateAsync } = useCall(runCase, { refresh: [listCases] });

  const tryOne = async ({ id, name }: Pick<CaseSummary, "id" | "name">) => {
    setRunning((before) => new Set([...before, id]));
    try {
      // They try the draft as it is here.
      await autosave.flush();
      await mutateAsync({ params: { id }, body: { mode } });
    } catch (error) {
      toast.failed(`“${name}” could not be run`, error);
    }
    setRunning((before) => new Set([...before].filter((other) => other !== id)));
  };
  const tryAll = async (items: readonly Pick<CaseSummary, "id" | "name">[]) => {
    stopped.current = false;
    for (const [done, item] of items.entries()) {
      if (stopped.current) break;
      setRound({ done, of: items.length });
      await tryOne(item);
    }
    setRound(undefined);
  };
  /** The one that is under way comes to its end. */
  const stop = () => {
    stopped.current = true;
  };
  return { running, round, tryOne, tryAll, stop };
}
