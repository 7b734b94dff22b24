import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** Files out of the product and into it. */
export class Exchange {
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Import a graph" });
  }

  /** Chooses from the editor's menu; gives the downloaded file. */
  async export(item: string): Promise<{ name: string; content: Buffer }> {
    // A picture of a large graph takes its time.
    const coming = this.page.waitForEvent("download", { timeout: 40_000 });
    await this.choose(item);
    const file = await coming;
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  }

  async choose(item: string): Promise<void> {
    await this.page.getByRole("button", { name: "Export and import" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  async give(name: string, content: Buffer | string): Promise<void> {
    const buffer = typeof content === "string" ? Buffer.from(content) : content;
    await this.dialog.getByLabel("Graph file").setInputFiles({ name, mimeType: "", buffer });
  }
}
