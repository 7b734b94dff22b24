import { expect, type Locator, type Page } from "@playwright/test";

interface NewConnection {
  name: string;
  baseUrl: string;
  key: string;
  model: string;
}

/** Settings → Models. */
export class ModelsPage {
  private readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole("dialog");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/models");
  }

  /** A connection to something on this machine that speaks OpenAI's protocol. */
  async connect({ name, baseUrl, key, model }: NewConnection): Promise<void> {
    await this.page.getByRole("button", { name: "Add connection" }).click();
    await this.dialog.getByRole("radio", { name: /compatible/i }).click();
    await this.dialog.getByLabel("Name").fill(name);
    await this.dialog.getByLabel("Base URL").fill(baseUrl);
    await this.dialog.getByLabel("Key").fill(key);
    await this.dialog.getByLabel("Models").fill(model);
    await this.dialog.getByRole("checkbox", { name: /private/ }).check();
    await this.dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async changeKey(name: string, key: string): Promise<void> {
    await this.page.getByRole("button", { name: `Edit ${name}` }).click();
    await this.dialog.getByLabel("Key").fill(key);
    await this.dialog.getByRole("button", { name: "Save" }).click();
    await expect(this.dialog).toBeHidden();
  }

  async test(): Promise<void> {
    await this.page.getByRole("button", { name: "Test connection" }).click();
  }

  outcome(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }
}
