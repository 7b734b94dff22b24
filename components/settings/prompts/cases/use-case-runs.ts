"use client";

import { useRef, useState } from "react";
import { call } from "@/lib/api/client/call";
import { type CaseOutcome, testPrompt } from "@/lib/api/contract/prompts";

export interface CaseRuns {
  outcomes: ReadonlyMap<string, CaseOutcome>;
  /** The case that a model is asked now. */
  running: string | undefined;
  problem: unknown;
  run: (cases: readonly string[], model: string) => Promise<void>;
  stop: () => void;
}

/** Asks a model the cases of a version one after the other, so that each is seen when it is answered. */
export function useCaseRuns(id: string, number: number): CaseRuns {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CaseOutcome>>(new Map());
  const [running, setRunning] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const stopping = useRef<AbortController>(undefined);
  const run = async (cases: readonly string[], model: string) => {
    const abort = new AbortController();
    stopping.current = abort;
    setOutcomes(new Map());
    setProblem(undefined);
    try {
      for (const name of cases) {
        setRunning(name);
        const input = { params: { id, number }, body: { model, cases: [name] } };
        const answer = await call(testPrompt, input, { signal: abort.signal });
        setOutcomes(
          (before) => new Map([...before, ...answer.outcomes.map((one) => [one.name, one] as const)]),
        );
      }
    } catch (error) {
      if (!abort.signal.aborted) setProblem(error);
    } finally {
      setRunning(undefined);
    }
  };
  return { outcomes, running, problem, run, stop: () => stopping.current?.abort() };
}
