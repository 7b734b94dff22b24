/** Rows that one statement deletes at most, so that no lock is held and no replica waits for long. */
export const mostRows = 500;

/** What a batch did; `more` while another one has something to do. */
export interface Deleted {
  runs: number;
  conversations: number;
  events: number;
  checkpoints: number;
  more: boolean;
}

export const nothing: Deleted = { runs: 0, conversations: 0, events: 0, checkpoints: 0, more: false };

export function sum(left: Deleted, right: Partial<Deleted>): Deleted {
  const of = { ...nothing, ...right };
  return {
    runs: left.runs + of.runs,
    conversations: left.conversations + of.conversations,
    events: left.events + of.events,
    checkpoints: left.checkpoints + of.checkpoints,
    more: left.more || of.more,
  };
}
