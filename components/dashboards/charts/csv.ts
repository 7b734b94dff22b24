import { type Cell, csvCell } from "@/workflows/data/csv-cell";

/** A table as CSV, its head in the first line. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
