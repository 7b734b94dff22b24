import { expressionCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, textLiteral } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { SqlConfig } from "./definition";

export const writeSql: WriteNode<SqlConfig> = (config, scope) => {
  const { connection, query, values, write, maxRows, timeoutMs, output, changed } = config;
  scope.use("./lib/sql", "ask");
  scope.use("./lib/env", "secretsOf");
  scope.env(
    `SECRET_${connection}`,
    "A database, e.g. postgres://user:password@host:5432/shop or sqlite:shop.db.",
  );
  const call = [
    `connection: secretsOf("${connection}")["${connection}"] ?? ""`,
    `query: ${textLiteral(query)}`,
    `values: ${block(
      "[",
      values.map(({ value }) => expressionCode(value, scope)),
      "]",
    )}`,
    `write: ${write}`,
    `maxRows: ${maxRows}`,
    `timeoutMs: ${timeoutMs}`,
  ];
  const updates = [
    ...(output ? [`${key(output)}: answer.rows`] : []),
    ...(write && changed ? [`${key(changed)}: answer.changed`] : []),
  ];
  return [
    `const answer = await ask(${block("{", call, "}")});`,
    updates.length > 0 ? `return { update: { ${updates.join(", ")} } };` : "return {};",
  ];
};
