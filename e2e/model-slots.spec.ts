import { chatGraph } from "@/bench/engine/graphs";
import { agentsApi, runsApi } from "@/lib/api/contract";
import { slotReference } from "@/workflows/graph/model-slot";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { ModelsPage } from "./pages/models-page";
import { TracePage } from "./pages/trace-page";

test("a slot is added, chosen in a node, and the trace says which model it stood for", async ({
  page,
  admin,
}) => {
  await new ModelsPage(page).open();
  await page.getByRole("button", { name: "Add slot" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a slot" });

  await test.step("what is missing is said at its field", async () => {
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toContainText("Small letters, digits and hyphens");
    await expect(dialog).toContainText("Choose a model");
    await expectAccessible(page);
  });

  await dialog.getByLabel("Name").fill("fast");
  await dialog.getByLabel("What it is for").fill("Short replies");
  await dialog.getByRole("combobox", { name: "Choose model 1" }).click();
  await page.getByRole("option", { name: /Offline model/ }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("list", { name: "Models of fast" })).toContainText("offline");
  await expectAccessible(page);

  const from = { kind: "document", document: chatGraph("offline/offline") } as const;
  const agent = await admin.call(agentsApi.createAgent, { body: { name: "On a slot", from } });
  const document = chatGraph(slotReference("fast"));
  const onSlot = await admin.call(agentsApi.createAgent, {
    body: { name: "Chosen", from: { kind: "document", document } },
  });

  await test.step("nodes choose it among the models", async () => {
    await page.goto(`/agents/${agent.id}`);
    await page.getByRole("region", { name: "Graph" }).getByText("Answer", { exact: true }).first().click();
    await page.getByRole("combobox", { name: "Model", exact: true }).click();
    await page.getByRole("option", { name: /^fast/ }).click();
    await expect(page.getByRole("combobox", { name: "Model", exact: true })).toContainText("fast");
  });

  await test.step("a run asks its model and says so", async () => {
    const { id } = await admin.call(runsApi.createTestRun, {
      params: { id: onSlot.id },
      body: { revision: onSlot.revision, input: { messages: [{ role: "user", content: "Go on" }] } },
    });
    await page.goto(`/runs/${id}`);
    const trace = new TracePage(page);
    await expect(trace.spans.getByRole("treeitem", { name: "offline Model call, Done" })).toBeVisible();
    await page.getByRole("tab", { name: "Logs" }).click();
    await expect(page.getByText("“fast” stands for offline, its only model.")).toBeVisible();
  });

  await test.step("graphs whose slot is gone say so", async () => {
    await new ModelsPage(page).open();
    await page.getByRole("button", { name: "Delete the slot fast" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete slot" }).click();
    await expect(page.getByRole("heading", { name: "No slots yet" })).toBeVisible();
    await page.goto(`/agents/${onSlot.id}`);
    await page
      .getByRole("button", { name: /problem/i })
      .first()
      .click();
    const problem = page.getByRole("button", {
      name: /^Error: “Answer”: this workspace has no slot “fast” for models/,
    });
    await expect(problem).toBeVisible();
  });
});
