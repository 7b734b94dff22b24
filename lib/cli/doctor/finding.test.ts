import { expect, test } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { examine } from "./finding";

const failing = (error: Error) => async () => {
  throw error;
};

test.each([
  ["what was found", async () => "Postgres 18", { ok: true, text: "Postgres 18" }],
  [
    "a problem with the general advice",
    failing(new Error("refused")),
    { ok: false, text: "refused → advice" },
  ],
  [
    "a problem that knows better what to do",
    failing(new AppError("unavailable", "too old", { hint: "Use 15." })),
    { ok: false, text: "too old → Use 15." },
  ],
])("tells %s", async (_, look, expected) => {
  expect(await examine("Database", look, "advice")).toEqual({ what: "Database", ...expected });
});
