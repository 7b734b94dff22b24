import { CsvError, parse } from "csv-parse/sync";
import { mostEntries } from "@/workflows/data/limits";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { unreadable } from "../../unreadable";
import { scalarOf } from "./scalar";

interface CsvSettings {
  header: boolean;
  delimiter: "comma" | "semicolon" | "tab" | "bar";
  typed: boolean;
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" };
const mostColumns = 1_000;
/** A wide header over many short rows is a small text and a huge table. */
const mostCells = 1_000_000;

/** The rows of a table: objects by the names of the first row, or lists. @throws AppError */
export function readCsv(text: string, { header, delimiter, typed }: CsvSettings): Json {
  const rows = rowsOf(text, delimiters[delimiter]);
  const valuesOf = (row: string[]) => row.map((cell) => (typed ? scalarOf(cell) : cell));
  if (rows.length > mostEntries) {
    throw new AppError("too_large", `The table has more than ${mostEntries} rows.`);
  }
  if (!header) return rows.map(valuesOf);
  const [columns = [], ...others] = rows;
  if (columns.length > mostColumns || columns.length * others.length > mostCells) {
    throw new AppError(
      "too_large",
      `The table has ${columns.length} columns and ${others.length} rows: too many.`,
    );
  }
  refuseTwice(columns, text);
  return others.map((cells, index) => {
    const row = valuesOf(cells);
    if (row.length > columns.length) {
      throw unreadable(
        "CSV",
        text,
        `row ${index + 2} has ${row.length} cells, and the first row names ${columns.length} columns.`,
      );
    }
    return Object.fromEntries(columns.map((name, place) => [name, row[place] ?? null]));
  });
}

/** A row is an object, which holds one value under a name: the other column would be lost. */
function refuseTwice(columns: readonly string[], text: string): void {
  const twice = columns.find((name, index) => name.trim() !== "" && columns.indexOf(name) < index);
  if (twice === undefined) return;
  const reason = `the first row names the column “${twice.slice(0, 60)}” twice. Turn “First row names the columns” off to read lists.`;
  throw unreadable("CSV", text, reason);
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostEntries + 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable("CSV", text, `${error.message}.`, error);
  }
}
