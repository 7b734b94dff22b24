import { expect, type Locator, type Page } from "@playwright/test";

/** The Tests tab of an agent. */
export class TestsTab {
  /** How many passed and failed. */
  readonly tally: Locator;
  /** Whether publishing waits for the tests. */
  readonly required: Locator;

  constructor(private readonly page: Page) {
    this.tally = page.getByRole("status").filter({ hasText: /passed|failed|not run|Running/ });
    this.required = page.getByRole("switch", { name: /Publish only drafts/ });
  }

  card(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  async open(name: string): Promise<void> {
    const button = this.card(name).getByRole("button", { name, exact: true });
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  }

  async run(name: string): Promise<void> {
    await this.card(name)
      .getByRole("button", { name: `Run ${name}`, exact: true })
      .click();
  }

  async runAll(): Promise<void> {
    await this.page.getByRole("button", { name: /^Run (all|the test)/ }).click();
    await expect(this.tally).not.toContainText(/Running|not run/);
  }
}
