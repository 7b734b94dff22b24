import { evaluate } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import type { SqlConfig } from "./definition";

export const executeSql: NodeExecute<SqlConfig> = (config, services) => async (state, context) => {
  const { connection, query, write, maxRows, maxBytes, timeoutMs, output } = config;
  const { rows, changed } = await services.sql.query({
    connection,
    query,
    values: config.values.map(({ value }) => evaluate(value, state)),
    write,
    maxRows,
    maxBytes,
    timeoutMs,
    signal: context.signal,
  });
  context.log("info", write ? `${changed} rows changed` : `${rows.length} rows`);
  return {
    update: {
      ...(output ? { [output]: rows } : {}),
      ...(write && config.changed ? { [config.changed]: changed } : {}),
    },
  };
};
