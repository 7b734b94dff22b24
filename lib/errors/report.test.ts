import pg from "pg";
import { expect, test } from "vitest";
import { createLog } from "@/lib/log/log";
import { AppError } from "@/workflows/errors/app-error";
import { report } from "./report";

const log = createLog("silent");
const shutdown = Object.assign(new pg.DatabaseError("terminating connection", 0, "error"), { code: "57P01" });

test.each([
  ["an expected problem as it is", new AppError("conflict", "Busy."), "conflict"],
  ["a bug as internal", new TypeError("x is undefined"), "internal"],
  ["a database that goes down as unavailable", shutdown, "unavailable"],
  ["one that is not there", new Error("Connection terminated unexpectedly"), "unavailable"],
  ["what a query builder wrapped", new Error("Failed query", { cause: shutdown }), "unavailable"],
])("reports %s", (_name, error, code) => {
  expect(report(log, error, "GET /api/agents").code).toBe(code);
});

test("says when to come back after the database was away", () => {
  expect(report(log, shutdown, "GET /api/agents").details.data).toEqual({ retryAfterSeconds: 5 });
});
