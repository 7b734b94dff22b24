import { runsApi } from "@/lib/api/contract";
import { agentFrom, sampleOf, testRun } from "./fixtures/agents";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { ApprovalsPage } from "./pages/approvals-page";

test.use({ installation: "approvals" });

test("of two people who answer one pause one wins, and the other sees who", async ({
  page,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Two answers");
  const first = new ApprovalsPage(page);
  const second = new ApprovalsPage(await browserOf(await join(app.url, admin, "analyst")));
  await first.page.goto("/agents");
  await second.open();
  await expect(first.badge).toHaveAccessibleName("Approvals");

  await test.step("both are told without a reload", async () => {
    await testRun(admin, agent, sampleOf("approval"));
    await expect(first.badge).toHaveAccessibleName("1 waiting, Approvals");
    await expect(second.card("Review")).toBeVisible();
    await first.badge.click();
  });

  await test.step("the second is on the way while the first arrives", async () => {
    const { arrived } = await holdAnswer(second);
    await second.answer("Review", "Ask for changes");
    const release = await arrived;
    await first.answer("Review", "Approve");
    await expect(first.card("Review")).toContainText("Approve by First Admin");
    release();
    await expect(second.page.getByText("First Admin answered first")).toBeVisible();
    await expect(second.card("Review")).toContainText("Approve by First Admin");
  });

  await expect(first.badge).toHaveAccessibleName("Approvals");
  await expect(second.badge).toHaveAccessibleName("Approvals");
});

test("of several pauses each shows who decided it, to everybody who looks", async ({
  page,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Many at once");
  const first = new ApprovalsPage(page);
  const second = new ApprovalsPage(await browserOf(await join(app.url, admin, "developer")));
  const watching = new ApprovalsPage(await browserOf(await join(app.url, admin, "viewer")));
  const everybody = [first, second, watching];
  for (const each of everybody) await each.open();
  await testRun(admin, agent, { topic: "Apples" });
  await testRun(admin, agent, { topic: "Pears" });
  const stopped = await testRun(admin, agent, { topic: "Plums" });
  for (const each of everybody) {
    for (const topic of ["Apples", "Pears", "Plums"]) await expect(each.card(topic)).toBeVisible();
  }
  await expect(watching.page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(watching.card("Pears")).toContainText("Your role may look at approvals, but not answer them.");

  await second.card("Pears").getByLabel("Comment").fill("Not yet ripe");
  await first.answer("Apples", "Approve");
  await expect(second.card("Apples")).toContainText("Approve by First Admin");
  await expect(second.card("Pears").getByLabel("Comment")).toHaveValue("Not yet ripe");
  await second.answer("Pears", "Approve");
  await admin.call(runsApi.cancelRun, { params: { id: stopped } });
  for (const each of everybody) {
    await expect(each.card("Apples")).toContainText("Approve by First Admin");
    await expect(each.card("Pears")).toContainText("Approve by Some developer");
    await expect(each.card("Plums")).toContainText("Withdrawn: the run ended");
  }
  await watching.page.getByText("Answered", { exact: true }).click();
  await expect(watching.card("Pears")).toContainText("Some developer");
});

/** Keeps the next answer between browser and server; `arrived` gives what lets it through. */
async function holdAnswer({ page }: ApprovalsPage): Promise<{ arrived: Promise<() => void> }> {
  const { promise: arrived, resolve } = Promise.withResolvers<() => void>();
  await page.route("**/answer", (route) => resolve(() => void route.continue()));
  return { arrived };
}
