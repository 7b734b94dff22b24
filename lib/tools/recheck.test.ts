import { expect, it, vi } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { Rechecks } from "./recheck";

it("asks a source once in its time, however many calls come at once", async () => {
  let now = 0;
  const check = vi.fn(async () => {});
  const rechecks = new Rechecks(check, () => now);
  const due = () => rechecks.ifDue("wsp_1", "src_1", 1_000);
  await Promise.all([due(), due(), due()]);
  expect(check).toHaveBeenCalledTimes(1);
  now = 1_000;
  await due();
  expect(check).toHaveBeenCalledTimes(2);
  expect(await rechecks.ifDue("wsp_1", "src_2", undefined)).toBe(false);
});

it("asks again the next time where there was no answer, and lets the call go on", async () => {
  const check = vi.fn(() => Promise.reject(new AppError("http_failed", "Down")));
  const rechecks = new Rechecks(check);
  expect(await rechecks.ifDue("wsp_1", "src_1", 1_000)).toBe(true);
  await rechecks.ifDue("wsp_1", "src_1", 1_000);
  expect(check).toHaveBeenCalledTimes(2);
});

it("does not hide what nobody expected", async () => {
  const rechecks = new Rechecks(() => Promise.reject(new TypeError("x is not a function")));
  await expect(rechecks.ifDue("wsp_1", "src_1", 1_000)).rejects.toThrow("x is not a function");
});
