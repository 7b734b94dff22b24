import { createCodeTool, listCodeTools } from "@/lib/api/contract/code-tools";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { CodeToolPage } from "./pages/code-tool-page";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "code-tools" });
test.describe.configure({ mode: "serial" });

test("a tool is written with a test beside it, which has to pass before it is saved", async ({ page }) => {
  const tool = new CodeToolPage(page);
  await page.goto("/settings/tools");
  await page.getByRole("link", { name: "New tool" }).click();
  await tool.field("Name").first().fill("gross_price");
  await tool.field("Purpose").fill("Adds the tax to a price.");
  await tool.addArgument("net", "number");
  await tool.write("Code", "return args.net * 2;");
  await tool.addTest("a hundred", '{"net": 100}', "120");
  await page.getByRole("button", { name: "Run tests" }).click();
  await expect(page.getByText("1 of 1 test failed")).toBeVisible();
  await expect(page.getByText("It gave 200 instead of 120.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the tool" }).click();
  await expect(page.getByText("It was not saved")).toBeVisible();
  await tool.write("Code", "return args.net * 1.2;");
  await page.getByRole("button", { name: "Save the tool" }).click();
  await expect(page.getByRole("heading", { name: "gross_price" })).toBeVisible();
  await page
    .getByRole("region", { name: "Try gross_price" })
    .getByRole("textbox", { name: "net" })
    .fill("50");
  await page.getByRole("button", { name: "Call it" }).click();
  await expect(page.getByLabel("result", { exact: true })).toContainText("60");
  await expectAccessible(page);
});

test("a new version is compared with the one before, which can be brought back", async ({ page, admin }) => {
  const { items } = await admin.call(listCodeTools, {});
  const tool = new CodeToolPage(page);
  await page.goto(`/settings/tools/code/${items[0]?.id}`);
  await tool.write("Code", "return Math.round(args.net * 1.2);");
  await page.getByLabel("What is new in this version").fill("Whole numbers");
  await page.getByRole("button", { name: "Save a new version" }).click();
  await expect(page.getByRole("heading", { name: "Version 2" })).toBeVisible();
  await page.getByRole("button", { name: "Compare version 2" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Code" }).getByText("Math.round")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("heading", { name: "Version 3" })).toBeVisible();
  await expect(page.getByText("Version 1 again")).toBeVisible();
});

test("an agent uses the version that was chosen, until it is told to follow the newest", async ({
  page,
  admin,
}) => {
  const parameters = { type: "object", properties: { word: { type: "string" } }, required: ["word"] };
  const definition = { description: "Greets.", parameters, code: "return 'Hello ' + args.word;" };
  await admin.call(createCodeTool, { body: { name: "greet", definition } });
  const agent = await agentOf(
    admin,
    "Greeter",
    draw({
      channels: { question: text, answer: text },
      nodes: {
        start: start("question"),
        help: node(
          "agent",
          { model: "offline/offline", prompt: "{{ question }}", output: "answer", tools: [] },
          {},
          "Host",
        ),
        end: end("answer"),
      },
      edges: ["start > help", "help > end"],
    }),
  );
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Host");
  await page.getByRole("button", { name: "Add tool" }).click();
  await page.getByRole("menuitem", { name: /Workspace tool/ }).click();
  await page.getByRole("button", { name: /^Workspace tool/ }).click();
  await editor.inspector.field("Tool").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("greet");
  await page.keyboard.press("Enter");
  await expect(editor.inspector.field("Version")).toHaveText("Always version 1");
  await expectAccessible(page);
  await editor.testRun();
  await editor.run.tryWith("question", "greet word: Ada");
  await expect(editor.run.span(/greet/)).toBeVisible();
  await expect(editor.run.panel.getByText(/Hello Ada/).first()).toBeVisible();
});
