import { agentFrom, draftOf } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "editor" });

test("what is drawn can be taken back and done again", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "Undone and redone");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  const undo = () => page.keyboard.press("Control+z");
  const redo = () => page.keyboard.press("Control+Shift+z");
  await editor.open(agent.id);

  await test.step("a node by Tab, put between the two it follows", async () => {
    await canvas.addByKeyboard("Start", "Model");
    await expect(canvas.listed("Start")).toContainText("Leads to Model.");
    await expect(canvas.listed("Model")).toContainText("Leads to End.");
    await undo();
    await expect(canvas.nodes()).toHaveCount(2);
    await expect(canvas.listed("Start")).toContainText("Leads to End.");
    await redo();
    await expect(canvas.listed("Start")).toContainText("Leads to Model.");
  });

  await test.step("a node by the button, put into the selected edge", async () => {
    await canvas.selectEdge("Model", "End");
    await canvas.pressButton("Add node");
    await canvas.choose("Human");
    await expect(canvas.listed("Model")).toContainText("Leads to Human.");
    await expect(canvas.listed("Human")).toContainText("Leads to End by approve.");
  });

  await test.step("an edge drawn back", async () => {
    await canvas.connect("Human", "reject", "Model");
    await expect(canvas.listed("Human")).toContainText("Model by reject");
    await undo();
    await expect(canvas.listed("Human")).not.toContainText("Model by reject");
    await redo();
    await expect(canvas.listed("Human")).toContainText("Model by reject");
  });

  await test.step("a node moved", async () => {
    const before = await canvas.place("Human");
    await canvas.move("Human", { x: 40, y: 120 });
    const after = await canvas.place("Human");
    expect(after.y).toBeGreaterThan(before.y + 50);
    await undo();
    await expect.poll(() => canvas.place("Human")).toEqual(before);
    await redo();
    await expect.poll(() => canvas.place("Human")).toEqual(after);
  });

  await test.step("a sentence typed into a field is one undo", async () => {
    await canvas.select("Model");
    await inspector.field("Instructions").click();
    await page.keyboard.type("Answer in one word.");
    await canvas.clickFreeSpace();
    await undo();
    await canvas.select("Model");
    await expect(inspector.field("Instructions")).toHaveText("");
    await redo();
    await expect(inspector.field("Instructions")).toHaveText("Answer in one word.");
  });

  await test.step("a node deleted comes back with its edges", async () => {
    await canvas.select("Model");
    await page.keyboard.press("Delete");
    await expect(canvas.nodes()).toHaveCount(3);
    await undo();
    await expect(canvas.listed("Start")).toContainText("Leads to Model.");
    await expect(canvas.listed("Human")).toContainText("Model by reject");
  });

  await test.step("all of it reaches the server", async () => {
    await expect.poll(async () => Object.values((await draftOf(admin, agent)).edges).length).toBe(4);
  });
});

test("the keyboard stays on the canvas while nodes come and go", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "By keyboard alone");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  await canvas.addByKeyboard("Start", "Model");
  await page.keyboard.press("Tab");
  await canvas.choose("Human");
  await canvas.select("Human");
  await page.keyboard.press("Delete");
  await expect(canvas.nodes()).toHaveCount(3);
  await page.keyboard.press("Tab");
  await canvas.choose("Code");
  await expect(canvas.nodes()).toHaveCount(4);
  await page.keyboard.press("Escape");
  await expect.poll(() => canvas.selected()).toEqual([]);
});

