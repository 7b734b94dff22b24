import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { missing, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { sqlFace } from "./face";

const valueSchema = z.strictObject({
  value: field(z.string().min(1, "Write an expression").max(10_000), {
    label: "Value",
    control: "expression",
    placeholder: "order.id",
  }),
});

export const sqlConfig = z.strictObject({
  connection: field(z.string().trim().max(100).default(""), {
    label: "Secret with the connection",
    control: "text",
    placeholder: "SHOP_DB",
    help: "Name of a workspace secret such as postgres://user:password@host:5432/shop, mysql://… or sqlite:shop.db. Options behind it: ?access=write, tls=verify, unchecked or off, private=yes.",
  }),
  query: field(z.string().max(100_000).default(""), {
    label: "SQL",
    control: "multiline",
    placeholder: "select id, state from orders where customer = $1",
    help: "One statement. Values never stand in it: Postgres has $1, $2, …, MySQL and SQLite have ? for each.",
  }),
  values: field(z.array(valueSchema).max(100).default([]), {
    label: "Values",
    help: "For the placeholders, in their order. Lists and objects are sent as JSON text.",
  }),
  output: optionalChannelField({ label: "Write the rows to", help: "A list of objects, one for each row." }),
  write: field(z.boolean().default(false), {
    label: "May change data",
    control: "toggle",
    help: "Off: the database itself refuses changes. On: the connection has to say ?access=write as well.",
  }),
  changed: optionalChannelField({
    label: "Write how many rows it changed to",
    showWhen: { field: "write", in: [true] },
  }),
  repeatable: field(z.boolean().default(false), {
    label: "May be done twice",
    control: "toggle",
    advanced: true,
    help: "On if the statement changes nothing more the second time, e.g. an upsert. Off: where a server was lost in the middle, a person decides whether it is done again.",
    showWhen: { field: "write", in: [true] },
  }),
  maxRows: field(z.int().min(1).max(10_000).default(1_000), {
    label: "Most rows",
    control: "number",
    advanced: true,
    help: "A query that gives more fails.",
  }),
  maxBytes: field(z.int().min(1_000).max(5_000_000).default(1_000_000), {
    label: "Largest answer (bytes)",
    control: "number",
    advanced: true,
  }),
  timeoutMs: field(z.int().min(100).max(300_000).default(15_000), {
    label: "Time limit (ms)",
    control: "duration",
    advanced: true,
  }),
});
export type SqlConfig = z.output<typeof sqlConfig>;

export const sqlDefinition = defineNode({
  type: "sql",
  typeVersion: 1,
  ...sqlFace,
  summary: "Asks a Postgres, MySQL, MariaDB or SQLite database.",
  synonyms: ["database", "postgres", "postgresql", "mysql", "mariadb", "sqlite", "select", "insert", "table"],
  config: sqlConfig,
  initial: { connection: "", query: "" },
  ports: () => [outPort],
  reads: ({ values }) =>
    values.flatMap(({ value }, index) => expressionReads(`values.${index}.value`, value)),
  writes: ({ output, write, changed }) => [
    ...writesTo("output", output, "array"),
    ...(write ? writesTo("changed", changed, "number") : []),
  ],
  needs: ({ connection }) => (connection ? [{ kind: "secret", field: "connection", name: connection }] : []),
  idempotent: ({ write, repeatable }) => !write || repeatable,
  describe: ({ query }) => query.trim().split("\n")[0]?.slice(0, 80) || "…",
  check: sqlIssues,
  sample: {
    config: {
      connection: "SHOP_DB",
      query: "select ? as id, 'sent' as state",
      values: [{ value: "orderId" }],
      output: "orders",
      write: false,
      repeatable: false,
      maxRows: 100,
      maxBytes: 100_000,
      timeoutMs: 5_000,
    },
    state: { orderId: "A-42" },
  },
});

function sqlIssues(config: SqlConfig): Issue[] {
  const { query, write, output } = config;
  return [
    ...missing(config, {
      connection: "Name the secret that holds the connection.",
      query: "Write the statement.",
    }),
    ...(/\{\{/.test(query)
      ? [
          configIssue(
            "query",
            "Nothing is filled into SQL: use a placeholder, and give its value under Values.",
          ),
        ]
      : []),
    ...(!write && !output
      ? [configIssue("output", "The rows go nowhere: choose the channel to write them to.")]
      : []),
  ];
}
