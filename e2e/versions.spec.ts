import { changeDraft, publishAgent } from "@/lib/api/contract/agents";
import type { Operation } from "@/workflows/graph/operation";
import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { ComparePage } from "./pages/editor/compare-page";
import { EditorPage } from "./pages/editor/editor-page";
import { PublishTab } from "./pages/editor/publish-tab";

test.use({ installation: "versions" });

test("a version is found, opened as it was published, and its note written later", async ({
  page,
  admin,
}) => {
  const { id } = await agentFrom(admin, "approval", "Much published");
  for (let number = 1; number <= 21; number += 1) {
    const note = number === 2 ? "The second" : "";
    await admin.call(publishAgent, { params: { id }, body: { revision: 1, note } });
  }
  const tab = new PublishTab(page);
  await tab.open(id);
  await expect(tab.versions).toHaveCount(20);
  await page.getByRole("button", { name: "Show 1 more" }).click();
  await expect(tab.versions).toHaveCount(21);
  await page.getByRole("textbox", { name: "Search versions" }).fill("second");
  await expect(tab.versions).toHaveCount(1);

  await page.getByRole("button", { name: "Actions for version 2" }).click();
  await page.getByRole("menuitem", { name: "Edit note…" }).click();
  const dialog = page.getByRole("dialog", { name: "Note of version 2" });
  await dialog.getByLabel("Note").fill("Second thoughts");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(tab.version(2)).toContainText("Second thoughts");

  await tab.version(2).getByRole("link", { name: "v2, open" }).click();
  await expect(page.getByRole("heading", { name: "Version 2" })).toBeVisible();
  await expect(page).toHaveTitle("Version 2 · Much published · Signalbox");
  const graph = page.getByRole("region", { name: "Graph of version 2" });
  await graph.getByRole("group", { name: "Review", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/node=review/);
  await expect(page.getByRole("complementary", { name: "Settings" }).getByLabel("Title")).toBeDisabled();

  await page.goto(`/agents/${id}/publish/versions/99`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This agent has no version 99.");
});

test("two versions and the draft are compared, one is restored, and undone", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Compared");
  const { id } = agent;
  await publishedTwice(admin, id);
  const compare = new ComparePage(page);
  const editor = new EditorPage(page);

  await test.step("the list says what the draft has done since, and leads to the comparison", async () => {
    const tab = new PublishTab(page);
    await tab.open(id);
    await expect(page.getByText("1 change since version 2")).toBeVisible();
    await page.getByRole("button", { name: "Actions for version 2" }).click();
    await page.getByRole("menuitem", { name: "Compare with version 1" }).click();
  });

  await test.step("all that differs is on one canvas, in a list, and word by word", async () => {
    await expect(page.getByRole("status").filter({ hasText: "removed" })).toHaveText(
      "1 added, 3 removed, 1 changed",
    );
    await expect(compare.node("Write a draft", "changed")).toBeVisible();
    await expect(compare.node("Revise the draft", "removed")).toBeVisible();
    await expect(compare.node("Review", "unchanged")).toBeVisible();
    await compare.change("Write a draft").click();
    await expect(compare.detail.getByRole("insertion")).toHaveText(["[added: two short sentences]"]);
    await expect(compare.detail.getByRole("deletion")).toHaveCount(1);
  });

  await test.step("from change to change by keyboard, by pointer on the canvas, and by address", async () => {
    await page.keyboard.press("n");
    await compare.chosen("Revise the draft");
    await page.keyboard.press("p");
    await compare.chosen("Write a draft");
    await page.keyboard.press("ArrowDown");
    await compare.chosen("Revise the draft");
    await page.getByRole("button", { name: "Fit the graph" }).click();
    await compare.node("Write a draft", "changed").click();
    await compare.chosen("Write a draft");
    await page.reload();
    await compare.chosen("Write a draft");
  });

  await test.step("the other way round, and with itself", async () => {
    await page.getByRole("button", { name: "Swap sides" }).click();
    await expect(compare.node("Revise the draft", "added")).toBeVisible();
    await compare.chooseSide("To", "Version 2");
    await expect(page.getByRole("heading", { name: "No differences" })).toBeVisible();
    await compare.open(id, "7", "draft");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("This agent has no version 7.");
  });

  await test.step("restoring says what the draft loses; one undo takes it back", async () => {
    const drawn = (await draftOf(admin, agent)).nodes;
    await compare.open(id, "1", "draft");
    await page.getByRole("button", { name: "Restore…" }).click();
    const question = page.getByRole("alertdialog", { name: "Make version 1 the draft?" });
    await expect(question.getByText("Look at it", { exact: true })).toBeVisible();
    await question.getByRole("button", { name: "Restore" }).click();
    await expect(editor.canvas.node("Revise the draft")).toBeVisible();
    await editor.saved();
    const { nodes, pins } = await draftOf(admin, agent);
    expect(Object.keys(nodes)).toContain("revise");
    expect(Object.keys(pins)).toEqual(["accept"]);
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect(editor.canvas.node("Revise the draft")).toHaveCount(0);
    await expect.poll(async () => (await draftOf(admin, agent)).nodes).toEqual(drawn);
  });
});

for (const scheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${scheme}, ${width} wide`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height: 900 } });

      test("axe finds nothing on a comparison and on a version", async ({ page, admin }) => {
        const { id } = await agentFrom(admin, "approval", `Compared ${scheme} ${width}`);
        await publishedTwice(admin, id);
        const compare = new ComparePage(page);
        await compare.open(id, "1", "draft");
        await expect(compare.node("Revise the draft", "removed")).toBeVisible();
        await expect(compare.change("Write a draft")).toBeVisible();
        await expectAccessible(page);
        await page.goto(`/agents/${id}/publish/versions/1?node=write`);
        await expect(page.getByLabel("Title", { exact: true })).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

/** Version 1 as the template is, version 2 with a shorter loop and another prompt, and a draft with a pin. */
async function publishedTwice(admin: Session, id: string): Promise<void> {
  const publish = (revision: number) => admin.call(publishAgent, { params: { id }, body: { revision } });
  const change = (revision: number, operations: Operation[]) =>
    admin.call(changeDraft, { params: { id }, body: { revision, operations } });
  await publish(1);
  await change(1, [
    {
      op: "node.configure",
      id: "write",
      set: { prompt: "Write two short sentences. Topic: {{ topic }}" },
      unset: [],
    },
    { op: "node.remove", id: "revise" },
    { op: "edge.add", id: "again", edge: { source: "review", port: "changes", target: "write", cap: 3 } },
  ]);
  await publish(2);
  await change(2, [
    { op: "node.title", id: "review", title: "Look at it" },
    { op: "node.pin", id: "accept", pin: { port: "out", update: {} } },
  ]);
}
