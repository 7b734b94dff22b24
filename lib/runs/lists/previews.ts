import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { runs } from "@/drizzle/schema";

/** Enough to know a run again by, in characters. */
const longest = 160;

/** SQL/JSON paths, the first that finds something counts: what was said, else the first text, else the first value. */
const paths = (message: "first" | "last") => {
  const at = message === "first" ? "*" : "last";
  const said = `(@.type() == "string" && @ != "")`;
  return [
    `lax $.messages[${at}].content ? ${said}`,
    `lax $.messages[${at}].content[*].text ? ${said}`,
    `strict $.** ? ${said}`,
    `strict $.** ? (@.type() == "number" || @.type() == "boolean")`,
  ];
};

/** Cut in the database, so that a list of runs with megabytes in them weighs no more than one without. */
export function startOf(column: PgColumn | SQL, message: "first" | "last"): SQL<string> {
  const found = paths(message).map(
    (path) => sql`jsonb_path_query_first(${column}, ${sql.raw(`'${path}'`)}, '{}', true)`,
  );
  const text = sql`coalesce(${sql.join(found, sql`, `)}) #>> '{}'`;
  return sql<string>`coalesce(left(regexp_replace(left(${text}, ${sql.raw(String(4 * longest))}), '\\s+', ' ', 'g'), ${sql.raw(String(longest))}), '')`;
}

export const previews = {
  inputPreview: startOf(runs.input, "first"),
  outputPreview: startOf(runs.output, "last"),
};
