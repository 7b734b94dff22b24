import type { Locator } from "@playwright/test";
import { agentFrom } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test("a node type is found by what it does, and its example becomes an agent that gives what the page says", async ({
  page,
}) => {
  await page.goto("/nodes");
  await expect(
    page.getByRole("region", { name: "Flow" }).getByRole("link", { name: /^Branch/ }),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "Search node types" }).fill("condition");
  await expect(page).toHaveURL(/search=condition/);
  await page.getByRole("link", { name: /^Branch/ }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Branch" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Settings" })).toContainText(
    "Expression, up to 10,000 characters",
  );
  await expect(page.getByRole("figure", { name: "output" })).toContainText("A person checks it");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Use this example" }).click();
  await expect(page).toHaveURL(/\/agents\/[^/]+$/);
  await expect(page.getByRole("heading", { name: "Large refunds take another way" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Graph" })).toContainText("How much?");
});

test("the editor leads to the documentation of what is selected and of what could be added", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "Documented");
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  const opened = async (link: Locator) => {
    const [tab] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    return tab;
  };

  await editor.canvas.select("Review");
  const ofHuman = await opened(editor.inspector.panel.getByRole("link", { name: /^Documentation/ }));
  await expect(ofHuman.getByRole("heading", { level: 1, name: "Human" })).toBeVisible();

  await editor.canvas.clickFreeSpace();
  await page.keyboard.press("/");
  await editor.canvas.palette.getByPlaceholder("Search nodes").fill("code");
  const ofCode = await opened(editor.canvas.palette.getByRole("link", { name: /^Documentation/ }));
  await expect(ofCode.getByRole("heading", { level: 1, name: "Code" })).toBeVisible();
});

test("an address of no type is not found, also where the name means something in JavaScript", async ({
  page,
}) => {
  for (const type of ["nothing", "constructor", "__proto__"]) {
    await page.goto(`/nodes/${type}`);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
});
