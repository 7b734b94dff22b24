import { expect, type Locator, type Page } from "@playwright/test";

/** The bar that finds and replaces text in the whole graph. */
export class FindBar {
  readonly bar: Locator;
  readonly query: Locator;
  readonly replacement: Locator;
  readonly count: Locator;
  readonly hits: Locator;

  constructor(private readonly page: Page) {
    this.bar = page.getByRole("search", { name: "Find and replace" });
    this.query = this.bar.getByLabel("Find", { exact: true });
    this.replacement = this.bar.getByLabel("Replace with");
    this.count = this.bar.getByRole("status");
    this.hits = this.bar.getByRole("list", { name: "Matches" }).getByRole("button");
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Control+f");
    await expect(this.query).toBeFocused();
  }

  async toggle(option: string): Promise<void> {
    await this.bar.getByRole("button", { name: option }).click();
  }

  async press(button: string): Promise<void> {
    await this.bar.getByRole("button", { name: button, exact: true }).click();
  }
}
