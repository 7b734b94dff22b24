import { createPrompt } from "@/lib/api/contract/prompts";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "prompts" });
test.describe.configure({ mode: "serial" });

test("a prompt is written, tried with values, tested, and saved again", async ({ page }) => {
  await page.goto("/settings/prompts");
  await expect(page.getByText("No prompts yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "New prompt" }).click();
  await page.getByLabel("Name").fill("Answer a complaint");
  await page.getByLabel("Text").fill("Answer {{ customer }} kindly");
  await expect(page.getByText("Variable:")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Version 1" })).toBeVisible();

  await page.getByRole("textbox", { name: "customer" }).fill("Ada");
  await expect(page.getByRole("region", { name: "Filled text" })).toContainText("Answer Ada kindly");
  await page.getByRole("button", { name: "Ask the model" }).click();
  await expect(page.getByRole("region", { name: "Answer", exact: true })).toContainText("offline");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add a test case" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Says nothing of the kind");
  await dialog.getByRole("textbox", { name: "customer" }).fill("Bob");
  await dialog.getByLabel("Words").fill("xyzzy");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Run 1 test" }).click();
  await expect(page.getByText("1 of 1 test failed")).toBeVisible();
  await expect(page.getByText("The answer does not have “xyzzy” in it.")).toBeVisible();

  await page.getByLabel("Text", { exact: true }).fill("Answer {{ customer }} very kindly");
  await page.getByLabel("What is new in this version").fill("Kinder");
  await page.getByRole("button", { name: "Save a new version" }).click();
  await expect(page.getByRole("heading", { name: "Version 2" })).toBeVisible();
  await page.getByRole("button", { name: "Compare version 2" }).click();
  await expect(dialog.getByText("very", { exact: false })).toBeVisible();
  await expectAccessible(page);
});

test("a node takes its prompt from the library, and the trace says which version", async ({
  page,
  admin,
}) => {
  await admin.call(createPrompt, { body: { name: "Echo", text: "Say {{ what }}" } });
  const agent = await agentOf(
    admin,
    "Sayer",
    draw({
      channels: { question: text, answer: text },
      nodes: {
        start: start("question"),
        say: node("model", { model: "offline/offline", prompt: "", output: "answer" }, {}, "Say it"),
        end: end("answer"),
      },
      edges: ["start > say", "say > end"],
    }),
  );
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Say it");
  await page.getByRole("button", { name: /^Take it from the library ?: Prompt$/ }).click();
  await page.getByRole("combobox", { name: "Prompt: prompt of the library" }).click();
  await page.getByRole("option", { name: /Echo/ }).click();
  const unbound = page.getByTestId("inspector").getByText("The prompt “Echo” asks for “what”.");
  await expect(unbound).toBeVisible();
  await page.getByRole("textbox", { name: "what" }).fill("question");
  await expect(unbound).toBeHidden();
  await expectAccessible(page);
  await editor.testRun();
  await editor.run.tryWith("question", "hello");
  await page.getByRole("link", { name: "Trace", exact: true }).click();
  await page.getByRole("tab", { name: "Logs" }).click();
  await expect(page.getByText("Prompt “Echo”, version 1 of the library.")).toBeVisible();
});
