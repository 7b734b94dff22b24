import { agentFrom, draftOf } from "./fixtures/agents";
import { agentOf, echoDocument } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "editor" });

/** Of the shape of a real key, and none. */
const secret = ["sk", "proj", "9fJ2kQ7xWm4TzR8vLc3NbY6h"].join("-");

function requestWithKey() {
  const document = echoDocument();
  const request = {
    type: "http",
    typeVersion: 1,
    title: "Ask elsewhere",
    config: {
      url: "https://api.example.com/ask",
      headers: [{ name: "Authorization", value: `Bearer ${secret}` }],
      output: "reply",
    },
    policy: { onError: "fail" as const },
  };
  return {
    ...document,
    channels: { ...document.channels, reply: { type: "any" as const, reducer: "replace" as const } },
    nodes: { ...document.nodes, request },
    layout: { ...document.layout, nodes: { ...document.layout.nodes, request: { x: 200, y: 160 } } },
  };
}

test("no credential is copied, channels are only offered, and what is no graph is refused", async ({
  page,
  admin,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const from = await agentOf(admin, "With a key", requestWithKey());
  const to = await agentFrom(admin, "blank", "Without a key");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(from.id);
  await canvas.select("Ask elsewhere");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Copied without credentials")).toBeVisible();
  await page.keyboard.press("Control+v");
  await expect.poll(() => canvas.selected()).toEqual(["Ask elsewhere 2"]);
  await expect
    .poll(async () => JSON.stringify((await draftOf(admin, from)).nodes).split(secret).length - 1)
    .toBe(2);

  await editor.open(to.id);
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("button", { name: "Create 1 channel and paste" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Paste without channels" }).press("Enter");
  await expect.poll(() => canvas.selected()).toEqual(["Ask elsewhere"]);
  await expect.poll(async () => Object.keys((await draftOf(admin, to)).nodes)).toHaveLength(3);
  const draft = await draftOf(admin, to);
  expect(JSON.stringify(draft)).not.toContain(secret);
  expect(draft.channels).not.toHaveProperty("reply");

  await page.evaluate(() => navigator.clipboard.writeText("Dear diary"));
  await page.keyboard.press("Control+v");
  await expect(page.getByText(/holds a text and no nodes/)).toBeVisible();
  await expect(canvas.nodes()).toHaveCount(3);
});
