/** What a port stands for: its colour on the card, and its group. */
export const portMeanings = ["next", "branch", "answer", "error", "limit", "timeout"] as const;

export interface Port {
  name: string;
  label: string;
  meaning: (typeof portMeanings)[number];
  /** An optional port may stay without an edge; the run then simply ends there. */
  optional?: boolean | undefined;
}
