"use client";

import { createParser, parseAsString, useQueryStates } from "nuqs";
import type { Side } from "../version-paths";

const parseAsSide = createParser<Side>({
  parse: (text) => (text === "draft" ? text : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** Which two graphs are compared, and which of their differences is read; all of it in the address. */
export function useComparedSides(start: { from: Side; to: Side }) {
  const [{ from, to, item }, set] = useQueryStates(
    { from: parseAsSide, to: parseAsSide, item: parseAsString },
    { history: "replace" },
  );
  const sides = { from: from ?? start.from, to: to ?? start.to };
  return {
    ...sides,
    item,
    setFrom: (side: Side) => void set({ from: side }),
    setTo: (side: Side) => void set({ to: side }),
    swap: () => void set({ from: sides.to, to: sides.from }),
    choose: (key: string) => void set({ item: key }),
  };
}
