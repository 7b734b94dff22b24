import pg from "pg";
import { expect, test } from "vitest";
import { isDatabaseGone, wasRolledBack } from "./database-error";

function refusal(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError("refused", 0, "error");
  error.code = code;
  return error;
}
const network = (code: string) => Object.assign(new Error("connect"), { code });

test.each<[string, unknown, { gone: boolean; rolledBack: boolean }]>([
  ["a value it cannot hold", refusal("22P05"), { gone: false, rolledBack: true }],
  ["a deadlock", refusal("40P01"), { gone: true, rolledBack: true }],
  ["too many connections", refusal("53300"), { gone: true, rolledBack: true }],
  ["a server that goes down", refusal("57P01"), { gone: true, rolledBack: false }],
  ["a broken connection", new Error("Connection terminated unexpectedly"), { gone: true, rolledBack: false }],
  ["no answer", new Error("Query read timeout"), { gone: true, rolledBack: false }],
  ["nobody there", network("ECONNREFUSED"), { gone: true, rolledBack: false }],
  ["a bug of ours", new TypeError("x is undefined"), { gone: false, rolledBack: false }],
  ["something odd", "boo", { gone: false, rolledBack: false }],
])("%s", (_name, error, expected) => {
  expect({ gone: isDatabaseGone(error), rolledBack: wasRolledBack(error) }).toEqual(expected);
});
