/** What is looked for. It stays while the bar is closed, so that the next search begins where the last one ended. */
export interface FindState {
  open: boolean;
  /** The line for the replacement is shown. */
  replacing: boolean;
  query: string;
  replacement: string;
  matchCase: boolean;
  wholeWord: boolean;
  regex: boolean;
  /** Goes to the next match, or the one before; set while the bar is open. */
  step: ((by: 1 | -1) => void) | null;
}

export const closedFind: FindState = {
  open: false,
  replacing: false,
  query: "",
  replacement: "",
  matchCase: false,
  wholeWord: false,
  regex: false,
  step: null,
};
