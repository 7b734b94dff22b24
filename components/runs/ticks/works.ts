import { ApiProblem, call } from "@/lib/api/client/call";
import { deleteRuns, type EachRun as Item, listTags, rerunRuns, tagRuns } from "@/lib/api/contract/run-lists";
import { createCase, listCases } from "@/lib/api/contract/test-cases";
import type { Outcome } from "./in-parts";
import type { EachWish } from "./use-each-run";

const outcomeOf = ({ id, problem }: Item): Outcome =>
  problem ? { id, refused: [problem.detail, problem.hint].filter(Boolean).join(" ") } : { id };

export const rerun: EachWish = {
  doing: "Starting",
  done: "started again",
  notDone: "not started",
  size: 10,
  work: async (ids) => (await call(rerunRuns, { body: { ids } })).items.map(outcomeOf),
};

export const remove: EachWish = {
  doing: "Deleting",
  done: "deleted",
  notDone: "not deleted",
  size: 20,
  work: async (ids) => (await call(deleteRuns, { body: { ids } })).items.map(outcomeOf),
  refresh: [listTags],
};

export const addToTests: EachWish = {
  doing: "Adding to the tests",
  done: "added to the tests",
  notDone: "not added to the tests",
  size: 1,
  work: (ids) => Promise.all(ids.map(makeCase)),
  refresh: [listCases],
};

async function makeCase(id: string): Promise<Outcome> {
  try {
    await call(createCase, { params: { id }, body: {} });
    return { id };
  } catch (error) {
    // Who is refused by the server in general hears it once, not for each run.
    if (!(error instanceof ApiProblem) || error.problem.status === 0 || error.problem.status >= 500)
      throw error;
    return { id, refused: error.message };
  }
}

export function retag(add: string[], taken: string[]): EachWish {
  return {
    doing: "Tagging",
    done: "tagged",
    notDone: "not tagged",
    size: 200,
    work: async (ids) => {
      await call(tagRuns, { body: { ids, add, remove: taken } });
      return ids.map((id) => ({ id }));
    },
    refresh: [listTags],
  };
}