test("several nodes are selected, moved, duplicated and deleted together", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "All together");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);

  await test.step("by a box", async () => {
    await canvas.selectByBox("Write a draft", "Review");
    await expect.poll(() => canvas.selected()).toEqual(["Review", "Write a draft"]);
    await expect(editor.inspector.panel.getByRole("heading", { level: 2 })).toContainText("2 nodes");
  });

  await test.step("and one more by Shift and a click, which also takes one out", async () => {
    await canvas.selectToo("Revise the draft");
    await expect.poll(() => canvas.selected()).toEqual(["Review", "Revise the draft", "Write a draft"]);
    await canvas.selectToo("Write a draft");
    await expect.poll(() => canvas.selected()).toEqual(["Review", "Revise the draft"]);
  });

  await test.step("move together, in one undo", async () => {
    const [review, revise, accept] = await Promise.all(
      ["Review", "Revise the draft", "Mark as approved"].map((title) => canvas.place(title)),
    );
    await canvas.move("Review", { x: 30, y: 60 });
    const moved = await canvas.place("Review");
    expect(moved.y).toBeGreaterThan(review?.y ?? 0);
    const by = { x: moved.x - (review?.x ?? 0), y: moved.y - (review?.y ?? 0) };
    expect(await canvas.place("Revise the draft")).toEqual({
      x: (revise?.x ?? 0) + by.x,
      y: (revise?.y ?? 0) + by.y,
    });
    expect(await canvas.place("Mark as approved")).toEqual(accept);
    await page.keyboard.press("Control+z");
    await expect.poll(() => canvas.place("Review")).toEqual(review);
    await expect.poll(() => canvas.place("Revise the draft")).toEqual(revise);
  });

  await test.step("by arrow keys too", async () => {
    const before = await canvas.place("Revise the draft");
    await canvas.node("Review").focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await canvas.place("Revise the draft")).y).toBeGreaterThan(before.y);
    await page.keyboard.press("Control+z");
    await expect.poll(() => canvas.place("Revise the draft")).toEqual(before);
  });

  await test.step("are duplicated with the edges between them", async () => {
    await page.keyboard.press("Control+d");
    await expect(canvas.nodes()).toHaveCount(8);
    await expect.poll(() => canvas.selected()).toEqual(["Review 2", "Revise the draft 2"]);
    await expect(canvas.listed("Review 2")).toContainText("Leads to Revise the draft 2 by changes");
  });

  await test.step("are deleted", async () => {
    await page.keyboard.press("Delete");
    await expect(canvas.nodes()).toHaveCount(6);
    await canvas.clickFreeSpace();
    await page.keyboard.press("Control+a");
    await expect.poll(() => canvas.selected()).toHaveLength(6);
    await page.keyboard.press("Backspace");
    await expect(canvas.nodes()).toHaveCount(0);
    await expect(canvas.graph.getByText("Nothing is drawn yet")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(canvas.nodes()).toHaveCount(6);
    await expect(canvas.listed("Review")).toContainText("Revise the draft by changes");
  });

  await test.step("the menu of a right click is about all that is selected", async () => {
    await canvas.selectByBox("Write a draft", "Review");
    await expect.poll(() => canvas.selected()).toEqual(["Review", "Write a draft"]);
    await canvas.node("Review").getByRole("heading").click({ button: "right", force: true });
    await page.getByRole("menuitem", { name: "Duplicate" }).click();
    await expect.poll(() => canvas.selected()).toEqual(["Review 2", "Write a draft 2"]);
  });
});

test("nodes are copied, cut and pasted, into another agent too", async ({ page, admin }) => {
  const from = await agentFrom(admin, "approval", "Copied from");
  const to = await agentFrom(admin, "blank", "Pasted into");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(from.id);

  await canvas.select("Write a draft");
  await canvas.selectToo("Review");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect.poll(() => canvas.selected()).toEqual(["Review 2", "Write a draft 2"]);
  await page.keyboard.press("Control+x");
  await expect(canvas.nodes()).toHaveCount(6);

  await editor.open(to.id);
  await page.keyboard.press("Control+v");
  const offer = page.getByRole("dialog", { name: "Paste 2 nodes" });
  await expect(offer.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await expect(offer.getByRole("button", { name: "Create 3 channels and paste" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => canvas.selected()).toEqual(["Review 2", "Write a draft 2"]);
  await expect(canvas.listed("Write a draft 2")).toContainText("Leads to Review 2.");
  await expect(canvas.node("Review 2")).toBeInViewport();
  await expect
    .poll(async () => Object.keys((await draftOf(admin, to)).channels).sort())
    .toEqual(["draft", "feedback", "topic"]);
});

test("the view is fitted, zoomed and mapped, and the layout tidied", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Seen from all sides");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  await expect(canvas.graph.getByRole("img", { name: "Map of the graph" })).toBeVisible();
  await expect(canvas.node("End")).toBeInViewport();

  await canvas.clickFreeSpace();
  const fitted = await canvas.zoom();
  await page.keyboard.press("+");
  await expect.poll(() => canvas.zoom()).toBeGreaterThan(fitted);
  await page.keyboard.press("Shift+Digit0");
  await expect.poll(() => canvas.zoom()).toBe(100);
  await page.keyboard.press("-");
  await expect.poll(() => canvas.zoom()).toBe(80);
  await canvas.pressButton("Fit the whole graph");
  await expect.poll(() => canvas.zoom()).toBe(fitted);

  const before = await canvas.place("Review");
  await canvas.move("Review", { x: -60, y: 260 });
  const moved = await canvas.place("Review");
  await canvas.pressButton("Tidy layout");
  await expect.poll(async () => (await canvas.place("Review")).y).toBeLessThan(moved.y);
  await expect(canvas.node("End")).toBeInViewport();
  await page.keyboard.press("Control+z");
  await expect.poll(() => canvas.place("Review")).toEqual(moved);
  await page.keyboard.press("Control+z");
  await expect.poll(() => canvas.place("Review")).toEqual(before);
});

test("the sheet of shortcuts opens by ? and gives the focus back", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "By the book");
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Assistant");
  await expect(editor.canvas.node("Assistant")).toBeFocused();
  await page.keyboard.press("?");
  await expect(editor.shortcuts).toContainText("Tidy layout");
  await page.keyboard.press("Escape");
  await expect(editor.shortcuts).toBeHidden();
  await expect(editor.canvas.node("Assistant")).toBeFocused();

  await editor.inspector.field("Title").click();
  await page.keyboard.type("?");
  await expect(editor.inspector.field("Title")).toHaveValue("Assistant?");
  await expect(editor.shortcuts).toBeHidden();
});
