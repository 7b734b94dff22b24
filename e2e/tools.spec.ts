import { getSource, listSources } from "@/lib/api/contract/tools";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { openShop, type Shop } from "./fixtures/shop";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";
import { ToolsPage } from "./pages/tools-page";

test.use({ installation: "tools" });
test.describe.configure({ mode: "serial" });

let shop: Shop;
test.beforeAll(async () => {
  shop = await openShop();
});
test.afterAll(() => shop.close());

test("operations of an API are chosen from its description and tried", async ({ page }) => {
  const tools = new ToolsPage(page);
  await tools.open();
  await expect(page.getByText("No tools imported yet")).toBeVisible();
  await expectAccessible(page);
  await tools.readDescription(`${shop.origin}/openapi.json`);
  await expect(tools.dialog.getByLabel("Base URL")).toHaveValue(shop.origin);
  await tools.dialog.getByRole("textbox", { name: "Search operations" }).fill("order");
  await expect(tools.dialog.getByRole("checkbox")).toHaveCount(2);
  await tools.dialog.getByRole("button", { name: "Choose these" }).click();
  await expectAccessible(page);
  await tools.dialog.getByRole("button", { name: "Import 2 tools" }).click();
  await expect(page.getByRole("heading", { name: "Shop" })).toBeVisible();

  const tool = await tools.unfold("getOrder");
  await tool.getByRole("textbox", { name: "id" }).fill("42");
  await tool.getByRole("button", { name: "Call it" }).click();
  await expect(tool.getByLabel("result", { exact: true })).toContainText("shipped");
  await expectAccessible(page);
});

test("an agent picks an imported tool and uses it", async ({ page, admin }) => {
  const agent = await agentOf(
    admin,
    "Clerk",
    draw({
      channels: { question: text, answer: text },
      nodes: {
        start: start("question"),
        help: node(
          "agent",
          { model: "offline/offline", prompt: "{{ question }}", output: "answer", tools: [] },
          {},
          "Clerk",
        ),
        end: end("answer"),
      },
      edges: ["start > help", "help > end"],
    }),
  );
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Clerk");
  await page.getByRole("button", { name: "Add tool" }).click();
  await page.getByRole("menuitem", { name: /Workspace tool/ }).click();
  await page.getByRole("button", { name: /^Workspace tool/ }).click();
  await editor.inspector.field("Tool").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("getOr");
  await expect(page.getByRole("option", { name: /getOrder/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(editor.inspector.field("Tool")).toHaveText("getOrder");
  await expectAccessible(page);
  await editor.testRun();
  await editor.run.tryWith("question", "Get order, id: 42");
  await expect(editor.run.span(/getOrder/)).toBeVisible();
  await expect(editor.run.panel.getByText(/shipped/).first()).toBeVisible();
});

test("what its source changes is refused until somebody approves it", async ({ page, admin }) => {
  const { items } = await admin.call(listSources, {});
  const id = items[0]?.id ?? "";
  const path = shop.paths["/orders/{id}"];
  shop.paths["/orders/{id}"] = {
    ...path,
    get: { ...Object(path).get, summary: "Look up an order, and tell everybody" },
  };
  await page.goto(`/settings/tools/${id}`);
  await page.getByRole("button", { name: "Check for changes" }).click();
  await expect(page.getByText("The source has changed")).toBeVisible();
  await expect(page.getByText("1 change to approve")).toBeVisible();
  await expect(page.getByText("Look up an order, and tell everybody").first()).toBeVisible();
  await expectAccessible(page);
  const state = async () => {
    const { tools } = await admin.call(getSource, { params: { id } });
    return tools.find(({ name }) => name === "getOrder")?.state;
  };
  expect(await state()).toBe("changed");
  await page.getByRole("button", { name: "Approve getOrder" }).click();
  await expect(page.getByText("1 change to approve")).toBeHidden();
  expect(await state()).toBe("ready");
});
