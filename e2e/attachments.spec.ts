import type { Page } from "@playwright/test";
import { z } from "zod";
import { modelsApi } from "@/lib/api/contract";
import { type ProviderServer, startProviderServer } from "@/lib/models/testing/provider-server/server";
import { draw, end, node } from "@/workflows/compile/testing/draw";
import { putLive } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "attachments" });

let provider: ProviderServer;
test.beforeAll(async () => {
  provider = await startProviderServer({ key: "sk-right" });
});
test.afterAll(() => provider.close());

const seeing = (model: string) =>
  draw({
    channels: {
      messages: { type: "messages", reducer: "messages" },
      photos: { type: "array", reducer: "replace" },
    },
    nodes: {
      start: node("start", {
        inputs: [
          { channel: "messages", required: true },
          { channel: "photos", required: false },
        ],
      }),
      answer: node("model", { model, messages: "messages", attachments: "photos" }),
      end: end("messages"),
    },
    edges: ["start > answer", "answer > end"],
  });

/** Noise, which cannot be packed: a picture as large as a camera's. */
async function largePicture(page: Page): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 2400;
    canvas.height = 1200;
    const context = canvas.getContext("2d");
    const noise = context?.createImageData(2400, 1200);
    if (!context || !noise) return "";
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = (at * 7919 + (at >> 7) * 104729) % 256;
    context.putImageData(noise, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return Buffer.from(data, "base64");
}

const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const askedSchema = z.object({
  messages: z.array(
    z.object({
      content: z.union([
        z.string(),
        z.array(z.object({ type: z.string(), image_url: z.object({ url: z.string() }).optional() })),
      ]),
    }),
  ),
});
/** Data URLs of the pictures in each message of the latest call. */
function shownIn(): string[][] {
  const { messages: sent } = askedSchema.parse(provider.requests.at(-1)?.body);
  return sent.map(({ content }) =>
    typeof content === "string" ? [] : content.flatMap(({ image_url }) => image_url?.url ?? []),
  );
}

const sizeOf = (page: Page, url: string) =>
  page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  }, url);

test("pictures go with what is asked about them, stay until they are taken away, and are small", async ({
  page,
  admin,
}) => {
  const connection = await admin.call(modelsApi.createConnection, {
    body: {
      name: "Seeing models",
      provider: "openai-compatible",
      baseUrl: `${provider.url}/v1`,
      key: "sk-right",
      models: ["words-5"],
      allowPrivate: true,
    },
  });
  const agent = await agentOf(admin, "Looks at pictures", seeing(`${connection.id}/words-5`));
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  const files = page.locator("input[type=file]");
  const attached = page.getByRole("form").or(page.locator("form")).getByRole("list", { name: "Attached" });
  await chat.open("looks-at-pictures");

  await test.step("what is no picture is refused and says why", async () => {
    await files.setInputFiles({ name: "notes.zip", mimeType: "application/zip", buffer: Buffer.from("PK") });
    await expect(page.getByText("notes.zip: only pictures")).toBeVisible();
    await expect(attached).toHaveCount(0);
  });

  await test.step("a large one is made smaller and sent with the question", async () => {
    const buffer = await largePicture(page);
    expect(buffer.length).toBeGreaterThan(400_000);
    await files.setInputFiles({ name: "large.png", mimeType: "image/png", buffer });
    await expect(attached.getByText("large.png")).toBeVisible();
    await chat.say("What is on it?");
    await expect(chat.exchanges).toHaveCount(1);
    await expect(chat.exchanges.first().getByRole("list", { name: "Attached" })).toContainText("large.png");
    await expect.poll(() => provider.requests.length).toBe(1);
    const shown = shownIn();
    expect(shown).toHaveLength(1);
    expect(shown[0]).toHaveLength(1);
    expect(await sizeOf(page, shown[0]?.[0] ?? "")).toEqual([1568, 784]);
    await expectAccessible(page);
  });

  await test.step("the next question is about it, too, and a second one beside it", async () => {
    await expect(chat.stop).toBeHidden();
    await files.setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: dot });
    await expect(attached.getByRole("listitem")).toHaveCount(2);
    await chat.say("And on this one?");
    await expect.poll(() => provider.requests.length).toBe(2);
    expect(shownIn().map((urls) => urls.length)).toEqual([0, 0, 2]);
    await expect(chat.stop).toBeHidden();
    await chat.say("Are you sure?");
    await expect.poll(() => provider.requests.length).toBe(3);
    expect(shownIn().at(-1)).toHaveLength(2);
  });

  await test.step("what is taken away is shown no more; a reload keeps what was sent", async () => {
    await expect(chat.stop).toBeHidden();
    await attached.getByRole("button", { name: "Remove large.png" }).click();
    await attached.getByRole("button", { name: "Remove dot.png" }).click();
    await expect(attached).toHaveCount(0);
    await chat.say("What did you see?");
    await expect.poll(() => provider.requests.length).toBe(4);
    expect(shownIn().flat()).toEqual([]);
    await expect(chat.stop).toBeHidden();
    await page.reload();
    await expect(chat.exchanges).toHaveCount(4);
    await expect(chat.exchanges.nth(1).getByRole("listitem")).toHaveCount(2);
    await expect(attached).toHaveCount(0);
  });
});

test("a test run is given a picture in the editor", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Tried with a picture", seeing("offline/offline"));
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await page.getByRole("button", { name: "Test run" }).first().click();
  const photos = page.getByRole("group", { name: "photos" });
  await photos
    .locator("input[type=file]")
    .setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: dot });
  await expect(photos.getByText("dot.png")).toBeVisible();
  await expectAccessible(page);
  await photos.getByRole("button", { name: "Remove dot.png" }).click();
  await expect(photos.getByText("Choose or drop pictures or PDFs")).toBeVisible();
});
