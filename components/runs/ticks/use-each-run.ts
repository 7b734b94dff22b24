"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import type { Endpoint } from "@/lib/api/contract/endpoint";
import { listRuns } from "@/lib/api/contract/runs";
import { inParts, type Outcome } from "./in-parts";

export interface EachWish {
  /** In words while it goes on: Deleting. */
  doing: string;
  /** What is told of those that it was done with: deleted. */
  done: string;
  /** What is told of those that were refused: not deleted. */
  notDone: string;
  size: number;
  work: (ids: string[], signal: AbortSignal) => Promise<Outcome[]>;
  /** Besides the list: what it changes. */
  refresh?: readonly Endpoint[];
}

/** Work on many runs that goes on, and how far it is. */
export interface Progress {
  doing: string;
  done: number;
  all: number;
  stop: () => void;
}
export interface Refused {
  title: string;
  runs: { id: string; why: string }[];
}

interface Told {
  /** Those that it was done with; told after the list was read again. */
  onDone: (ids: readonly string[]) => void;
}

/** Does something with each of many runs: tells how far it is, can be stopped, and says which were refused and why. */
export function useEachRun({ onDone }: Told) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const [refused, setRefused] = useState<Refused>();
  const busy = useRef(false);

  async function each(ids: readonly string[], wish: EachWish): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    const stop = new AbortController();
    const { doing, done: doneWords, notDone, size, work, refresh = [] } = wish;
    const tell = (done: number) => setProgress({ doing, done, all: ids.length, stop: () => stop.abort() });
    tell(0);
    const outcomes: Outcome[] = [];
    try {
      const noted = async (part: string[], signal: AbortSignal) => {
        const made = await work(part, signal);
        outcomes.push(...made);
        return made;
      };
      await inParts(ids, { size, work: noted, signal: stop.signal, onProgress: tell });
    } catch (error) {
      toast.failed(`${plural(ids.length - outcomes.length, "run")} ${notDone}`, error);
    } finally {
      const done = outcomes.filter((outcome) => outcome.refused === undefined).map(({ id }) => id);
      const runs = outcomes.flatMap(({ id, refused: why }) => (why === undefined ? [] : [{ id, why }]));
      await Promise.all(
        [listRuns, ...refresh].map((stale) => client.invalidateQueries({ queryKey: endpointKey(stale) })),
      );
      if (done.length > 0) toast.done(`${plural(done.length, "run")} ${doneWords}`);
      if (runs.length > 0) setRefused({ title: `${plural(runs.length, "run")} ${notDone}`, runs });
      busy.current = false;
      setProgress(undefined);
      onDone(done);
    }
  }
  return { each, progress, refused, forget: () => setRefused(undefined) };
}
export type EachRun = ReturnType<typeof useEachRun>["each"];
