/** What the process is to ask, with values as SQLite takes them. */
export interface SqliteTask {
  file: string;
  query: string;
  values: (string | number | boolean | null)[];
  write: boolean;
  maxRows: number;
  maxBytes: number;
}

export type SqliteAnswer =
  | { type: "done"; rows: Record<string, unknown>[]; changed: number }
  | { type: "failed"; message: string };
