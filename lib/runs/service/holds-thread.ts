/** SQL: a run that its thread is busy with, and not one that waits for it. @param run alias of the row */
export const isAtWork = (run: string) =>
  `(${run}.status = 'running' or (${run}.status = 'pending' and ${run}.held is distinct from 'thread'))`;

/** SQL: a run that keeps others of its thread waiting: it is at work, or waits for an answer. */
export const holdsThread = (run: string) => `(${isAtWork(run)} or ${run}.status = 'interrupted')`;
