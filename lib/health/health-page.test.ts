import { expect, test } from "vitest";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import type { Finding } from "./checks";
import { HealthPage } from "./health-page";

function pageOf(keptMs: number) {
  const clock = new FakeClock();
  const state: { findings: Finding[] } = { findings: [{ check: "queue", found: "ok" }] };
  let looks = 0;
  const page = new HealthPage(
    async () => {
      looks += 1;
      return { findings: state.findings, facts: { waiting: 1 } };
    },
    keptMs,
    clock,
  );
  return { clock, page, state, looks: () => looks };
}

test("is well when every finding is", async () => {
  expect(await pageOf(0).page.read()).toEqual({
    ok: true,
    checks: { queue: "ok" },
    problems: [],
    facts: { waiting: 1 },
  });
});

test("says what is wrong, since when and what helps, and forgets it when it is well again", async () => {
  const { page, state, clock } = pageOf(0);
  const since = new Date(clock.now()).toISOString();
  state.findings = [
    { check: "queue", found: "1 run waits", action: "Start a worker" },
    { check: "queue", found: "and another thing" },
    { check: "workers", found: "ok" },
  ];
  await page.read();
  await clock.pass(5_000);
  const later = await page.read();
  expect(later.ok).toBe(false);
  expect(later.checks).toEqual({ queue: "failing", workers: "ok" });
  expect(later.problems).toEqual([
    { check: "queue", message: "1 run waits", since, action: "Start a worker" },
    { check: "queue", message: "and another thing", since },
  ]);
  const broken = state.findings;
  state.findings = [{ check: "queue", found: "ok" }];
  expect((await page.read()).ok).toBe(true);
  state.findings = broken;
  expect((await page.read()).problems[0]?.since).toBe(new Date(clock.now()).toISOString());
});

test("looks once for many who ask, and again after its time", async () => {
  const { page, clock, looks } = pageOf(1_000);
  await Promise.all([page.read(), page.read()]);
  await clock.pass(999);
  await page.read();
  expect(looks()).toBe(1);
  await clock.pass(1);
  await page.read();
  expect(looks()).toBe(2);
});
