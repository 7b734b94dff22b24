import { expect, type Locator, type Page } from "@playwright/test";

/** The Publish tab of an agent: its address and its versions. */
export class PublishTab {
  readonly versions: Locator;
  private readonly question: Locator;

  constructor(readonly page: Page) {
    this.versions = page.getByRole("listitem").filter({ has: page.getByText(/^v\d+$/) });
    this.question = page.getByRole("alertdialog");
  }

  async open(agentId: string): Promise<void> {
    await this.page.goto(`/agents/${agentId}/publish`);
    await expect(this.page.getByRole("heading", { name: "Versions", exact: true })).toBeVisible();
  }

  version(number: number): Locator {
    return this.versions.filter({ has: this.page.getByText(`v${number}`, { exact: true }) });
  }

  /** One click, nothing asked. */
  async putLive(number: number): Promise<void> {
    await this.page.getByRole("button", { name: `Put live, version ${number}`, exact: true }).click();
    await expect(this.version(number).getByText("Live", { exact: true })).toBeVisible();
  }

  async takeOffline(): Promise<void> {
    await this.page.getByRole("button", { name: "Take offline" }).click();
    await this.question.getByRole("button", { name: "Take offline" }).click();
    await expect(this.question).toBeHidden();
  }
}
